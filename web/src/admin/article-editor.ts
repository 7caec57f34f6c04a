import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import { Fetched } from "../api/fetched.ts";
import { wordsOf } from "../api/problem.ts";
import { markdown, markdownStyle } from "../text/markdown.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import { icon } from "../theme/icons.ts";
import "./article-fields.ts";
import "./article-history.ts";
import "./past-answers.ts";
import { hrefOf, NEW } from "./place.ts";
import { roomStyle } from "./room-style.ts";
import "./search-tester.ts";
import type { Article } from "../api/contract.d.ts";
import { type Draft, draftOf } from "./types.ts";
import "./text-diff.ts";
import { adminTexts } from "../messages/texts.ts";
import { keepUnsaved, unsaved } from "./unsaved.ts";

const SIDES = ["preview", "changes", "history", "answers", "ask"] as const;
type Side = (typeof SIDES)[number];

/** Writes an article; what is saved is searchable at once. Fires `article-saved` with words on what was done. */
@customElement("article-editor")
export class ArticleEditor extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property() articleId = NEW;
  /** Under what its unsaved text is kept: a new article may be written for many things. */
  @property() unsavedId = NEW;
  /** What a new article begins with. */
  @property({ attribute: false }) beginning: Partial<Draft> | null = null;
  /** What customers asked, where the article is written for it. */
  @property({ attribute: false }) questions: string[] = [];
  @state() private draft: Draft = draftOf(null);
  @state() private side: Side = "preview";
  @state() private problem = "";
  @state() private isBusy = false;
  @state() private isDeleting = false;
  @state() private isBack = false;
  private readonly article = new Fetched(this, () => this.read());

  static override styles = [
    controls,
    roomStyle,
    markdownStyle,
    css`
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: 20px;
      }
      form {
        display: grid;
        gap: 14px;
        align-content: start;
      }
      .preview {
        padding: 18px;
      }
      .preview h3 {
        margin-block-end: 8px;
        font-size: 18px;
      }
      .asked {
        margin-block-end: 14px;
      }
      .asked ul {
        margin-block-start: 4px;
        padding-inline-start: 20px;
        list-style: disc;
      }
      @media (max-width: 860px) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  private get revision(): number {
    return this.article.value?.revision ?? 0;
  }

  private get isNew(): boolean {
    return this.articleId === NEW;
  }

  protected override firstUpdated(): void {
    if (this.isNew) this.begin(this.beginning, unsaved(this.unsavedId, 0));
    else void this.article.load();
  }

  protected override render(): TemplateResult {
    const saved = this.article.value;
    return html`
      <a class="back" href=${hrefOf("articles")}>${icon("back", 16)}${adminTexts.editor.all}</a>
      <div class="head"><h2>${this.isNew ? adminTexts.editor.new : adminTexts.editor.edit}</h2>${saved ? html`<span class="chip">${adminTexts.revision(saved.revision)}</span>` : nothing}</div>
      ${fetchState(this.article)} ${this.isNew || saved ? this.editing(saved) : nothing}
    `;
  }

  private editing(saved: Article | null): TemplateResult {
    const sides = SIDES.filter((side) => saved || side === "preview" || side === "ask");
    return html`${this.questions.length ? this.asked() : nothing}
      ${
        this.isBack
          ? html`<div class="done" role="status">
            ${adminTexts.editor.isBack}<button class="button small" @click=${this.discard}>${adminTexts.editor.discard}</button>
          </div>`
          : nothing
      }
      <div class="columns">
        <form @submit=${this.save}>
          <article-fields .draft=${this.draft} @draft-change=${this.write}></article-fields>
          ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
          <div class="row">
            <button class="button main" ?disabled=${this.isBusy}>${this.isBusy ? adminTexts.editor.saving : adminTexts.editor.save}</button>
            <a class="button" href=${hrefOf("articles")} @click=${this.forget}>${adminTexts.cancel}</a>
            <span class="row end">${saved ? this.deletion() : nothing}</span>
          </div>
        </form>
        <div>
          <div class="choices" role="group" aria-label=${adminTexts.editor.beside}>
            ${sides.map(
              (side) =>
                html`<button type="button" aria-pressed=${side === this.side ? "true" : "false"} @click=${() => (this.side = side)}>${adminTexts.editor.sides[side]}</button>`,
            )}
          </div>
          ${this.beside(saved)}
        </div>
      </div>`;
  }

  private asked(): TemplateResult {
    return html`<section class="card asked" aria-label=${adminTexts.editor.customersAsked}>
      <h3 class="small">${adminTexts.editor.customersAsked}</h3>
      <ul>${this.questions.map((q) => html`<li>${q}</li>`)}</ul>
    </section>`;
  }

  private beside(saved: Article | null): TemplateResult {
    const { title, body } = this.draft;
    if (saved && this.side === "changes") {
      return html`<text-diff .was=${asText(saved)} .now=${asText(this.draft)} .wasName=${adminTexts.revision(saved.revision)} .nowName=${adminTexts.editor.yourText}></text-diff>`;
    }
    if (saved && this.side === "history") {
      return html`<article-history .api=${this.api} .articleId=${saved.id} .draft=${this.draft} @article-restore=${this.restore}></article-history>`;
    }
    if (saved && this.side === "answers") return html`<past-answers .api=${this.api} .articleId=${saved.id}></past-answers>`;
    if (this.side === "ask") return html`<search-tester .api=${this.api} isBeside></search-tester>`;
    return html`<section class="card preview" aria-label=${adminTexts.editor.preview}>
      <h3>${title || adminTexts.editor.noTitle}</h3>
      ${body.trim() ? markdown(body) : html`<p class="muted">${adminTexts.editor.noText}</p>`}
    </section>`;
  }

  private deletion(): TemplateResult {
    if (!this.isDeleting) {
      return html`<button class="button danger" type="button" @click=${() => (this.isDeleting = true)}>${adminTexts.editor.delete}</button>`;
    }
    return html`<span class="small">${adminTexts.editor.deleteHint}</span>
      <button class="button danger" type="button" ?disabled=${this.isBusy} @click=${this.deleteArticle}>${adminTexts.editor.deleteNow}</button>
      <button class="button" type="button" @click=${() => (this.isDeleting = false)}>${adminTexts.editor.keep}</button>`;
  }

  private async read(): Promise<Article> {
    const article = await this.api.get<Article>(`/v1/kb/articles/${this.articleId}`);
    this.begin(article, unsaved(this.unsavedId, article.revision));
    return article;
  }

  /** With what was typed here and not saved, where there is something. */
  private begin(given: Partial<Draft> | null, kept: Draft | null): void {
    this.draft = kept ?? draftOf(given);
    this.isBack = kept !== null;
  }

  private write(event: CustomEvent<Draft>): void {
    this.keep(event.detail);
  }

  private keep(draft: Draft): void {
    this.draft = draft;
    keepUnsaved(this.unsavedId, this.revision, draft);
  }

  private discard(): void {
    this.forget();
    this.begin(this.article.value ?? this.beginning, null);
  }

  private readonly forget = (): void => keepUnsaved(this.unsavedId, this.revision, null);

  private restore(event: CustomEvent<Draft>): void {
    this.keep(draftOf(event.detail));
    this.side = "changes";
  }

  private save(event: Event): void {
    event.preventDefault();
    void this.work(async () => {
      if (this.isNew) {
        await this.api.post("/v1/kb/articles", this.draft);
        return this.leave(adminTexts.editor.isLive(this.draft.title));
      }
      const path = `/v1/kb/articles/${this.articleId}`;
      const now = await this.api.get<Article>(path);
      const was = this.article.value?.revision;
      if (now.revision !== was) {
        // Shown against what is live now; saving again is then a decision.
        this.article.value = now;
        this.side = "changes";
        throw new Error(adminTexts.editor.savedMeanwhile);
      }
      const saved = await this.api.put<Article>(path, this.draft);
      this.leave(adminTexts.editor.isLiveAs(saved.title, saved.revision));
    });
  }

  private deleteArticle(): void {
    void this.work(async () => {
      await this.api.delete(`/v1/kb/articles/${this.articleId}`);
      this.leave(adminTexts.editor.isDeleted(this.draft.title));
    });
  }

  private async work(job: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.problem = "";
    try {
      await job();
    } catch (error) {
      this.problem = wordsOf(error);
    } finally {
      this.isBusy = false;
    }
  }

  private leave(words: string): void {
    this.forget();
    // Who has gone on to something else meanwhile is not called back from it.
    if (this.isConnected) this.dispatchEvent(new CustomEvent("article-saved", { detail: words }));
  }
}

export const asText = ({ title, body }: { title: string; body: string }): string => `${title}\n\n${body}`;

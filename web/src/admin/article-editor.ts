import { LitElement, html, nothing, css, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";
import { fetchState } from "../looks/fetch-state.ts";
import { icon } from "../looks/icons.ts";
import type { Api } from "../wire/api.ts";
import { Fetched } from "../wire/fetched.ts";
import { wordsOf } from "../wire/problem.ts";
import { markdown, markdownStyle } from "../words/markdown.ts";
import "./article-fields.ts";
import "./article-history.ts";
import "./past-answers.ts";
import { hrefOf, NEW } from "./place.ts";
import { roomStyle } from "./room-style.ts";
import "./search-tester.ts";
import { draftOf, type Article, type Draft } from "./shapes.ts";
import "./text-diff.ts";
import { keepUnsaved, unsaved } from "./unsaved.ts";

const SIDES = { preview: "Preview", changes: "Changes", history: "Revisions", answers: "Answers", ask: "Ask it" } as const;
type Side = keyof typeof SIDES;

/** Writes an article; what is saved is searchable at once. Fires `article-saved` with words on what was done. */
@customElement("article-editor")
export class ArticleEditor extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property() articleId = NEW;
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
    if (this.isNew) this.begin(this.beginning, this.beginning ? null : unsaved(NEW, 0));
    else void this.article.load();
  }

  protected override render(): TemplateResult {
    const saved = this.article.value;
    return html`
      <a class="back" href=${hrefOf("articles")}>${icon("back", 16)}All articles</a>
      <div class="head"><h2>${this.isNew ? "New article" : "Edit article"}</h2>${saved ? html`<span class="chip">Revision ${saved.revision}</span>` : nothing}</div>
      ${fetchState(this.article)} ${this.isNew || saved ? this.desk(saved) : nothing}
    `;
  }

  private desk(saved: Article | null): TemplateResult {
    const sides = Object.entries(SIDES).filter(([side]) => saved || side === "preview" || side === "ask") as [Side, string][];
    return html`${this.questions.length ? this.asked() : nothing}
      ${this.isBack
        ? html`<div class="done" role="status">
            What you had typed and not saved is back.<button class="button small" @click=${this.discard}>Discard it</button>
          </div>`
        : nothing}
      <div class="columns">
        <form @submit=${this.save}>
          <article-fields .draft=${this.draft} @draft-change=${this.write}></article-fields>
          ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
          <div class="row">
            <button class="button main" ?disabled=${this.isBusy}>${this.isBusy ? "Saving…" : "Save"}</button>
            <a class="button" href=${hrefOf("articles")} @click=${this.forget}>Cancel</a>
            <span class="row end">${saved ? this.deletion() : nothing}</span>
          </div>
        </form>
        <div>
          <div class="choices" role="group" aria-label="Beside the text">
            ${sides.map(
              ([side, words]) =>
                html`<button type="button" aria-pressed=${side === this.side ? "true" : "false"} @click=${() => (this.side = side)}>${words}</button>`,
            )}
          </div>
          ${this.beside(saved)}
        </div>
      </div>`;
  }

  private asked(): TemplateResult {
    return html`<section class="card asked" aria-label="Customers asked">
      <h3 class="small">Customers asked</h3>
      <ul>${this.questions.map((q) => html`<li>${q}</li>`)}</ul>
    </section>`;
  }

  private beside(saved: Article | null): TemplateResult {
    const { title, body } = this.draft;
    if (saved && this.side === "changes") {
      return html`<text-diff .was=${asText(saved)} .now=${asText(this.draft)} .wasName=${`Revision ${saved.revision}`} nowName="Your text"></text-diff>`;
    }
    if (saved && this.side === "history") {
      return html`<article-history .api=${this.api} .articleId=${saved.id} .draft=${this.draft} @article-restore=${this.restore}></article-history>`;
    }
    if (saved && this.side === "answers") return html`<past-answers .api=${this.api} .articleId=${saved.id}></past-answers>`;
    if (this.side === "ask") return html`<search-tester .api=${this.api} isBeside></search-tester>`;
    return html`<section class="card preview" aria-label="Preview">
      <h3>${title || "Title"}</h3>
      ${body.trim() ? markdown(body) : html`<p class="muted">The text shows here.</p>`}
    </section>`;
  }

  private deletion(): TemplateResult {
    if (!this.isDeleting) {
      return html`<button class="button danger" type="button" @click=${() => (this.isDeleting = true)}>Delete…</button>`;
    }
    return html`<span class="small">The assistant stops using it at once.</span>
      <button class="button danger" type="button" ?disabled=${this.isBusy} @click=${this.deleteArticle}>Delete article</button>
      <button class="button" type="button" @click=${() => (this.isDeleting = false)}>Keep</button>`;
  }

  private async read(): Promise<Article> {
    const article = await this.api.get<Article>(`/v1/kb/articles/${this.articleId}`);
    this.begin(article, unsaved(this.articleId, article.revision));
    return article;
  }

  /** With what was typed here and not saved, where there is something. */
  private begin(given: Partial<Draft> | null, kept: Draft | null): void {
    this.draft = kept ?? draftOf(given);
    this.isBack = kept !== null;
  }

  private write(event: CustomEvent<Draft>): void {
    this.draft = event.detail;
    keepUnsaved(this.articleId, this.revision, this.draft);
  }

  private discard(): void {
    this.forget();
    this.begin(this.article.value, null);
  }

  private readonly forget = (): void => keepUnsaved(this.articleId, this.revision, null);

  private restore(event: CustomEvent<Draft>): void {
    this.draft = draftOf(event.detail);
    this.side = "changes";
  }

  private save(event: Event): void {
    event.preventDefault();
    void this.work(async () => {
      if (this.isNew) {
        await this.api.post("/v1/kb/articles", this.draft);
        return this.leave(`“${this.draft.title}” is live.`);
      }
      const path = `/v1/kb/articles/${this.articleId}`;
      const now = await this.api.get<Article>(path);
      const was = this.article.value?.revision;
      if (now.revision !== was) {
        // Shown against what is live now; saving again is then a decision.
        this.article.value = now;
        this.side = "changes";
        throw new Error("Somebody saved this article meanwhile. Their text is on the left of “Changes”; saving again replaces it.");
      }
      const saved = await this.api.put<Article>(path, this.draft);
      this.leave(`“${saved.title}” is live: revision ${saved.revision}.`);
    });
  }

  private deleteArticle(): void {
    void this.work(async () => {
      await this.api.delete(`/v1/kb/articles/${this.articleId}`);
      this.leave(`“${this.draft.title}” is deleted.`);
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
    this.dispatchEvent(new CustomEvent("article-saved", { detail: words }));
  }
}

export const asText = ({ title, body }: { title: string; body: string }): string => `${title}\n\n${body}`;

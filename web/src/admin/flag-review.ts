import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";
import { fetchState } from "../looks/fetch-state.ts";
import { icon } from "../looks/icons.ts";
import type { Api } from "../wire/api.ts";
import { Fetched } from "../wire/fetched.ts";
import { wordsOf } from "../wire/problem.ts";
import { spoken } from "../words/format.ts";
import { markdown, markdownStyle } from "../words/markdown.ts";
import { richText, richTextStyle } from "../words/rich-text.ts";
import "./flag-dismissal.ts";
import { flagReviewStyle } from "./flag-review-style.ts";
import "./past-answers.ts";
import { hrefOf } from "./place.ts";
import { roomStyle } from "./room-style.ts";
import { draftOf, type Article, type Draft, type Flag, type FlagDetail, type FlaggedArticle } from "./shapes.ts";
import "./text-diff.ts";

interface Fixed {
  article: Article;
  /** The revision that the wrong answer was made from; null where another article was at fault. */
  from: number | null;
}

/** One flag: what was asked and answered, the article that it came from, and the fix. Fires `flag-dismissed`. */
@customElement("flag-review")
export class FlagReview extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property() flagId = "";
  @state() private chosen: FlaggedArticle | null = null;
  @state() private draft: Draft = draftOf(null);
  @state() private isDismissing = false;
  @state() private isBusy = false;
  @state() private problem = "";
  @state() private fixed: Fixed | null = null;
  private readonly detail = new Fetched(this, () => this.read());

  static override styles = [controls, roomStyle, richTextStyle, markdownStyle, flagReviewStyle];

  protected override firstUpdated(): void {
    void this.detail.load();
  }

  protected override render(): TemplateResult {
    const detail = this.detail.value;
    return html`
      <a class="back" href=${hrefOf("flags")}>${icon("back", 16)}All flags</a>
      <div class="head">
        <h2>Flagged answer</h2>
        ${detail ? html`<span class="chip ${detail.flag.status === "open" ? "warn" : "good"}">${spoken(detail.flag.status)}</span>` : nothing}
      </div>
      ${fetchState(this.detail)} ${detail ? html`${this.exchange(detail)} ${this.rest(detail)}` : nothing}
    `;
  }

  private rest(detail: FlagDetail): TemplateResult {
    if (this.fixed) return this.afterwards(this.fixed);
    return detail.flag.status === "open" ? this.desk(detail) : this.outcome(detail.flag);
  }

  private exchange({ flag, question, answer, segments }: FlagDetail): TemplateResult {
    return html`<div class="exchange">
      <section class="card" aria-label="What was said">
        <h3>The customer asked</h3>
        <div class="text quoted">${question ? richText(question.text) : "Nothing: the assistant wrote first."}</div>
        <h3>The assistant answered</h3>
        <div class="text quoted wrong">${richText(answer.text)}</div>
        ${segments.length
          ? html`<details>
              <summary>What it was made from</summary>
              ${segments.map((s) => html`<p class="small"><strong>${s.question}</strong><br />${s.answer}</p>`)}
            </details>`
          : html`<p class="small muted">It was made from no article: a wrong intent, tool or turn of phrase.</p>`}
      </section>
      <section class="card" aria-label="The flag">
        <h3>${spoken(flag.reason)}, says ${flag.flagged_by}</h3>
        <div class="text">${flag.correction ? richText(flag.correction) : html`<p class="muted">No correction given.</p>`}</div>
        <p class="small muted mono">Conversation ${flag.conversation_id}</p>
      </section>
    </div>`;
  }

  private outcome(flag: Flag): TemplateResult {
    const { article_id: id, revision, dismissed } = flag.resolution ?? {};
    if (!id) return html`<div class="card"><h3>Dismissed by ${flag.resolved_by}</h3><p class="quoted">${dismissed}</p></div>`;
    return html`<div class="done">${icon("check")}Fixed by ${flag.resolved_by} in revision ${revision}.<a href=${hrefOf("articles", id)}>Open the article</a></div>
      ${this.told(id, flag.revisions[id] ?? null)}`;
  }

  private afterwards({ article, from }: Fixed): TemplateResult {
    return html`<div class="done" role="status">
        ${icon("check")}“${article.title}” is live: revision ${article.revision}.
        <a href=${hrefOf("articles", article.id)}>Open the article</a>
      </div>
      <p class="intro">The conversation is now an eval case: an answer that says the old thing again fails <code class="mono">supportgraph evals run flags</code>.</p>
      ${this.told(article.id, from)}
      <p class="next"><a class="button main" href=${hrefOf("flags")}>Next flag</a></p>`;
  }

  private told(id: string, revision: number | null): TemplateResult | typeof nothing {
    if (revision === null) return nothing;
    return html`<section aria-label="Who was told">
      <h3 class="title">Who was given the old answer</h3>
      <past-answers .api=${this.api} .articleId=${id} .revision=${revision}></past-answers>
    </section>`;
  }

  private desk({ flag, articles }: FlagDetail): TemplateResult {
    const now = this.chosen?.now ?? null;
    return html`
      ${articles.length > 1 ? this.choice(articles) : nothing}
      ${this.isStale ? html`<p class="notice">${icon("warning", 16)}The article was changed after this answer: it was made from revision ${this.chosen?.revision}, revision ${now?.revision} is live.</p>` : nothing}
      <form @submit=${this.publish}>
        <div class="desk">
          <section class="card now" tabindex="0" aria-label="The article now">
            <h3>${now ? `The article now, revision ${now.revision}` : "No article yet"}</h3>
            ${now ? html`<h4>${now.title}</h4>${markdown(now.body)}` : html`<p class="muted">Write the article that should have answered.</p>`}
          </section>
          <section class="editor" aria-label="Your version">
            <label>Title<input required maxlength="300" .value=${this.draft.title} @input=${this.write("title")} /></label>
            <label class="body">Text (Markdown)<textarea required maxlength="200000" .value=${this.draft.body} @input=${this.write("body")}></textarea></label>
            ${flag.correction ? html`<div><button class="button small" type="button" @click=${this.insert}>Add the correction to the text</button></div>` : nothing}
          </section>
        </div>
        ${now ? this.changes(now) : nothing}
        ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
        <div class="row actions">
          <button class="button main" ?disabled=${this.isBusy || !this.canPublish}>${this.isBusy ? "Publishing…" : "Fix and publish"}</button>
          <button class="button" type="button" aria-expanded=${this.isDismissing ? "true" : "false"} @click=${() => (this.isDismissing = !this.isDismissing)}>Dismiss…</button>
          ${this.canPublish ? nothing : html`<span class="small muted">Change the text first.</span>`}
        </div>
      </form>
      ${this.isDismissing ? html`<flag-dismissal .api=${this.api} .flag=${flag}></flag-dismissal>` : nothing}
    `;
  }

  private choice(articles: FlaggedArticle[]): TemplateResult {
    const title = (a: FlaggedArticle): string => a.now?.title ?? `${a.then?.title ?? a.article_id} (deleted)`;
    return html`<div class="choices" role="group" aria-label="Which article is wrong">
      ${articles.map(
        (a) => html`<button type="button" aria-pressed=${a === this.chosen ? "true" : "false"} @click=${() => this.choose(a)}>${title(a)}</button>`,
      )}
    </div>`;
  }

  private changes(now: Article): TemplateResult {
    return html`<section class="changes" aria-label="Changes">
      <h3 class="title">Changes</h3>
      <text-diff .was=${`${now.title}\n\n${now.body}`} .now=${`${this.draft.title}\n\n${this.draft.body}`} wasName="Live now" nowName="After you publish"></text-diff>
    </section>`;
  }

  private get isStale(): boolean {
    const { now, revision } = this.chosen ?? {};
    return Boolean(now && revision && now.revision !== revision);
  }

  /** The same text again would fix nothing, unless somebody has already put it right. */
  private get canPublish(): boolean {
    const now = this.chosen?.now;
    return !now || this.isStale || now.title !== this.draft.title || now.body !== this.draft.body;
  }

  private async read(): Promise<FlagDetail> {
    const detail = await this.api.get<FlagDetail>(`/v1/kb/flags/${this.flagId}`);
    this.choose(detail.articles[0] ?? null);
    return detail;
  }

  private choose(article: FlaggedArticle | null): void {
    this.chosen = article;
    this.draft = draftOf(article?.now ?? article?.then ?? null);
  }

  private write(name: "title" | "body"): (event: InputEvent) => void {
    return (event) => (this.draft = { ...this.draft, [name]: (event.target as HTMLInputElement | HTMLTextAreaElement).value });
  }

  private insert(): void {
    const correction = this.detail.value?.flag.correction ?? "";
    this.draft = { ...this.draft, body: `${this.draft.body.trimEnd()}\n\n${correction}`.trimStart() };
  }

  private async publish(event: Event): Promise<void> {
    event.preventDefault();
    this.isBusy = true;
    this.problem = "";
    try {
      const id = this.chosen?.now?.id;
      const body = { article: this.draft, ...(id ? { article_id: id } : {}) };
      const { article } = await this.api.post<{ article: Article }>(`/v1/kb/flags/${this.flagId}/resolve`, body);
      this.fixed = { article, from: this.chosen?.revision ?? null };
      await this.updateComplete;
      this.renderRoot.querySelector(".done")?.scrollIntoView({ block: "center" });
    } catch (error) {
      this.problem = wordsOf(error);
    } finally {
      this.isBusy = false;
    }
  }
}

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import { Fetched } from "../api/fetched.ts";
import { wordsOf } from "../api/problem.ts";
import { markdown, markdownStyle } from "../text/markdown.ts";
import { richText, richTextStyle } from "../text/rich-text.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import { icon } from "../theme/icons.ts";
import type { Dismissal } from "./flag-dismissal.ts";
import "./flag-dismissal.ts";
import { flagReviewStyle } from "./flag-review-style.ts";
import "./past-answers.ts";
import type { Article, Flag, FlagDetail, FlaggedArticle } from "../api/contract.d.ts";
import { hrefOf, NEW } from "./place.ts";
import { roomStyle } from "./room-style.ts";
import { type Draft, draftOf } from "./types.ts";
import "./text-diff.ts";
import { adminTexts, staffTexts } from "../messages/texts.ts";
import { keepUnsaved, unsaved } from "./unsaved.ts";

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
  private begun: Dismissal | null = null;
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
      <a class="back" href=${hrefOf("flags")}>${icon("back", 16)}${adminTexts.flag.all}</a>
      <div class="head">
        <h2>${adminTexts.flag.title}</h2>
        ${detail ? html`<span class="chip ${detail.flag.status === "open" ? "warn" : "good"}">${adminTexts.flag.statuses[detail.flag.status]}</span>` : nothing}
      </div>
      ${fetchState(this.detail)} ${detail ? html`${this.exchange(detail)} ${this.rest(detail)}` : nothing}
    `;
  }

  private rest(detail: FlagDetail): TemplateResult {
    if (this.fixed) return this.afterwards(this.fixed);
    return detail.flag.status === "open" ? this.fixing(detail) : this.outcome(detail.flag);
  }

  private exchange({ flag, question, answer, segments }: FlagDetail): TemplateResult {
    return html`<div class="exchange">
      <section class="card" aria-label=${adminTexts.flag.said}>
        <h3>${adminTexts.flag.asked}</h3>
        <div class="text quoted">${question ? richText(question.text) : adminTexts.flag.askedNothing}</div>
        <h3>${adminTexts.flag.answered}</h3>
        <div class="text quoted wrong">${richText(answer.text)}</div>
        ${
          segments.length
            ? html`<details>
              <summary>${adminTexts.flag.madeFrom}</summary>
              ${segments.map((s) => html`<p class="small"><strong>${s.question}</strong><br />${s.answer}</p>`)}
            </details>`
            : html`<p class="small muted">${adminTexts.flag.madeFromNothing}</p>`
        }
      </section>
      <section class="card" aria-label=${adminTexts.flag.theFlag}>
        <h3>${adminTexts.flag.says(staffTexts.flagReasons[flag.reason], flag.flagged_by)}</h3>
        <div class="text">${flag.correction ? richText(flag.correction) : html`<p class="muted">${staffTexts.noCorrection}</p>`}</div>
        <p class="small muted mono">${adminTexts.conversation(flag.conversation_id)}</p>
      </section>
    </div>`;
  }

  private outcome(flag: Flag): TemplateResult {
    if (!flag.resolution || "dismissed" in flag.resolution)
      return html`<div class="card"><h3>${adminTexts.flag.dismissedBy(flag.resolved_by ?? adminTexts.flags.somebody)}</h3><p class="quoted">${flag.resolution?.dismissed}</p></div>`;
    const { article_id: id, revision } = flag.resolution;
    return html`<div class="done">${icon("check")}${adminTexts.flag.fixedBy(flag.resolved_by ?? adminTexts.flags.somebody, revision)}<a href=${hrefOf("articles", id)}>${adminTexts.openArticle}</a></div>
      ${this.told(id, flag.revisions[id] ?? null)}`;
  }

  private afterwards({ article, from }: Fixed): TemplateResult {
    return html`<div class="done" role="status">
        ${icon("check")}${adminTexts.editor.isLiveAs(article.title, article.revision)}
        <a href=${hrefOf("articles", article.id)}>${adminTexts.openArticle}</a>
      </div>
      <p class="intro">${adminTexts.flag.isEvalCase(html`<code class="mono">supportgraph evals run flags</code>`)}</p>
      ${this.told(article.id, from)}
      <p class="next"><a class="button main" href=${hrefOf("flags")}>${adminTexts.flag.next}</a></p>`;
  }

  private told(id: string, revision: number | null): TemplateResult | typeof nothing {
    if (revision === null) return nothing;
    return html`<section aria-label=${adminTexts.flag.whoWasTold}>
      <h3 class="title">${adminTexts.flag.whoWasGiven}</h3>
      <past-answers .api=${this.api} .articleId=${id} .revision=${revision}></past-answers>
    </section>`;
  }

  private fixing({ flag, articles }: FlagDetail): TemplateResult {
    const now = this.chosen?.now ?? null;
    return html`
      ${articles.length > 1 ? this.choice(articles) : nothing}
      ${this.isStale ? html`<p class="notice">${icon("warning", 16)}${adminTexts.flag.stale(this.chosen?.revision ?? 0, now?.revision ?? 0)}</p>` : nothing}
      <form @submit=${this.publish}>
        <div class="desk">
          <section class="card now" tabindex="0" aria-label=${adminTexts.flag.articleNow}>
            <h3>${now ? adminTexts.flag.articleNowIn(now.revision) : adminTexts.flag.noArticle}</h3>
            ${now ? html`<h4>${now.title}</h4>${markdown(now.body)}` : html`<p class="muted">${adminTexts.flag.noArticleHint}</p>`}
          </section>
          <section class="editor" aria-label=${adminTexts.flag.yourVersion}>
            <label>${adminTexts.flag.titleField}<input required maxlength="300" .value=${this.draft.title} @input=${this.write("title")} /></label>
            <label class="body">${adminTexts.flag.textField}<textarea required maxlength="200000" .value=${this.draft.body} @input=${this.write("body")}></textarea></label>
            ${flag.correction ? html`<div><button class="button small" type="button" @click=${this.insert}>${adminTexts.flag.addCorrection}</button></div>` : nothing}
          </section>
        </div>
        ${now ? this.changes(now) : nothing}
        ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
        <div class="row actions">
          <button class="button main" ?disabled=${this.isBusy || !this.canPublish}>${this.isBusy ? adminTexts.flag.publishing : adminTexts.flag.publish}</button>
          <button class="button" type="button" aria-expanded=${this.isDismissing ? "true" : "false"} @click=${() => (this.isDismissing = !this.isDismissing)}>${adminTexts.flag.dismiss}</button>
          ${this.canPublish ? nothing : html`<span class="small muted">${adminTexts.flag.changeFirst}</span>`}
        </div>
      </form>
      ${
        this.isDismissing
          ? html`<flag-dismissal
            .api=${this.api}
            .flag=${flag}
            .begun=${this.begun}
            @dismissal-change=${(e: CustomEvent<Dismissal>) => keepUnsaved(this.dismissalId, 0, e.detail)}
            @flag-dismissed=${this.dismissed}
          ></flag-dismissal>`
          : nothing
      }
    `;
  }

  private choice(articles: FlaggedArticle[]): TemplateResult {
    const title = (a: FlaggedArticle): string => a.now?.title ?? adminTexts.flag.deleted(a.then?.title ?? a.article_id);
    return html`<div class="choices" role="group" aria-label=${adminTexts.flag.whichArticle}>
      ${articles.map(
        (a) =>
          html`<button type="button" aria-pressed=${a === this.chosen ? "true" : "false"} @click=${() => this.choose(a)}>${title(a)}</button>`,
      )}
    </div>`;
  }

  private changes(now: Article): TemplateResult {
    return html`<section class="changes" aria-label=${adminTexts.flag.changes}>
      <h3 class="title">${adminTexts.flag.changes}</h3>
      <text-diff .was=${`${now.title}\n\n${now.body}`} .now=${`${this.draft.title}\n\n${this.draft.body}`} .wasName=${adminTexts.flag.liveNow} .nowName=${adminTexts.flag.afterPublishing}></text-diff>
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
    this.choose(detail.articles.find((a) => this.keptOf(a)) ?? detail.articles[0] ?? null);
    this.begun = unsaved<Dismissal>(this.dismissalId, 0);
    this.isDismissing = this.begun !== null;
    return detail;
  }

  private choose(article: FlaggedArticle | null): void {
    this.chosen = article;
    this.draft = this.keptOf(article) ?? draftOf(article?.now ?? article?.then ?? null);
  }

  /** A fix that was begun stays with its flag and the article that it is for. */
  private fixId(article: FlaggedArticle | null): string {
    return `flag/${this.flagId}/${article?.article_id ?? NEW}`;
  }

  private get dismissalId(): string {
    return `flag/${this.flagId}/dismissal`;
  }

  private keptOf(article: FlaggedArticle | null): Draft | null {
    return unsaved<Draft>(this.fixId(article), article?.now?.revision ?? 0);
  }

  private keep(draft: Draft): void {
    this.draft = draft;
    keepUnsaved(this.fixId(this.chosen), this.chosen?.now?.revision ?? 0, draft);
  }

  private write(name: "title" | "body"): (event: InputEvent) => void {
    return (event) => this.keep({ ...this.draft, [name]: (event.target as HTMLInputElement | HTMLTextAreaElement).value });
  }

  /** The flag is resolved: nothing that was begun for it is left. */
  private forget(): void {
    keepUnsaved(this.dismissalId, 0, null);
    for (const article of [...(this.detail.value?.articles ?? []), null]) keepUnsaved(this.fixId(article), 0, null);
  }

  private dismissed(event: Event): void {
    this.forget();
    if (!this.isConnected) event.stopPropagation(); // whoever has gone on to another flag is not called back from it
  }

  private insert(): void {
    const correction = this.detail.value?.flag.correction ?? "";
    this.keep({ ...this.draft, body: `${this.draft.body.trimEnd()}\n\n${correction}`.trimStart() });
  }

  private async publish(event: Event): Promise<void> {
    event.preventDefault();
    this.isBusy = true;
    this.problem = "";
    try {
      const id = this.chosen?.now?.id;
      const body = { article: this.draft, ...(id ? { article_id: id } : {}) };
      const { article } = await this.api.post<{ article: Article }>(`/v1/kb/flags/${this.flagId}/resolve`, body);
      this.forget();
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

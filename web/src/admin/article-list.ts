import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";
import { fetchState } from "../looks/fetch-state.ts";
import { icon } from "../looks/icons.ts";
import type { Api } from "../wire/api.ts";
import { everyPage } from "../wire/every-page.ts";
import { Fetched } from "../wire/fetched.ts";
import { count, day } from "../words/format.ts";
import { articleTableStyle } from "./article-table-style.ts";
import { FINDING_WORDS } from "./finding-words.ts";
import { healthAt, healthOf, type ArticleHealth } from "./health.ts";
import { hrefOf, NEW } from "./place.ts";
import { roomStyle } from "./room-style.ts";
import type { Article } from "./shapes.ts";

const SHOWN = 100; // rows drawn at first: a knowledge base may have thousands
const ORDERS = { title: "Title", answers: "Most answered from", flags: "Most flagged", changed: "Last changed" } as const;
type Order = keyof typeof ORDERS;

/** All articles with their health; each opens its editor. */
@customElement("article-list")
export class ArticleList extends LitElement {
  @property({ attribute: false }) api!: Api;
  /** What was just done, in words. */
  @property() done = "";
  @state() private sought = "";
  @state() private order: Order = "title";
  @state() private isOnlyProblems = false;
  @state() private most = SHOWN;
  private readonly articles = new Fetched(this, () => everyPage<Article>(this.api, "/v1/kb/articles"));
  private readonly health = new Fetched(this, () => healthOf(this.api));

  static override styles = [controls, roomStyle, articleTableStyle];

  protected override firstUpdated(): void {
    void this.articles.load();
    void this.health.load();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("sought") || changed.has("order")) this.most = SHOWN;
  }

  protected override render(): TemplateResult {
    const articles = this.articles.value;
    return html`
      <div class="head">
        <h2>Articles ${articles ? html`<span class="muted">${count(articles.length)}</span>` : nothing}</h2>
        <a class="button main" href=${hrefOf("articles", NEW)}>New article</a>
      </div>
      <p class="intro">What the assistant answers from. A saved change is live at once.</p>
      ${this.done ? html`<div class="done" role="status">${icon("check")}${this.done}</div>` : nothing}
      ${fetchState(this.articles)} ${articles ? this.whole(articles) : nothing}
    `;
  }

  private whole(articles: Article[]): TemplateResult {
    if (!articles.length) {
      return html`<div class="card empty">
        <h3>No articles yet</h3>
        <p>Write the first with “New article”, or bring what you have under <a href=${hrefOf("import")}>Import</a>.</p>
      </div>`;
    }
    const health = this.health.value ?? new Map<string, ArticleHealth>();
    const shown = this.sorted(articles.filter((a) => this.fits(a, healthAt(health, a.id))), health);
    return html`<div class="filter">
        <label>
          Filter by title, tag or address
          <input type="search" @input=${(e: InputEvent) => (this.sought = (e.target as HTMLInputElement).value.toLowerCase())} />
        </label>
        <label>
          Order
          <select @change=${(e: Event) => (this.order = (e.target as HTMLSelectElement).value as Order)}>
            ${Object.entries(ORDERS).map(([order, words]) => html`<option value=${order}>${words}</option>`)}
          </select>
        </label>
        <label class="check">
          <input type="checkbox" @change=${(e: Event) => (this.isOnlyProblems = (e.target as HTMLInputElement).checked)} />
          Only with problems
        </label>
      </div>
      ${this.health.problem ? html`<p class="error" role="alert">Health is not known now: ${this.health.problem}</p>` : nothing}
      ${shown.length ? this.table(shown, health) : html`<p class="card empty">No article fits this filter.</p>`}`;
  }

  private fits(a: Article, health: ArticleHealth): boolean {
    if (this.isOnlyProblems && !health.openFlags && !health.problems.length) return false;
    return `${a.title} ${a.tags.join(" ")} ${a.url ?? ""}`.toLowerCase().includes(this.sought);
  }

  private sorted(articles: Article[], health: Map<string, ArticleHealth>): Article[] {
    const by: Record<Order, (a: Article, b: Article) => number> = {
      title: () => 0,
      answers: (a, b) => healthAt(health, b.id).answers - healthAt(health, a.id).answers,
      flags: (a, b) => healthAt(health, b.id).openFlags - healthAt(health, a.id).openFlags,
      changed: (a, b) => b.updated_at.localeCompare(a.updated_at),
    };
    return articles.sort((a, b) => by[this.order](a, b) || a.title.localeCompare(b.title));
  }

  private table(articles: Article[], health: Map<string, ArticleHealth>): TemplateResult {
    const rest = articles.length - this.most;
    return html`<div class="card wrap">
        <table>
          <thead>
            <tr>
              <th scope="col">Title</th><th scope="col">Served to</th><th scope="col" class="number">Answers</th>
              <th scope="col" class="number">Helpful</th><th scope="col">Review by</th><th scope="col">Health</th>
            </tr>
          </thead>
          <tbody>
            ${articles.slice(0, this.most).map((a) => this.row(a, healthAt(health, a.id)))}
          </tbody>
        </table>
      </div>
      ${rest > 0
        ? html`<button class="button more" @click=${() => (this.most += SHOWN)}>Show more (${count(rest)} left)</button>`
        : nothing}`;
  }

  private row(a: Article, { answers, helpful, rated, openFlags, problems }: ArticleHealth): TemplateResult {
    const isDue = a.review_by !== null && Date.parse(a.review_by) <= Date.now();
    const isKnown = this.health.value !== null;
    const served = (a.regions.length ? a.regions.join(", ") : "everyone") + (a.locale ? `\u00a0·\u00a0${a.locale}` : "");
    return html`<tr>
      <td>
        <a href=${hrefOf("articles", a.id)}>${a.title}</a>
        <div class="small muted">Revision ${a.revision}, ${day(a.updated_at)}</div>
      </td>
      <td data-name="Served to">${served}</td>
      <td class="number" data-name="Answers">${isKnown ? count(answers) : "…"}</td>
      <td class="number" data-name="Helpful">${isKnown ? (rated ? `${helpful} of ${rated}` : "–") : "…"}</td>
      <td data-name="Review by">${a.review_by ? html`<span class=${isDue ? "due" : ""}>${day(a.review_by)}${isDue ? " (due)" : ""}</span>` : "–"}</td>
      <td data-name="Health">
        <div class="row">
          ${openFlags ? html`<a class="chip bad" href=${hrefOf("flags")}>${icon("flag", 12)}${openFlags} flagged</a>` : nothing}
          ${problems.map((kind) => html`<a class="chip warn" href=${hrefOf("audit", kind)}>${FINDING_WORDS[kind].name}</a>`)}
          ${isKnown && !openFlags && !problems.length ? html`<span class="muted">Good</span>` : isKnown ? nothing : "…"}
        </div>
      </td>
    </tr>`;
  }
}

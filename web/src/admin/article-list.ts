import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import type { Article } from "../api/contract.d.ts";
import { everyPage } from "../api/every-page.ts";
import { Fetched } from "../api/fetched.ts";
import { adminTexts } from "../messages/texts.ts";
import { day } from "../text/format.ts";
import { count } from "../text/numbers.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import { icon } from "../theme/icons.ts";
import { articleTableStyle } from "./article-table-style.ts";
import { type ArticleHealth, healthAt, healthOf } from "./health.ts";
import { hrefOf, NEW } from "./place.ts";
import { roomStyle } from "./room-style.ts";

const SHOWN = 100; // rows drawn at first: a knowledge base may have thousands
const ORDERS = ["title", "answers", "flags", "changed"] as const;
type Order = (typeof ORDERS)[number];

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
        <h2>${adminTexts.articles.title} ${articles ? html`<span class="muted">${count(articles.length)}</span>` : nothing}</h2>
        <a class="button main" href=${hrefOf("articles", NEW)}>${adminTexts.articles.new}</a>
      </div>
      <p class="intro">${adminTexts.articles.intro}</p>
      ${this.done ? html`<div class="done" role="status">${icon("check")}${this.done}</div>` : nothing}
      ${fetchState(this.articles)} ${articles ? this.whole(articles) : nothing}
    `;
  }

  private whole(articles: Article[]): TemplateResult {
    if (!articles.length) {
      return html`<div class="card empty">
        <h3>${adminTexts.articles.none}</h3>
        <p>${adminTexts.articles.noneHint(html`<a href=${hrefOf("import")}>${adminTexts.sections.import}</a>`)}</p>
      </div>`;
    }
    const health = this.health.value ?? new Map<string, ArticleHealth>();
    const shown = this.sorted(
      articles.filter((a) => this.fits(a, healthAt(health, a.id))),
      health,
    );
    return html`<div class="filter">
        <label>
          ${adminTexts.articles.filter}
          <input type="search" @input=${(e: InputEvent) => (this.sought = (e.target as HTMLInputElement).value.toLowerCase())} />
        </label>
        <label>
          ${adminTexts.articles.order}
          <select @change=${(e: Event) => (this.order = (e.target as HTMLSelectElement).value as Order)}>
            ${ORDERS.map((order) => html`<option value=${order}>${adminTexts.articles.orders[order]}</option>`)}
          </select>
        </label>
        <label class="check">
          <input type="checkbox" @change=${(e: Event) => (this.isOnlyProblems = (e.target as HTMLInputElement).checked)} />
          ${adminTexts.articles.onlyProblems}
        </label>
      </div>
      ${this.health.problem ? html`<p class="error" role="alert">${adminTexts.articles.healthUnknown(this.health.problem)}</p>` : nothing}
      ${shown.length ? this.table(shown, health) : html`<p class="card empty">${adminTexts.articles.noneFits}</p>`}`;
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
    const { columns } = adminTexts.articles;
    const rest = articles.length - this.most;
    return html`<div class="card wrap">
        <table>
          <thead>
            <tr>
              <th scope="col">${columns.title}</th><th scope="col">${columns.servedTo}</th><th scope="col" class="number">${columns.answers}</th>
              <th scope="col" class="number">${columns.helpful}</th><th scope="col">${columns.reviewBy}</th><th scope="col">${columns.health}</th>
            </tr>
          </thead>
          <tbody>
            ${articles.slice(0, this.most).map((a) => this.row(a, healthAt(health, a.id)))}
          </tbody>
        </table>
      </div>
      ${
        rest > 0
          ? html`<button class="button more" @click=${() => (this.most += SHOWN)}>${adminTexts.articles.moreLeft(rest)}</button>`
          : nothing
      }`;
  }

  private row(a: Article, { answers, helpful, rated, openFlags, problems }: ArticleHealth): TemplateResult {
    const { columns } = adminTexts.articles;
    const isDue = a.review_by !== null && Date.parse(a.review_by) <= Date.now();
    const isKnown = this.health.value !== null;
    const served =
      (a.audience === "staff" ? adminTexts.articles.staffOnly : a.regions.length ? a.regions.join(", ") : adminTexts.everyone) +
      (a.locale ? `\u00a0·\u00a0${a.locale}` : "");
    return html`<tr>
      <td>
        <a href=${hrefOf("articles", a.id)}>${a.title}</a>
        <div class="small muted">${adminTexts.articles.changed(a.revision, day(a.updated_at))}</div>
      </td>
      <td data-name=${columns.servedTo}>${served}</td>
      <td class="number" data-name=${columns.answers}>${isKnown ? count(answers) : "…"}</td>
      <td class="number" data-name=${columns.helpful}>${isKnown ? (rated ? adminTexts.articles.helpfulOf(helpful, rated) : "–") : "…"}</td>
      <td data-name=${columns.reviewBy}>${a.review_by ? html`<span class=${isDue ? "due" : ""}>${isDue ? adminTexts.articles.due(day(a.review_by)) : day(a.review_by)}</span>` : "–"}</td>
      <td data-name=${columns.health}>
        <div class="row">
          ${openFlags ? html`<a class="chip bad" href=${hrefOf("flags")}>${icon("flag", 12)}${adminTexts.articles.flagged(openFlags)}</a>` : nothing}
          ${problems.map((kind) => html`<a class="chip warn" href=${hrefOf("audit", kind)}>${adminTexts.audit.findings[kind].name}</a>`)}
          ${isKnown && !openFlags && !problems.length ? html`<span class="muted">${adminTexts.articles.good}</span>` : isKnown ? nothing : "…"}
        </div>
      </td>
    </tr>`;
  }
}

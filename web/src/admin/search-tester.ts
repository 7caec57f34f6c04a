import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";
import { fetchState } from "../looks/fetch-state.ts";
import { icon } from "../looks/icons.ts";
import type { Api } from "../wire/api.ts";
import { Fetched } from "../wire/fetched.ts";
import { percent } from "../words/format.ts";
import { richText, richTextStyle } from "../words/rich-text.ts";
import { hrefOf } from "./place.ts";
import { roomStyle } from "./room-style.ts";
import { searchTesterStyle } from "./search-tester-style.ts";
import type { Found, Hit } from "./shapes.ts";

const REGIONS = ["US", "GB", "DE", "FR", "CA"] as const;

const bar = (share: number): TemplateResult =>
  html`<span class="bar" aria-hidden="true"><i style="inline-size:${Math.round(Math.min(Math.max(share, 0), 1) * 100)}%"></i></span>`;

/** Asks the knowledge base as the assistant does, and shows what it finds and why. */
@customElement("search-tester")
export class SearchTester extends LitElement {
  @property({ attribute: false }) api!: Api;
  /** Beside an editor: without a heading. */
  @property({ type: Boolean }) isBeside = false;
  @state() private asked = "";
  @query("form") private form!: HTMLFormElement;
  private readonly found = new Fetched(this, () => this.api.get<Found>(`/v1/kb/search?${this.asked}`));

  static override styles = [controls, richTextStyle, roomStyle, searchTesterStyle];

  protected override render(): TemplateResult {
    return html`
      ${this.isBeside
        ? nothing
        : html`<div class="head"><h2>Ask it</h2></div>
            <p class="intro">Searches as the assistant does for a customer of that region and language. Nothing is counted or kept.</p>`}
      <form @submit=${this.search}>
        <label class="q">Question<input name="q" required maxlength="1000" placeholder="How long do refunds take?" /></label>
        <label>
          Region
          <input name="region" list="regions" maxlength="2" pattern="[A-Za-z]{2}" placeholder="not known" title="Two letters" autocomplete="off" />
          <datalist id="regions">${REGIONS.map((r) => html`<option value=${r}></option>`)}</datalist>
        </label>
        <label>Language<input name="locale" maxlength="35" placeholder="any" autocomplete="off" /></label>
        <button class="button main" ?disabled=${this.found.isLoading}>${icon("search", 16)}Search</button>
      </form>
      ${this.asked ? fetchState(this.found, "Searching…") : nothing} ${this.found.value ? this.results(this.found.value) : nothing}
    `;
  }

  private results({ items, answerable, confidence, doubtful }: Found): TemplateResult {
    const best = { score: Math.max(...items.map((h) => h.score), 0), lexical: Math.max(...items.map((h) => h.lexical), 0) };
    return html`<div class="verdict ${answerable ? "yes" : ""}" role="status">
        ${icon(answerable ? "check" : "warning")}
        <span class="says">
          ${answerable
            ? doubtful
              ? "The assistant would answer, and say that it is not sure."
              : "The assistant would answer from these."
            : "The assistant would say that it does not know."}
        </span>
        <span class="sure">Confidence ${percent(confidence)}</span>${bar(confidence)}
      </div>
      ${items.length ? nothing : html`<p class="card empty">No article is served to this customer that is anywhere near the question.</p>`}
      <ol class="cards">
        ${items.map((hit, i) => this.hit(hit, i + 1, best))}
      </ol>`;
  }

  private hit(hit: Hit, place: number, best: { score: number; lexical: number }): TemplateResult {
    return html`<li class="card">
      <div class="what">
        <span class="place" aria-hidden="true">${place}</span>
        <div>
          <h3>${hit.question || hit.title}</h3>
          <a class="small" href=${hrefOf("articles", hit.article_id)}>${hit.title}</a>
        </div>
      </div>
      <dl class="why">
        <dt>Score</dt>
        <dd>${bar(best.score > 0 ? hit.score / best.score : 0)}<span>${hit.score.toFixed(2)}</span></dd>
        <dt title="Cosine of question and text">Same meaning</dt>
        <dd>${bar(hit.cosine)}<span>${hit.cosine.toFixed(2)}</span></dd>
        <dt title="BM25: shared words, rare ones count more">Shared words</dt>
        <dd>${bar(best.lexical > 0 ? hit.lexical / best.lexical : 0)}<span>${hit.lexical ? hit.lexical.toFixed(1) : "none"}</span></dd>
      </dl>
      <div class="text small answer">${richText(hit.answer)}</div>
    </li>`;
  }

  private search(event: Event): void {
    event.preventDefault();
    const given = new FormData(this.form);
    const asked = new URLSearchParams({ q: String(given.get("q")), limit: "6" });
    for (const name of ["region", "locale"]) {
      const value = String(given.get(name) ?? "").trim();
      if (value) asked.set(name, value);
    }
    this.asked = asked.toString();
    void this.found.load();
  }
}

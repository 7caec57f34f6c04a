import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import type { SearchAnswer as Found, SearchHit as Hit } from "../api/contract.d.ts";
import { Fetched } from "../api/fetched.ts";
import { adminTexts } from "../messages/texts.ts";
import { decimal, percent } from "../text/numbers.ts";
import { richText, richTextStyle } from "../text/rich-text.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import { icon } from "../theme/icons.ts";
import { hrefOf } from "./place.ts";
import { roomStyle } from "./room-style.ts";
import { searchTesterStyle } from "./search-tester-style.ts";

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
      ${
        this.isBeside
          ? nothing
          : html`<div class="head"><h2>${adminTexts.ask.title}</h2></div>
            <p class="intro">${adminTexts.ask.intro}</p>`
      }
      <form @submit=${this.search}>
        <label class="q">${adminTexts.ask.question}<input name="q" required maxlength="1000" placeholder=${adminTexts.ask.questionExample} /></label>
        <label>
          ${adminTexts.ask.region}
          <input name="region" list="regions" maxlength="2" pattern="[A-Za-z]{2}" placeholder=${adminTexts.ask.regionUnknown} title=${adminTexts.ask.regionHint} autocomplete="off" />
          <datalist id="regions">${REGIONS.map((r) => html`<option value=${r}></option>`)}</datalist>
        </label>
        <label>${adminTexts.ask.language}<input name="locale" maxlength="35" placeholder=${adminTexts.any} autocomplete="off" /></label>
        <button class="button main" ?disabled=${this.found.isLoading}>${icon("search", 16)}${adminTexts.ask.search}</button>
      </form>
      ${this.asked ? fetchState(this.found, adminTexts.ask.searching) : nothing} ${this.found.value ? this.results(this.found.value) : nothing}
    `;
  }

  private results({ items, answerable, confidence, doubtful }: Found): TemplateResult {
    const best = { score: Math.max(...items.map((h) => h.score), 0), lexical: Math.max(...items.map((h) => h.lexical), 0) };
    return html`<div class="verdict ${answerable ? "yes" : ""}" role="status">
        ${icon(answerable ? "check" : "warning")}
        <span class="says">
          ${answerable ? (doubtful ? adminTexts.ask.wouldDoubt : adminTexts.ask.wouldAnswer) : adminTexts.ask.wouldNot}
        </span>
        <span class="sure">${adminTexts.ask.confidence(percent(confidence))}</span>${bar(confidence)}
      </div>
      ${items.length ? nothing : html`<p class="card empty">${adminTexts.ask.nothing}</p>`}
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
        <dt>${adminTexts.ask.score}</dt>
        <dd>${bar(best.score > 0 ? hit.score / best.score : 0)}<span>${decimal(hit.score, 2)}</span></dd>
        <dt title=${adminTexts.ask.sameMeaningHint}>${adminTexts.ask.sameMeaning}</dt>
        <dd>${bar(hit.cosine)}<span>${decimal(hit.cosine, 2)}</span></dd>
        <dt title=${adminTexts.ask.sharedWordsHint}>${adminTexts.ask.sharedWords}</dt>
        <dd>${bar(best.lexical > 0 ? hit.lexical / best.lexical : 0)}<span>${hit.lexical ? decimal(hit.lexical, 1) : adminTexts.ask.noSharedWords}</span></dd>
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

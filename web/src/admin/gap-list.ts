import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import type { GapShown as Gap } from "../api/contract.d.ts";
import { Fetched } from "../api/fetched.ts";
import type { Listing } from "../api/types.ts";
import { adminTexts } from "../messages/texts.ts";
import { day } from "../text/format.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import { hrefOf } from "./place.ts";
import { roomStyle } from "./room-style.ts";

const AT_ONCE = 20;
const QUESTIONS = 5; // of a gap that are shown

interface Gaps {
  gaps: Gap[];
  next: string | null;
  unread: number;
}

/** What customers asked and no article answers. Fires `article-write` with the gap to write about. */
@customElement("gap-list")
export class GapList extends LitElement {
  @property({ attribute: false }) api!: Api;
  private isMore = false;
  private readonly gaps = new Fetched(this, () => this.read());

  static override styles = [
    controls,
    roomStyle,
    css`
      .cards {
        grid-template-columns: repeat(auto-fill, minmax(min(420px, 100%), 1fr));
      }
      .cards > li.card {
        align-content: start;
        grid-template-rows: auto 1fr auto auto;
      }
      h3::first-letter {
        text-transform: uppercase;
      }
      h3 {
        font-size: 16px;
        overflow-wrap: anywhere;
      }
      .questions {
        padding-inline-start: 18px;
        list-style: disc;
        overflow-wrap: anywhere;
      }
      .more {
        margin-block-start: 12px;
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.gaps.load();
  }

  protected override render(): TemplateResult {
    const found = this.gaps.value;
    return html`
      <div class="head"><h2>${adminTexts.gaps.title}</h2></div>
      <p class="intro">${adminTexts.gaps.intro}</p>
      ${fetchState(this.gaps, adminTexts.gaps.grouping)}
      ${
        found?.gaps.length === 0 && !found.unread
          ? html`<div class="card empty"><h3>${adminTexts.gaps.none}</h3><p>${adminTexts.gaps.noneHint}</p></div>`
          : nothing
      }
      <ul class="cards">
        ${found?.gaps.map((gap) => this.card(gap))}
      </ul>
      ${
        found?.unread
          ? html`<p class="small muted more" role="status">
            ${adminTexts.gaps.unread(found.unread)}
            <button class="button small" ?disabled=${this.gaps.isLoading} @click=${() => this.gaps.load()}>${adminTexts.gaps.goOn}</button>
          </p>`
          : nothing
      }
      ${found?.next ? html`<button class="button more" ?disabled=${this.gaps.isLoading} @click=${this.showMore}>${adminTexts.showMore}</button>` : nothing}
    `;
  }

  private card(gap: Gap): TemplateResult {
    const rest = gap.questions.length - QUESTIONS;
    const write = (): boolean => this.dispatchEvent(new CustomEvent("article-write", { detail: gap }));
    return html`<li class="card">
      <div class="row">
        <h3>${gap.name}</h3>
        <span class="chip warn">${adminTexts.gaps.asked(gap.n)}</span>
      </div>
      <ul class="questions small">
        ${gap.questions.slice(0, QUESTIONS).map((q) => html`<li>${q}</li>`)}
        ${rest > 0 ? html`<li class="muted">${adminTexts.more(rest)}</li>` : nothing}
      </ul>
      <p class="small muted">
        ${gap.n === 1 ? adminTexts.gaps.askedOn(day(gap.last_asked_at)) : adminTexts.gaps.lastAsked(day(gap.last_asked_at), day(gap.first_asked_at))}
        ${gap.nearest.length ? adminTexts.gaps.nearest(gap.nearest.map((a, i) => html`${i ? ", " : ""}<a href=${hrefOf("articles", a.article_id)}>${a.title}</a>`)) : nothing}
      </p>
      <div class="row">
        <button class="button main" @click=${write}>${adminTexts.gaps.write}</button>
        ${gap.draft ? html`<span class="chip good">${adminTexts.gaps.hasAnswer}</span>` : nothing}
      </div>
    </li>`;
  }

  private showMore(): void {
    this.isMore = true;
    void this.gaps.load();
  }

  private async read(): Promise<Gaps> {
    const before = this.isMore ? this.gaps.value : null;
    this.isMore = false;
    const after = before?.next ? `&after=${encodeURIComponent(before.next)}` : "";
    const page = await this.api.get<Listing<Gap> & { unread: number }>(`/v1/kb/gaps?limit=${AT_ONCE}${after}`);
    return { gaps: [...(before?.gaps ?? []), ...page.items], next: page.next, unread: page.unread };
  }
}

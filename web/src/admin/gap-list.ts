import { LitElement, html, nothing, css, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";
import { fetchState } from "../looks/fetch-state.ts";
import type { Api } from "../wire/api.ts";
import { Fetched } from "../wire/fetched.ts";
import type { Listing } from "../wire/shapes.ts";
import { count, day } from "../words/format.ts";
import { hrefOf } from "./place.ts";
import { roomStyle } from "./room-style.ts";
import type { Gap } from "./shapes.ts";

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
      <div class="head"><h2>Gaps</h2></div>
      <p class="intro">Questions of the last 90 days that ended without an answer, grouped. Each is an article that is missing.</p>
      ${fetchState(this.gaps, "Grouping the questions…")}
      ${found?.gaps.length === 0 && !found.unread
        ? html`<div class="card empty"><h3>No gaps</h3><p>Every question of the last 90 days was answered, or an article answers it by now.</p></div>`
        : nothing}
      <ul class="cards">
        ${found?.gaps.map((gap) => this.card(gap))}
      </ul>
      ${found?.unread
        ? html`<p class="small muted more" role="status">
            ${count(found.unread)} more questions are still to be read.
            <button class="button small" ?disabled=${this.gaps.isLoading} @click=${() => this.gaps.load()}>Go on</button>
          </p>`
        : nothing}
      ${found?.next ? html`<button class="button more" ?disabled=${this.gaps.isLoading} @click=${this.showMore}>Show more</button>` : nothing}
    `;
  }

  private card(gap: Gap): TemplateResult {
    const rest = gap.questions.length - QUESTIONS;
    const write = (): boolean => this.dispatchEvent(new CustomEvent("article-write", { detail: gap }));
    return html`<li class="card">
      <div class="row">
        <h3>${gap.name}</h3>
        <span class="chip warn">asked ${gap.n === 1 ? "once" : `${count(gap.n)} times`}</span>
      </div>
      <ul class="questions small">
        ${gap.questions.slice(0, QUESTIONS).map((q) => html`<li>${q}</li>`)}
        ${rest > 0 ? html`<li class="muted">and ${count(rest)} more</li>` : nothing}
      </ul>
      <p class="small muted">
        ${gap.n === 1 ? `Asked on ${day(gap.last_asked_at)}.` : `Last asked on ${day(gap.last_asked_at)}, first on ${day(gap.first_asked_at)}.`}
        ${gap.nearest.length ? html`Nearest: ${gap.nearest.map((a, i) => html`${i ? ", " : ""}<a href=${hrefOf("articles", a.article_id)}>${a.title}</a>`)}.` : nothing}
      </p>
      <div class="row">
        <button class="button main" @click=${write}>Write an article</button>
        ${gap.draft ? html`<span class="chip good">a person has answered it: begin from that</span>` : nothing}
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

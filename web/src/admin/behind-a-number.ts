import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { reasonOf } from "../agent/reasons.ts";
import type { Api } from "../api/api.ts";
import type { ConversationCounted } from "../api/contract.d.ts";
import { Fetched } from "../api/fetched.ts";
import type { Listing } from "../api/types.ts";
import { adminTexts } from "../messages/texts.ts";
import { clock, day, spoken } from "../text/format.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import { hrefOf } from "./place.ts";
import { roomStyle } from "./room-style.ts";

const AT_ONCE = 50;

/** The conversations that a number counts, newest first. `query` is that of the call: measure, period, day. */
@customElement("behind-a-number")
export class BehindANumber extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property() query = "";
  private next: string | null = null;
  private readonly found = new Fetched(this, () => this.more());

  static override styles = [controls, roomStyle];

  protected override firstUpdated(): void {
    void this.found.load();
  }

  protected override render(): TemplateResult {
    const texts = adminTexts.insights.list;
    const measure = new URLSearchParams(this.query).get("measure") ?? "";
    const names: Record<string, string> = adminTexts.insights.measures;
    return html`
      <a class="back" href=${hrefOf("overview")}>← ${texts.back}</a>
      <div class="head"><h2>${texts.title(names[measure] ?? spoken(measure.replace(".", " ")))}</h2></div>
      ${fetchState(this.found, texts.counting)}
      ${this.found.value?.length === 0 ? html`<p class="card empty">${texts.none}</p>` : nothing}
      <ol class="cards">
        ${this.found.value?.map((one) => this.row(one))}
      </ol>
      ${this.next ? html`<p><button class="button" ?disabled=${this.found.isLoading} @click=${() => this.found.load()}>${adminTexts.showMore}</button></p>` : nothing}
    `;
  }

  private row(one: ConversationCounted): TemplateResult {
    const texts = adminTexts.insights.list;
    return html`<li class="card">
      <div class="row">
        <a href=${hrefOf("transcript", one.id)}>${adminTexts.at(day(one.created_at), clock(one.created_at))}</a>
        <span class="chip ${one.outcome === "gave_up" ? "bad" : one.outcome === "handed_off" ? "warn" : ""}">${texts.outcomes[one.outcome]}</span>
        ${one.handoff_reason ? html`<span class="small muted">${reasonOf(one.handoff_reason)[0]}</span>` : nothing}
      </div>
      <p class="small muted">
        ${[
          one.intent ? spoken(one.intent) : "",
          one.region ?? "",
          one.failed_turns ? texts.turns(one.failed_turns) : "",
          one.csat === null ? "" : texts.rated(one.csat),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </li>`;
  }

  private async more(): Promise<ConversationCounted[]> {
    const after = this.next ? `&after=${encodeURIComponent(this.next)}` : "";
    const page = await this.api.get<Listing<ConversationCounted>>(`/v1/kpis/conversations?limit=${AT_ONCE}&${this.query}${after}`);
    this.next = page.next;
    return [...(this.found.value ?? []), ...page.items];
  }
}

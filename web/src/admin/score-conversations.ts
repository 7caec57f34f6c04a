import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import type { ScoredShown } from "../api/contract.d.ts";
import { Fetched } from "../api/fetched.ts";
import type { Listing } from "../api/types.ts";
import { adminTexts } from "../messages/texts.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import { DIMENSIONS } from "./dimensions.ts";
import { hrefOf } from "./place.ts";
import { roomStyle } from "./room-style.ts";
import "./scored-conversation.ts";

const AT_ONCE = 50;

/** The conversations in which one thing is not as it should be, newest first. `query` is that of the call. */
@customElement("score-conversations")
export class ScoreConversations extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property() query = "";
  private next: string | null = null;
  private readonly found = new Fetched(this, () => this.more());

  static override styles = [controls, roomStyle];

  protected override firstUpdated(): void {
    void this.found.load();
  }

  protected override render(): TemplateResult {
    const texts = adminTexts.scores;
    const asked = new URLSearchParams(this.query);
    const name = DIMENSIONS.find((d) => d === asked.get("dimension"));
    const reason = asked.get("reason") ?? "";
    return html`
      <a class="back" href=${hrefOf("quality")}>← ${texts.list.back}</a>
      <div class="head"><h2>${texts.list.title(name ? texts.dimensions[name][0] : "", texts.reasons[reason] ?? reason)}</h2></div>
      ${fetchState(this.found, texts.counting)}
      ${this.found.value?.length === 0 ? html`<p class="card empty">${texts.list.none}</p>` : nothing}
      <ol class="cards">
        ${this.found.value?.map((one) => html`<li class="card"><scored-conversation .scored=${one}></scored-conversation></li>`)}
      </ol>
      ${this.next ? html`<p><button class="button" ?disabled=${this.found.isLoading} @click=${() => this.found.load()}>${adminTexts.showMore}</button></p>` : nothing}
    `;
  }

  private async more(): Promise<ScoredShown[]> {
    const after = this.next ? `&after=${encodeURIComponent(this.next)}` : "";
    const page = await this.api.get<Listing<ScoredShown>>(`/v1/insights/scores/conversations?limit=${AT_ONCE}&${this.query}${after}`);
    this.next = page.next;
    return [...(this.found.value ?? []), ...page.items];
  }
}

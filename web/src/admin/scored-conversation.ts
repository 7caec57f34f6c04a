import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ScoredShown } from "../api/contract.d.ts";
import { adminTexts } from "../messages/texts.ts";
import { clock, day } from "../text/format.ts";
import { controls } from "../theme/controls.ts";
import { DIMENSIONS } from "./dimensions.ts";
import { hrefOf } from "./place.ts";
import { roomStyle } from "./room-style.ts";

/** A scored conversation as a row: when, how it scored, what is not as it should be. */
@customElement("scored-conversation")
export class ScoredConversation extends LitElement {
  @property({ attribute: false }) scored!: ScoredShown;

  static override styles = [controls, roomStyle];

  protected override render(): TemplateResult {
    const texts = adminTexts.scores;
    const { id, created_at, overall, wrong, csat } = this.scored;
    return html`<div class="row">
      <a href=${hrefOf("transcript", id)}>${adminTexts.at(day(created_at), clock(created_at))}</a>
      <strong>${texts.overall(overall)}</strong>
      ${DIMENSIONS.map((name) => {
        const reason = wrong[name];
        return reason ? html`<span class="chip warn">${texts.dimensions[name][0]}: ${texts.reasons[reason] ?? reason}</span>` : nothing;
      })}
      ${csat === null ? nothing : html`<span class="small muted">${texts.rated(csat)}</span>`}
    </div>`;
  }
}

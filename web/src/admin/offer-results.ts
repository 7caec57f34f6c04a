import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import type { OfferResults } from "../api/contract.d.ts";
import { offerGroup } from "../api/known-words.ts";
import { adminTexts } from "../messages/texts.ts";
import { count } from "../text/numbers.ts";
import { controls } from "../theme/controls.ts";
import { hrefOf } from "./place.ts";

/** What became of the offers that pages made since `from`; nothing where none was made. */
@customElement("offer-results")
export class OfferResultsCard extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property() from = "";
  @state() private offers: OfferResults[] = [];

  static override styles = [
    controls,
    css`
      section {
        padding: 16px;
        margin-block-start: 14px;
      }
      .wide {
        overflow-x: auto;
      }
      table {
        inline-size: 100%;
        margin-block-start: 10px;
        border-collapse: collapse;
        font-size: 14px;
      }
      th,
      td {
        padding: 6px 12px 6px 0;
        border-block-end: 1px solid var(--line);
        text-align: start;
        vertical-align: top;
      }
      .number {
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("from") || changed.has("api")) void this.load();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.offers.length) return nothing;
    const texts = adminTexts.insights.offers;
    return html`<section class="card">
      <h3>${texts.title}</h3>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">${texts.offer}</th>
              <th scope="col" class="number">${texts.made}</th>
              <th scope="col" class="number">${texts.taken}</th>
              <th scope="col" class="number">${texts.conversations}</th>
              <th scope="col" class="number">${texts.resolved}</th>
            </tr>
          </thead>
          <tbody>
            ${this.offers.map((offer) => this.rows(offer))}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private rows(offer: OfferResults): TemplateResult {
    const texts = adminTexts.insights.offers;
    return html`${offer.arms.map((arm) => {
      const group = offerGroup(offer.name, arm.arm);
      const query = new URLSearchParams({ measure: "conversations", offer: group, ...(this.from ? { from: this.from } : {}) });
      return html`<tr>
        <th scope="row">
          <a href=${hrefOf("conversations", query.toString())}>${offer.name}</a>
          <div class="small muted">${arm.arm === "held_out" ? texts.heldBack : offer.words}</div>
        </th>
        <td class="number">${count(arm.made)}</td>
        <td class="number">${arm.arm === "held_out" ? "–" : count(arm.taken)}</td>
        <td class="number">${count(arm.conversations)}</td>
        <td class="number">${count(arm.resolution.count)}</td>
      </tr>`;
    })}`;
  }

  private async load(): Promise<void> {
    const since = this.from ? `?from=${this.from}` : "";
    this.offers = await this.api.get<{ items: OfferResults[] }>(`/v1/offers/results${since}`).then(
      (answer) => answer.items,
      () => [], // the overview says what is wrong
    );
  }
}

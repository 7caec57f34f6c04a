import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import type { CommentShown } from "../api/contract.d.ts";
import { Fetched } from "../api/fetched.ts";
import type { Listing } from "../api/types.ts";
import { adminTexts } from "../messages/texts.ts";
import { clock, day } from "../text/format.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import { hrefOf } from "./place.ts";

const AT_ONCE = 5;

/** What customers wrote beside their ratings since `from`, masked, each with its conversation. */
@customElement("rating-comments")
export class RatingComments extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property() from = "";
  private next: string | null = null;
  private readonly found = new Fetched(this, () => this.more());

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .card {
        padding: 16px;
      }
      ol {
        display: grid;
        gap: 12px;
        margin: 10px 0;
        padding: 0;
        list-style: none;
      }
      .words {
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
    `,
  ];

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("from")) return;
    this.next = null;
    this.found.value = null;
    void this.found.load();
  }

  protected override render(): TemplateResult {
    const texts = adminTexts.overview.comments;
    return html`<section class="card">
      <h3>${texts.title}</h3>
      ${fetchState(this.found)} ${this.found.value?.length === 0 ? html`<p class="small muted">${texts.none}</p>` : nothing}
      <ol>
        ${this.found.value?.map(
          (one) => html`<li>
            <p class="words">${one.comment}</p>
            <p class="small muted">
              ${adminTexts.insights.list.rated(one.score)} ·
              <a href=${hrefOf("transcript", one.id)}>${texts.conversation}</a> · ${adminTexts.at(day(one.rated_at), clock(one.rated_at))}
            </p>
          </li>`,
        )}
      </ol>
      ${this.next ? html`<button class="button small" ?disabled=${this.found.isLoading} @click=${() => this.found.load()}>${adminTexts.showMore}</button>` : nothing}
    </section>`;
  }

  private async more(): Promise<CommentShown[]> {
    const only = (this.from ? `&from=${this.from}` : "") + (this.next ? `&after=${this.next}` : "");
    const page = await this.api.get<Listing<CommentShown>>(`/v1/insights/comments?limit=${AT_ONCE}${only}`);
    this.next = page.next;
    return [...(this.found.value ?? []), ...page.items];
  }
}

import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import type { Message } from "../api/contract.d.ts";
import { Fetched } from "../api/fetched.ts";
import type { Listing } from "../api/types.ts";
import { adminTexts } from "../messages/texts.ts";
import { clock, day } from "../text/format.ts";
import { richText, richTextStyle } from "../text/rich-text.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import "./conversation-score.ts";
import { hrefOf } from "./place.ts";
import { roomStyle } from "./room-style.ts";

/** A conversation as it was said, masked. */
@customElement("conversation-transcript")
export class ConversationTranscript extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property() conversationId = "";
  private readonly messages = new Fetched(this, () => this.read());

  static override styles = [
    controls,
    richTextStyle,
    roomStyle,
    css`
      .customer {
        background: var(--bubble);
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.messages.load();
  }

  protected override render(): TemplateResult {
    const texts = adminTexts.insights.transcript;
    const first = this.messages.value?.[0];
    return html`
      <a class="back" href="#overview" @click=${this.back}>← ${texts.back}</a>
      <div class="head"><h2>${texts.title}</h2>${first ? html`<span class="small muted">${day(first.created_at)}</span>` : nothing}</div>
      <p class="intro">${texts.masked}</p>
      ${fetchState(this.messages, texts.loading)}
      <conversation-score .api=${this.api} .conversationId=${this.conversationId}></conversation-score>
      <ol class="cards">
        ${this.messages.value?.map(
          (m) => html`<li class="card ${m.role}">
            <p class="small muted">
              <strong>${m.author.name}</strong> ${clock(m.created_at)}
              ${m.turn_id && m.role === "assistant" ? html`<a href=${hrefOf("history", `turn:${m.turn_id}`)}>${adminTexts.history.ranUnder}</a>` : nothing}
            </p>
            <div class="text">${richText(m.text)}</div>
            ${m.citations.length ? html`<p class="small muted">${m.citations.map((c) => c.title).join(" · ")}</p>` : nothing}
          </li>`,
        )}
      </ol>
    `;
  }

  private back(event: Event): void {
    if (history.length < 2) return;
    event.preventDefault();
    history.back();
  }

  private async read(): Promise<Message[]> {
    return (await this.api.get<Listing<Message>>(`/v1/conversations/${this.conversationId}/messages?limit=200`)).items;
  }
}

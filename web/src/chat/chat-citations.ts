import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Citation } from "../api/contract.d.ts";
import { chatTexts } from "../messages/texts.ts";
import { richText, richTextStyle } from "../text/rich-text.ts";
import { controls } from "../theme/controls.ts";

/** The sources of an answer: numbered chips that open the quoted passage in place. */
@customElement("chat-citations")
export class ChatCitations extends LitElement {
  @property({ attribute: false }) citations: Citation[] = [];
  @property() server = "";
  @state() private shown = -1;

  static override styles = [
    controls,
    richTextStyle,
    css`
      :host {
        max-inline-size: 100%;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .source {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        max-inline-size: 100%;
        min-block-size: 28px;
        padding: 2px 10px 2px 3px;
        border: 1px solid var(--line);
        border-radius: 999px;
        background: var(--raised);
        font-size: 13px;
      }
      .source:hover,
      .source[aria-expanded="true"] {
        border-color: var(--accent-line);
        background: var(--accent-soft);
      }
      .number {
        display: grid;
        flex: none;
        place-items: center;
        inline-size: 20px;
        block-size: 20px;
        border-radius: 50%;
        background: var(--accent-soft);
        color: var(--accent-text);
        font-size: 12px;
        font-weight: 700;
      }
      .title {
        overflow: hidden;
        white-space: nowrap;
        text-overflow: ellipsis;
      }
      blockquote {
        margin: 8px 0 0;
        padding: 8px 12px;
        border-inline-start: 3px solid var(--accent);
        border-radius: 4px;
        background: var(--sunken);
        font-size: 14px;
      }
      blockquote a {
        display: inline-block;
        margin-block-start: 6px;
        font-size: 13px;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const open = this.citations[this.shown];
    return html`
      <div class="chips" role="group" aria-label=${chatTexts.sources}>
        ${this.citations.map(
          (c, i) => html`<button
            class="source"
            aria-expanded=${this.shown === i ? "true" : "false"}
            aria-label=${chatTexts.source(i + 1, c.title)}
            @click=${() => this.toggle(i)}
          >
            <span class="number">${i + 1}</span><span class="title">${c.title}</span>
          </button>`,
        )}
      </div>
      ${
        open
          ? html`<blockquote>
            <div class="text">${open.quote ? richText(open.quote, this.server) : open.title}</div>
            ${this.link(open)}
          </blockquote>`
          : nothing
      }
    `;
  }

  private async toggle(i: number): Promise<void> {
    this.shown = this.shown === i ? -1 : i;
    await this.updateComplete;
    this.renderRoot.querySelector("blockquote")?.scrollIntoView({ block: "nearest" });
  }

  private link(citation: Citation): TemplateResult | typeof nothing {
    const url = citation.url ?? "";
    if (!/^(https?:\/\/|\/)/.test(url)) return nothing;
    return html`<a href=${url.startsWith("/") ? this.server + url : url} target="_blank" rel="noopener noreferrer">${chatTexts.readArticle}</a>`;
  }
}

import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { chatTexts } from "../messages/texts.ts";
import { controls } from "../theme/controls.ts";
import { face } from "../theme/faces.ts";

/** The end of a conversation: five faces, a line for words. Fires `chat-rate` and `chat-new`. */
@customElement("chat-rating")
export class ChatRating extends LitElement {
  @property({ attribute: false }) given: number | null = null;
  @state() private score = 0;
  @query("textarea") private words!: HTMLTextAreaElement | null;

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        padding: 14px 16px 16px;
        border-block-start: 1px solid var(--line);
        background: var(--surface);
      }
      h2 {
        font-size: 15px;
        text-align: center;
      }
      .faces {
        display: flex;
        justify-content: center;
        gap: 6px;
        margin-block: 10px;
      }
      .face {
        padding: 6px;
        border: 1px solid transparent;
        border-radius: 50%;
        background: none;
        color: var(--muted);
        line-height: 0;
      }
      .face:hover,
      .face[aria-checked="true"] {
        color: var(--accent-text);
        background: var(--accent-soft);
        border-color: var(--accent-line);
      }
      form {
        display: grid;
        gap: 8px;
      }
      p {
        text-align: center;
        margin-block-end: 10px;
      }
      .button {
        inline-size: 100%;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const start = html`<button class="button" @click=${() => this.dispatchEvent(new CustomEvent("chat-new"))}>
      ${chatTexts.startAnew}
    </button>`;
    if (this.given !== null) return html`<p>${chatTexts.thanksForRating}</p>${start}`;
    return html`
      <h2>${chatTexts.howDidWeDo}</h2>
      <div class="faces" role="radiogroup" aria-label=${chatTexts.howDidWeDo}>${[1, 2, 3, 4, 5].map((n) => this.face(n))}</div>
      ${
        this.score
          ? html`<form @submit=${this.send}>
            <label class="visually-hidden" for="words">${chatTexts.inYourWords}</label>
            <textarea id="words" rows="2" maxlength="2000" placeholder=${chatTexts.inYourWords}></textarea>
            <button class="button main">${chatTexts.sendRating}</button>
          </form>`
          : nothing
      }
      ${this.score ? nothing : start}
    `;
  }

  private face(score: number): TemplateResult {
    const isChosen = this.score === score;
    return html`<button
      class="face"
      role="radio"
      aria-checked=${isChosen ? "true" : "false"}
      aria-label=${chatTexts.faces[score - 1] ?? ""}
      title=${chatTexts.faces[score - 1] ?? ""}
      @click=${() => (this.score = score)}
    >
      ${face(score)}
    </button>`;
  }

  private send(event: Event): void {
    event.preventDefault();
    const detail = { score: this.score, comment: this.words?.value.trim() ?? "" };
    this.dispatchEvent(new CustomEvent("chat-rate", { detail }));
  }
}

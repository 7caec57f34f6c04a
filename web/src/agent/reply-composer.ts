import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { agentTexts } from "../messages/texts.ts";
import { controls } from "../theme/controls.ts";

interface Suggestion {
  text: string;
  citations: { title: string }[];
}

/** Where the agent writes, with suggestions to insert and edit. Fires `draft-change` and `agent-reply` with the text. */
@customElement("reply-composer")
export class ReplyComposer extends LitElement {
  @property({ attribute: false }) suggestions: Suggestion[] = [];
  @property({ type: Boolean }) isBusy = false;
  @property() text = "";
  @query("textarea") private field!: HTMLTextAreaElement;

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        padding: 10px 24px 14px;
        border-block-start: 1px solid var(--line);
        background: var(--surface);
      }
      .suggestions {
        display: flex;
        gap: 8px;
        align-items: center;
        margin-block-end: 8px;
        overflow-x: auto;
      }
      .suggestion {
        flex: 0 1 auto;
        min-inline-size: 120px;
        max-inline-size: 320px;
        padding: 4px 10px;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--sunken);
        font-size: 13px;
        text-align: start;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      form {
        display: flex;
        gap: 8px;
        align-items: flex-end;
      }
      textarea {
        min-block-size: 44px;
        max-block-size: 200px;
        resize: none;
        field-sizing: content;
      }
      .button {
        min-block-size: 44px;
      }
      .hint {
        margin-block-start: 4px;
        font-size: 12px;
        color: var(--muted);
      }
    `,
  ];

  focusField(): void {
    this.field.focus();
  }

  protected override render(): TemplateResult {
    return html`
      ${
        this.suggestions.length
          ? html`<div class="suggestions" role="group" aria-label=${agentTexts.suggestedReplies}>
            <span class="small muted">${agentTexts.suggested}</span>
            ${this.suggestions.map(
              (s) => html`<button class="suggestion" title=${s.text} @click=${() => this.insert(s.text)}>
                ${s.citations[0] ? html`<strong>${s.citations[0].title}</strong> ` : nothing}${s.text}
              </button>`,
            )}
          </div>`
          : nothing
      }
      <form @submit=${this.submit}>
        <textarea
          rows="1"
          maxlength="8000"
          aria-label=${agentTexts.reply}
          placeholder=${agentTexts.replyToCustomer}
          .value=${this.text}
          @input=${() => this.write(this.field.value)}
          @keydown=${this.onKey}
        ></textarea>
        <button class="button main" ?disabled=${this.isBusy || !this.text.trim()}>${agentTexts.send}</button>
      </form>
      <p class="hint">${agentTexts.sendHint}</p>
    `;
  }

  private write(text: string): void {
    this.dispatchEvent(new CustomEvent("draft-change", { detail: text }));
  }

  private insert(text: string): void {
    this.write(this.text ? `${this.text.trimEnd()}\n${text}` : text);
    this.field.focus();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Escape") this.field.blur();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit(event);
  }

  private submit(event: Event): void {
    event.preventDefault();
    const text = this.text.trim();
    if (text && !this.isBusy) this.dispatchEvent(new CustomEvent("agent-reply", { detail: text }));
  }
}

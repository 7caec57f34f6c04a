import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { chatTexts } from "../messages/texts.ts";
import { controls } from "../theme/controls.ts";
import { icon } from "../theme/icons.ts";

const LONGEST = 8000; // characters; the service refuses more

/** Where the customer writes. Fires `chat-draft` and `chat-say` with the text, `chat-stop` and `chat-handoff`. */
@customElement("chat-composer")
export class ChatComposer extends LitElement {
  @property({ type: Boolean }) canAskForPerson = true;
  /** While an answer is being made it can be stopped. */
  @property({ type: Boolean }) canStop = false;
  @property() hint = chatTexts.write;
  @property() text = "";
  @query("textarea") private field!: HTMLTextAreaElement;

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        padding: 10px 12px 12px;
        border-block-start: 1px solid var(--line);
        background: var(--surface);
      }
      form {
        display: flex;
        align-items: flex-end;
        gap: 4px;
        padding: 4px;
        border: 1px solid var(--line-strong);
        border-radius: 22px;
        background: var(--raised);
      }
      form:focus-within {
        border-color: var(--accent-text);
        box-shadow: 0 0 0 1px var(--accent-text);
      }
      textarea {
        flex: 1;
        min-block-size: 36px;
        max-block-size: 132px;
        padding: 7px 10px;
        border: 0;
        background: none;
        outline: none;
        resize: none;
        field-sizing: content;
      }
      textarea:focus-visible {
        outline: none;
      }
      .send {
        border-radius: 50%;
        background: var(--accent);
        color: var(--on-accent);
      }
      .send:hover:not(:disabled) {
        background: color-mix(in srgb, var(--accent) 85%, var(--text));
      }
      .stop {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        block-size: 36px;
        padding-inline: 10px 12px;
        border: 1px solid var(--line-strong);
        border-radius: 18px;
        background: transparent;
        font-size: 13px;
        font-weight: 600;
      }
      .stop:hover {
        background: var(--accent-soft);
      }
      .below {
        display: flex;
        justify-content: space-between;
        align-items: center;
        margin-block-start: 8px;
        padding-inline: 4px;
      }
      .person {
        display: inline-flex;
        gap: 6px;
        align-items: center;
        min-block-size: 30px;
        padding: 3px 12px;
        border: 1px solid var(--accent-line);
        border-radius: 999px;
        background: transparent;
        color: var(--accent-text);
        font-size: 13px;
        font-weight: 600;
      }
      .person:hover:not(:disabled) {
        background: var(--accent-soft);
      }
    `,
  ];

  async focusField(): Promise<void> {
    await this.updateComplete;
    this.field.focus();
  }

  protected override render(): TemplateResult {
    return html`
      <form @submit=${this.submit}>
        <textarea
          rows="1"
          maxlength=${LONGEST}
          aria-label=${chatTexts.yourMessage}
          placeholder=${this.hint}
          .value=${this.text}
          @input=${() => this.write(this.field.value)}
          @keydown=${this.onKey}
        ></textarea>
        ${this.canStop ? html`<button class="stop" type="button" @click=${this.stop}>${icon("stop", 16)}${chatTexts.stop}</button>` : nothing}
        <button class="icon send" aria-label=${chatTexts.send} ?disabled=${!this.text.trim()}>${icon("send")}</button>
      </form>
      <div class="below">
        <button class="person" ?disabled=${!this.canAskForPerson} @click=${() => this.dispatchEvent(new CustomEvent("chat-handoff"))}>
          ${icon("person", 16)}${chatTexts.talkToPerson}
        </button>
        <slot></slot>
      </div>
    `;
  }

  private write(text: string): void {
    this.text = text;
    this.dispatchEvent(new CustomEvent("chat-draft", { detail: text }));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit(event);
  }

  private stop(): void {
    this.dispatchEvent(new CustomEvent("chat-stop"));
    this.field.focus(); // the button goes away
  }

  private submit(event: Event): void {
    event.preventDefault();
    const text = this.text.trim();
    if (!text) return;
    this.write("");
    this.dispatchEvent(new CustomEvent("chat-say", { detail: text }));
    this.field.focus();
  }
}

import { LitElement, html, css, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";

const REASONS = ["wrong", "outdated", "incomplete", "tone", "unsafe"] as const;

export interface Flag {
  messageId: string;
  reason: string;
  correction: string;
}

/** What is wrong with an answer. Fires `agent-flag` with a `Flag`, and `flag-done` when it may go. */
@customElement("flag-form")
export class FlagForm extends LitElement {
  @property() messageId = "";
  @query("select") private reason!: HTMLSelectElement;
  @query("textarea") private correction!: HTMLTextAreaElement;

  static override styles = [
    controls,
    css`
      form {
        display: grid;
        gap: 8px;
        margin-block-start: 6px;
      }
    `,
  ];

  protected override firstUpdated(): void {
    this.reason.focus();
  }

  protected override render(): TemplateResult {
    return html`<form class="card" @submit=${this.submit} @keydown=${this.onKey}>
      <label>What is wrong with this answer?<select>${REASONS.map((r) => html`<option>${r}</option>`)}</select></label>
      <label>How should it read? (optional)<textarea rows="2" maxlength="2000"></textarea></label>
      <div class="row">
        <button class="button main small">Flag answer</button>
        <button class="button small" type="button" @click=${this.leave}>Cancel</button>
      </div>
    </form>`;
  }

  private submit(event: Event): void {
    event.preventDefault();
    const detail: Flag = { messageId: this.messageId, reason: this.reason.value, correction: this.correction.value.trim() };
    this.dispatchEvent(new CustomEvent("agent-flag", { detail, bubbles: true, composed: true }));
    this.leave();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Escape") this.leave();
  }

  private leave(): void {
    this.dispatchEvent(new CustomEvent("flag-done"));
  }
}

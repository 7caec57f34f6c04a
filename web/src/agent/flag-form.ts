import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { agentTexts, staffTexts } from "../messages/texts.ts";
import { controls } from "../theme/controls.ts";
import type { FlagDraft } from "./drafts.ts";

const REASONS = ["wrong", "outdated", "incomplete", "tone", "unsafe"] as const;
const EMPTY: FlagDraft = { reason: REASONS[0], correction: "" };

/** What is wrong with an answer. Fires `flag-change` with what it says, or null where it is given up, and `flag-send`. */
@customElement("flag-form")
export class FlagForm extends LitElement {
  @property({ attribute: false }) draft: FlagDraft = EMPTY;
  @property({ type: Boolean }) isBusy = false;
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
    const { reason, correction } = this.draft;
    return html`<form class="card" @submit=${this.submit} @keydown=${this.onKey}>
      <label>
        ${agentTexts.flagQuestion}
        <select @change=${this.write}>${REASONS.map((r) => html`<option value=${r} ?selected=${r === reason}>${staffTexts.flagReasons[r]}</option>`)}</select>
      </label>
      <label>${agentTexts.flagCorrection}<textarea rows="2" maxlength="2000" .value=${correction} @input=${this.write}></textarea></label>
      <div class="row">
        <button class="button main small" ?disabled=${this.isBusy}>${agentTexts.flag}</button>
        <button class="button small" type="button" @click=${this.giveUp}>${agentTexts.cancel}</button>
      </div>
    </form>`;
  }

  private submit(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent("flag-send"));
  }

  private write(): void {
    this.dispatchEvent(new CustomEvent("flag-change", { detail: { reason: this.reason.value, correction: this.correction.value } }));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Escape") this.giveUp();
  }

  private giveUp(): void {
    this.dispatchEvent(new CustomEvent("flag-change", { detail: null }));
  }
}

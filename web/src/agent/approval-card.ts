import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Handoff } from "../api/contract.d.ts";
import type { HandoffMatter } from "../api/types.ts";
import { agentTexts } from "../messages/texts.ts";
import { money, spoken } from "../text/format.ts";
import { controls } from "../theme/controls.ts";
import type { Draft } from "./drafts.ts";

/** The exact quote and the rule that asked for a person, with two buttons. Fires `agent-decide` {action, note} and `draft-change`. */
@customElement("approval-card")
export class ApprovalCard extends LitElement {
  @property({ attribute: false }) handoff!: Handoff;
  @property({ type: Boolean }) isBusy = false;
  @property({ type: Boolean }) isMine = false;
  @property({ attribute: false }) draft!: Draft;
  @query("textarea") private reason!: HTMLTextAreaElement | null;

  static override styles = [
    controls,
    css`
      section {
        display: grid;
        gap: 10px;
        margin: 12px 24px;
        border-color: var(--accent-line);
        background: var(--accent-soft);
      }
      .amount {
        font-size: 26px;
        font-weight: 700;
        font-variant-numeric: tabular-nums;
      }
      form {
        display: grid;
        gap: 8px;
      }
      .rule {
        font-size: 13px;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const matter: HandoffMatter = this.handoff.detail ?? {};
    return html`<section class="card" aria-label=${agentTexts.approval}>
      <div class="row">
        <strong>${matter.name ? spoken(matter.name) : agentTexts.request}</strong>
        ${matter.amount ? html`<span class="amount">${money(matter.amount)}</span>` : nothing}
      </div>
      <p>${agentTexts.confirmed(html`<strong>${matter.words ?? this.handoff.summary}</strong>`)}</p>
      ${matter.wants_person ? html`<p><strong>${agentTexts.alsoAsksForPerson}</strong></p>` : nothing}
      ${matter.rule?.rule ? html`<p class="rule muted">${agentTexts.askedByRule(html`<span class="mono">${matter.rule.rule}</span>`)}</p>` : nothing}
      ${this.handoff.status === "resumed" ? nothing : this.buttons()}
    </section>`;
  }

  private buttons(): TemplateResult {
    if (!this.isMine) {
      const holder = this.handoff.claimed_by;
      return html`<p class="small">${holder ? agentTexts.holdsApproval(holder) : agentTexts.claimToDecide}</p>`;
    }
    if (this.draft.isRejecting) {
      return html`<form @submit=${this.reject}>
        <label for="reason">${agentTexts.rejectReason}</label>
        <textarea
          id="reason"
          rows="2"
          maxlength="2000"
          required
          .value=${this.draft.reason}
          @input=${() => this.write({ reason: this.reason?.value ?? "" })}
        ></textarea>
        <div class="row">
          <button class="button danger" ?disabled=${this.isBusy}>${agentTexts.rejectWithReason}</button>
          <button class="button" type="button" @click=${() => this.write({ isRejecting: false })}>${agentTexts.back}</button>
        </div>
      </form>`;
    }
    return html`<div class="row">
      <button class="button main" ?disabled=${this.isBusy} @click=${() => this.decide("approve", "")}>${agentTexts.approve}</button>
      <button class="button danger" ?disabled=${this.isBusy} @click=${this.startRejecting}>${agentTexts.reject}</button>
    </div>`;
  }

  private async startRejecting(): Promise<void> {
    this.write({ isRejecting: true });
    await this.updateComplete;
    this.reason?.focus();
  }

  private reject(event: Event): void {
    event.preventDefault();
    const note = this.draft.reason.trim();
    if (note) this.decide("reject", note);
  }

  private write(part: Partial<Draft>): void {
    this.dispatchEvent(new CustomEvent("draft-change", { detail: part }));
  }

  private decide(action: string, note: string): void {
    this.dispatchEvent(new CustomEvent("agent-decide", { detail: { action, note } }));
  }
}

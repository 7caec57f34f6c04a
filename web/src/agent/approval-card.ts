import { LitElement, html, nothing, css, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";
import { money, spoken } from "../words/format.ts";
import type { Handoff } from "../wire/shapes.ts";

/** The exact quote and the rule that asked for a person, with two buttons. Fires `agent-decide` {action, note}. */
@customElement("approval-card")
export class ApprovalCard extends LitElement {
  @property({ attribute: false }) handoff!: Handoff;
  @property({ type: Boolean }) isBusy = false;
  @property({ type: Boolean }) isMine = false;
  @state() private isRejecting = false;
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
    const matter = this.handoff.detail ?? {};
    return html`<section class="card" aria-label="Approval">
      <div class="row">
        <strong>${spoken(matter.name ?? "request")}</strong>
        ${matter.amount ? html`<span class="amount">${money(matter.amount)}</span>` : nothing}
      </div>
      <p>The customer confirmed: <strong>${matter.words ?? this.handoff.summary}</strong>.</p>
      ${matter.rule?.rule ? html`<p class="rule muted">Asked by the rule <span class="mono">${matter.rule.rule}</span></p>` : nothing}
      ${this.handoff.status === "resumed" ? nothing : this.buttons()}
    </section>`;
  }

  private buttons(): TemplateResult {
    if (!this.isMine) {
      const holder = this.handoff.claimed_by;
      return html`<p class="small">${holder ? `${holder} holds this approval.` : "Claim it to decide."}</p>`;
    }
    if (this.isRejecting) {
      return html`<form @submit=${this.reject}>
        <label for="reason">Reason. The customer will read it.</label>
        <textarea id="reason" rows="2" maxlength="2000" required></textarea>
        <div class="row">
          <button class="button danger" ?disabled=${this.isBusy}>Reject with this reason</button>
          <button class="button" type="button" @click=${() => (this.isRejecting = false)}>Back</button>
        </div>
      </form>`;
    }
    return html`<div class="row">
      <button class="button main" ?disabled=${this.isBusy} @click=${() => this.decide("approve", "")}>Approve</button>
      <button class="button danger" ?disabled=${this.isBusy} @click=${this.startRejecting}>Reject…</button>
    </div>`;
  }

  private async startRejecting(): Promise<void> {
    this.isRejecting = true;
    await this.updateComplete;
    this.reason?.focus();
  }

  private reject(event: Event): void {
    event.preventDefault();
    const note = this.reason?.value.trim() ?? "";
    if (note) this.decide("reject", note);
  }

  private decide(action: string, note: string): void {
    this.dispatchEvent(new CustomEvent("agent-decide", { detail: { action, note } }));
  }
}

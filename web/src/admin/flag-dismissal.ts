import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import type { Flag } from "../api/contract.d.ts";
import { wordsOf } from "../api/problem.ts";
import { adminTexts } from "../messages/texts.ts";
import { controls } from "../theme/controls.ts";

export interface Dismissal {
  why: string;
  cause: Flag["cause"];
}

/** Closes a flag without a new text, with a reason. Fires `dismissal-change` with what it says, and `flag-dismissed`. */
@customElement("flag-dismissal")
export class FlagDismissal extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) flag!: Flag;
  /** What was typed before, where it was. */
  @property({ attribute: false }) begun: Dismissal | null = null;
  @state() private problem = "";
  @state() private isBusy = false;
  @query("form") private form!: HTMLFormElement;
  @query("textarea") private reason!: HTMLTextAreaElement;

  static override styles = [
    controls,
    css`
      form {
        display: grid;
        gap: 10px;
        margin-block-start: 12px;
        padding: 14px 16px;
      }
      textarea {
        min-block-size: 70px;
      }
    `,
  ];

  protected override firstUpdated(): void {
    this.reason.focus();
  }

  protected override render(): TemplateResult {
    const cause = this.begun?.cause ?? this.flag.cause;
    return html`<form class="card" @submit=${this.dismiss} @input=${this.write}>
      <label>${adminTexts.dismissal.why}<textarea name="why" required maxlength="2000" .value=${this.begun?.why ?? ""}></textarea></label>
      <label>
        ${adminTexts.dismissal.cause}
        <select name="cause">
          <option value="document" ?selected=${cause === "document"}>${adminTexts.dismissal.causes.document}</option>
          <option value="conversation" ?selected=${cause === "conversation"}>${adminTexts.dismissal.causes.conversation}</option>
        </select>
      </label>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
      <div><button class="button" ?disabled=${this.isBusy}>${this.isBusy ? adminTexts.dismissal.dismissing : adminTexts.dismissal.dismiss}</button></div>
    </form>`;
  }

  private get said(): Dismissal {
    const given = new FormData(this.form);
    return { why: String(given.get("why")), cause: given.get("cause") as Flag["cause"] }; // the values of its options
  }

  private write(): void {
    this.dispatchEvent(new CustomEvent("dismissal-change", { detail: this.said }));
  }

  private async dismiss(event: Event): Promise<void> {
    event.preventDefault();
    const { why, cause } = this.said;
    this.isBusy = true;
    this.problem = "";
    try {
      await this.api.post(`/v1/kb/flags/${this.flag.id}/resolve`, { dismiss: why, cause });
      this.dispatchEvent(new CustomEvent("flag-dismissed", { bubbles: true, composed: true }));
    } catch (error) {
      this.problem = wordsOf(error);
    } finally {
      this.isBusy = false;
    }
  }
}

import { LitElement, html, nothing, css, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";
import type { Api } from "../wire/api.ts";
import { wordsOf } from "../wire/problem.ts";
import type { Flag } from "./shapes.ts";

/** Closes a flag without a new text, with a reason. Fires `flag-dismissed`. */
@customElement("flag-dismissal")
export class FlagDismissal extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) flag!: Flag;
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
    return html`<form class="card" @submit=${this.dismiss}>
      <label>Why is there nothing to fix?<textarea name="why" required maxlength="2000"></textarea></label>
      <label>
        What went wrong
        <select name="cause">
          <option value="document" ?selected=${this.flag.cause === "document"}>Nothing, or not worth an edit: the article is right</option>
          <option value="conversation" ?selected=${this.flag.cause === "conversation"}>The conversation: a wrong intent or tool (goes to the struggles)</option>
        </select>
      </label>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
      <div><button class="button" ?disabled=${this.isBusy}>${this.isBusy ? "Dismissing…" : "Dismiss with this reason"}</button></div>
    </form>`;
  }

  private async dismiss(event: Event): Promise<void> {
    event.preventDefault();
    const given = new FormData(this.form);
    this.isBusy = true;
    this.problem = "";
    try {
      await this.api.post(`/v1/kb/flags/${this.flag.id}/resolve`, { dismiss: String(given.get("why")), cause: String(given.get("cause")) });
      this.dispatchEvent(new CustomEvent("flag-dismissed", { bubbles: true, composed: true }));
    } catch (error) {
      this.problem = wordsOf(error);
    } finally {
      this.isBusy = false;
    }
  }
}

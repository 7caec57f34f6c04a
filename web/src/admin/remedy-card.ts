import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import type { Evaluation, RemedyShown } from "../api/contract.d.ts";
import { Fetched } from "../api/fetched.ts";
import { newKey } from "../api/new-key.ts";
import { wordsOf } from "../api/problem.ts";
import { adminTexts } from "../messages/texts.ts";
import { decimal, percent } from "../text/numbers.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import { hrefOf } from "./place.ts";
import { roomStyle } from "./room-style.ts";

/** A value of the policy as its file has it, near enough. */
export const shown = (value: unknown): string => (Array.isArray(value) ? value.join(", ") : String(value));

const ASK_AGAIN_MS = 3000; // while it is tried

/** A remedy on its way: tried, made live, taken back (fires `remedy-taken-back`). The next step is the only filled button. */
@customElement("remedy-card")
export class RemedyCard extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property() remedyId = "";
  @state() private problem = "";
  private timer = 0;
  private readonly remedy = new Fetched(this, () => this.read());

  static override styles = [
    controls,
    roomStyle,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
      }
      .chip.verdict {
        border-radius: var(--radius-small);
        white-space: normal;
      }
      pre {
        margin: 0;
        overflow-x: auto;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        font-size: 13px;
      }
      th,
      td {
        padding: 4px 6px;
        border-block-end: 1px solid var(--line);
        text-align: start;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override firstUpdated(): void {
    void this.remedy.load();
  }

  protected override render(): TemplateResult {
    const texts = adminTexts.insights.struggles;
    const one = this.remedy.value;
    if (!one) return html`${fetchState(this.remedy)}`;
    return html`
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
      <p><strong>${texts.remedies[one.kind]}:</strong> ${one.article?.title ?? one.words} <span class="chip">${texts.statuses[one.status]}</span></p>
      ${one.reason ? html`<p class="small muted">${one.reason}</p>` : nothing}
      ${this.kindsOwn(one)}
      ${one.status === "testing" ? html`<p class="small" role="status">${texts.testing}</p>` : nothing}
      ${one.evaluation ? this.evaluation(one.evaluation) : nothing}
      ${
        one.effect?.after.n
          ? html`<p class="small">${texts.effect(decimal(one.effect.days, 1), percent(one.effect.before.value ?? 0), percent(one.effect.after.value ?? 0))}</p>`
          : nothing
      }
      <div class="row">${this.steps(one)}</div>
    `;
  }

  private steps(one: RemedyShown): TemplateResult | typeof nothing {
    const texts = adminTexts.insights.struggles;
    const wantsTrial = one.kind === "article" || one.policy !== null || one.text !== null;
    const isTried = !wantsTrial || one.evaluation?.is_passed === true;
    const approve = {
      policy: one.policy ? texts.approveRule : undefined,
      text: one.text ? texts.approveText : undefined,
      eval_case: texts.approveCases,
      utterances: texts.approveWords,
    }[one.kind as string];
    switch (one.status) {
      case "accepted":
      case "tested":
        return html`${isTried ? html`<button class="button main" @click=${() => this.go("approve")}>${approve ?? texts.approve}</button>` : nothing}
        ${wantsTrial ? html`<button class="button ${isTried ? "" : "main"}" @click=${() => this.go("test")}>${texts.test}</button>` : nothing}`;
      case "approved":
      case "live":
        return html`<button class="button" @click=${() => this.go("rollback")}>${texts.rollBack}</button>`;
      default:
        return nothing;
    }
  }

  /** What each kind changes, and where it goes from here. */
  private kindsOwn(one: RemedyShown): TemplateResult | typeof nothing {
    const texts = adminTexts.insights.struggles;
    if (one.kind === "policy" && one.policy) {
      const { field, before, after } = one.policy;
      const words = { approved: texts.applyPatch, rolled_back: texts.takenOutByPatch }[one.status as string];
      return html`<p class="small">${texts.ruleBecomes(field, shown(before), after === null ? null : shown(after))}</p>
        ${words && one.patch ? html`<p class="small">${words}</p><pre class="small">${one.patch}</pre>` : nothing}`;
    }
    if (one.text) {
      const { message, before, after } = one.text;
      const words = { approved: texts.applyTexts, rolled_back: texts.takenOutOfTexts }[one.status as string];
      return html`${Object.keys(after).map(
        (language) =>
          html`<p class="small"><code>${message}</code> (${language}): <del>${before[language]}</del> <ins>${after[language]}</ins></p>`,
      )}
      ${words && one.patch ? html`<p class="small">${words}</p><pre class="small">${one.patch}</pre>` : nothing}`;
    }
    if (one.kind === "eval_case" && one.cases) return html`<p class="small">${texts.cases(one.cases)}</p>`;
    if (one.kind === "utterances" && one.intent) return html`<p class="small">${texts.learnedNext(one.intent)}</p>`;
    return nothing;
  }

  private evaluation(evaluation: Evaluation): TemplateResult {
    const texts = adminTexts.insights.struggles;
    const words = (is: boolean): string => (is ? texts.answered : texts.notAnswered);
    return html`<p class="chip verdict ${evaluation.is_passed ? "good" : "bad"}">${evaluation.words}</p>
      <table>
        <tr><th></th><th>${texts.before}</th><th>${texts.after}</th></tr>
        ${evaluation.cases.map(
          (c, n) => html`<tr>
            <td><a href=${hrefOf("transcript", c.conversation_id)}>${n + 1}</a></td>
            <td>${words(c.before)}</td>
            <td>${words(c.after)}</td>
          </tr>`,
        )}
      </table>
      ${evaluation.suites.map(
        (s) => html`<p class="small">
          ${texts.suite(s.suite, s.before, s.after, s.cases)}${s.broken.length ? html`: ${texts.broken(s.broken.join(", "))}` : nothing}
        </p>`,
      )}`;
  }

  private async go(step: "test" | "approve" | "rollback"): Promise<void> {
    this.problem = "";
    try {
      await this.api.post(`/v1/insights/remedies/${this.remedyId}/${step}`, {}, newKey());
    } catch (error) {
      this.problem = wordsOf(error);
    }
    await this.remedy.load();
    if (step === "rollback" && !this.problem) this.dispatchEvent(new CustomEvent("remedy-taken-back"));
  }

  private async read(): Promise<RemedyShown> {
    const found = await this.api.get<RemedyShown>(`/v1/insights/remedies/${this.remedyId}`);
    clearTimeout(this.timer);
    if (found.status === "testing") this.timer = window.setTimeout(() => void this.remedy.load(), ASK_AGAIN_MS);
    return found;
  }
}

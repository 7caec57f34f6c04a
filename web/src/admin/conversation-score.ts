import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import type { Reading, ScoreShown } from "../api/contract.d.ts";
import { Fetched } from "../api/fetched.ts";
import { newKey } from "../api/new-key.ts";
import { wordsOf } from "../api/problem.ts";
import { adminTexts } from "../messages/texts.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import { DIMENSIONS, type ScoreValue } from "./dimensions.ts";
import { roomStyle } from "./room-style.ts";

const VALUES: Record<string, ScoreValue> = { one: 1, zero: 0, none: null };

const named = (value: ScoreValue): "one" | "zero" | "none" => (value === null ? "none" : value === 1 ? "one" : "zero");

/** What the rules say of a conversation, what people say, and a form to say otherwise. */
@customElement("conversation-score")
export class ConversationScore extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property() conversationId = "";
  @state() private problem = "";
  @state() private isKept = false;
  private readonly found = new Fetched(this, () => this.api.get<ScoreShown>(`/v1/conversations/${this.conversationId}/score`));

  static override styles = [
    controls,
    roomStyle,
    css`
      section {
        padding: 14px 16px;
        margin-block-end: 14px;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 6px 16px;
        margin-block: 10px 14px;
        font-size: 14px;
      }
      dt {
        font-weight: 600;
      }
      dd {
        margin: 0;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 10px;
        align-items: end;
      }
      form .note {
        flex: 1 1 240px;
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.found.load();
  }

  protected override render(): TemplateResult {
    const texts = adminTexts.scores;
    const found = this.found.value;
    return html`<section class="card" aria-label=${texts.review.title}>
      <div class="row"><h3>${texts.review.title}</h3>${found ? html`<strong>${texts.overall(found.score.overall)}</strong>` : nothing}</div>
      ${fetchState(this.found, texts.review.loading)} ${found ? this.shown(found) : nothing}
    </section>`;
  }

  private shown(found: ScoreShown): TemplateResult {
    const { review, dimensions } = adminTexts.scores;
    return html`
      ${found.is_final ? nothing : html`<p class="small muted">${review.provisional}</p>`}
      <dl>
        ${DIMENSIONS.map((name) => html`<dt>${dimensions[name][0]}</dt><dd>${this.verdict(found, name)}</dd>`)}
      </dl>
      <form @submit=${this.keep}>
        <label>${review.dimension}
          <select name="dimension">${DIMENSIONS.map((name) => html`<option value=${name}>${dimensions[name][0]}</option>`)}</select>
        </label>
        <label>${review.yours}
          <select name="value">${Object.entries(adminTexts.scores.values).map(([value, words]) => html`<option value=${value}>${words}</option>`)}</select>
        </label>
        <label class="note">${review.note}<input name="note" maxlength="2000" /></label>
        <button class="button">${review.keep}</button>
      </form>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
      ${this.isKept ? html`<p class="small" role="status">${review.kept}</p>` : nothing}
    `;
  }

  private verdict(found: ScoreShown, name: (typeof DIMENSIONS)[number]): TemplateResult {
    const { review, values, reasons } = adminTexts.scores;
    const verdict = found.score.verdicts[name];
    if (!verdict) return html`–`;
    const kind = verdict.value === null ? "" : verdict.value ? "good" : "bad";
    return html`<span class="chip ${kind}">${review.byRules(values[named(verdict.value)], reasons[verdict.reason] ?? verdict.reason)}</span>
      ${found.readings.filter((r) => r.dimension === name).map((r) => this.reading(r))}`;
  }

  private reading(one: Reading): TemplateResult {
    const { review, values } = adminTexts.scores;
    return html`<span class="small">${review.byPerson(one.by, values[named(one.value)])}${one.note ? html` <q>${one.note}</q>` : nothing}</span>`;
  }

  private async keep(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = new FormData(form);
    const body = { dimension: given.get("dimension"), value: VALUES[String(given.get("value"))], note: String(given.get("note")) || null };
    this.problem = "";
    this.isKept = false;
    try {
      await this.api.post(`/v1/conversations/${this.conversationId}/score/review`, body, newKey());
      this.isKept = true;
      form.reset();
    } catch (error) {
      this.problem = wordsOf(error);
    }
    await this.found.load();
  }
}

import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { MessageTold } from "../api/contract.d.ts";
import { adminTexts } from "../messages/texts.ts";
import { controls } from "../theme/controls.ts";

/** Of the messages that customers were told: which one is to be said in other words, and in which, by language. */
@customElement("words-form")
export class WordsForm extends LitElement {
  @property({ attribute: false }) told: MessageTold[] = [];
  @state() private at = 0;

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
      textarea {
        min-block-size: 70px;
      }
    `,
  ];

  /** What was written; only the languages whose words are others now. */
  get written(): { message: string; after: Record<string, string> } {
    const one = this.told[this.at];
    const fields = [...this.renderRoot.querySelectorAll("textarea")];
    const changed = fields.filter((field) => field.value.trim() !== one?.words[field.name]);
    return { message: one?.message ?? "", after: Object.fromEntries(changed.map((field) => [field.name, field.value.trim()])) };
  }

  protected override render(): TemplateResult | typeof nothing {
    const texts = adminTexts.insights.struggles;
    const one = this.told[this.at];
    if (!one) return nothing;
    return html`<label>${texts.whichMessage}
        <select @change=${(e: Event) => {
          this.at = (e.target as HTMLSelectElement).selectedIndex;
        }}>
          ${this.told.map((t) => html`<option>${texts.toldIn(t.message, t.conversations)}</option>`)}
        </select>
      </label>
      ${Object.entries(one.words).map(
        ([language, words]) =>
          html`<label>${texts.wordsIn(language)}<textarea name=${language} lang=${language} maxlength="4000" .value=${words}></textarea></label>`,
      )}`;
  }
}

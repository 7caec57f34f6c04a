import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { adminTexts } from "../messages/texts.ts";
import { controls } from "../theme/controls.ts";
import type { Draft } from "./types.ts";

type Text = "title" | "body" | "url" | "locale";
type Day = "valid_from" | "valid_until" | "review_by";

const words = (value: string): string[] => value.split(/[,;\s]+/).filter(Boolean);
const dayOf = (time: string | null): string => time?.slice(0, 10) ?? "";

/** All that an editor writes of an article. Fires `draft-change` with the whole draft. */
@customElement("article-fields")
export class ArticleFields extends LitElement {
  @property({ attribute: false }) draft!: Draft;
  @query("input") private first!: HTMLInputElement;

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 12px;
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(180px, 100%), 1fr));
        gap: 12px;
      }
      textarea {
        min-block-size: 320px;
        font-family: var(--mono);
        font-size: 14px;
      }
      summary {
        padding-block: 4px;
        font-size: 14px;
        font-weight: 550;
        cursor: pointer;
      }
      details .pair {
        margin-block-start: 8px;
      }
    `,
  ];

  protected override firstUpdated(): void {
    this.first.focus();
  }

  protected override render(): TemplateResult {
    const d = this.draft;
    return html`
      <label>${adminTexts.fields.title}<input required maxlength="300" .value=${d.title} @input=${this.text("title")} /></label>
      <label>
        ${adminTexts.fields.text}
        <textarea required maxlength="200000" .value=${d.body} @input=${this.text("body")}></textarea>
      </label>
      <details ?open=${d.audience === "staff" || d.regions.length > 0 || d.valid_until !== null || d.review_by !== null}>
        <summary>${adminTexts.fields.who}</summary>
        <div class="pair">
          <label
            >${adminTexts.fields.readers}<select @change=${this.readers}>
              <option value="public" ?selected=${d.audience === "public"}>${adminTexts.fields.everybody}</option>
              <option value="staff" ?selected=${d.audience === "staff"}>${adminTexts.fields.staffOnly}</option>
            </select></label
          >
          <label>${adminTexts.fields.regions}<input placeholder=${adminTexts.fields.regionsExample} .value=${d.regions.join(", ")} @change=${this.many("regions")} /></label>
          <label>${adminTexts.fields.language}<input maxlength="35" placeholder=${adminTexts.any} .value=${d.locale ?? ""} @input=${this.text("locale")} /></label>
          ${this.day("valid_from", adminTexts.fields.from)} ${this.day("valid_until", adminTexts.fields.until)} ${this.day("review_by", adminTexts.fields.reviewBy)}
          <label>${adminTexts.fields.url}<input maxlength="2000" placeholder=${adminTexts.fields.urlExample} .value=${d.url ?? ""} @input=${this.text("url")} /></label>
          <label>${adminTexts.fields.tags}<input .value=${d.tags.join(", ")} @change=${this.many("tags")} /></label>
        </div>
      </details>
    `;
  }

  private day(name: Day, label: string): TemplateResult {
    const was = this.draft[name];
    const take = (event: Event): void => {
      const { value } = event.target as HTMLInputElement;
      // A time of day that was set elsewhere stays as long as its day does.
      if (value !== dayOf(was)) this.tell({ [name]: value ? `${value}T00:00:00Z` : null });
    };
    return html`<label>${label}<input type="date" .value=${dayOf(was)} @change=${take} /></label>`;
  }

  private text(name: Text): (event: InputEvent) => void {
    return (event) => {
      const { value } = event.target as HTMLInputElement | HTMLTextAreaElement;
      const canBeNone = name === "url" || name === "locale";
      this.tell({ [name]: canBeNone ? value.trim() || null : value });
    };
  }

  private readers(event: Event): void {
    this.tell({ audience: (event.target as HTMLSelectElement).value === "staff" ? "staff" : "public" });
  }

  private many(name: "regions" | "tags"): (event: Event) => void {
    return (event) => {
      const found = words((event.target as HTMLInputElement).value);
      this.tell({ [name]: name === "regions" ? found.map((r) => r.toUpperCase()) : found });
    };
  }

  private tell(change: Partial<Draft>): void {
    this.dispatchEvent(new CustomEvent("draft-change", { detail: { ...this.draft, ...change } }));
  }
}

import { LitElement, html, nothing, css, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";
import { icon } from "../looks/icons.ts";
import { percent } from "../words/format.ts";
import { richText, richTextStyle } from "../words/rich-text.ts";
import type { Api } from "../wire/api.ts";
import { wordsOf } from "../wire/problem.ts";

interface Found {
  items: { segment_id: string; title: string; question: string; answer: string; score: number }[];
  answerable: boolean;
  confidence: number;
}

const REGIONS = ["US", "GB", "DE", "FR", "CA"] as const;

/** Asks the knowledge base as the assistant does, and shows what it would find. */
@customElement("search-tester")
export class SearchTester extends LitElement {
  @property({ attribute: false }) api!: Api;
  @state() private found: Found | null = null;
  @state() private problem = "";
  @state() private isBusy = false;
  @query("form") private form!: HTMLFormElement;

  static override styles = [
    controls,
    richTextStyle,
    css`
      h2 {
        margin-block-end: 14px;
      }
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 130px auto;
        gap: 8px;
        align-items: end;
        margin-block-end: 16px;
      }
      .verdict {
        display: flex;
        gap: 8px;
        align-items: center;
        margin-block-end: 12px;
        padding: 10px 14px;
        border-radius: 10px;
        background: var(--warn-soft);
        color: var(--warn);
        font-weight: 600;
      }
      .verdict.yes {
        background: var(--ok-soft);
        color: var(--ok);
      }
      li {
        margin-block-end: 10px;
      }
      li header {
        display: flex;
        justify-content: space-between;
        gap: 12px;
        margin-block-end: 4px;
        font-weight: 600;
      }
      @media (max-width: 600px) {
        form {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`
      <h2>Ask it</h2>
      <form @submit=${this.search}>
        <label>Question<input name="q" required maxlength="1000" placeholder="How long do refunds take?" /></label>
        <label>
          Region
          <select name="region"><option value="">none</option>${REGIONS.map((r) => html`<option>${r}</option>`)}</select>
        </label>
        <button class="button main" ?disabled=${this.isBusy}>${icon("search", 16)}Search</button>
      </form>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing} ${this.found ? this.results(this.found) : nothing}
    `;
  }

  private results({ items, answerable, confidence }: Found): TemplateResult {
    return html`<p class="verdict ${answerable ? "yes" : ""}" role="status">
        ${icon(answerable ? "check" : "warning")}
        ${answerable ? "The assistant would answer from these." : "The assistant would say that it does not know."}
        Confidence ${percent(confidence)}.
      </p>
      <ol>
        ${items.map(
          (hit) => html`<li class="card">
            <header><span>${hit.question || hit.title}</span><span class="chip" title="Score">${hit.score.toFixed(2)}</span></header>
            <div class="text small">${richText(hit.answer)}</div>
          </li>`,
        )}
      </ol>`;
  }

  private async search(event: Event): Promise<void> {
    event.preventDefault();
    const given = new FormData(this.form);
    const asked = new URLSearchParams({ q: String(given.get("q")), limit: "6" });
    const region = String(given.get("region") ?? "");
    if (region) asked.set("region", region);
    this.isBusy = true;
    this.problem = "";
    try {
      this.found = await this.api.get<Found>(`/v1/kb/search?${asked}`);
    } catch (error) {
      this.problem = wordsOf(error);
    } finally {
      this.isBusy = false;
    }
  }
}

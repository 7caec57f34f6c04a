import { LitElement, html, nothing, css, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";
import { spoken } from "../words/format.ts";
import type { Api } from "../wire/api.ts";
import { wordsOf } from "../wire/problem.ts";
import type { Listing } from "../wire/shapes.ts";

interface ShownFlag {
  id: string;
  reason: string;
  correction: string | null;
  status: string;
  flagged_by?: string;
  articles: (string | { id: string })[];
}

/** Answers that staff flagged, newest first. */
@customElement("flag-list")
export class FlagList extends LitElement {
  @property({ attribute: false }) api!: Api;
  @state() private flags: ShownFlag[] | null = null;
  @state() private problem = "";

  static override styles = [
    controls,
    css`
      h2 {
        margin-block-end: 14px;
      }
      li {
        display: grid;
        gap: 6px;
        margin-block-end: 10px;
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.load();
  }

  protected override render(): TemplateResult {
    return html`
      <h2>Flagged answers</h2>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
      ${this.flags === null && !this.problem ? html`<p class="muted" role="status">Loading…</p>` : nothing}
      ${this.flags?.length === 0 ? html`<p class="card muted">No answer is flagged. Agents flag a wrong one with f in their console.</p>` : nothing}
      <ul>
        ${this.flags?.map(
          (f) => html`<li class="card">
            <div class="row">
              <strong>${spoken(f.reason)}</strong><span class="chip">${spoken(f.status)}</span>
              ${f.flagged_by ? html`<span class="small muted">by ${f.flagged_by}</span>` : nothing}
            </div>
            <p>${f.correction ?? html`<span class="muted">No correction given.</span>`}</p>
            <p class="small muted">${f.articles.length ? `Answered from ${f.articles.length} article(s)` : "Not answered from an article"}</p>
          </li>`,
        )}
      </ul>
    `;
  }

  private async load(): Promise<void> {
    try {
      this.flags = (await this.api.get<Listing<ShownFlag>>("/v1/kb/flags?limit=200")).items;
    } catch (error) {
      this.problem = wordsOf(error);
    }
  }
}

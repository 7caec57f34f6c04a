import { LitElement, html, nothing, css, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";
import { day } from "../words/format.ts";
import type { Api } from "../wire/api.ts";
import { wordsOf } from "../wire/problem.ts";
import type { Listing } from "../wire/shapes.ts";
import type { Article } from "./article.ts";
import "./article-editor.ts";

/** All articles, and the editor of one. */
@customElement("article-list")
export class ArticleList extends LitElement {
  @property({ attribute: false }) api!: Api;
  @state() private articles: Article[] | null = null;
  @state() private edited: Article | "new" | null = null;
  @state() private sought = "";
  @state() private problem = "";

  static override styles = [
    controls,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 10px;
        align-items: center;
        margin-block-end: 14px;
      }
      h2 {
        margin-inline-end: auto;
      }
      input {
        inline-size: 240px;
      }
      .wrap {
        overflow-x: auto;
        padding: 0;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        font-size: 14px;
      }
      th,
      td {
        padding: 8px 14px;
        border-block-end: 1px solid var(--line);
        text-align: start;
        white-space: nowrap;
      }
      th {
        font-size: 13px;
        color: var(--muted);
      }
      tr:last-child td {
        border: 0;
      }
      td:first-child {
        white-space: normal;
        min-inline-size: 220px;
      }
      .plain {
        font-size: 14px;
        text-align: start;
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.load();
  }

  protected override render(): TemplateResult {
    if (this.edited) {
      return html`<article-editor
        .api=${this.api}
        .article=${this.edited === "new" ? null : this.edited}
        @article-done=${this.finish}
      ></article-editor>`;
    }
    const shown = this.articles?.filter((a) => `${a.title} ${a.tags.join(" ")} ${a.url ?? ""}`.toLowerCase().includes(this.sought));
    return html`
      <div class="head">
        <h2>Articles ${this.articles ? html`<span class="muted">${this.articles.length}</span>` : nothing}</h2>
        <input
          type="search"
          aria-label="Filter by title"
          placeholder="Filter by title"
          @input=${(e: InputEvent) => (this.sought = (e.target as HTMLInputElement).value.toLowerCase())}
        />
        <button class="button main" @click=${() => (this.edited = "new")}>New article</button>
      </div>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
      ${shown ? this.table(shown) : html`<p class="muted" role="status">${this.problem ? "" : "Loading…"}</p>`}
    `;
  }

  private table(articles: Article[]): TemplateResult {
    if (!articles.length) return html`<p class="card muted">No article fits. Write the first with “New article”.</p>`;
    return html`<div class="card wrap">
      <table>
        <thead>
          <tr><th scope="col">Title</th><th scope="col">Regions</th><th scope="col">Language</th><th scope="col">Revision</th><th scope="col">Changed</th></tr>
        </thead>
        <tbody>
          ${articles.map(
            (a) => html`<tr>
              <td><button class="plain" @click=${() => (this.edited = a)}>${a.title}</button></td>
              <td>${a.regions.length ? a.regions.join(", ") : "all"}</td>
              <td>${a.locale ?? "any"}</td>
              <td>${a.revision}</td>
              <td>${day(a.updated_at)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private finish(): void {
    this.edited = null;
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.problem = "";
      const found: Article[] = [];
      let after = "";
      do {
        const page = await this.api.get<Listing<Article>>(`/v1/kb/articles?limit=200${after}`);
        found.push(...page.items);
        after = page.next ? `&after=${encodeURIComponent(page.next)}` : "";
      } while (after);
      this.articles = found.sort((a, b) => a.title.localeCompare(b.title));
    } catch (error) {
      this.problem = wordsOf(error);
    }
  }
}

import { LitElement, html, nothing, css, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";
import { richText, richTextStyle } from "../words/rich-text.ts";
import type { Api } from "../wire/api.ts";
import { wordsOf } from "../wire/problem.ts";
import type { Article } from "./article.ts";

const words = (value: string): string[] => value.split(/[,\s]+/).filter(Boolean);

/** Writes an article; what is saved is searchable at once. Fires `article-done`. */
@customElement("article-editor")
export class ArticleEditor extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) article: Article | null = null;
  @state() private problem = "";
  @state() private isBusy = false;
  @state() private isDeleting = false;
  @state() private preview = "";
  @query("form") private form!: HTMLFormElement;
  @query("input") private first!: HTMLInputElement;

  static override styles = [
    controls,
    richTextStyle,
    css`
      h2 {
        margin-block-end: 14px;
      }
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        gap: 20px;
      }
      form {
        display: grid;
        gap: 12px;
      }
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 12px;
      }
      textarea {
        min-block-size: 300px;
        font-family: var(--mono);
        font-size: 14px;
      }
      .end {
        margin-inline-start: auto;
      }
      .preview {
        align-self: start;
        padding: 18px;
      }
      @media (max-width: 800px) {
        .columns {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  protected override firstUpdated(): void {
    this.preview = this.article?.body ?? "";
    this.first.focus();
  }

  protected override render(): TemplateResult {
    const a = this.article;
    return html`
      <h2>${a ? "Edit article" : "New article"}</h2>
      <div class="columns">
        <form @submit=${this.save}>
          <label>Title, best as the question that customers ask<input name="title" required maxlength="300" .value=${a?.title ?? ""} /></label>
          <label>
            Text (Markdown)
            <textarea name="body" required maxlength="200000" .value=${a?.body ?? ""} @input=${this.onInput}></textarea>
          </label>
          <div class="pair">
            <label>Address of its page<input name="url" maxlength="2000" placeholder="/help/returns" .value=${a?.url ?? ""} /></label>
            <label>Language<input name="locale" maxlength="35" placeholder="any" .value=${a?.locale ?? ""} /></label>
            <label>Only for regions<input name="regions" placeholder="all; or GB, DE" .value=${a?.regions.join(", ") ?? ""} /></label>
            <label>Tags<input name="tags" .value=${a?.tags.join(", ") ?? ""} /></label>
          </div>
          ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
          <div class="row">
            <button class="button main" ?disabled=${this.isBusy}>${this.isBusy ? "Saving…" : "Save"}</button>
            <button class="button" type="button" @click=${this.leave}>Cancel</button>
            <span class="row end">${a ? this.deletion() : nothing}</span>
          </div>
        </form>
        <section class="card preview" aria-label="Preview"><div class="text">${richText(this.preview || "The text shows here.")}</div></section>
      </div>
    `;
  }

  private deletion(): TemplateResult {
    if (!this.isDeleting) {
      return html`<button class="button danger" type="button" @click=${() => (this.isDeleting = true)}>Delete…</button>`;
    }
    return html`<span class="small">The assistant stops using it at once.</span>
      <button class="button danger" type="button" ?disabled=${this.isBusy} @click=${this.deleteArticle}>Delete article</button>
      <button class="button" type="button" @click=${() => (this.isDeleting = false)}>Keep</button>`;
  }

  private onInput(event: InputEvent): void {
    this.preview = (event.target as HTMLTextAreaElement).value;
  }

  private save(event: Event): void {
    event.preventDefault();
    const given = new FormData(this.form);
    const field = (name: string): string => String(given.get(name) ?? "").trim();
    const { valid_from = null, valid_until = null, review_by = null } = this.article ?? {};
    const body = {
      title: field("title"),
      body: field("body"),
      url: field("url") || null,
      locale: field("locale") || null,
      regions: words(field("regions")),
      tags: words(field("tags")),
      valid_from,
      valid_until,
      review_by,
    };
    void this.work(() =>
      this.article ? this.api.put(`/v1/kb/articles/${this.article.id}`, body) : this.api.post("/v1/kb/articles", body),
    );
  }

  private deleteArticle(): void {
    const id = this.article?.id;
    if (id) void this.work(() => this.api.delete(`/v1/kb/articles/${id}`));
  }

  private async work(job: () => Promise<unknown>): Promise<void> {
    this.isBusy = true;
    this.problem = "";
    try {
      await job();
      this.leave();
    } catch (error) {
      this.problem = wordsOf(error);
    } finally {
      this.isBusy = false;
    }
  }

  private leave(): void {
    this.dispatchEvent(new CustomEvent("article-done"));
  }
}

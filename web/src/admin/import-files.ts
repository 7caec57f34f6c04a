import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Api } from "../api/api.ts";
import { Fetched } from "../api/fetched.ts";
import { newKey } from "../api/new-key.ts";
import { wordsOf } from "../api/problem.ts";
import type { Listing } from "../api/types.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import { icon } from "../theme/icons.ts";
import "./import-job.ts";
import { adminTexts } from "../messages/texts.ts";
import { roomStyle } from "./room-style.ts";
import type { Job } from "./types.ts";

interface Upload {
  key: string;
  file: File;
  job: Job | null;
  problem: string;
}

/** Files into the knowledge base: dropped or chosen, each with its progress and what became of it. */
@customElement("import-files")
export class ImportFiles extends LitElement {
  @property({ attribute: false }) api!: Api;
  @state() private uploads: Upload[] = [];
  @state() private isOver = false;
  @query("input") private field!: HTMLInputElement;
  private readonly past = new Fetched(this, () => this.api.get<Listing<Job>>("/v1/jobs?kind=import_articles&limit=10"));

  static override styles = [
    controls,
    roomStyle,
    css`
      .drop {
        display: grid;
        justify-items: center;
        gap: 8px;
        margin-block-end: 20px;
        padding: 32px 20px;
        border: 2px dashed var(--line-strong);
        border-radius: 14px;
        background: var(--raised);
        text-align: center;
      }
      .drop.over {
        border-color: var(--accent-text);
        background: var(--accent-soft);
      }
      .drop:focus-within {
        border-color: var(--accent-text);
      }
      .drop .button:focus-within {
        outline: 2px solid var(--accent-text);
        outline-offset: 2px;
      }
      h3 {
        margin-block: 20px 8px;
        font-size: 16px;
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.past.load();
  }

  protected override render(): TemplateResult {
    const known = new Set(this.uploads.map((u) => u.job?.id));
    const past = this.past.value?.items.filter((job) => !known.has(job.id));
    return html`
      <div class="head"><h2>${adminTexts.import.title}</h2></div>
      <p class="intro">${adminTexts.import.intro}</p>
      <div class="drop ${this.isOver ? "over" : ""}" @dragover=${this.over} @dragleave=${() => (this.isOver = false)} @drop=${this.drop}>
        ${icon("upload", 32)}
        <p><strong>${adminTexts.import.drop}</strong></p>
        <label class="button main">
          ${adminTexts.import.choose}
          <input class="visually-hidden" type="file" multiple accept=".md,.markdown,.html,.htm,.pdf,.docx,.csv,.json,.zip,.txt" @change=${this.choose} />
        </label>
        <p class="small muted">${adminTexts.import.kinds}</p>
      </div>
      ${
        this.uploads.length
          ? html`<ul class="cards">${repeat(
              this.uploads,
              (u) => u.key,
              (u) => this.upload(u),
            )}</ul>`
          : nothing
      }
      ${fetchState(this.past)}
      ${
        past?.length
          ? html`<h3>${adminTexts.import.earlier}</h3>
            <ul class="cards">${repeat(
              past,
              (job) => job.id,
              (job) => html`<li class="card"><import-job .api=${this.api} .job=${job}></import-job></li>`,
            )}</ul>`
          : nothing
      }
      ${past?.length === 0 && !this.uploads.length ? html`<p class="card empty">${adminTexts.import.none}</p>` : nothing}
    `;
  }

  private upload(u: Upload): TemplateResult {
    return html`<li class="card">
      ${
        u.job
          ? html`<import-job .api=${this.api} .job=${u.job} .name=${u.file.name}></import-job>`
          : html`<div class="row"><strong>${u.file.name}</strong>${u.problem ? nothing : html`<span class="small muted" role="status">${adminTexts.import.sending}</span>`}</div>`
      }
      ${
        u.problem
          ? html`<div class="row"><span class="error" role="alert">${adminTexts.import.notSent(u.problem)}</span><button class="button small" @click=${() => this.send(u)}>${adminTexts.import.tryAgain}</button></div>`
          : nothing
      }
    </li>`;
  }

  private over(event: DragEvent): void {
    event.preventDefault();
    this.isOver = true;
  }

  private drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver = false;
    this.take([...(event.dataTransfer?.files ?? [])]);
  }

  private choose(): void {
    this.take([...(this.field.files ?? [])]);
    this.field.value = ""; // so that the same file can be chosen again
  }

  private take(files: File[]): void {
    const added = files.map((file) => ({ key: newKey(), file, job: null, problem: "" }));
    this.uploads = [...added, ...this.uploads];
    for (const upload of added) void this.send(upload);
  }

  /** Sent again after a failure under the same key, it is one import. */
  private async send(upload: Upload): Promise<void> {
    this.change(upload, { problem: "" });
    try {
      const { job } = await this.api.upload<{ job: Job }>("/v1/kb/import", upload.file, upload.key);
      this.change(upload, { job });
    } catch (error) {
      this.change(upload, { problem: wordsOf(error) });
    }
  }

  private change({ key }: Upload, to: Partial<Upload>): void {
    this.uploads = this.uploads.map((u) => (u.key === key ? { ...u, ...to } : u));
  }
}

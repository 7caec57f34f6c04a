import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import { wordsOf } from "../api/problem.ts";
import { adminTexts } from "../messages/texts.ts";
import { clock, day } from "../text/format.ts";
import { controls } from "../theme/controls.ts";
import { icon } from "../theme/icons.ts";
import { roomStyle } from "./room-style.ts";
import type { Job } from "./types.ts";

const POLL_MS = 700;
const AFTER_TROUBLE_MS = 4000;

/** One import, followed until it has ended: how far it is, what was written, and what is wrong with which file. */
@customElement("import-job")
export class ImportJob extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) job!: Job;
  @property() name = "";
  @state() private trouble = "";
  private timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    controls,
    roomStyle,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
      progress {
        inline-size: 100%;
        accent-color: var(--accent);
      }
      ul {
        display: grid;
        gap: 4px;
        margin-block-start: 6px;
        font-size: 13px;
      }
      li {
        overflow-wrap: anywhere;
      }
      summary {
        font-size: 13px;
        font-weight: 550;
        cursor: pointer;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(POLL_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private get isOver(): boolean {
    return this.job.status === "succeeded" || this.job.status === "failed";
  }

  private follow(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), ms);
  }

  private async look(): Promise<void> {
    if (this.isOver) return;
    try {
      this.job = (await this.api.get<{ job: Job }>(`/v1/jobs/${this.job.id}`)).job;
      this.trouble = "";
    } catch (error) {
      this.trouble = wordsOf(error);
    }
    if (this.isConnected && !this.isOver) this.follow(this.trouble ? AFTER_TROUBLE_MS : POLL_MS);
  }

  protected override render(): TemplateResult {
    const { errors, skipped, notes = [], created_at } = this.job;
    const when = adminTexts.at(day(created_at), clock(created_at));
    return html`
      <div class="row">
        ${icon("file", 18)}<strong>${this.name || adminTexts.import.of(when)}</strong>
        ${this.name ? html`<span class="small muted">${when}</span>` : nothing}
        <span class="end">${this.chip()}</span>
      </div>
      ${this.isOver ? html`<p role="status">${this.sum()}</p>` : this.progress()}
      ${this.trouble ? html`<p class="error" role="alert">${adminTexts.import.lookingAgain(this.trouble)}</p>` : nothing}
      ${
        errors.length
          ? html`<details open>
            <summary>${adminTexts.import.errors(errors.length)}</summary>
            <ul>${errors.map((e) => html`<li><span class="mono">${e.file}</span> <span class="error">${e.message}</span></li>`)}</ul>
          </details>`
          : nothing
      }
      ${
        notes.length
          ? html`<details open>
            <summary>${adminTexts.import.notes(notes.length)}</summary>
            <ul>${notes.map((n) => html`<li><span class="mono">${n.file}</span> ${n.message}</li>`)}</ul>
          </details>`
          : nothing
      }
      ${
        skipped.length
          ? html`<details>
            <summary>${adminTexts.import.skipped(skipped.length)}</summary>
            <ul>${skipped.map((s) => html`<li><span class="mono">${s.file}</span> <span class="muted">${s.why}</span></li>`)}</ul>
          </details>`
          : nothing
      }
    `;
  }

  private chip(): TemplateResult {
    const { states } = adminTexts.import;
    const { status, errors } = this.job;
    if (status === "succeeded")
      return errors.length
        ? html`<span class="chip warn">${states.doneWithErrors}</span>`
        : html`<span class="chip good">${states.done}</span>`;
    if (status === "failed") return html`<span class="chip bad">${states.failed}</span>`;
    return html`<span class="chip">${status === "queued" ? states.queued : states.running}</span>`;
  }

  private progress(): TemplateResult {
    const { done, total } = this.job;
    // Without a value the bar says that the end is not known yet.
    const bar = total
      ? html`<progress max=${total} value=${done} aria-label=${adminTexts.import.progress}></progress>`
      : html`<progress aria-label=${adminTexts.import.progress}></progress>`;
    return html`${bar}
      <p class="small muted" role="status">${total ? adminTexts.import.doneOf(done, total) : adminTexts.import.waiting}</p>`;
  }

  private sum(): string {
    const { written = 0, unchanged = 0, errors, skipped } = this.job;
    return adminTexts.import.sum({ written, unchanged, skipped: skipped.length, errors: errors.length });
  }
}

import { LitElement, html, nothing, css, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";
import { fetchState } from "../looks/fetch-state.ts";
import type { Api } from "../wire/api.ts";
import { Fetched } from "../wire/fetched.ts";
import { wordsOf } from "../wire/problem.ts";
import type { Listing } from "../wire/shapes.ts";
import { clock, day } from "../words/format.ts";
import { richText, richTextStyle } from "../words/rich-text.ts";
import { roomStyle } from "./room-style.ts";
import type { PastAnswer } from "./shapes.ts";

const AT_ONCE = 20;

/** Who was answered from an article, so that those who got a wrong answer can be told. */
@customElement("past-answers")
export class PastAnswers extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property() articleId = "";
  /** Only answers from this revision; 0 for all. */
  @property({ type: Number }) revision = 0;
  @state() private problem = "";
  private next: string | null = null;
  private readonly answers = new Fetched(this, () => this.more());

  static override styles = [
    controls,
    richTextStyle,
    roomStyle,
    css`
      .head {
        margin-block-end: 10px;
      }
      .head p {
        margin-inline-end: auto;
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.answers.load();
  }

  protected override render(): TemplateResult {
    const found = this.answers.value;
    return html`
      <div class="head">
        <p class="small muted">
          ${this.revision ? `Answers made from revision ${this.revision}, oldest first.` : "Answers made from this article, oldest first."}
        </p>
        ${found?.length ? html`<button class="button small" @click=${this.download}>Download as CSV</button>` : nothing}
      </div>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing} ${fetchState(this.answers)}
      ${found?.length === 0 ? html`<p class="card empty">Nobody was answered from it.</p>` : nothing}
      <ol class="cards">
        ${found?.map((answer) => this.row(answer))}
      </ol>
      ${this.next ? html`<p><button class="button small" ?disabled=${this.answers.isLoading} @click=${() => this.answers.load()}>Show more</button></p>` : nothing}
    `;
  }

  private row(answer: PastAnswer): TemplateResult {
    return html`<li class="card">
      <div class="row small">
        <span class="muted">${day(answer.created_at)}, ${clock(answer.created_at)}</span>
        ${this.revision ? nothing : html`<span class="chip">Revision ${answer.revision}</span>`}
        ${answer.can_be_told ? html`<span class="chip good">can be told</span>` : html`<span class="chip">cannot be reached</span>`}
        <span class="muted">${answer.customer_id ? `Customer ${answer.customer_id}` : "Guest"}</span>
      </div>
      <div class="text small">${richText(answer.text)}</div>
      <p class="small muted mono">Conversation ${answer.conversation_id}</p>
    </li>`;
  }

  private get path(): string {
    return `/v1/kb/articles/${this.articleId}/answers?${this.revision ? `revision=${this.revision}&` : ""}`;
  }

  private async more(): Promise<PastAnswer[]> {
    const after = this.next ? `&after=${encodeURIComponent(this.next)}` : "";
    const page = await this.api.get<Listing<PastAnswer>>(`${this.path}limit=${AT_ONCE}${after}`);
    this.next = page.next;
    return [...(this.answers.value ?? []), ...page.items];
  }

  /** By `fetch`, as the credential goes in a header and never into an address. */
  private async download(): Promise<void> {
    this.problem = "";
    try {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await this.api.download(`${this.path}format=csv`));
      link.download = `answers-${this.articleId}.csv`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch (error) {
      this.problem = wordsOf(error);
    }
  }
}

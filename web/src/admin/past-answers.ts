import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import type { PastAnswer } from "../api/contract.d.ts";
import { Fetched } from "../api/fetched.ts";
import { wordsOf } from "../api/problem.ts";
import type { Listing } from "../api/types.ts";
import { adminTexts, staffTexts } from "../messages/texts.ts";
import { clock, day } from "../text/format.ts";
import { richText, richTextStyle } from "../text/rich-text.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import { roomStyle } from "./room-style.ts";

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
          ${this.revision ? adminTexts.pastAnswers.ofRevision(this.revision) : adminTexts.pastAnswers.ofArticle}
        </p>
        ${found?.length ? html`<button class="button small" @click=${this.download}>${adminTexts.pastAnswers.download}</button>` : nothing}
      </div>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing} ${fetchState(this.answers)}
      ${found?.length === 0 ? html`<p class="card empty">${adminTexts.pastAnswers.none}</p>` : nothing}
      <ol class="cards">
        ${found?.map((answer) => this.row(answer))}
      </ol>
      ${this.next ? html`<p><button class="button small" ?disabled=${this.answers.isLoading} @click=${() => this.answers.load()}>${adminTexts.showMore}</button></p>` : nothing}
    `;
  }

  private row(answer: PastAnswer): TemplateResult {
    return html`<li class="card">
      <div class="row small">
        <span class="muted">${adminTexts.at(day(answer.created_at), clock(answer.created_at))}</span>
        ${this.revision ? nothing : html`<span class="chip">${adminTexts.revision(answer.revision)}</span>`}
        ${answer.can_be_told ? html`<span class="chip good">${adminTexts.pastAnswers.canBeTold}</span>` : html`<span class="chip">${adminTexts.pastAnswers.cannotBeTold}</span>`}
        <span class="muted">${answer.customer_id ? adminTexts.pastAnswers.customer(answer.customer_id) : staffTexts.guest}</span>
      </div>
      <div class="text small">${richText(answer.text)}</div>
      <p class="small muted mono">${adminTexts.conversation(answer.conversation_id)}</p>
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

import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import type { Revision } from "../api/contract.d.ts";
import { everyPage } from "../api/every-page.ts";
import { Fetched } from "../api/fetched.ts";
import { clock, day } from "../text/format.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import { roomStyle } from "./room-style.ts";
import type { Draft } from "./types.ts";
import "./text-diff.ts";
import { adminTexts } from "../messages/texts.ts";

const MOST = 1000; // revisions

/** What the article said before, newest first, compared with `draft`. Fires `article-restore` with an old text. */
@customElement("article-history")
export class ArticleHistory extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property() articleId = "";
  @property({ attribute: false }) draft!: Draft;
  @state() private open = 0;
  private readonly revisions = new Fetched(this, () => everyPage<Revision>(this.api, `/v1/kb/articles/${this.articleId}/revisions`, MOST));

  static override styles = [
    controls,
    roomStyle,
    css`
      li .row {
        justify-content: space-between;
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.revisions.load();
  }

  protected override render(): TemplateResult {
    return html`${fetchState(this.revisions)}
      <ol class="cards">
        ${this.revisions.value?.map((r, i) => this.row(r, i === 0))}
      </ol>`;
  }

  private row({ revision, created_at, draft }: Revision, isLive: boolean): TemplateResult {
    const isOpen = this.open === revision;
    return html`<li class="card">
      <div class="row">
        <span>
          <strong>${adminTexts.revision(revision)}</strong>
          ${isLive ? html`<span class="chip good">${adminTexts.live}</span>` : nothing}
          <span class="small muted">${adminTexts.at(day(created_at), clock(created_at))}</span>
        </span>
        <button class="button small" aria-expanded=${isOpen ? "true" : "false"} @click=${() => (this.open = isOpen ? 0 : revision)}>
          ${adminTexts.compare}
        </button>
      </div>
      ${isOpen ? this.comparison(revision, draft) : nothing}
    </li>`;
  }

  private comparison(revision: number, draft: Draft): TemplateResult {
    const restore = (): boolean => this.dispatchEvent(new CustomEvent("article-restore", { detail: draft }));
    return html`<text-diff
        .was=${`${draft.title}\n\n${draft.body}`}
        .now=${`${this.draft.title}\n\n${this.draft.body}`}
        .wasName=${adminTexts.revision(revision)}
        .nowName=${adminTexts.editor.yourText}
      ></text-diff>
      <div><button class="button small" @click=${restore}>${adminTexts.editor.takeBack}</button></div>`;
  }
}

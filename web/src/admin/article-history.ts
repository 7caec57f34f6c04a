import { LitElement, html, nothing, css, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";
import { fetchState } from "../looks/fetch-state.ts";
import type { Api } from "../wire/api.ts";
import { everyPage } from "../wire/every-page.ts";
import { Fetched } from "../wire/fetched.ts";
import { clock, day } from "../words/format.ts";
import { roomStyle } from "./room-style.ts";
import type { Draft, Revision } from "./shapes.ts";
import "./text-diff.ts";

const MOST = 1000; // revisions

/** What the article said before, newest first, compared with `draft`. Fires `article-restore` with an old text. */
@customElement("article-history")
export class ArticleHistory extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property() articleId = "";
  @property({ attribute: false }) draft!: Draft;
  @state() private open = 0;
  private readonly revisions = new Fetched(this, () =>
    everyPage<Revision>(this.api, `/v1/kb/articles/${this.articleId}/revisions`, MOST),
  );

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
          <strong>Revision ${revision}</strong>
          ${isLive ? html`<span class="chip good">live</span>` : nothing}
          <span class="small muted">${day(created_at)}, ${clock(created_at)}</span>
        </span>
        <button class="button small" aria-expanded=${isOpen ? "true" : "false"} @click=${() => (this.open = isOpen ? 0 : revision)}>
          Compare
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
        .wasName=${`Revision ${revision}`}
        nowName="Your text"
      ></text-diff>
      <div><button class="button small" @click=${restore}>Take this text back into the editor</button></div>`;
  }
}

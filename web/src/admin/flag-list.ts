import { LitElement, html, nothing, css, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";
import { fetchState } from "../looks/fetch-state.ts";
import { icon } from "../looks/icons.ts";
import type { Api } from "../wire/api.ts";
import { everyPage } from "../wire/every-page.ts";
import { Fetched } from "../wire/fetched.ts";
import { count, spoken, waited } from "../words/format.ts";
import { hrefOf } from "./place.ts";
import { roomStyle } from "./room-style.ts";
import type { Flag } from "./shapes.ts";

const STATUSES = { open: "To do", resolved: "Fixed", dismissed: "Dismissed" } as const;
type Status = Flag["status"];

const EMPTY: Record<Status, [title: string, words: string]> = {
  open: ["Nothing to do", "Agents flag a wrong answer with f in their console. It comes here."],
  resolved: ["Nothing fixed yet", "Flags whose article was corrected are kept here."],
  dismissed: ["Nothing dismissed", "Flags that needed no new text are kept here, with the reason."],
};

/** Answers that staff flagged, as a work queue: newest first, one thing to do with each. */
@customElement("flag-list")
export class FlagList extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property() done = "";
  @state() private status: Status = "open";
  private readonly flags = new Fetched(this, () => everyPage<Flag>(this.api, `/v1/kb/flags?status=${this.status}`, 1000));

  static override styles = [
    controls,
    roomStyle,
    css`
      .correction {
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.flags.load();
  }

  protected override render(): TemplateResult {
    const flags = this.flags.value;
    const [title, words] = EMPTY[this.status];
    return html`
      <div class="head"><h2>Flagged answers</h2></div>
      <p class="intro">A wrong answer has a source. Fix the article, and from the next question on the answer is right.</p>
      ${this.done ? html`<div class="done" role="status">${icon("check")}${this.done}</div>` : nothing}
      <div class="choices" role="group" aria-label="Which flags">
        ${Object.entries(STATUSES).map(
          ([status, name]) =>
            html`<button aria-pressed=${status === this.status ? "true" : "false"} @click=${() => this.choose(status as Status)}>
              ${name}${status === this.status && flags ? html` <span class="n">${count(flags.length)}</span>` : nothing}
            </button>`,
        )}
      </div>
      ${fetchState(this.flags)}
      ${flags?.length === 0 ? html`<div class="card empty"><h3>${title}</h3><p>${words}</p></div>` : nothing}
      <ul class="cards">
        ${flags?.map((flag) => this.row(flag))}
      </ul>
    `;
  }

  private row(f: Flag): TemplateResult {
    return html`<li class="card">
      <div class="row">
        <strong>${spoken(f.reason)}</strong>
        ${f.cause === "conversation" ? html`<span class="chip warn">no article behind it</span>` : nothing}
        <span class="small muted">by ${f.flagged_by}, ${waited(f.created_at)} ago</span>
      </div>
      <p class="correction">${f.correction ?? html`<span class="muted">No correction given.</span>`}</p>
      <div class="row">
        ${f.status === "open"
          ? html`<a class="button main" href=${hrefOf("flags", f.id)}>${f.cause === "document" ? "Review and fix" : "Review"}</a>`
          : html`<a class="button" href=${hrefOf("flags", f.id)}>Look at it</a>`}
        <span class="small muted">${this.outcome(f)}</span>
      </div>
    </li>`;
  }

  private outcome(f: Flag): string {
    if (f.status === "resolved") return `Fixed by ${f.resolved_by ?? "somebody"} in revision ${f.resolution?.revision ?? "?"}`;
    if (f.status === "dismissed") return `Dismissed by ${f.resolved_by ?? "somebody"}: ${f.resolution?.dismissed ?? ""}`;
    const n = f.articles.length;
    return n ? `Answered from ${n} ${n === 1 ? "article" : "articles"}` : "Not answered from an article";
  }

  private choose(status: Status): void {
    this.status = status;
    this.flags.value = null;
    void this.flags.load();
  }
}

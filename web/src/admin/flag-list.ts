import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import type { Flag } from "../api/contract.d.ts";
import { everyPage } from "../api/every-page.ts";
import { Fetched } from "../api/fetched.ts";
import { adminTexts, staffTexts } from "../messages/texts.ts";
import { waited } from "../text/format.ts";
import { count } from "../text/numbers.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import { icon } from "../theme/icons.ts";
import { hrefOf } from "./place.ts";
import { roomStyle } from "./room-style.ts";

type Status = Flag["status"];
const STATUSES: Status[] = ["open", "resolved", "dismissed"];

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
    const { title, words } = adminTexts.flags.none[this.status];
    return html`
      <div class="head"><h2>${adminTexts.flags.title}</h2></div>
      <p class="intro">${adminTexts.flags.intro}</p>
      ${this.done ? html`<div class="done" role="status">${icon("check")}${this.done}</div>` : nothing}
      <div class="choices" role="group" aria-label=${adminTexts.flags.which}>
        ${STATUSES.map(
          (status) =>
            html`<button aria-pressed=${status === this.status ? "true" : "false"} @click=${() => this.choose(status)}>
              ${adminTexts.flags.statuses[status]}${status === this.status && flags ? html` <span class="n">${count(flags.length)}</span>` : nothing}
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
        <strong>${staffTexts.flagReasons[f.reason]}</strong>
        ${f.cause === "conversation" ? html`<span class="chip warn">${adminTexts.flags.noArticle}</span>` : nothing}
        <span class="small muted">${adminTexts.flags.by(f.flagged_by, waited(f.created_at))}</span>
      </div>
      <p class="correction">${f.correction ?? html`<span class="muted">${staffTexts.noCorrection}</span>`}</p>
      <div class="row">
        ${
          f.status === "open"
            ? html`<a class="button main" href=${hrefOf("flags", f.id)}>${f.cause === "document" ? adminTexts.flags.reviewAndFix : adminTexts.flags.review}</a>`
            : html`<a class="button" href=${hrefOf("flags", f.id)}>${adminTexts.flags.look}</a>`
        }
        <span class="small muted">${this.outcome(f)}</span>
      </div>
    </li>`;
  }

  private outcome(f: Flag): string {
    const { somebody, fixedBy, dismissedBecause, answeredFrom, answeredFromNone } = adminTexts.flags;
    const who = f.resolved_by ?? somebody;
    if (f.resolution && "revision" in f.resolution) return fixedBy(who, f.resolution.revision);
    if (f.resolution) return dismissedBecause(who, f.resolution.dismissed);
    return f.articles.length ? answeredFrom(f.articles.length) : answeredFromNone;
  }

  private choose(status: Status): void {
    this.status = status;
    this.flags.value = null;
    void this.flags.load();
  }
}

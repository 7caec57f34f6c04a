import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { controls } from "../theme/controls.ts";
import { tokens } from "../theme/tokens.ts";
import "../staff/staff-sign-in.ts";
import { Api } from "../api/api.ts";
import type { StaffAnswer as Staff } from "../api/contract.d.ts";
import { SESSION_ENDED } from "../api/session.ts";
import { keepKey, keptKey } from "../staff/staff-key.ts";
import { endSession } from "../staff/staff-session.ts";
import "./article-editor.ts";
import "./behind-a-number.ts";
import "./conversation-transcript.ts";
import "./score-conversations.ts";
import "./score-list.ts";
import "./struggle-list.ts";
import "./version-list.ts";
import "./article-list.ts";
import "./audit-list.ts";
import "./flag-list.ts";
import "./flag-review.ts";
import "./gap-list.ts";
import "./history-list.ts";
import "./import-files.ts";
import "./kpi-overview.ts";
import { goTo, hrefOf, NEW, type Place, placeOf, type Room, SECTIONS } from "./place.ts";
import "./search-tester.ts";
import type { GapShown as Gap } from "../api/contract.d.ts";
import { adminTexts } from "../messages/texts.ts";
import { forgetUnsaved, ownUnsaved } from "./unsaved.ts";

/** The administrators' page: key figures, and the care of the knowledge base. */
@customElement("admin-pages")
export class AdminPages extends LitElement {
  @state() private api: Api | null = null;
  @state() private place: Place = placeOf(location.hash);
  /** What was just done, said at the place that one comes back to. */
  @state() private done = "";
  /** The gap that a new article is written for. */
  private gap: Gap | null = null;

  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
        min-block-size: 100dvh;
        background: var(--sunken);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 14px;
        padding: 8px 20px;
        border-block-end: 1px solid var(--line);
        background: var(--surface);
      }
      h1 {
        font-size: 16px;
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 2px;
        margin-inline-end: auto;
      }
      nav a {
        padding: 6px 8px;
        border-radius: 8px;
        color: var(--muted);
        font-size: 14px;
        font-weight: 550;
        text-decoration: none;
      }
      nav a:hover {
        background: var(--sunken);
      }
      nav a[aria-current="page"] {
        background: var(--accent-soft);
        color: var(--accent-text);
      }
      @media (max-width: 760px) {
        h1 {
          margin-inline-end: auto;
        }
        nav {
          order: 1;
          flex-basis: 100%;
        }
      }
      main {
        max-inline-size: 1120px;
        margin-inline: auto;
        padding: 24px 20px 64px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.lang = adminTexts.language;
    document.title = adminTexts.pageTitle;
    addEventListener("hashchange", this.onHash);
    addEventListener(SESSION_ENDED, this.onSessionEnded);
    if (keptKey()) void this.enter(keptKey());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.onHash);
    removeEventListener(SESSION_ENDED, this.onSessionEnded);
  }

  protected override render(): TemplateResult {
    const { api } = this;
    if (!api) {
      return html`<staff-sign-in
        heading=${adminTexts.title}
        probe="/v1/kpis"
        page="admin"
        roles=${adminTexts.roles}
        @signed-in=${(e: CustomEvent<string>) => this.enter(e.detail)}
      ></staff-sign-in>`;
    }
    return html`
      <header>
        <img src="/static/icon.svg" width="26" height="26" alt="" />
        <h1>${adminTexts.title}</h1>
        <nav aria-label=${adminTexts.title}>
          ${SECTIONS.map(
            (room) =>
              html`<a href=${hrefOf(room)} aria-current=${room === this.place.room ? "page" : "false"}>${adminTexts.sections[room]}</a>`,
          )}
        </nav>
        <button class="button small" @click=${() => this.endAndLeave(api)}>${adminTexts.signOut}</button>
      </header>
      <main>${keyed(this.placeKey, this.roomOf(api))}</main>
    `;
  }

  /** Another thing is another element: nothing of one flag or article shows at the next. A kind of finding is only a filter. */
  private get placeKey(): string {
    const { room, id } = this.place;
    return room === "audit" ? room : `${room}/${id}`;
  }

  private roomOf(api: Api): TemplateResult {
    const { room, id } = this.place;
    switch (room) {
      case "articles":
        return id ? this.editor(api, id) : html`<article-list .api=${api} .done=${this.done}></article-list>`;
      case "import":
        return html`<import-files .api=${api}></import-files>`;
      case "ask":
        return html`<search-tester .api=${api}></search-tester>`;
      case "flags":
        return id
          ? html`<flag-review .api=${api} .flagId=${id} @flag-dismissed=${() => this.finish(adminTexts.flags.dismissed, "flags")}></flag-review>`
          : html`<flag-list .api=${api} .done=${this.done}></flag-list>`;
      case "audit":
        return html`<audit-list .api=${api} .kind=${id}></audit-list>`;
      case "gaps":
        return html`<gap-list .api=${api} @article-write=${this.writeFor}></gap-list>`;
      case "struggles":
        return html`<struggle-list .api=${api} .period=${id}></struggle-list>`;
      case "quality":
        return id.includes("=")
          ? html`<score-conversations .api=${api} .query=${id}></score-conversations>`
          : html`<score-list .api=${api} .period=${id}></score-list>`;
      case "versions":
        return html`<version-list .api=${api}></version-list>`;
      case "history":
        return html`<history-list .api=${api} .chosen=${id}></history-list>`;
      case "conversations":
        return html`<behind-a-number .api=${api} .query=${id}></behind-a-number>`;
      case "transcript":
        return html`<conversation-transcript .api=${api} .conversationId=${id}></conversation-transcript>`;
      case "overview":
        return html`<kpi-overview .api=${api}></kpi-overview>`;
    }
  }

  private editor(api: Api, id: string): TemplateResult {
    const gap = id === NEW ? this.gap : null;
    return html`<article-editor
      .api=${api}
      .articleId=${id}
      .unsavedId=${gap ? `gap/${gap.id}` : id}
      .beginning=${gap ? (gap.draft ?? { title: gap.questions[0] ?? gap.name }) : null}
      .questions=${gap?.questions ?? []}
      @article-saved=${(e: CustomEvent<string>) => this.finish(e.detail, "articles")}
    ></article-editor>`;
  }

  private writeFor(event: CustomEvent<Gap>): void {
    this.gap = event.detail;
    goTo("articles", NEW);
  }

  private finish(words: string, room: Room): void {
    this.done = words;
    goTo(room);
  }

  /** A kept key may have ended, or be an agent's: tried before it opens the page. */
  private async enter(key: string): Promise<void> {
    const api = new Api("", key);
    try {
      const [me] = await Promise.all([api.get<Staff>("/v1/staff/me"), api.get("/v1/kpis")]);
      ownUnsaved(me.name);
      this.api = api;
    } catch {
      return; // the sign-in stays
    }
  }

  private async endAndLeave(api: Api): Promise<void> {
    if (await endSession(api)) this.leave();
  }

  /** What is being written stays with the tab, for when its writer has signed in again. */
  private readonly onSessionEnded = (): void => {
    keepKey("");
    this.api = null;
  };

  private leave(): void {
    keepKey("");
    forgetUnsaved();
    this.api = null;
  }

  private readonly onHash = (): void => {
    const place = placeOf(location.hash);
    if (this.place.id === NEW) this.gap = null;
    if (!this.place.id) this.done = "";
    this.place = place;
    scrollTo(0, 0);
  };
}

import { LitElement, html, css, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";
import { tokens } from "../looks/tokens.ts";
import "../staff/staff-sign-in.ts";
import { keepKey, keptKey } from "../staff/staff-key.ts";
import { Api } from "../wire/api.ts";
import "./article-list.ts";
import "./flag-list.ts";
import "./kpi-overview.ts";
import "./search-tester.ts";

const ROOMS = {
  overview: "Overview",
  articles: "Articles",
  ask: "Ask it",
  flags: "Flags",
} as const;
type Room = keyof typeof ROOMS;

const roomOf = (hash: string): Room => (Object.hasOwn(ROOMS, hash.slice(1)) ? (hash.slice(1) as Room) : "overview");

/** The administrators' page: key figures, articles, search and flags. */
@customElement("admin-pages")
export class AdminPages extends LitElement {
  @state() private api: Api | null = null;
  @state() private room: Room = roomOf(location.hash);

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
        gap: 8px 20px;
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
        gap: 4px;
        margin-inline-end: auto;
      }
      nav a {
        padding: 6px 12px;
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
      main {
        max-inline-size: 1120px;
        margin-inline: auto;
        padding: 24px 20px 64px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("hashchange", this.onHash);
    if (keptKey()) void this.enter(keptKey());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.onHash);
  }

  protected override render(): TemplateResult {
    const { api } = this;
    if (!api) {
      return html`<staff-sign-in
        heading="Administration"
        probe="/v1/kpis"
        roles="administrators"
        @signed-in=${(e: CustomEvent<string>) => (this.api = new Api("", e.detail))}
      ></staff-sign-in>`;
    }
    return html`
      <header>
        <img src="/static/icon.svg" width="26" height="26" alt="" />
        <h1>Administration</h1>
        <nav aria-label="Administration">
          ${Object.entries(ROOMS).map(
            ([room, words]) => html`<a href="#${room}" aria-current=${room === this.room ? "page" : "false"}>${words}</a>`,
          )}
        </nav>
        <button class="button small" @click=${this.leave}>Sign out</button>
      </header>
      <main>${this.roomOf(api)}</main>
    `;
  }

  private roomOf(api: Api): TemplateResult {
    if (this.room === "articles") return html`<article-list .api=${api}></article-list>`;
    if (this.room === "ask") return html`<search-tester .api=${api}></search-tester>`;
    if (this.room === "flags") return html`<flag-list .api=${api}></flag-list>`;
    return html`<kpi-overview .api=${api}></kpi-overview>`;
  }

  /** A kept key may have ended, or be an agent's: tried before it opens the page. */
  private async enter(key: string): Promise<void> {
    const api = new Api("", key);
    const isGood = await api.get("/v1/kpis").then(
      () => true,
      () => false,
    );
    if (isGood) this.api = api;
  }

  private leave(): void {
    keepKey("");
    this.api = null;
  }

  private readonly onHash = (): void => {
    this.room = roomOf(location.hash);
  };
}

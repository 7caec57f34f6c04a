import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { controls } from "../theme/controls.ts";
import { tokens } from "../theme/tokens.ts";
import "../staff/staff-sign-in.ts";
import { Api } from "../api/api.ts";
import type { Handoff, StaffAnswer as Staff } from "../api/contract.d.ts";
import { Problem } from "../api/problem.ts";
import { keepKey, keptKey } from "../staff/staff-key.ts";
import { endSession } from "../staff/staff-session.ts";
import "./customer-context.ts";
import { Desk } from "./desk.ts";
import "./handoff-queue.ts";
import { shownIn, type Tab } from "./handoff-queue.ts";
import "./handoff-view.ts";
import type { HandoffView } from "./handoff-view.ts";
import "./keys-help.ts";
import { agentTexts } from "../messages/texts.ts";
import type { KeysHelp } from "./keys-help.ts";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;
const AFTER_TYPING_MS = 1000; // a field may go away under the agent's hands: what they typed on is no command

/** The agents' page: queue, conversation and context side by side; one after the other where it is narrow. */
@customElement("agent-console")
export class AgentConsole extends LitElement {
  @state() private desk: Desk | null = null;
  @state() private tab: Tab = "waiting";
  @state() private version = 0;
  @state() private isQueueShown = true;
  /** The key that is being tried, until it is known whose it is. */
  @state() private entering = "";
  private lastTyped = -Infinity;
  @query("handoff-view") private view!: HandoffView | null;
  @query("keys-help") private keys!: KeysHelp | null;

  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
        block-size: 100dvh;
        background: var(--surface);
      }
      .page {
        display: grid;
        grid-template: auto minmax(0, 1fr) / 330px minmax(0, 1fr) 330px;
        block-size: 100%;
      }
      .bar {
        grid-column: 1 / -1;
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 8px 16px;
        border-block-end: 1px solid var(--line);
      }
      h1 {
        font-size: 16px;
        margin-inline-end: auto;
      }
      .line::before {
        content: "";
        inline-size: 8px;
        block-size: 8px;
        border-radius: 50%;
        background: var(--ok);
      }
      .line.off::before {
        background: var(--danger);
      }
      handoff-queue {
        border-inline-end: 1px solid var(--line);
      }
      customer-context {
        border-inline-start: 1px solid var(--line);
      }
      @media (min-width: 901px) {
        handoff-view::part(back) {
          display: none;
        }
      }
      @media (max-width: 1180px) {
        .page {
          grid-template-columns: 290px minmax(0, 1fr) 260px;
        }
      }
      .bar > * {
        white-space: nowrap;
      }
      @media (max-width: 900px) {
        :host {
          block-size: auto;
        }
        .page {
          display: flex;
          flex-direction: column;
          min-block-size: 100dvh;
        }
        .page > .away,
        .bar > .keys {
          display: none;
        }
        handoff-queue,
        handoff-view {
          flex: 1;
        }
        customer-context {
          border-block-start: 1px solid var(--line);
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.lang = agentTexts.language;
    document.title = agentTexts.pageTitle;
    addEventListener("keydown", this.onKey);
    if (keptKey()) void this.enter(keptKey());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("keydown", this.onKey);
    this.leave();
  }

  protected override render(): TemplateResult {
    const desk = this.desk;
    if (!desk && this.entering)
      return html`<div class="page"><div class="bar"><span class="chip line off" role="status">${agentTexts.connecting}</span></div></div>`;
    if (!desk) {
      return html`<staff-sign-in
        heading=${agentTexts.title}
        probe="/v1/handoffs?limit=1"
        page="agent"
        roles=${agentTexts.roles}
        @signed-in=${(e: CustomEvent<string>) => this.enter(e.detail)}
      ></staff-sign-in>`;
    }
    const away = (isAway: boolean): string => (isAway ? "away" : "");
    return html`<div class="page">
        <div class="bar">
          <img src="/static/icon.svg" width="26" height="26" alt="" />
          <h1>${agentTexts.title}</h1>
          <span class="chip line ${desk.isOnline === false ? "off" : ""}" role="status">${desk.isOnline === false ? agentTexts.connecting : agentTexts.live}</span>
          <button class="button small keys" @click=${() => this.keys?.open()}>${agentTexts.keys}</button>
          <button class="button small" @click=${() => this.endAndSignOut(desk)}>${agentTexts.signOut(desk.me.name)}</button>
        </div>
        <handoff-queue
          class=${away(!this.isQueueShown)}
          .queue=${desk.queue}
          .names=${desk.names}
          .version=${this.version}
          .markOf=${(id: string) => desk.markOf(id)}
          .me=${desk.me}
          .tab=${this.tab}
          .currentId=${desk.current?.id ?? ""}
          @queue-tab=${(e: CustomEvent<Tab>) => (this.tab = e.detail)}
          @queue-open=${(e: CustomEvent<Handoff>) => this.open(e.detail)}
        ></handoff-queue>
        <handoff-view
          class=${away(this.isQueueShown)}
          .hand=${desk.current}
          .names=${desk.names}
          .version=${this.version}
          .isAdmin=${desk.me.role === "admin"}
          @agent-claim=${() => this.claim()}
          @queue-back=${() => (this.isQueueShown = true)}
        ></handoff-view>
        <customer-context class=${away(this.isQueueShown)} .detail=${desk.current?.detail ?? null}></customer-context>
      </div>
      <keys-help></keys-help>`;
  }

  /** Opens the desk once it is known whose key this is; waits for the service where it is away. */
  private async enter(key: string): Promise<void> {
    const api = new Api("", key);
    this.entering = key;
    for (let wait = FIRST_WAIT_MS; this.entering === key; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      try {
        const me = await api.get<Staff>("/v1/staff/me");
        if (this.entering === key) this.sitDown(api, me);
        return;
      } catch (error) {
        if (this.entering === key && error instanceof Problem && !error.isPassing) this.signOut();
      }
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  private sitDown(api: Api, me: Staff): void {
    const desk = new Desk(
      api,
      me,
      () => (this.version += 1),
      () => {
        if (this.desk === desk) this.signOut(); // not for whoever came after
      },
    );
    this.entering = "";
    this.desk = desk;
  }

  private async endAndSignOut(desk: Desk): Promise<void> {
    if (await endSession(desk.api)) this.signOut();
  }

  private signOut(): void {
    keepKey("");
    this.desk?.forget();
    this.leave();
    this.tab = "waiting";
    this.isQueueShown = true;
  }

  private leave(): void {
    this.entering = "";
    this.desk?.leave();
    this.desk = null;
  }

  private open(handoff: Handoff): void {
    this.isQueueShown = false;
    this.desk?.open(handoff);
  }

  private async claim(): Promise<void> {
    const hand = this.desk?.current;
    if ((await hand?.claim()) && hand === this.desk?.current) this.tab = "mine";
  }

  /** Moves by one in the shown tab; from nowhere to its first. */
  private move(by: number): void {
    const shown = this.desk ? shownIn(this.tab, this.desk.queue ?? [], this.desk.me.name) : [];
    const at = shown.findIndex((h) => h.id === this.desk?.current?.id);
    const next = shown[at < 0 ? 0 : Math.min(Math.max(at + by, 0), shown.length - 1)];
    if (next) this.open(next);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const at = event.composedPath()[0];
    if (at instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) {
      this.lastTyped = event.key === "Escape" ? -Infinity : event.timeStamp;
      return;
    }
    const isTypedOn = event.timeStamp - this.lastTyped < AFTER_TYPING_MS;
    if (isTypedOn) this.lastTyped = event.timeStamp;
    if (!this.desk || isTypedOn || this.keys?.isOpen || event.ctrlKey || event.metaKey || event.altKey) return;
    const does: Record<string, () => void> = {
      j: () => this.move(1),
      k: () => this.move(-1),
      c: () => void this.claim(),
      r: () => this.view?.focusReply(),
      f: () => this.view?.flagLast(),
      e: () => this.view?.askToClose(),
      "?": () => this.keys?.open(),
    };
    const act = does[event.key];
    if (!act || (event.repeat && !"jk".includes(event.key))) return;
    event.preventDefault();
    act();
  };
}

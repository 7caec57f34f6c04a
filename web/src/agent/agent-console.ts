import { LitElement, html, css, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { controls } from "../looks/controls.ts";
import { tokens } from "../looks/tokens.ts";
import "../staff/staff-sign-in.ts";
import { keepKey, keptKey } from "../staff/staff-key.ts";
import { Api } from "../wire/api.ts";
import type { Handoff } from "../wire/shapes.ts";
import "./customer-context.ts";
import { Desk } from "./desk.ts";
import "./handoff-queue.ts";
import { shownIn, type Tab } from "./handoff-queue.ts";
import "./handoff-view.ts";
import type { HandoffView } from "./handoff-view.ts";
import "./keys-help.ts";
import type { KeysHelp } from "./keys-help.ts";

/** The agents' page: queue, conversation and context side by side; one after the other where it is narrow. */
@customElement("agent-console")
export class AgentConsole extends LitElement {
  @state() private desk: Desk | null = null;
  @state() private tab: Tab = "waiting";
  @state() private version = 0;
  @state() private isQueueShown = true;
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
    addEventListener("keydown", this.onKey);
    if (keptKey()) this.enter(keptKey());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("keydown", this.onKey);
    this.desk?.leave();
  }

  protected override render(): TemplateResult {
    const desk = this.desk;
    if (!desk) {
      return html`<staff-sign-in
        heading="Agent console"
        probe="/v1/handoffs?limit=1"
        roles="agents and administrators"
        @signed-in=${(e: CustomEvent<string>) => this.enter(e.detail)}
      ></staff-sign-in>`;
    }
    const away = (isAway: boolean): string => (isAway ? "away" : "");
    return html`<div class="page">
        <div class="bar">
          <img src="/static/icon.svg" width="26" height="26" alt="" />
          <h1>Agent console</h1>
          <span class="chip line ${desk.isOnline === false ? "off" : ""}" role="status">${desk.isOnline === false ? "Trying to connect" : "Live"}</span>
          <button class="button small keys" @click=${() => this.keys?.open()}>Keys</button>
          <button class="button small" @click=${() => this.leave()}>${desk.myName ? `Sign out ${desk.myName}` : "Sign out"}</button>
        </div>
        <handoff-queue
          class=${away(!this.isQueueShown)}
          .queue=${desk.queue}
          .names=${desk.names}
          .version=${this.version}
          .myName=${desk.myName}
          .tab=${this.tab}
          .currentId=${desk.current?.id ?? ""}
          @queue-tab=${(e: CustomEvent<Tab>) => (this.tab = e.detail)}
          @queue-open=${(e: CustomEvent<Handoff>) => this.open(e.detail)}
        ></handoff-queue>
        <handoff-view
          class=${away(this.isQueueShown)}
          .desk=${desk}
          .version=${this.version}
          @agent-claim=${() => this.claim()}
          @queue-back=${() => (this.isQueueShown = true)}
        ></handoff-view>
        <customer-context class=${away(this.isQueueShown)} .detail=${desk.detail}></customer-context>
      </div>
      <keys-help></keys-help>`;
  }

  private enter(key: string): void {
    this.desk?.leave();
    this.desk = new Desk(
      new Api("", key),
      () => (this.version += 1),
      () => this.leave(),
    );
  }

  private leave(): void {
    this.desk?.leave();
    keepKey("");
    sessionStorage.removeItem("supportgraph:staff-name");
    this.desk = null;
  }

  private open(handoff: Handoff): void {
    this.isQueueShown = false;
    void this.desk?.open(handoff);
  }

  private async claim(): Promise<void> {
    await this.desk?.claim();
    if (this.desk?.isMine) this.tab = "mine";
  }

  /** Moves by one in the shown tab; from nowhere to its first. */
  private move(by: number): void {
    const shown = shownIn(this.tab, this.desk?.queue ?? [], this.desk?.myName ?? "");
    const at = shown.findIndex((h) => h.id === this.desk?.current?.id);
    const next = shown[at < 0 ? 0 : Math.min(Math.max(at + by, 0), shown.length - 1)];
    if (next) this.open(next);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const at = event.composedPath()[0];
    const isTyping = at instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName);
    if (!this.desk || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
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
    if (!act) return;
    event.preventDefault();
    act();
  };
}

import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Handoff, StaffAnswer as Staff } from "../api/contract.d.ts";
import { SUMMARY } from "../api/known-words.ts";
import { agentTexts } from "../messages/texts.ts";
import { waited } from "../text/format.ts";
import { controls } from "../theme/controls.ts";
import type { Mark } from "./desk.ts";
import type { QueueNames } from "./queue-names.ts";
import { reasonOf, summaryParts, urgency } from "./reasons.ts";

export type Tab = "waiting" | "mine" | "approvals" | "held";

const TABS: Tab[] = ["waiting", "mine", "approvals"];
/** What colleagues hold, for those who may free it. */
const HELD: Tab = "held";

/** Which hand-offs a tab shows. */
export function shownIn(tab: Tab, queue: Handoff[], myName: string): Handoff[] {
  if (tab === "approvals") return queue.filter((h) => h.kind === "approval" && h.status === "waiting");
  if (tab === "waiting") return queue.filter((h) => h.kind === "conversation" && h.status === "waiting");
  const claimed = queue.filter((h) => h.status === "claimed");
  return claimed.filter((h) => (h.claimed_by === myName) === (tab === "mine"));
}

/** The queue with its tabs. Fires `queue-open` with a hand-off and `queue-tab` with a tab. */
@customElement("handoff-queue")
export class HandoffQueue extends LitElement {
  @property({ attribute: false }) queue: Handoff[] | null = null;
  @property({ attribute: false }) names!: QueueNames;
  @property({ attribute: false }) version = 0;
  /** Says that something was begun at a hand-off. */
  @property({ attribute: false }) markOf!: (handoffId: string) => Mark | null;
  @property({ attribute: false }) me!: Staff;
  @property() tab: Tab = "waiting";
  @property() currentId = "";
  @state() private now = Date.now();
  private timer = 0;

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
      }
      .tabs {
        display: flex;
        flex-wrap: wrap;
        gap: 2px;
        padding: 10px 6px 0;
        border-block-end: 1px solid var(--line);
      }
      .tab {
        display: flex;
        align-items: center;
        gap: 5px;
        padding: 8px 7px 9px;
        border: 0;
        border-block-end: 2px solid transparent;
        background: none;
        font-size: 13.5px;
        font-weight: 550;
        color: var(--muted);
      }
      .tab .chip {
        padding: 0 6px;
      }
      .tab[aria-selected="true"] {
        color: var(--text);
        border-color: var(--accent-text);
      }
      .list {
        flex: 1;
        overflow-y: auto;
      }
      .handoff {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 2px 10px;
        inline-size: 100%;
        padding: 12px 16px;
        border: 0;
        border-block-end: 1px solid var(--line);
        border-inline-start: 3px solid transparent;
        background: none;
        text-align: start;
      }
      .handoff:hover {
        background: var(--sunken);
      }
      .handoff[aria-current="true"] {
        background: var(--accent-soft);
        border-inline-start-color: var(--accent-text);
      }
      .handoff:focus-visible {
        outline-offset: -2px;
      }
      .name {
        font-weight: 600;
      }
      .wait {
        font-size: 13px;
        font-variant-numeric: tabular-nums;
        color: var(--muted);
      }
      .wait.late {
        color: var(--warn);
        font-weight: 650;
      }
      .wait.very-late {
        color: var(--danger);
        font-weight: 650;
      }
      .about {
        grid-column: 1 / -1;
        overflow: hidden;
        display: -webkit-box;
        -webkit-line-clamp: 2;
        -webkit-box-orient: vertical;
        font-size: 13px;
        color: var(--muted);
      }
      .reason {
        font-size: 12px;
        font-weight: 650;
      }
      .accent {
        color: var(--accent-text);
      }
      .warn {
        color: var(--warn);
      }
      .danger {
        color: var(--danger);
      }
      .empty {
        padding: 32px 24px;
        text-align: center;
        color: var(--muted);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => (this.now = Date.now()), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override render(): TemplateResult {
    const queue = this.queue ?? [];
    const shown = shownIn(this.tab, queue, this.me.name);
    const tabs = this.me.role === "admin" ? [...TABS, HELD] : TABS;
    return html`
      <div class="tabs" role="tablist" aria-label=${agentTexts.queue}>
        ${tabs.map((tab) => {
          const n = shownIn(tab, queue, this.me.name).length;
          return html`<button
            class="tab"
            role="tab"
            id="tab-${tab}"
            aria-controls="list"
            aria-selected=${this.tab === tab ? "true" : "false"}
            @click=${() => this.dispatchEvent(new CustomEvent("queue-tab", { detail: tab }))}
          >
            ${agentTexts.tabs[tab]}${n ? html`<span class="chip">${n}</span>` : nothing}
          </button>`;
        })}
      </div>
      <div class="list" id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${this.queue === null ? html`<p class="empty" role="status">${agentTexts.loadingQueue}</p>` : nothing}
        ${this.queue && !shown.length ? html`<p class="empty">${agentTexts.emptyTabs[this.tab]}</p>` : nothing}
        ${repeat(
          shown,
          (h) => h.id,
          (h) => this.row(h),
        )}
      </div>
    `;
  }

  private row(handoff: Handoff): TemplateResult {
    const [words, tone] = reasonOf(handoff.reason);
    const parts = summaryParts(handoff.summary);
    const about = parts.find(([name]) => name === SUMMARY.action) ?? parts.find(([name]) => name === SUMMARY.wants);
    const mark = this.markOf(handoff.id);
    const late = handoff.status === "waiting" ? urgency(handoff.waiting_since, this.now) : "";
    return html`<button
      class="handoff"
      data-id=${handoff.id}
      aria-current=${handoff.id === this.currentId ? "true" : "false"}
      @click=${() => this.dispatchEvent(new CustomEvent("queue-open", { detail: handoff }))}
    >
      <span class="name">${this.names.of(handoff)}</span>
      <span class="wait ${late}">${waited(handoff.waiting_since, this.now)}</span>
      <span class="reason ${tone}">${words}</span>
      ${handoff.claimed_by ? html`<span class="small muted">${handoff.claimed_by}</span>` : nothing}
      ${mark ? html`<span class="small ${mark === "notSent" ? "danger" : "muted"}">${agentTexts[mark]}</span>` : nothing}
      <span class="about">${about?.[1] ?? agentTexts.askedForPerson}</span>
    </button>`;
  }
}

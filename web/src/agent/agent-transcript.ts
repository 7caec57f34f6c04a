import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Message, Turn } from "../api/contract.d.ts";
import type { Transcript } from "../api/transcript.ts";
import { clock, spoken } from "../text/format.ts";
import { count, percent } from "../text/numbers.ts";
import { richText, richTextStyle } from "../text/rich-text.ts";
import { controls } from "../theme/controls.ts";
import { icon } from "../theme/icons.ts";
import type { FlagDraft } from "./drafts.ts";
import "./flag-form.ts";
import { agentTexts, commonTexts } from "../messages/texts.ts";
import type { OpenHandoff } from "./open-handoff.ts";
import { chipsOf } from "./read-acts.ts";

const NOTHING_SAID: FlagDraft = { reason: "wrong", correction: "" };

/** The whole conversation for staff: intent, outcome, tools and sources of each answer on demand, and a flag. */
@customElement("agent-transcript")
export class AgentTranscript extends LitElement {
  @property({ attribute: false }) hand!: OpenHandoff;
  @property({ attribute: false }) version = 0;
  @query(".log") private log!: HTMLElement;
  private shown = "";

  static override styles = [
    controls,
    richTextStyle,
    css`
      :host {
        display: block;
        min-block-size: 0;
      }
      .log {
        block-size: 100%;
        overflow-y: auto;
        padding: 16px 24px;
      }
      .log:focus-visible {
        outline-offset: -3px;
      }
      article {
        display: grid;
        gap: 4px;
        max-inline-size: 640px;
        margin-block-end: 14px;
      }
      article.agent {
        margin-inline-start: auto;
        justify-items: end;
      }
      .who {
        display: flex;
        align-items: center;
        gap: 8px;
        min-block-size: 24px;
        font-size: 12px;
        color: var(--muted);
      }
      .who strong {
        color: var(--text);
      }
      .bubble {
        inline-size: fit-content;
        padding: 9px 13px;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--surface);
      }
      .customer .bubble {
        background: var(--bubble);
        border-color: transparent;
      }
      .agent .bubble {
        background: var(--accent);
        border-color: var(--accent);
        color: var(--on-accent);
      }
      .system {
        margin-block: 10px;
        text-align: center;
        font-size: 13px;
        color: var(--muted);
      }
      details {
        font-size: 13px;
        color: var(--muted);
      }
      summary {
        cursor: pointer;
        inline-size: fit-content;
        border-radius: 4px;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 2px 12px;
        margin-block: 6px;
        padding: 8px 12px;
        border-radius: 8px;
        background: var(--sunken);
        color: var(--text);
      }
      dt {
        color: var(--muted);
      }
      dd {
        overflow-wrap: anywhere;
      }
      .read {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .read .chip {
        white-space: normal;
      }
      .read .urgent {
        border-color: var(--danger);
        color: var(--danger);
      }
      .flag {
        inline-size: 26px;
        block-size: 24px;
        color: var(--muted);
      }
    `,
  ];

  /** Opens the flag form at the assistant's last answer. */
  flagLast(): void {
    this.hand.beginFlag(this.transcript.messages.findLast((m) => m.role === "assistant")?.id ?? "");
  }

  private get transcript(): Transcript {
    return this.hand.transcript;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const last = this.transcript.messages.at(-1)?.id ?? "";
    if (changed.has("version") && last !== this.shown) {
      this.shown = last;
      this.log.scrollTop = this.log.scrollHeight;
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="log" role="log" aria-label=${agentTexts.conversation} aria-live="polite" tabindex="0">
      ${repeat(
        this.transcript.messages,
        (m) => m.id,
        (m) => this.entry(m),
      )}
    </div>`;
  }

  private entry(message: Message): TemplateResult {
    const { role, author, created_at, text, id } = message;
    if (role === "system") return html`<div class="system">${text} · ${clock(created_at)}</div>`;
    return html`<article class=${role}>
      <div class="who">
        <strong>${author.name}</strong>${clock(created_at)}
        ${
          role === "assistant"
            ? html`<button class="icon flag" aria-label=${agentTexts.flagThis} title=${agentTexts.flagThisKey} @click=${() => this.hand.beginFlag(id)}>
              ${icon("flag", 14)}
            </button>`
            : nothing
        }
      </div>
      <div class="bubble"><div class="text">${richText(text)}</div></div>
      ${role === "customer" ? this.readIn(message) : nothing} ${role === "assistant" ? this.workings(message) : nothing}
      ${this.hand.draft.flagging === id ? this.flagForm(id) : nothing}
    </article>`;
  }

  private flagForm(id: string): TemplateResult {
    return html`<flag-form
      .draft=${this.hand.draft.flags[id] ?? NOTHING_SAID}
      .isBusy=${this.hand.isBusy}
      @flag-change=${(e: CustomEvent<FlagDraft | null>) => this.hand.writeFlag(id, e.detail)}
      @flag-send=${() => this.hand.flag(id)}
    ></flag-form>`;
  }

  private readIn(message: Message): TemplateResult | typeof nothing {
    const chips = chipsOf(this.transcript.turns.get(message.turn_id ?? "")?.acts ?? []);
    if (!chips.length) return nothing;
    return html`<ul class="read" aria-label=${agentTexts.readLabel}>
      ${chips.map((chip) => html`<li class="chip ${chip.isUrgent ? "urgent" : ""}" title=${chip.clause}>${chip.words}</li>`)}
    </ul>`;
  }

  private workings(message: Message): TemplateResult | typeof nothing {
    const turn = this.transcript.turns.get(message.turn_id ?? "");
    if (!turn || turn.intent === "greeting") return nothing;
    return html`<details>
      <summary>${turn.intent ? spoken(turn.intent) : agentTexts.noIntent} · ${agentTexts.outcomes[turn.outcome]}</summary>
      <dl>
        ${turn.confidence === null ? nothing : html`<dt>${agentTexts.confidence}</dt><dd>${percent(turn.confidence)}</dd>`}
        ${toolLines(turn)}
        ${message.citations.map((c, i) => html`<dt>${agentTexts.source(i + 1)}</dt><dd>${c.title}${c.quote ? html`: “${c.quote}”` : nothing}</dd>`)}
        <dt>${agentTexts.took}</dt><dd>${commonTexts.duration.milliseconds(count(turn.duration_ms))}</dd>
      </dl>
    </details>`;
  }
}

function toolLines(turn: Turn): TemplateResult[] {
  return turn.tool_calls.map((call) => {
    const given = Object.entries(call.arguments).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
    return html`<dt>${spoken(call.name)}</dt>
      <dd>
        ${spoken(call.status).toLowerCase()}${given.length ? html` <span class="mono">${given.join(", ")}</span>` : nothing}
        ${call.result?.message ?? call.result?.reference ?? ""}
      </dd>`;
  });
}

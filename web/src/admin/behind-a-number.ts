import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { reasonOf } from "../agent/reasons.ts";
import type { ConversationCounted } from "../api/contract.d.ts";
import { adminTexts } from "../messages/texts.ts";
import { clock, day, spoken } from "../text/format.ts";
import { ConversationPages } from "./conversation-pages.ts";
import { hrefOf } from "./place.ts";

/** The conversations that a number counts: measure, period and day are in the query. */
@customElement("behind-a-number")
export class BehindANumber extends ConversationPages<ConversationCounted> {
  protected readonly path = "/v1/kpis/conversations";

  protected frame(asked: URLSearchParams) {
    const texts = adminTexts.insights.list;
    const measure = asked.get("measure") ?? "";
    const names: Record<string, string> = adminTexts.insights.measures;
    const title = texts.title(names[measure] ?? spoken(measure.replace(".", " ")));
    return { back: this.backTo("overview", texts.back), title, counting: texts.counting, none: texts.none };
  }

  protected row(one: ConversationCounted): TemplateResult {
    const texts = adminTexts.insights.list;
    return html`
      <div class="row">
        <a href=${hrefOf("transcript", one.id)}>${adminTexts.at(day(one.created_at), clock(one.created_at))}</a>
        <span class="chip ${one.outcome === "gave_up" ? "bad" : one.outcome === "handed_off" ? "warn" : ""}">${texts.outcomes[one.outcome]}</span>
        ${one.handoff_reason ? html`<span class="small muted">${reasonOf(one.handoff_reason)[0]}</span>` : nothing}
      </div>
      <p class="small muted">
        ${[
          one.intent ? spoken(one.intent) : "",
          one.region ?? "",
          one.failed_turns ? texts.turns(one.failed_turns) : "",
          one.csat === null ? "" : texts.rated(one.csat),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    `;
  }
}

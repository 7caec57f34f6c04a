import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { ScoredShown } from "../api/contract.d.ts";
import { adminTexts } from "../messages/texts.ts";
import { ConversationPages } from "./conversation-pages.ts";
import { DIMENSIONS } from "./dimensions.ts";
import "./scored-conversation.ts";

/** The conversations in which one thing is not as it should be. */
@customElement("score-conversations")
export class ScoreConversations extends ConversationPages<ScoredShown> {
  protected readonly path = "/v1/insights/scores/conversations";

  protected frame(asked: URLSearchParams) {
    const texts = adminTexts.scores;
    const name = DIMENSIONS.find((d) => d === asked.get("dimension"));
    const reason = asked.get("reason") ?? "";
    const title = texts.list.title(name ? texts.dimensions[name][0] : "", texts.reasons[reason] ?? reason);
    return { back: this.backTo("quality", texts.list.back), title, counting: texts.counting, none: texts.list.none };
  }

  protected row(one: ScoredShown): TemplateResult {
    return html`<scored-conversation .scored=${one}></scored-conversation>`;
  }
}

import { html, nothing, type TemplateResult } from "lit";
import type { Fetched } from "../api/fetched.ts";
import { commonTexts } from "../messages/texts.ts";
import { icon } from "./icons.ts";

/** Says that something is loading, or why it could not be had, with a way to try again. Nothing once it is there. */
export function fetchState(fetched: Fetched<unknown>, loading = commonTexts.loading): TemplateResult | typeof nothing {
  if (fetched.problem) {
    return html`<div class="trouble" role="alert">
      ${icon("warning")}
      <p>${fetched.isOffline ? commonTexts.offline : fetched.problem}</p>
      <button class="button small" ?disabled=${fetched.isLoading} @click=${() => fetched.load()}>${commonTexts.tryAgain}</button>
    </div>`;
  }
  return fetched.isLoading && fetched.value === null ? html`<p class="muted waits" role="status">${loading}</p>` : nothing;
}

import { html, svg, type TemplateResult } from "lit";

// The mouths of the five faces, from very unhappy to very happy.
const MOUTHS = [
  "M9 23.5c2-4.6 12-4.6 14 0",
  "M10 22.5c2.5-2.5 9.5-2.5 12 0",
  "M10 21.5h12",
  "M10 20c2.5 3 9.5 3 12 0",
  "M8.5 18.5c1.5 7.5 13.5 7.5 15 0z",
] as const;

/** The face for a score of 1 to 5. */
export function face(score: number): TemplateResult {
  return html`<svg
    width="36"
    height="36"
    viewBox="0 0 32 32"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${svg`<circle cx="16" cy="16" r="13"></circle><circle cx="11.5" cy="13" r="1" fill="currentColor"></circle>
      <circle cx="20.5" cy="13" r="1" fill="currentColor"></circle><path d=${MOUTHS[score - 1] ?? ""}></path>`}
  </svg>`;
}

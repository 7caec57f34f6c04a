import { html, svg, type TemplateResult } from "lit";

const PATHS = {
  chat: "M4 5.5A2.5 2.5 0 0 1 6.5 3h11A2.5 2.5 0 0 1 20 5.5v8a2.5 2.5 0 0 1-2.5 2.5H10l-4.5 4v-4.09A2.5 2.5 0 0 1 4 13.5z",
  down: "m5 9 7 7 7-7",
  close: "M6 6l12 12M18 6 6 18",
  send: "M12 19V5m0 0-6 6m6-6 6 6",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-7 8c.7-3.6 3.5-5.5 7-5.5s6.3 1.9 7 5.5",
  lock: "M7 11V8a5 5 0 0 1 10 0v3m-11 0h12v9H6z",
  check: "m5 12.5 4.5 4.5L19 7.5",
  thumb: "M7 11v9H4v-9zm0 0 4-7c1.7 0 2.6 1.2 2.3 2.8L12.7 10H18a2 2 0 0 1 2 2.4l-1.2 6A2 2 0 0 1 16.8 20H7",
  flag: "M6 21V4h11l-2 4 2 4H6",
  box: "m12 3 8 4.3v9.4L12 21l-8-4.3V7.3zm0 9 8-4.7M12 12 4 7.3M12 12v9",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zm5-2 4 4",
  warning: "M12 4 2.5 20h19zM12 10v4.5m0 2.4v.1",
  stop: "M7 7h10v10H7z",
  upload: "M12 16V4m0 0L7 9m5-5 5 5M4 16v4h16v-4",
  file: "M6 3h8l4 4v14H6zm8 0v4h4",
  back: "m14 5-7 7 7 7",
  door: "M10 5H5v14h5m-1-7h11m0 0-4-4m4 4-4 4",
} as const;

export type IconName = keyof typeof PATHS;

/** A drawn sign; always beside words or inside a control that has a name. */
export function icon(name: IconName, size = 18): TemplateResult {
  return html`<svg
    width=${size}
    height=${size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${svg`<path d=${PATHS[name]}></path>`}
  </svg>`;
}

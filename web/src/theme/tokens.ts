import { css } from "lit";

/**
 * The design tokens: one accent (a company sets `--support-accent` and, for text on it, `--support-on-accent`),
 * neutral greys, spacing of 4 px, light and dark by the system's setting.
 */
export const tokens = css`
  :host {
    --accent: var(--support-accent, #1d5f4e);
    --on-accent: var(--support-on-accent, #ffffff);
    --accent-text: var(--support-accent, #1a5a49);
    --accent-soft: color-mix(in srgb, var(--accent) 9%, var(--surface));
    --accent-line: color-mix(in srgb, var(--accent) 32%, var(--surface));
    --surface: #ffffff;
    --sunken: #f5f6f4;
    --raised: #ffffff;
    --bubble: #f0f2ef;
    --line: #dfe3df;
    --line-strong: #868f89;
    --text: #1b211e;
    --muted: #5a645e;
    --danger: #a62b1f;
    --danger-soft: #fcedea;
    --warn: #7d4e00;
    --warn-soft: #fdf3dd;
    --ok: #1a6a3c;
    --ok-soft: #e5f4ea;
    --note: #fff7d6;
    --shadow: 0 1px 2px rgb(16 24 20 / 8%), 0 12px 40px rgb(16 24 20 / 18%);
    --radius: 14px;
    --radius-small: 8px;
    --font: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
    --mono: ui-monospace, "SF Mono", "Cascadia Mono", "Segoe UI Mono", "DejaVu Sans Mono", monospace;
    color-scheme: light dark;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      --accent: var(--support-accent-dark, #2c7a64);
      --on-accent: var(--support-on-accent-dark, #ffffff);
      --accent-text: var(--support-accent-dark, #8ad6bd);
      --accent-soft: color-mix(in srgb, var(--accent) 26%, var(--surface));
      --accent-line: color-mix(in srgb, var(--accent) 70%, var(--surface));
      --bubble: #28302c;
      --surface: #171c1a;
      --sunken: #101412;
      --raised: #1f2623;
      --line: #323b37;
      --line-strong: #7b8781;
      --text: #eaf0ec;
      --muted: #a5b0aa;
      --danger: #ff9b8c;
      --danger-soft: #3a1f1b;
      --warn: #f2c063;
      --warn-soft: #35290f;
      --ok: #7fd8a0;
      --ok-soft: #16301f;
      --note: #35300f;
      --shadow: 0 1px 2px rgb(0 0 0 / 50%), 0 16px 48px rgb(0 0 0 / 55%);
    }
  }
`;

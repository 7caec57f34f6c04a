import { css } from "lit";

/** Buttons, fields, chips and small type, the same on every page. */
export const controls = css`
  :host {
    font: 400 15px/1.45 var(--font);
    color: var(--text);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  a {
    color: var(--accent-text);
    text-underline-offset: 2px;
  }
  :focus-visible {
    outline: 2px solid var(--accent-text);
    outline-offset: 2px;
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  button:disabled {
    cursor: default;
    opacity: 0.55;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: 36px;
    padding: 6px 14px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--raised);
    font-weight: 550;
    font-size: 14px;
    text-align: center;
  }
  a.button {
    color: inherit;
    text-decoration: none;
  }
  a.button.main {
    color: var(--on-accent);
  }
  .button:hover:not(:disabled) {
    background: var(--accent-soft);
    border-color: var(--accent-line);
  }
  .button.main {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }
  .button.main:hover:not(:disabled) {
    background: color-mix(in srgb, var(--accent) 88%, var(--text));
  }
  .button.danger {
    border-color: color-mix(in srgb, var(--danger) 50%, var(--surface));
    color: var(--danger);
  }
  .button.small {
    min-block-size: 28px;
    padding: 2px 10px;
    font-size: 13px;
  }
  .plain {
    border: 0;
    background: none;
    padding: 2px 4px;
    border-radius: 4px;
    color: var(--accent-text);
    text-decoration: underline;
    text-underline-offset: 2px;
    font-size: 13px;
  }
  .icon {
    display: inline-grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border: 0;
    border-radius: var(--radius-small);
    background: transparent;
  }
  .icon:hover:not(:disabled) {
    background: color-mix(in srgb, currentColor 12%, transparent);
  }
  input,
  textarea,
  select {
    inline-size: 100%;
    font: inherit;
    font-weight: 400;
    font-size: 15px;
    color: inherit;
    background: var(--raised);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    padding: 8px 10px;
  }
  textarea {
    resize: vertical;
  }
  label {
    display: block;
    font-size: 13px;
    font-weight: 550;
  }
  label > input,
  label > select,
  label > textarea {
    margin-block-start: 4px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 1px 8px;
    border-radius: 999px;
    background: var(--sunken);
    border: 1px solid var(--line);
    font-size: 12px;
    font-weight: 550;
    white-space: nowrap;
  }
  .small {
    font-size: 13px;
  }
  .muted {
    color: var(--muted);
  }
  .mono {
    font-family: var(--mono);
    font-size: 0.92em;
  }
  .error {
    color: var(--danger);
    font-size: 13px;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 8px;
    flex-wrap: wrap;
  }
  .card {
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--raised);
    padding: 12px;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  svg {
    flex: none;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
      scroll-behavior: auto !important;
    }
  }
`;

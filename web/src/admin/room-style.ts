import { css } from "lit";

/** How the rooms of the administration are laid out: a head, lists of cards, trouble, tables that fold on a phone. */
export const roomStyle = css`
  :host {
    display: block;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    margin-block-end: 6px;
  }
  .head h2 {
    margin-inline-end: auto;
  }
  .intro {
    max-inline-size: 72ch;
    margin-block-end: 16px;
    color: var(--muted);
    font-size: 14px;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-end: 14px;
  }
  .choices button {
    min-block-size: 30px;
    padding: 3px 12px;
    border: 1px solid var(--line-strong);
    border-radius: 999px;
    background: var(--raised);
    font-size: 13px;
    font-weight: 550;
  }
  .choices button:hover {
    background: var(--accent-soft);
  }
  .choices button[aria-pressed="true"],
  .choices button[aria-selected="true"] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  .choices .n {
    opacity: 0.8;
    font-variant-numeric: tabular-nums;
  }
  .cards {
    display: grid;
    gap: 10px;
  }
  .cards > li.card {
    display: grid;
    gap: 8px;
    padding: 14px 16px;
  }
  .trouble {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px;
    margin-block-end: 14px;
    padding: 10px 14px;
    border: 1px solid color-mix(in srgb, var(--danger) 40%, var(--surface));
    border-radius: 10px;
    background: var(--danger-soft);
    color: var(--danger);
    font-size: 14px;
  }
  .trouble p {
    flex: 1 1 200px;
  }
  .trouble .button {
    color: var(--text);
  }
  .waits {
    padding-block: 12px;
  }
  .empty {
    padding: 28px 20px;
    text-align: center;
    color: var(--muted);
  }
  .empty h3 {
    margin-block-end: 4px;
    color: var(--text);
    font-size: 16px;
  }
  .done {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    align-items: center;
    margin-block-end: 14px;
    padding: 10px 14px;
    border-radius: 10px;
    background: var(--ok-soft);
    color: var(--ok);
    font-size: 14px;
    font-weight: 600;
  }
  .done .button {
    color: var(--text);
  }
  .chip.bad {
    border-color: transparent;
    background: var(--danger-soft);
    color: var(--danger);
  }
  .chip.warn {
    border-color: transparent;
    background: var(--warn-soft);
    color: var(--warn);
  }
  .chip.good {
    border-color: transparent;
    background: var(--ok-soft);
    color: var(--ok);
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    margin-block-end: 10px;
    font-size: 14px;
  }
  .end {
    margin-inline-start: auto;
  }
  .quoted {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--line-strong);
    overflow-wrap: anywhere;
  }
  a {
    overflow-wrap: anywhere;
  }
`;

import { css } from "lit";

export const searchTesterStyle = css`
  :host {
    container-type: inline-size;
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 120px 120px auto;
    gap: 8px;
    align-items: end;
    margin-block-end: 16px;
  }
  form .button {
    min-block-size: 41px;
  }
  .verdict {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    margin-block-end: 12px;
    padding: 10px 14px;
    border-radius: 10px;
    background: var(--warn-soft);
    color: var(--warn);
    font-weight: 600;
  }
  .verdict.yes {
    background: var(--ok-soft);
    color: var(--ok);
  }
  .verdict .says {
    flex: 1 1 0;
    min-inline-size: 180px;
  }
  .verdict .sure {
    margin-inline-start: auto;
  }
  .verdict .bar {
    inline-size: 120px;
  }
  .verdict .bar i {
    background: currentColor;
  }
  .what {
    display: flex;
    gap: 10px;
  }
  .what h3 {
    font-size: 15px;
  }
  .place {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 50%;
    background: var(--accent-soft);
    color: var(--accent-text);
    font-size: 13px;
    font-weight: 650;
  }
  .why {
    display: grid;
    grid-template-columns: repeat(3, auto minmax(70px, 1fr));
    gap: 4px 10px;
    align-items: center;
    font-size: 13px;
  }
  dt {
    color: var(--muted);
  }
  dd {
    display: flex;
    gap: 8px;
    align-items: center;
    font-variant-numeric: tabular-nums;
  }
  .bar {
    display: inline-block;
    inline-size: 100%;
    block-size: 8px;
    border-radius: 4px;
    background: var(--line);
    overflow: hidden;
  }
  .bar i {
    display: block;
    block-size: 100%;
    background: var(--accent);
  }
  .answer {
    color: var(--muted);
  }
  @container (max-width: 620px) {
    form {
      grid-template-columns: 1fr 1fr;
    }
    form .q,
    form .button {
      grid-column: 1 / -1;
    }
    .why {
      grid-template-columns: max-content 1fr;
    }
    .verdict .sure {
      margin-inline-start: 0;
    }
  }
`;

import { css } from "lit";

/** The table of articles; below 720 px each row is a card of its own. */
export const articleTableStyle = css`
  .filter {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 190px auto;
    gap: 10px 14px;
    align-items: end;
    margin-block-end: 14px;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 40px;
  }
  .check input {
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--accent);
  }
  .wrap {
    padding: 0;
    overflow: hidden;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 14px;
  }
  th,
  td {
    padding: 9px 14px;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  th {
    font-size: 13px;
    color: var(--muted);
    white-space: nowrap;
  }
  tr:last-child td {
    border-block-end: 0;
  }
  td:first-child a {
    font-weight: 550;
  }
  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .due {
    color: var(--warn);
    font-weight: 600;
  }
  .chip {
    text-decoration: none;
  }
  .more {
    margin-block-start: 12px;
  }
  @media (max-width: 720px) {
    .filter {
      grid-template-columns: 1fr;
    }
    table,
    tbody,
    tr,
    td {
      display: block;
    }
    thead {
      display: none;
    }
    tr {
      display: grid;
      grid-template-columns: 3fr 2fr;
      gap: 2px 12px;
      padding: 10px 14px;
      border-block-end: 1px solid var(--line);
    }
    tr:last-child {
      border: 0;
    }
    td,
    td.number {
      display: flex;
      gap: 8px;
      padding: 2px 0;
      border: 0;
      text-align: start;
      white-space: normal;
    }
    td:first-child {
      display: block;
      grid-column: 1 / -1;
      padding-block-end: 4px;
    }
    td:last-child {
      grid-column: 1 / -1;
    }
    td[data-name]::before {
      content: attr(data-name);
      flex: none;
      color: var(--muted);
      font-size: 13px;
    }
  }
`;

import { css } from "lit";

export const flagReviewStyle = css`
  .exchange,
  .desk {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: 14px;
    margin-block-end: 16px;
  }
  .desk {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
  .card {
    padding: 14px 16px;
  }
  .card > h3 {
    margin-block-end: 6px;
    font-size: 13px;
    color: var(--muted);
  }
  .card > * + h3 {
    margin-block-start: 12px;
  }
  .card > * + .mono,
  details {
    margin-block-start: 10px;
  }
  .wrong {
    border-color: var(--danger);
  }
  summary {
    font-size: 13px;
    cursor: pointer;
  }
  details p {
    margin-block-start: 6px;
  }
  .notice {
    display: flex;
    gap: 8px;
    align-items: center;
    margin-block-end: 12px;
    padding: 8px 12px;
    border-radius: 10px;
    background: var(--warn-soft);
    color: var(--warn);
    font-size: 14px;
  }
  .now {
    max-block-size: 440px;
    overflow-y: auto;
  }
  h4 {
    margin: 0 0 8px;
    font-size: 16px;
  }
  .editor {
    display: grid;
    gap: 10px;
    grid-template-rows: auto 1fr auto;
  }
  .body {
    display: flex;
    flex-direction: column;
  }
  textarea {
    flex: 1;
    min-block-size: 170px;
    max-block-size: 380px;
    field-sizing: content;
    font-family: var(--mono);
    font-size: 14px;
  }
  .title {
    margin-block-end: 8px;
    font-size: 16px;
  }
  .changes {
    margin-block-end: 14px;
  }
  .next {
    margin-block-start: 16px;
  }
  @media (max-width: 760px) {
    .exchange,
    .desk {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

import { css } from "lit";

export const panelStyle = css`
  section {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: var(--panel-radius, 18px);
    background: var(--surface);
    box-shadow: var(--shadow);
  }
  header {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 14px 10px 14px 16px;
    background: var(--accent);
    color: var(--on-accent);
  }
  header :focus-visible {
    outline-color: var(--on-accent);
  }
  .avatar {
    display: grid;
    place-items: center;
    inline-size: 38px;
    block-size: 38px;
    border-radius: 12px;
    border: 2px solid color-mix(in srgb, var(--on-accent) 45%, transparent);
    font-weight: 700;
  }
  .avatar.human {
    border-radius: 50%;
    background: var(--on-accent);
    color: var(--accent);
  }
  .answers {
    flex: 1;
    min-inline-size: 0;
  }
  h2 {
    font-size: 16px;
    font-weight: 650;
    line-height: 1.25;
  }
  .notice {
    padding: 8px 16px;
    border-block-end: 1px solid var(--line);
    background: var(--accent-soft);
    font-size: 13px;
  }
  .notice.warn {
    background: var(--warn-soft);
    color: var(--warn);
  }
  .notice.bad {
    background: var(--danger-soft);
    color: var(--danger);
  }
  .log {
    flex: 1;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 14px 16px 18px;
  }
  .news {
    align-self: center;
    margin-block-start: -40px;
    z-index: 1;
    border-radius: 999px;
    box-shadow: var(--shadow);
  }
  .log:focus-visible {
    outline-offset: -3px;
  }
  .messages {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .empty {
    padding: 24px;
    text-align: center;
    color: var(--muted);
  }
  .draft,
  .typing {
    justify-self: start;
    max-inline-size: 88%;
    padding: 9px 13px;
    border-radius: 4px 16px 16px;
    background: var(--bubble);
  }
  .outgoing {
    display: grid;
    gap: 3px;
    justify-items: end;
    text-align: end;
  }
  .outgoing .bubble {
    max-inline-size: 88%;
    padding: 9px 13px;
    border-radius: 16px 16px 4px;
    background: var(--accent);
    color: var(--on-accent);
    text-align: start;
  }
  .outgoing.failed .bubble {
    background: var(--danger-soft);
    color: var(--text);
    border: 1px solid var(--danger);
  }
  .line {
    padding: 4px 12px;
    font-size: 13px;
    color: var(--muted);
    text-align: center;
  }
  .typing {
    display: flex;
    gap: 5px;
    padding-block: 14px;
  }
  .typing i {
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--muted);
    animation: blink 1.2s infinite ease-in-out;
  }
  .typing i:nth-child(2) {
    animation-delay: 0.15s;
  }
  .typing i:nth-child(3) {
    animation-delay: 0.3s;
  }
  @keyframes blink {
    0%,
    60%,
    100% {
      opacity: 0.3;
    }
    30% {
      opacity: 1;
    }
  }
`;

import { css, html, type TemplateResult } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import MarkdownIt from "markdown-it";

// As the help centre's pages are drawn: HTML in an article is shown as text. No picture is fetched from anywhere.
const reader = new MarkdownIt({ html: false }).disable("image");

/** An article's text as its page shows it. */
export function markdown(text: string): TemplateResult {
  // Safe: the reader escapes all HTML of the text, and refuses links such as `javascript:`.
  return html`<div class="markdown">${unsafeHTML(reader.render(text))}</div>`;
}

export const markdownStyle = css`
  .markdown {
    overflow-wrap: anywhere;
  }
  .markdown > * + * {
    margin-block-start: 10px;
  }
  .markdown h1,
  .markdown h2,
  .markdown h3 {
    font-size: 16px;
  }
  .markdown ul,
  .markdown ol {
    padding-inline-start: 22px;
  }
  .markdown ul {
    list-style: disc;
  }
  .markdown ol {
    list-style: decimal;
  }
  .markdown table {
    display: block;
    overflow-x: auto;
    border-collapse: collapse;
    font-size: 14px;
  }
  .markdown :is(th, td) {
    padding: 4px 10px;
    border: 1px solid var(--line);
    text-align: start;
  }
  .markdown blockquote {
    margin: 0;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--line-strong);
  }
  .markdown pre {
    overflow-x: auto;
  }
`;

import { css, html, type TemplateResult } from "lit";
import { commonTexts } from "../messages/texts.ts";
import { icon } from "../theme/icons.ts";
import { spoken } from "./format.ts";
import { pieces } from "./masked-token.ts";

type Inline = TemplateResult | string;

const BULLET = /^\s*[-*•]\s+/;
const NUMBER = /^\s*\d{1,2}[.)]\s+/;
const HEADING = /^#{1,4}\s+/;
// Bold, a Markdown link, a bare address, or a path of the help centre. Nothing else of Markdown is read.
const MARKS = /\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+|\/[^\s)]*)\)|(https?:\/\/[^\s<>()]+[^\s<>().,;:!?])|(\/help\/[a-z0-9-]+)/g;

const HELP = "/help/";

const link = (to: string, words: string): TemplateResult => html`<a href=${to} target="_blank" rel="noopener noreferrer">${words}</a>`;

function masked(text: string): Inline[] {
  return pieces(text).map((piece) =>
    piece.hidden
      ? html`<span class="lock" title=${commonTexts.whyHidden}>${icon("lock", 13)}${commonTexts.hidden(piece.hidden)}</span>`
      : piece.text,
  );
}

function inline(text: string, server: string): Inline[] {
  const found: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    const [all, bold, label, target, address, path] = match;
    found.push(...masked(text.slice(end, match.index)));
    if (bold !== undefined) found.push(html`<strong>${masked(bold)}</strong>`);
    else if (label !== undefined && target !== undefined) found.push(link(target.startsWith("/") ? server + target : target, label));
    else if (address !== undefined) found.push(link(address, address));
    else if (path !== undefined) found.push(link(server + path, spoken(path.slice(HELP.length).replaceAll("-", "_"))));
    end = match.index + all.length;
  }
  found.push(...masked(text.slice(end)));
  return found;
}

function block(lines: string[], server: string): TemplateResult {
  const strip = (mark: RegExp): TemplateResult[] => lines.map((l) => html`<li>${inline(l.replace(mark, ""), server)}</li>`);
  if (lines.every((l) => BULLET.test(l))) return html`<ul class="list">${strip(BULLET)}</ul>`;
  if (lines.every((l) => NUMBER.test(l))) return html`<ol class="list">${strip(NUMBER)}</ol>`;
  if (lines.length === 1 && HEADING.test(lines[0] ?? "")) {
    return html`<p><strong>${inline((lines[0] ?? "").replace(HEADING, ""), server)}</strong></p>`;
  }
  return html`<p>${lines.map((l, i) => html`${i ? html`<br />` : ""}${inline(l, server)}`)}</p>`;
}

const kindOf = (line: string): string => (BULLET.test(line) ? "ul" : NUMBER.test(line) ? "ol" : HEADING.test(line) ? "h" : "p");

/** A masked text as paragraphs and lists, with links and lock chips. Never parsed as HTML. `server` prefixes paths. */
export function richText(text: string, server = ""): TemplateResult[] {
  const blocks: string[][] = [];
  let last = "";
  for (const line of text.split(/\r?\n/)) {
    const kind = line.trim() === "" ? "" : kindOf(line);
    if (kind && (kind !== last || kind === "h")) blocks.push([]);
    if (kind) blocks.at(-1)?.push(line);
    last = kind;
  }
  return blocks.map((lines) => block(lines, server));
}

export const richTextStyle = css`
  .text {
    overflow-wrap: anywhere;
  }
  .text > * + * {
    margin-block-start: 8px;
  }
  .text .list {
    padding-inline-start: 20px;
  }
  .text ul.list {
    list-style: disc;
  }
  .text ol.list {
    list-style: decimal;
  }
  .text .list li + li {
    margin-block-start: 2px;
  }
  .lock {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 0 8px;
    border-radius: 999px;
    border: 1px dashed currentColor;
    font-size: 0.87em;
    font-weight: 550;
    white-space: nowrap;
  }
`;

import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { adminTexts } from "../messages/texts.ts";
import { controls } from "../theme/controls.ts";
import { type DiffRow, diffRows, type Piece } from "./diff-rows.ts";

const AROUND = 2; // unchanged lines that are shown before and after a change
const WORTH_HIDING = 3; // unchanged lines

/** Old and new text side by side, one below the other where there is no room. Changes are marked, struck and coloured. */
@customElement("text-diff")
export class TextDiff extends LitElement {
  @property() was = "";
  @property() now = "";
  @property() wasName = adminTexts.diff.before;
  @property() nowName = adminTexts.diff.after;
  @state() private isWhole = false;

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      table {
        inline-size: 100%;
        border-collapse: separate;
        border-spacing: 0;
        table-layout: fixed;
        border: 1px solid var(--line);
        border-radius: 10px;
        overflow: hidden;
        background: var(--raised);
        font-size: 14px;
      }
      th {
        padding: 6px 12px;
        background: var(--sunken);
        border-block-end: 1px solid var(--line);
        color: var(--muted);
        font-size: 13px;
        text-align: start;
      }
      td {
        position: relative;
        padding: 3px 12px 3px 28px;
        vertical-align: top;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        min-block-size: 1.45em;
      }
      td + td,
      th + th {
        border-inline-start: 1px solid var(--line);
      }
      .sign {
        position: absolute;
        inset-inline-start: 10px;
        font-family: var(--mono);
      }
      .old {
        background: var(--danger-soft);
      }
      .new {
        background: var(--ok-soft);
      }
      .none {
        background: var(--sunken);
      }
      del,
      ins {
        border-radius: 3px;
        font-weight: 650;
      }
      del {
        background: color-mix(in srgb, var(--danger) 20%, transparent);
      }
      ins {
        background: color-mix(in srgb, var(--ok) 22%, transparent);
        text-underline-offset: 2px;
      }
      .skip td {
        padding: 4px 12px;
        background: var(--sunken);
        white-space: normal;
      }
      @container (max-width: 560px) {
        table,
        tbody,
        tr,
        td {
          display: block;
        }
        thead {
          display: none;
        }
        td + td {
          border: 0;
        }
        .none,
        .same td + td {
          display: none;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    const rows = diffRows(this.was, this.now);
    if (rows.every((row) => row.isSame)) return html`<p class="card muted" role="status">${adminTexts.diff.nothing}</p>`;
    return html`<table>
      <thead>
        <tr><th scope="col">${this.wasName}</th><th scope="col">${this.nowName}</th></tr>
      </thead>
      <tbody>
        ${this.shown(rows)}
      </tbody>
    </table>`;
  }

  private shown(rows: DiffRow[]): TemplateResult[] {
    const isNear = (i: number): boolean => rows.slice(Math.max(0, i - AROUND), i + AROUND + 1).some((row) => !row.isSame);
    const found: TemplateResult[] = [];
    let far: DiffRow[] = [];
    const flush = (): void => {
      if (far.length < WORTH_HIDING || this.isWhole) found.push(...far.map(line));
      else found.push(this.skip(far.length));
      far = [];
    };
    for (const [i, row] of rows.entries()) {
      if (!isNear(i)) {
        far.push(row);
        continue;
      }
      flush();
      found.push(line(row));
    }
    flush();
    return found;
  }

  private skip(lines: number): TemplateResult {
    return html`<tr class="skip">
      <td colspan="2">
        <button class="plain" type="button" @click=${() => (this.isWhole = true)}>
          ${adminTexts.diff.unchanged(lines)}
        </button>
      </td>
    </tr>`;
  }
}

function line(row: DiffRow): TemplateResult {
  return html`<tr class=${row.isSame ? "same" : ""}>
    ${cell(row.was, row.isSame ? "" : "old", "−", (t) => html`<del>${t}</del>`)}
    ${cell(row.now, row.isSame ? "" : "new", "+", (t) => html`<ins>${t}</ins>`)}
  </tr>`;
}

function cell(pieces: Piece[] | null, kind: string, sign: string, mark: (text: string) => TemplateResult): TemplateResult {
  if (!pieces) return html`<td class="none"></td>`;
  const text = pieces.map((piece) => (piece.isChanged && piece.text.trim() ? mark(piece.text) : piece.text));
  // On one line: the white space of a cell is shown as it is.
  return html`<td class=${kind}>${kind ? html`<span class="sign" aria-hidden="true">${sign}</span>` : ""}${text.length ? text : "\u200b"}</td>`;
}

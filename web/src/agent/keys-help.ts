import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import { agentTexts } from "../messages/texts.ts";
import { controls } from "../theme/controls.ts";

/** The list of keys, as a dialog. */
@customElement("keys-help")
export class KeysHelp extends LitElement {
  @query("dialog") private dialog!: HTMLDialogElement;

  static override styles = [
    controls,
    css`
      dialog {
        inline-size: min(360px, calc(100vw - 32px));
        padding: 20px 24px;
        border: 1px solid var(--line);
        border-radius: 16px;
        background: var(--surface);
        color: var(--text);
        box-shadow: var(--shadow);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 40%);
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 8px 16px;
        margin-block: 12px 16px;
      }
      kbd {
        padding: 1px 8px;
        border: 1px solid var(--line-strong);
        border-radius: 6px;
        font-family: var(--mono);
        font-size: 13px;
      }
    `,
  ];

  get isOpen(): boolean {
    return this.dialog.open;
  }

  open(): void {
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${agentTexts.keys}</h2>
      <dl>${Object.entries(agentTexts.keyList).map(([key, words]) => html`<dt><kbd>${key}</kbd></dt><dd>${words}</dd>`)}</dl>
      <button class="button" @click=${() => this.dialog.close()}>${agentTexts.close}</button>
    </dialog>`;
  }
}

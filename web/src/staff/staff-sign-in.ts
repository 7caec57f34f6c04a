import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Api } from "../api/api.ts";
import { Problem, wordsOf } from "../api/problem.ts";
import { staffTexts } from "../messages/texts.ts";
import { controls } from "../theme/controls.ts";
import { keepKey } from "./staff-key.ts";

/** Asks for a staff key and tries it on `probe`, a path that the page needs. Fires `signed-in` with the key. */
@customElement("staff-sign-in")
export class StaffSignIn extends LitElement {
  @property() heading = "";
  @property() probe = "";
  /** Who may enter, in words, for the wrong key. */
  @property() roles = "";
  @state() private problem = "";
  @state() private isBusy = false;
  @query("input") private field!: HTMLInputElement;

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        place-items: center;
        min-block-size: 100dvh;
        padding: 24px;
        background: var(--sunken);
      }
      form {
        display: grid;
        gap: 14px;
        inline-size: min(380px, 100%);
        padding: 28px;
        border: 1px solid var(--line);
        border-radius: 18px;
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      img {
        display: block;
      }
      h1 {
        font-size: 21px;
      }
      label input {
        margin-block-start: 4px;
      }
    `,
  ];

  protected override firstUpdated(): void {
    this.field.focus();
  }

  protected override render(): TemplateResult {
    return html`<form @submit=${this.submit}>
      <img src="/static/icon.svg" width="44" height="44" alt="" />
      <h1>${this.heading}</h1>
      <p class="small muted">${staffTexts.signInWithKey}</p>
      <label>
        ${staffTexts.staffKey}
        <input type="password" name="key" autocomplete="off" spellcheck="false" required aria-invalid=${this.problem ? "true" : "false"} />
      </label>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
      <button class="button main" ?disabled=${this.isBusy}>${this.isBusy ? staffTexts.signingIn : staffTexts.signIn}</button>
    </form>`;
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const key = this.field.value.trim();
    this.isBusy = true;
    this.problem = "";
    try {
      if (!/^[\x21-\x7e]+$/.test(key)) throw new Problem(401, "unauthorized", "");
      await new Api("", key).get(this.probe);
      keepKey(key);
      this.dispatchEvent(new CustomEvent("signed-in", { detail: key }));
    } catch (error) {
      this.problem = this.words(error);
    } finally {
      this.isBusy = false;
    }
  }

  private words(error: unknown): string {
    if (error instanceof Problem && error.status === 401) return staffTexts.keyNotKnown;
    if (error instanceof Problem && error.status === 403) return staffTexts.keyOfAnotherRole(this.roles);
    return wordsOf(error);
  }
}

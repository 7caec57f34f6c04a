import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Api } from "../api/api.ts";
import { Problem, wordsOf } from "../api/problem.ts";
import { SESSION } from "../api/session.ts";
import { staffTexts } from "../messages/texts.ts";
import { controls } from "../theme/controls.ts";
import { keepKey } from "./staff-key.ts";
import { keepPlace, takePlace, waysIn } from "./staff-session.ts";

/** Leads to the company's identity provider where one is set, or asks for a staff key and tries it on `probe`, a path that the page
 * needs. Fires `signed-in` with the key, or with what stands for a session. */
@customElement("staff-sign-in")
export class StaffSignIn extends LitElement {
  @property() heading = "";
  @property() probe = "";
  /** Where the identity provider leads back to. */
  @property() page: "agent" | "admin" = "agent";
  /** Who may enter, in words, for the wrong key. */
  @property() roles = "";
  @state() private problem = "";
  @state() private isBusy = false;
  @state() private provider = "";
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
      .button.main {
        justify-content: center;
      }
      .or {
        display: flex;
        align-items: center;
        gap: 12px;
      }
      .or::before,
      .or::after {
        content: "";
        flex: 1;
        border-block-start: 1px solid var(--line);
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
    void this.look();
  }

  protected override render(): TemplateResult {
    return html`<form @submit=${this.submit}>
      <img src="/static/icon.svg" width="44" height="44" alt="" />
      <h1>${this.heading}</h1>
      ${this.provider ? this.toProvider() : nothing}
      <p class="small muted">${staffTexts.signInWithKey}</p>
      <label>
        ${staffTexts.staffKey}
        <input type="password" name="key" autocomplete="off" spellcheck="false" required aria-invalid=${this.problem ? "true" : "false"} />
      </label>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
      <button class="button ${this.provider ? "" : "main"}" ?disabled=${this.isBusy}>${this.isBusy ? staffTexts.signingIn : staffTexts.signIn}</button>
    </form>`;
  }

  private toProvider(): TemplateResult {
    return html`<a class="button main" href="/staff/sign-in?page=${this.page}" @click=${keepPlace}>${staffTexts.signInWith(this.provider)}</a>
      <p class="or small muted">${staffTexts.or}</p>`;
  }

  /** How one may come in here, what came of the way to the provider, and whether it has led in. */
  private async look(): Promise<void> {
    const came = new URLSearchParams(location.search).get("sign-in");
    if (came) {
      history.replaceState(null, "", location.pathname + location.hash);
      this.problem = staffTexts.cameBack(came);
    }
    const ways = await waysIn();
    this.provider = ways.single_sign_on ?? "";
    if (!ways.has_session || came) return;
    try {
      await new Api("", SESSION).get(this.probe);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 401) this.problem = this.words(error);
      return; // one that has ended: the way in is here
    }
    this.enter(SESSION);
  }

  private enter(key: string): void {
    keepKey(key);
    const place = takePlace();
    if (place && !location.hash) location.hash = place;
    this.dispatchEvent(new CustomEvent("signed-in", { detail: key }));
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const key = this.field.value.trim();
    this.isBusy = true;
    this.problem = "";
    try {
      if (!/^[\x21-\x7e]+$/.test(key)) throw new Problem(401, "unauthorized", "");
      await new Api("", key).get(this.probe);
      this.enter(key);
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

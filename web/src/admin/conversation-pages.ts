import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import { Fetched } from "../api/fetched.ts";
import type { Listing } from "../api/types.ts";
import { adminTexts } from "../messages/texts.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import { hrefOf } from "./place.ts";
import { roomStyle } from "./room-style.ts";

const AT_ONCE = 50;

/** What stands around a list: where it came from, what it is, what is said while it is read and where it is empty. */
interface Frame {
  back: TemplateResult;
  title: string;
  counting: string;
  none: string;
}

/** Conversations of one kind, newest first, a page more at a time. `query` is that of the call. */
export abstract class ConversationPages<One> extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property() query = "";
  private next: string | null = null;
  private readonly found = new Fetched(this, () => this.more());

  static override styles = [controls, roomStyle];

  protected abstract readonly path: string;
  protected abstract frame(asked: URLSearchParams): Frame;
  protected abstract row(one: One): TemplateResult;

  protected backTo(room: Parameters<typeof hrefOf>[0], words: string): TemplateResult {
    return html`<a class="back" href=${hrefOf(room)}>← ${words}</a>`;
  }

  protected override firstUpdated(): void {
    void this.found.load();
  }

  protected override render(): TemplateResult {
    const frame = this.frame(new URLSearchParams(this.query));
    return html`
      ${frame.back}
      <div class="head"><h2>${frame.title}</h2></div>
      ${fetchState(this.found, frame.counting)}
      ${this.found.value?.length === 0 ? html`<p class="card empty">${frame.none}</p>` : nothing}
      <ol class="cards">
        ${this.found.value?.map((one) => html`<li class="card">${this.row(one)}</li>`)}
      </ol>
      ${this.next ? html`<p><button class="button" ?disabled=${this.found.isLoading} @click=${() => this.found.load()}>${adminTexts.showMore}</button></p>` : nothing}
    `;
  }

  private async more(): Promise<One[]> {
    const after = this.next ? `&after=${encodeURIComponent(this.next)}` : "";
    const page = await this.api.get<Listing<One>>(`${this.path}?limit=${AT_ONCE}&${this.query}${after}`);
    this.next = page.next;
    return [...(this.found.value ?? []), ...page.items];
  }
}

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Api } from "../api/api.ts";
import type { Article } from "../api/contract.d.ts";
import { Fetched } from "../api/fetched.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import { roomStyle } from "./room-style.ts";
import "./text-diff.ts";

/** Two articles side by side. */
@customElement("article-comparison")
export class ArticleComparison extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property() one = "";
  @property() other = "";
  private readonly pair = new Fetched(this, () =>
    Promise.all([this.one, this.other].map((id) => this.api.get<Article>(`/v1/kb/articles/${id}`))),
  );

  static override styles = [controls, roomStyle];

  protected override firstUpdated(): void {
    void this.pair.load();
  }

  protected override render(): TemplateResult {
    const [one, other] = this.pair.value ?? [];
    return html`${fetchState(this.pair)}
    ${one && other ? html`<text-diff .was=${one.body} .now=${other.body} .wasName=${one.title} .nowName=${other.title}></text-diff>` : nothing}`;
  }
}

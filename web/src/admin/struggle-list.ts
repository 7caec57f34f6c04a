import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Api } from "../api/api.ts";
import type { StruggleListing, StruggleShown } from "../api/contract.d.ts";
import { Fetched } from "../api/fetched.ts";
import { newKey } from "../api/new-key.ts";
import { wordsOf } from "../api/problem.ts";
import { adminTexts } from "../messages/texts.ts";
import { controls } from "../theme/controls.ts";
import { fetchState } from "../theme/fetch-state.ts";
import { goTo, hrefOf } from "./place.ts";
import { shown } from "./remedy-card.ts";
import { roomStyle } from "./room-style.ts";
import "./words-form.ts";
import type { WordsForm } from "./words-form.ts";

const DAY_MS = 86_400_000;
const PERIODS = ["yesterday", "7", "30"] as const;

/** What was typed, as a value of the same kind as the one that is there. */
function like(before: unknown, typed: string): unknown {
  if (Array.isArray(before)) return typed.split(",").map((part) => part.trim());
  return typeof before === "number" && /^\d+$/.test(typed.trim()) ? Number(typed) : typed.trim();
}

/** From and to of a period, in whole UTC days for yesterday. */
function bounds(period: string): string {
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const [from, to] = period === "yesterday" ? [today - DAY_MS, today] : [Date.now() - Number(period || 30) * DAY_MS, Date.now()];
  return `from=${new Date(from).toISOString()}&to=${new Date(to).toISOString()}`;
}

/** What conversations struggle with, a card each, with its remedy. */
@customElement("struggle-list")
export class StruggleList extends LitElement {
  @property({ attribute: false }) api!: Api;
  @property() period = "";
  @state() private problem = "";
  private readonly found = new Fetched(this, () => this.api.get<StruggleListing>(`/v1/insights/struggles?${bounds(this.period)}`));

  static override styles = [
    controls,
    roomStyle,
    css`
      .cards {
        grid-template-columns: repeat(auto-fill, minmax(min(460px, 100%), 1fr));
      }
      .cards > li.card {
        align-content: start;
      }
      h3 {
        font-size: 16px;
        overflow-wrap: anywhere;
      }
      h3::first-letter {
        text-transform: uppercase;
      }
      .examples {
        display: grid;
        gap: 4px;
      }
      textarea {
        min-block-size: 110px;
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.found.load();
  }

  protected override render(): TemplateResult {
    const texts = adminTexts.insights.struggles;
    const found = this.found.value;
    return html`
      <div class="head"><h2>${texts.title}</h2></div>
      <p class="intro">${texts.intro}</p>
      <div class="choices" role="group" aria-label=${texts.period}>
        ${PERIODS.map(
          (p) =>
            html`<button aria-pressed=${(this.period || "30") === p} @click=${() => goTo("struggles", p)}>${texts.periods[p]}</button>`,
        )}
      </div>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing} ${fetchState(this.found, texts.grouping)}
      ${
        found?.items.length === 0 && !found.unread
          ? html`<div class="card empty"><h3>${texts.none}</h3><p>${texts.noneHint}</p></div>`
          : nothing
      }
      <ul class="cards">
        ${repeat(
          found?.items ?? [],
          (one) => one.id,
          (one) => this.card(one),
        )}
      </ul>
      ${
        found?.unread
          ? html`<p class="small muted" role="status">${texts.unread(found.unread)}
            <button class="button small" ?disabled=${this.found.isLoading} @click=${() => this.found.load()}>${texts.goOn}</button></p>`
          : nothing
      }
    `;
  }

  private card(one: StruggleShown): TemplateResult {
    const texts = adminTexts.insights.struggles;
    const names: Record<string, string> = texts.signs;
    const { assistant, person, nobody } = one.solved_by;
    return html`<li class="card">
      <div class="row">
        <h3>${one.name}</h3>
        <span class="chip warn">${texts.n(one.n)}</span>
        ${one.rising ? html`<span class="chip bad">${texts.rising}</span>` : nothing}
      </div>
      <p class="small muted">${texts.share(one.share.value, one.before.value)}</p>
      <p class="row small">
        ${Object.entries(one.kinds).map(([sign, n]) => html`<span class="chip">${names[sign] ?? sign} ${n}</span>`)}
      </p>
      <ul class="examples small">
        ${one.examples.map((e) => html`<li class="quoted"><a href=${hrefOf("transcript", e.conversation_id)}>${e.text}</a></li>`)}
      </ul>
      <p class="small muted">${texts.solvedBy(assistant, person, nobody)}</p>
      ${
        one.remedy && one.remedy.status !== "rolled_back"
          ? html`<remedy-card .api=${this.api} .remedyId=${one.remedy.id} @remedy-taken-back=${() => this.found.load()}></remedy-card>`
          : this.proposal(one)
      }
    </li>`;
  }

  private proposal(one: StruggleShown): TemplateResult {
    const texts = adminTexts.insights.struggles;
    const { kind, words, article, policy } = one.proposal;
    return html`<form @submit=${(e: SubmitEvent) => this.accept(e, one)}>
      <p><strong>${texts.remedies[kind]}:</strong> ${words}</p>
      ${
        article
          ? html`<label>${texts.articleTitle}<input name="title" required maxlength="300" .value=${article.title} /></label>
            <label>${texts.articleText}<textarea name="body" required .value=${article.body}></textarea></label>`
          : nothing
      }
      ${
        policy
          ? html`<p class="small">${texts.ruleBecomes(policy.field, shown(policy.before), null)}</p>
            <label>${texts.ruleAfter}<input name="after" required maxlength="200" .value=${policy.after === null ? "" : shown(policy.after)} /></label>`
          : nothing
      }
      ${kind === "text" ? html`<words-form .told=${one.told}></words-form>` : nothing}
      <div class="row">
        <button class="button main">${texts.accept}</button>
        <input class="end" name="reason" aria-label=${texts.reason} placeholder=${texts.reason} maxlength="500" />
        <button class="button" type="button" @click=${(e: Event) => this.dismiss(e, one)}>${texts.dismiss}</button>
      </div>
    </form>
    ${
      kind !== "text" && one.told.length
        ? html`<details><summary>${texts.otherWords}</summary>
            <form @submit=${(e: SubmitEvent) => this.accept(e, one)}>
              <words-form .told=${one.told}></words-form>
              <button class="button">${texts.acceptWords}</button>
            </form></details>`
        : nothing
    }`;
  }

  private async accept(event: SubmitEvent, one: StruggleShown): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const words = form.querySelector<WordsForm>("words-form");
    if (words) {
      await this.decide(one, "accept", { remedy: { kind: "text", text: words.written } });
      return;
    }
    const given = new FormData(form);
    const { kind, article, policy } = one.proposal;
    const written = article && { title: given.get("title"), body: given.get("body"), article_id: article.article_id };
    const rule = policy && { after: like(policy.before, String(given.get("after"))) };
    await this.decide(one, "accept", written ? { remedy: { kind, article: written } } : rule ? { remedy: { kind, policy: rule } } : {});
  }

  private async dismiss(event: Event, one: StruggleShown): Promise<void> {
    const reason = new FormData((event.target as HTMLButtonElement).form ?? undefined).get("reason");
    await this.decide(one, "dismiss", { reason });
  }

  private async decide(one: StruggleShown, how: "accept" | "dismiss", body: unknown): Promise<void> {
    this.problem = "";
    try {
      await this.api.post(`/v1/insights/struggles/${encodeURIComponent(one.id)}/${how}`, body, newKey());
    } catch (error) {
      this.problem = wordsOf(error);
    }
    await this.found.load();
  }
}

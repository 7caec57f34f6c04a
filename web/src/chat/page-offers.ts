import { Api } from "../api/api.ts";
import type { OfferAnswered, OfferShown } from "../api/contract.d.ts";
import { newKey } from "../api/new-key.ts";

/** What a page dispatches at `window` when something failed on it, such as a payment. */
export const PAGE_ERROR = "support-page-error";
const KEPT = "supportgraph:offers";
const FIRST_ASKED_AFTER = 1; // seconds: the page itself comes first

export interface PageAbout {
  server: string;
  customerToken: string;
  region: string;
  locale: string;
  kind: string;
  cartValue: string;
  visitorId: string;
}

interface Kept {
  visitor: string;
  visits: Record<string, number>;
  isDismissed: boolean;
}

/**
 * Asks the service whether to offer help on this page: by the time that it was looked at, how often it was opened in this tab, and
 * what failed on it. What it remembers stays in the tab, and goes with it.
 */
export class PageOffers {
  offer: OfferShown | null = null;
  private made = "";
  private seconds = 0;
  private errors = 0;
  private visits = 1;
  private askAt: number | null = null;
  private isAsking = false;
  private ticking: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly about: () => PageAbout,
    private readonly changed: () => void,
  ) {}

  start(): void {
    if (this.ticking) return;
    const kept = read();
    this.visits = (kept.visits[location.pathname] ?? 0) + 1;
    write({ ...kept, visits: { ...kept.visits, [location.pathname]: this.visits } });
    // Who put an offer away is offered help again only where something fails.
    this.askAt = kept.isDismissed ? null : FIRST_ASKED_AFTER;
    this.ticking = setInterval(() => this.tick(), 1000);
    window.addEventListener(PAGE_ERROR, this.fail);
  }

  stop(): void {
    clearInterval(this.ticking);
    this.ticking = undefined;
    window.removeEventListener(PAGE_ERROR, this.fail);
    this.hide();
  }

  /** The id with which a conversation that is opened now is counted; empty where nothing was offered here. */
  take(): string {
    this.stop();
    return this.made;
  }

  dismiss(): void {
    const { made } = this;
    write({ ...read(), isDismissed: true });
    this.askAt = null;
    this.hide();
    void this.post({ dismissed: made }).catch(() => undefined);
  }

  private hide(): void {
    if (!this.offer) return;
    this.offer = null;
    this.changed();
  }

  private readonly fail = (): void => {
    this.errors += 1;
    void this.ask();
  };

  private tick(): void {
    if (document.visibilityState !== "visible") return;
    this.seconds += 1;
    if (this.askAt !== null && this.seconds >= this.askAt) void this.ask();
  }

  private async ask(): Promise<void> {
    if (this.isAsking || this.offer) return;
    this.isAsking = true;
    this.askAt = null;
    try {
      const answer = await this.post({});
      this.askAt = answer.ask_again_in === null ? null : this.seconds + answer.ask_again_in;
      this.made = answer.offer?.id ?? answer.held_out ?? this.made;
      if (this.ticking) this.offer = answer.offer;
      if (this.offer) this.changed();
    } catch {
      this.askAt = null; // nobody waits for an offer
    }
    this.isAsking = false;
  }

  private post(more: { dismissed?: string }): Promise<OfferAnswered> {
    const { server, customerToken, region, locale, kind, cartValue, visitorId } = this.about();
    const [amount, currency] = cartValue.split(" ");
    return new Api(server).post<OfferAnswered>("/v1/offers", {
      page: {
        url: location.origin + location.pathname,
        ...(kind ? { kind } : {}),
        dwell_seconds: this.seconds,
        visits: this.visits,
        errors: this.errors,
        ...(amount && currency ? { cart_value: { amount, currency } } : {}),
      },
      visitor_id: visitorId || read().visitor,
      ...(region ? { region } : {}),
      ...(locale ? { locale } : {}),
      ...(customerToken ? { customer_token: customerToken } : {}),
      ...more,
    });
  }
}

let inMemory: Kept | null = null; // where the browser keeps nothing

function read(): Kept {
  const fresh = { visitor: newKey(), visits: {}, isDismissed: false };
  try {
    const kept = sessionStorage.getItem(KEPT);
    if (kept) return { ...fresh, ...(JSON.parse(kept) as Partial<Kept>) };
  } catch {
    // it is as if nothing was kept
  }
  return inMemory ?? fresh;
}

function write(kept: Kept): void {
  inMemory = kept;
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
  } catch {
    return;
  }
}

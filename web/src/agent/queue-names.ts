import type { Api } from "../api/api.ts";
import type { Customer, Handoff } from "../api/contract.d.ts";
import type { Listing } from "../api/types.ts";
import { staffTexts } from "../messages/texts.ts";

interface Listed {
  id: string;
  customer_id: string | null;
}

const HELD = ["waiting_for_human", "with_human", "waiting_for_approval"] as const;

/** Who is behind each hand-off of the queue, which itself names nobody. */
export class QueueNames {
  private readonly names = new Map<string, string>();
  private readonly customers = new Map<string, string>();

  constructor(private readonly api: Api) {}

  of(handoff: Handoff): string {
    return this.names.get(handoff.conversation_id) ?? "…";
  }

  /** Looks up those not yet known; a customer whom the back office does not name is shown by their id. */
  async learn(queue: Handoff[]): Promise<void> {
    if (queue.every((h) => this.names.has(h.conversation_id))) return;
    const lists = await Promise.all(HELD.map((status) => this.api.get<Listing<Listed>>(`/v1/conversations?status=${status}&limit=200`)));
    for (const { id, customer_id } of lists.flatMap((list) => list.items)) {
      this.names.set(id, customer_id ? await this.customer(customer_id) : staffTexts.guest);
    }
  }

  private async customer(id: string): Promise<string> {
    const known = this.customers.get(id);
    if (known) return known;
    const found = await this.api.get<Customer>(`/v1/backoffice/customers/${encodeURIComponent(id)}`).catch(() => null);
    const name = found?.name ?? id;
    this.customers.set(id, name);
    return name;
  }
}

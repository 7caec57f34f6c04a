import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Customer, HandoffDetail, Order } from "../api/contract.d.ts";
import { agentTexts, staffTexts } from "../messages/texts.ts";
import { day, money, spoken } from "../text/format.ts";
import { controls } from "../theme/controls.ts";

/** Who the customer is and what they ordered. */
@customElement("customer-context")
export class CustomerContext extends LitElement {
  @property({ attribute: false }) detail: HandoffDetail | null = null;

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        overflow-y: auto;
        padding: 16px;
        background: var(--sunken);
      }
      h2 {
        margin-block: 20px 8px;
        font-size: 12px;
        font-weight: 650;
        color: var(--muted);
        text-transform: uppercase;
        letter-spacing: 0.05em;
      }
      h2:first-child {
        margin-block-start: 0;
      }
      h3 {
        font-size: 16px;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 3px 12px;
        margin-block-start: 8px;
        font-size: 13px;
      }
      dt {
        color: var(--muted);
      }
      dd {
        overflow-wrap: anywhere;
      }
      .order {
        display: grid;
        gap: 4px;
        margin-block-end: 8px;
        font-size: 13px;
      }
      .order header {
        display: flex;
        justify-content: space-between;
        gap: 8px;
        font-weight: 600;
      }
      .total {
        display: flex;
        justify-content: space-between;
        color: var(--muted);
      }
      .pending,
      .processed {
        color: var(--warn);
        background: var(--warn-soft);
      }
      .shipped {
        color: var(--accent-text);
        background: var(--accent-soft);
      }
      .delivered {
        color: var(--ok);
        background: var(--ok-soft);
      }
    `,
  ];

  protected override render(): TemplateResult {
    if (!this.detail) return html`<p class="muted small">${agentTexts.contextEmpty}</p>`;
    const { customer, orders } = this.detail;
    return html`
      <h2>${agentTexts.customer}</h2>
      ${customer ? card(customer) : html`<p class="card small">${agentTexts.guestOrAway}</p>`}
      <h2>${agentTexts.orders}</h2>
      ${orders.length ? orders.map(shown) : html`<p class="muted small">${agentTexts.noOrders}</p>`}
    `;
  }
}

function card(customer: Customer): TemplateResult {
  const home = customer.addresses.find((a) => a.default) ?? customer.addresses[0];
  return html`<div class="card">
    <h3>${customer.name}</h3>
    <dl>
      <dt>${agentTexts.id}</dt><dd class="mono">${customer.id}</dd>
      <dt>${agentTexts.email}</dt><dd>${customer.email}</dd>
      ${customer.phone ? html`<dt>${agentTexts.phone}</dt><dd>${customer.phone}</dd>` : nothing}
      ${home ? html`<dt>${agentTexts.address}</dt><dd>${home.line1}, ${home.city} ${home.postcode}, ${home.country}</dd>` : nothing}
      ${customer.created_at ? html`<dt>${agentTexts.customerSince}</dt><dd>${day(customer.created_at)}</dd>` : nothing}
      <dt>${agentTexts.paysBy}</dt>
      <dd>
        ${customer.payment_methods
          .map((m) =>
            m.kind === "card"
              ? `${m.brand ? spoken(m.brand) : agentTexts.card} ·${m.last4 ?? ""}`
              : `${agentTexts.paymentMethods[m.kind]}${m.balance ? ` (${money(m.balance)})` : ""}`,
          )
          .join(", ")}
      </dd>
    </dl>
  </div>`;
}

function shown(order: Order): TemplateResult {
  const parcel = order.shipments[0];
  return html`<article class="card order">
    <header><span class="mono">${order.id}</span><span class="chip ${order.status}">${staffTexts.orderStatuses[order.status]}</span></header>
    ${order.lines.map(
      (l) =>
        html`<div>${agentTexts.quantity(l.quantity, l.name)}${l.status ? html` <span class="chip">${spoken(l.status)}</span>` : nothing}</div>`,
    )}
    <div class="total"><span>${day(order.delivered_at ?? order.placed_at)}</span><strong>${money(order.total)}</strong></div>
    ${parcel ? html`<div class="muted">${parcel.carrier} <span class="mono">${parcel.tracking_number}</span></div>` : nothing}
  </article>`;
}

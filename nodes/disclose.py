"""The first message: an AI answers here, what it can do, how data is handled, how to reach a person."""

import logging

from domain.shop import DeskUnavailable, Order
from nodes.ask_consent import NO, YES
from nodes.deps import Deps, DepsRuntime
from nodes.drafts import button, draft, replying
from nodes.state import ConversationState

logger = logging.getLogger(__name__)

_WORDS_OF_STATUS = {
    "pending": "is being prepared",
    "processed": "is packed",
    "shipped": "is on its way",
    "delivered": "was delivered",
    "cancelled": "was cancelled",
    "returned": "was returned",
}


def _consent_words(deps: Deps, state: ConversationState) -> str:
    if deps.policy.consent_mode(state.get("region")) == "opt_in" and state.get("consent") is not True:
        return (
            "Before I read your messages I need your consent to process them automatically; "
            f"personal data is masked and stored only to help you ({deps.policy.privacy_url})."
        )
    return (
        "Your messages are processed automatically and stored to help you; personal data is masked first "
        f"({deps.policy.privacy_url})."
    )


async def _known_customer(deps: Deps, state: ConversationState) -> tuple[str | None, Order | None]:
    customer_id = state.get("identity", {}).get("customer_id")
    if not customer_id:
        return None, None
    first_name = (state.get("customer") or {}).get("first_name")
    try:
        customer = await deps.desk.customer(customer_id)
        orders = await deps.desk.orders(customer_id, limit=1)
    except DeskUnavailable:
        # A greeting without the order is better than none.
        logger.warning("the back office did not answer for a greeting")
        return first_name, None
    name = customer.name.split()[0] if customer and customer.name.strip() else first_name
    return name, orders[0] if orders else None


async def disclose(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Greet, by name and latest order where the customer is recognised."""
    deps = runtime.context
    name, order = await _known_customer(deps, state)
    lines = [
        f"Hello{f' {name}' if name else ''}! I'm {deps.policy.assistant_name}, the AI assistant of {deps.policy.company}: "
        "an automated system, not a person.",
        "I can track orders, change or cancel them, arrange returns, exchanges and refunds, help with your account, "
        "and answer questions from our help centre.",
    ]
    buttons = [button("Where is my order?"), button("I want to return something"), button("How long does delivery take?")]
    if order:
        goods = ", ".join(dict.fromkeys(line.name for line in order.lines[:3]))
        lines.append(f"Your latest order {order.id} ({goods}) {_WORDS_OF_STATUS[order.status]}.")
        buttons[0] = button(f"Where is my order {order.id}?")
    page_kind = state["turn"].get("page_kind")
    lines += [offer.text for offer in deps.policy.page_offers if offer.kind == page_kind]
    lines.append(_consent_words(deps, state))
    lines.append("You can talk to a person at any time: use the button below, or just say so.")
    if deps.policy.consent_mode(state.get("region")) == "opt_in" and state.get("consent") is None:
        buttons = [button(YES), button(NO)]
    card = {"id": state.get("identity", {}).get("customer_id"), "first_name": name} if name else None
    return {
        "customer": card,
        "shown_order": order.id if order else None,
        "reply": replying(state, draft("\n\n".join(lines), buttons=buttons)),
        "outcome": "answered",
        "intent": "greeting",
    }

"""The first message: an AI answers here, what it can do, how data is handled, how to reach a person."""

from domain.shop import DeskUnavailable, Order
from nodes.answering.take_up_offer import take_up_offer
from nodes.deps import Deps, DepsRuntime
from nodes.drafts import DELIVERY_TIME, TRACK, button, draft, replying
from nodes.guarding.ask_consent import consent_buttons
from nodes.state import ConversationState, Draft
from nodes.talking.offers import abilities, offers


def _consent_words(deps: Deps, state: ConversationState) -> str:
    if deps.policy.consent_mode(state.get("region")) == "opt_in" and state.get("consent") is not True:
        return deps.say("consent-question", privacy=deps.policy.privacy_url)
    return deps.say("data-notice", privacy=deps.policy.privacy_url)


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
        return first_name, None
    name = customer.name.split()[0] if customer and customer.name.strip() else first_name
    return name, orders[0] if orders else None


async def disclose(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Greet, by name and latest order where the customer is recognised."""
    deps, say = runtime.context, runtime.context.say
    name, order = await _known_customer(deps, state)
    assistant, company = deps.policy.assistant_name, deps.policy.company
    hello = (
        say("greeting.by-name", name=name, assistant=assistant, company=company)
        if name
        else say("greeting", assistant=assistant, company=company)
    )
    # Whatever a company or an experiment makes of the greeting, it says that this is no person.
    disclosed = [] if say("disclosure") in hello else [say("disclosure.sentence")]
    lines = [hello, *disclosed, abilities(deps, state)]
    track, others = offers(deps, state, "track_order"), offers(deps, state, "return_items")
    if order:
        goods = ", ".join(dict.fromkeys(line.name for line in order.lines[:3]))
        lines.append(say("latest-order", order=order.id, goods=goods, status=order.status))
        track = [button(say("offer-track-order.by-number", order=order.id), value=TRACK.format(order.id)) for _ in track]
    taken = state["turn"].get("offer")
    if taken is None:  # who comes for one thing is not told of another
        page_kind = state["turn"].get("page_kind")
        lines += [offer.text for offer in deps.policy.page_offers if offer.kind == page_kind]
    lines.append(say("greeting.person"))
    asks = deps.policy.consent_mode(state.get("region")) == "opt_in" and state.get("consent") is None
    if state.get("consent") is not False:
        lines.append(_consent_words(deps, state))
    buttons = [*track, *others, button(say("offer-delivery-time"), value=DELIVERY_TIME)]
    if asks:
        buttons = consent_buttons(say)
    said: list[Draft] = [draft("\n\n".join(lines), buttons=buttons)]
    if taken is not None:
        said.append(await take_up_offer(deps, state, taken))
    card = {"id": state.get("identity", {}).get("customer_id"), "first_name": name} if name else None
    return {
        "customer": card,
        "shown_order": order.id if order else None,
        "reply": replying(state, *said),
        "asking": {"kind": "consent"} if asks else None,
        "outcome": "answered",
        "intent": "greeting",
    }

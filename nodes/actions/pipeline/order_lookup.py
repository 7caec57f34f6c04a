"""Which order: the one that was named, else the one that was last spoken of, else the one that fits, else a question."""

from collections.abc import Sequence
from datetime import datetime

from domain.acts import Act
from domain.conversation import Button
from domain.language.account.address_references import names_the_city
from domain.language.folding import folded
from domain.language.goods.product_names import names_in_other_words
from domain.language.goods.swaps import says_what_came, what_is_there
from domain.language.orders.days_named import day_gone_by
from domain.language.orders.order_lines import has_as_many, names_goods, options_named
from domain.language.orders.order_references import age_meant, status_meant
from domain.language.reports.problems import says_stolen
from domain.language.reports.reasons import reason_in
from domain.language.text.entities import Entities, speaks_of_several_orders
from domain.messages.messages import Say
from domain.messages.values import any_of
from domain.order_numbers import digits_of
from domain.rules.policy import ActionRule
from domain.shop import Order, Refused
from nodes.actions.pipeline.identity import identity_of, is_proven_order
from nodes.actions.pipeline.order_looked_at import order_looked_at
from nodes.actions.pipeline.request import NeedsIdentity, NeedsInput
from nodes.actions.pipeline.strange_goods import strange_goods
from nodes.agenda import act_of
from nodes.deps import Deps
from nodes.drafts import button
from nodes.state import ConversationState, Identity, entities_of

_SHOWN = 5


def named_in(found: Entities, asked: str | None) -> str | None:
    """The order number in the words of this turn; bare digits count when it was asked for."""
    if found.get("order_ids"):
        return found["order_ids"][0]
    if asked in ("order_id", "identity") and found.get("numbers"):
        return found["numbers"][0]
    return None


async def proven_account(deps: Deps, identity: Identity) -> str | None:
    """The customer whose account was proven, or else whose order was; None where neither was."""
    if identity.get("customer_id") or not identity.get("orders"):
        return identity.get("customer_id")
    order = await deps.desk.order(identity["orders"][-1])
    return order.customer_id if order else None


async def find_order(deps: Deps, state: ConversationState, order_id: str) -> Order:
    """The customer's own order; raises ``Refused`` in the same words for a foreign one and for none."""
    identity = identity_of(state)
    order = await deps.desk.order_as_typed(order_id)
    if order is None and order_id.isdigit() and (owner := identity.get("customer_id")):
        own = [o for o in await deps.desk.orders(owner) if digits_of(o.id) == order_id]
        order = own[0] if len(own) == 1 else None
    if order is None:
        raise Refused("not_found", deps.say("order-not-found"))
    if order.customer_id != identity.get("customer_id") and not is_proven_order(identity, order.id):
        raise Refused("not_found", deps.say("order-not-found"))
    return order


def _buttons(say: Say, orders: Sequence[Order]) -> list[Button]:
    """The first few orders, told by what they hold and where they are."""
    return [
        button(
            say(
                "which-order.button",
                order=order.id,
                goods=", ".join(dict.fromkeys(line.name for line in order.lines[:2])),
                status=order.status,
            ),
            value=order.id,
        )
        for order in orders[:_SHOWN]
    ]


async def choose_order(deps: Deps, state: ConversationState, rule: ActionRule, text: str) -> Order:
    """An order that was not named. Raises ``NeedsIdentity`` for a guest, ``NeedsInput`` where several fit."""
    identity, say = identity_of(state), deps.say
    customer_id, proven = identity.get("customer_id"), identity.get("orders", [])
    if not customer_id:
        if not proven:
            raise NeedsIdentity
        if len(proven) == 1 or state.get("shown_order") in proven:
            return await find_order(deps, state, proven[0] if len(proven) == 1 else str(state.get("shown_order")))
        raise NeedsInput("order_id", say("which-order"), [button(o) for o in proven[-_SHOWN:]])
    orders = await deps.desk.orders(customer_id)
    act = act_of(state)
    is_stolen = act is not None and _is_stolen_unnamed(act, state, text)
    if act is not None and not is_stolen and (meant := _meant(act, state, orders, rule)) is not None:
        return meant
    if said := _by_digits(say, state, orders) or _by_status(state, orders, text) or _by_age(state, orders, text):
        return said
    fitting = _fitting(orders, rule, act)
    named = _naming_most(text, orders) or _naming_most(_goods_of(act), orders)
    if len(named) > 1 and rule.statuses is None and act is not None:
        # What is only looked at is of its own goods, whatever else the message speaks of.
        own = _naming_most(_goods_of(act), orders)
        named = own if len(own) == 1 else named
    mentioned = [o for o in fitting if o in named]
    mentioned += _to_be_changed(deps, state, text, [o for o in named if o not in mentioned]) if mentioned else []
    if len(named) == 1 and not mentioned:
        return named[0]  # in another state: the rule is told of the very order that was meant
    if not fitting:
        raise _none_fits(say, rule)
    shown_to_choose = [o for o in orders if _was_asked_which(state) and o.id in (state.get("shown_orders") or [])]
    candidates = _told_apart(text, mentioned or shown_to_choose or fitting, _where_it_goes(state, act, text))
    if is_stolen and not mentioned:
        raise NeedsInput(
            "order_id", say("which-order.stolen"), _buttons(say, candidates), [o.id for o in candidates[:_SHOWN]]
        )
    if rule.confirm and not state.get("withdrawn"):  # the quote that was taken back named its goods
        _refuse_strange_goods(say, act, text, orders, candidates)
    if len(candidates) == 1:
        return candidates[0]
    several = speaks_of_several_orders(text)
    # What the greeting named was not spoken of by the customer, so a wish that says nothing more does not mean it.
    shown = state.get("shown_order") if act is None or state.get("frame") else None
    if rule.statuses is None and act is not None and not any(ref.text for ref in act.goods):
        shown = ((state.get("task") or {}).get("arguments") or {}).get(
            "order_id"
        ) or shown  # only looked at: what is being done
    recent = [o for o in candidates if o.id == shown]
    if act is not None and any(ref.which == "other" for ref in act.orders):
        candidates, recent = [o for o in candidates if o not in recent] or candidates, []
    if recent and not several:
        return recent[0]
    question = say("which-order.first") if several else say("which-order")
    raise NeedsInput("order_id", question, _buttons(say, candidates), [o.id for o in candidates[:_SHOWN]])


def _fitting(orders: list[Order], rule: ActionRule, act: Act | None) -> list[Order]:
    fitting = [o for o in orders if rule.statuses is None or o.status in rule.statuses]
    if act is not None and act.intent == "track_refund":
        return [o for o in fitting if any(p.kind == "refund" for p in o.payments)] or fitting
    return fitting


def _none_fits(say: Say, rule: ActionRule) -> Refused:
    wanted = [say("status-wanted", status=status) for status in rule.statuses or []]
    return Refused(
        "wrong_status", say("refused-no-such-orders", statuses=any_of(wanted)) if wanted else say("refused-no-orders")
    )


def _refuse_strange_goods(say: Say, act: Act | None, text: str, orders: list[Order], candidates: list[Order]) -> None:
    """Raise ``NeedsInput`` where something would be done with goods that none of the orders holds."""
    if (strange := strange_goods(act, text, orders)) is not None:
        told = say("which-order.no-such-goods", goods=strange)
        raise NeedsInput("order_id", told, _buttons(say, candidates), [o.id for o in candidates[:_SHOWN]])


def _to_be_changed(deps: Deps, state: ConversationState, text: str, named: Sequence[Order]) -> list[Order]:
    """Of the orders whose goods are to be exchanged those that have not left yet: words that leave it open whether the goods have come
    may mean a change of one of these."""
    act, change = act_of(state), deps.policy.rule("change_order_items", state.get("region"))
    if act is None or act.intent != "exchange_items" or not change.enabled or says_what_came(text):
        return []
    if act.problem not in (None, "not_as_described", "wrong_item") or reason_in(text, "exchange_items") == "does_not_fit":
        return []
    return [order for order in named if order.status in (change.statuses or [])]


def _goods_of(act: Act | None) -> str:
    """What an act names; it may have been named before these words."""
    return " ".join(ref.text or "" for ref in act.goods if not ref.wanted) if act is not None else ""


def _is_stolen_unnamed(act: Act, state: ConversationState, text: str) -> bool:
    """A parcel that was stolen, and nothing that says which: not even the only order that came is taken for it."""
    says_which = any(ref.number or ref.ordinal or ref.goods or ref.which not in (None, "it") for ref in act.orders)
    return (says_stolen(act.text) or says_stolen(text)) and not says_which and not state.get("frame")


def _meant(act: Act, state: ConversationState, orders: list[Order], rule: ActionRule) -> Order | None:
    return _referred(act, state, orders, rule) or (
        order_looked_at(state, act, orders) if not _naming_most(act.text, orders) else None
    )


def _referred(act: Act, state: ConversationState, orders: list[Order], rule: ActionRule) -> Order | None:
    """The order that is meant without its number: by its place in what was shown, as the other one, the last, or "it"."""
    shown = state.get("shown_orders") or []
    by_id = {order.id: order for order in orders}
    for ref in act.orders:
        if ref.ordinal is not None and 0 < ref.ordinal <= len(shown):
            return by_id.get(shown[ref.ordinal - 1])
        if ref.goods and len(named := _naming_most(ref.goods, orders)) == 1:
            return named[0]
        if ref.which == "last" and orders:
            # Newest first; "my recent order" is the newest that this can be done with, and that has the goods.
            among = _naming_most(act.text, orders) or orders
            return next((o for o in among if rule.statuses is None or o.status in rule.statuses), among[0])
        frame = state.get("frame")
        if ref.which == "it" and len(shown) > 1 and frame and frame["action"] == "list_orders":
            continue  # a list was shown, and nothing of it was singled out
        if ref.which == "it" and not act.goods:
            spoken_of = by_id.get(str(state.get("shown_order")))
            fits = spoken_of is not None and (rule.statuses is None or spoken_of.status in rule.statuses)
            return spoken_of if fits or act.act != "report" else None
        if ref.which == "other":
            fitting = [o for o in orders if rule.statuses is None or o.status in rule.statuses]
            among = [o for o in fitting if o.id in shown] if len(shown) > 1 else fitting
            others = [o for o in among if o.id != state.get("shown_order")]
            return others[0] if len(others) == 1 else None
        if ref.status is not None:
            fitting = [o for o in orders if o.status == ref.status]
            return fitting[0] if len(fitting) == 1 else None
    if act.problem == "cancelled_by_shop" and not act.orders and not act.goods:
        cancelled = [o for o in orders if o.status == "cancelled"]
        return cancelled[0] if len(cancelled) == 1 else None
    if act.problem == "not_received" and not act.orders and not act.goods:
        delivered = [o for o in orders if o.status == "delivered"]
        return delivered[0] if len(delivered) == 1 else None
    return None


def _was_asked_which(state: ConversationState) -> bool:
    return (state.get("task") or {}).get("asked") == "order_id"


def _by_age(state: ConversationState, orders: list[Order], text: str) -> Order | None:
    """ "The one I just ordered", "from yesterday", of those that were shown to choose from, newest first."""
    shown, age = state.get("shown_orders") or [], age_meant(text)
    among = [order for order in orders if order.id in shown]
    if not _was_asked_which(state) or len(among) < 2:
        return None
    if (day := day_gone_by(text, datetime.fromisoformat(state["turn"]["at"]).date())) is not None:
        of_the_day = [order for order in among if order.placed_at.date() == day]
        return of_the_day[0] if len(of_the_day) == 1 else None
    if age is None:
        return None
    return among[0] if age == "newest" else among[-1]


def _by_status(state: ConversationState, orders: list[Order], text: str) -> Order | None:
    """ "The one that's on its way", "the knives that are on their way", of those that were shown to choose from."""
    shown, status = state.get("shown_orders") or [], status_meant(text)
    if not _was_asked_which(state) or status is None:
        return None
    hits = [order for order in orders if order.id in shown and order.status in status]
    if len(hits) > 1:
        hits = _naming_most(text, hits)
    return hits[0] if len(hits) == 1 else None


def _by_digits(say: Say, state: ConversationState, orders: list[Order]) -> Order | None:
    """The order that is named by the bare digits of its number; None where the words hold no such digits.

    Raises ``NeedsInput`` where they are of no order: another one is never taken in its place."""
    found = entities_of(state)
    digits = [n for n in found.get("numbers", []) if n not in found.get("postcodes", [])]
    if not digits:
        return None
    hits = [order for order in orders if digits_of(order.id) in digits]
    if len(hits) == 1:
        return hits[0]
    raise NeedsInput("order_id", say("which-order.not-this", number=digits[0]), _buttons(say, hits or orders))


def _where_it_goes(state: ConversationState, act: Act | None, text: str) -> str:
    """The words that may say where an order goes now: of a wish to send it elsewhere those around it, "it went to my son's in York"."""
    if act is None or act.intent != "change_shipping_address":
        return text
    return state["turn"].get("whole", "").replace(act.text, " ")


def _told_apart(text: str, orders: list[Order], where: str) -> list[Order]:
    """Of several orders those that more is said of: the goods' options ("the 15-inch laptop"), how many ("the two watches"), or
    ``where`` they go."""
    if len(orders) < 2 or not text:
        return orders
    as_many = [order for order in orders if has_as_many(text, order)]
    orders = as_many or orders
    if len(orders) == 1:
        return orders
    counts = [options_named(what_is_there(text), order) for order in orders]
    most = [order for order, n in zip(orders, counts, strict=True) if n and n == max(counts)]
    if most and len(most) < len(orders):
        return most
    by_city = [o for o in orders if names_the_city(where, o.shipping_address.city)]
    return by_city if len(by_city) == 1 else orders


def _naming_most(text: str, orders: list[Order]) -> list[Order]:
    """The orders of which a text names the most kinds of goods, of as many the most by their whole names; none where it names none:
    "the coffee table" is no bedside table."""
    said = folded(text)
    counts = [(names_goods(text, order), len(_whole_names(said, order))) for order in orders] if text else []
    named = [order for order, n in zip(orders, counts, strict=False) if n[0] and n == max(counts)]
    return named or [order for order in orders if any(names_in_other_words(text, line.name) for line in order.lines)]


def _whole_names(said: str, order: Order) -> set[str]:
    return {name for line in order.lines if (name := folded(line.name)) in said}

"""`support-v3`: a question about the quote that waits ("how long does that take?", "to which card?"): answered from the quote, the
policy and the documents, else said not to be known. Then the quote is asked for again."""

from dataclasses import replace

from domain.actions import SWAPS
from domain.ids import new_id
from domain.language.acts.wishes import wish_in
from domain.language.danger.urgent import urgent
from domain.language.goods.goods_references import goods_in
from domain.language.money.amounts import wants_the_whole
from domain.language.money.money_elsewhere import wants_money_elsewhere
from domain.language.orders.order_questions import asks_when_it_comes
from domain.language.orders.order_references import order_numbers
from domain.language.orders.which_goes_first import asks_which_goes_first
from domain.language.quotes.agreement import agrees_to
from domain.language.quotes.phrases import read_confirmation
from domain.language.quotes.quote_questions import (
    AskedOfTheQuote,
    QuoteAspect,
    asked_beside_the_rest,
    asks_of_the_quote,
    remarks_on,
    speaks_of,
)
from domain.language.quotes.refusal import is_of_our_answer, refuses
from domain.language.quotes.stance import (
    after_its_no,
    beside_its_yes,
    cleared_up,
    ends_on_a_yes,
    means_no,
    still_wants,
    what_was_meant,
)
from domain.language.reports.problems import problem_in
from domain.language.reports.wants_goods import is_sent_again, wants_goods
from domain.language.text.statements import asks_or_wants
from domain.money import Money
from domain.shop import DeskUnavailable, Refused
from nodes.actions.pipeline.identity import identity_of
from nodes.actions.pipeline.order_lookup import find_order, proven_account
from nodes.actions.pipeline.slots import goods, options_of
from nodes.answering.find_answer import in_our_words, is_sure, written
from nodes.deps import Deps, DepsRuntime
from nodes.drafts import draft, replying
from nodes.quoting.quotes import ask_with
from nodes.reading.asks_on_after_it import GO_BACK
from nodes.reading.read_reply import says_yes_first
from nodes.state import ConversationState, Draft, Pending

_MONEY_BACK = frozenset({"refund_order", "return_items", "cancel_order"})
_BACK_AS_PAID = frozenset({"refund_order", "cancel_order"})
_OF_A_WHOLE_ORDER = frozenset({"change_payment_method", "change_shipping_address"})
_MOST_WORDS = 14
_OF_SENDING = frozenset({"collect", "box", "label", "printer", "deadline"})
_FOR_GOODS = frozenset({"refund_order", "return_items"})
_OF_MONEY = frozenset({"amount", "method", "delivery", "cost", "dearer"})
# What the documents are asked, in words of our own: the customer's only point at the quote.
_OF_DOCUMENTS: dict[str, frozenset[str]] = {
    "update_account": frozenset({"mail"}),
    "refund_order": frozenset({"duration", "next"}),
    "cancel_order": frozenset({"duration", "next"}),
    "return_items": frozenset({"duration", "next", "cost", "first", "label", "printer", "box", "collect", "deadline"}),
    "exchange_items": frozenset(
        {"duration", "next", "cost", "send_back", "first", "label", "printer", "box", "collect", "deadline"}
    ),
}


def aspects_asked(state: ConversationState) -> tuple[QuoteAspect, ...]:
    """What of the quote that waits the message asks, with or without a yes before it; empty where it asks nothing of it, or says more."""
    found = asked_and_said(state)
    return () if found.rest else found.aspects


def asked_and_said(state: ConversationState) -> AskedOfTheQuote:
    """The same, and what the message says beside it and beside a yes."""
    turn, task = state["turn"], state.get("task") or {}
    if turn["kind"] != "text" or not state.get("pending") or task.get("asked") or not turn.get("may_read", True):
        return AskedOfTheQuote()
    text, action = turn.get("text", ""), (state.get("pending") or {})["name"]
    if (remark := _remarked(state, text, action)) is not None:
        return remark
    if action in _BACK_AS_PAID and wants_money_elsewhere(text):
        return AskedOfTheQuote(("elsewhere",), text)
    of_the_sum = asks_of_the_quote(text, action) != "send_back"  # "do I have to ship the whole thing back?"
    if (
        of_the_sum
        and action in _MONEY_BACK
        and wants_the_whole(text)
        and (state.get("pending") or {})["arguments"].get("amount")
    ):
        return AskedOfTheQuote()  # it is of a part, and is quoted anew
    if action == "refund_order" and is_sent_again(text) and wants_goods(text) is not None:
        return AskedOfTheQuote()  # "can you send me the same again": the goods, and nothing of the money
    if of_the_sum and action in _MONEY_BACK and _insists_on_all(text, action):
        return AskedOfTheQuote(("amount",), text)
    asks_first = asks_which_goes_first(text) and asks_of_the_quote(text) != "deadline"
    if action in GO_BACK and asks_first and not means_no(text, action):
        return AskedOfTheQuote(("first",), text)
    said = text
    if says_yes_first(text) or ends_on_a_yes(text, action):
        said = text if asks_of_the_quote(text) else beside_its_yes(text, action) or ""
    else:
        said = cleared_up(text) or text
        if said != text and action == "cancel_order" and asks_when_it_comes(said):
            return AskedOfTheQuote()  # "no! I only want to know when it comes": the order, and no money
    if said == text and asks_of_the_quote(meant := what_was_meant(text), action) is not None:
        said = meant
    if (one := asks_of_the_quote(said, action)) is not None:
        return AskedOfTheQuote((one,), said)
    found = asked_beside_the_rest(said, action)
    agrees = read_confirmation(found.rest, action) == "yes" or still_wants(found.rest, action)
    return replace(found, rest="") if found.aspects and (agrees or _wants_nothing(found.rest, action)) else found


def _wants_nothing(said: str, action: str) -> bool:
    """ "Shards everywhere. Do I have to send it back?": what is only told beside a question of the quote."""
    if is_of_our_answer(said):
        return True
    if asks_or_wants(said) or wish_in(said) or order_numbers(said, bare=False) or urgent(said) is not None:
        return False
    is_fault = problem_in(said) not in (None, "damaged")
    return not is_fault and refuses(said, action) is None and not any(ref.text for ref in goods_in(said))


def _remarked(state: ConversationState, text: str, action: str) -> AskedOfTheQuote | None:
    """ "Oh, half went on the gift card? ok yes": what the quote says, asked back or said beside a yes."""
    quote = (state.get("pending") or {}).get("words") or ""
    if read_confirmation(text, action) == "yes" or agrees_to(text, action, quote):
        return None
    agrees = says_yes_first(text) or ends_on_a_yes(text, action)
    said = beside_its_yes(text, action) if agrees else text if "?" in text else None
    if not said or asks_of_the_quote(said) or len(said.split()) > _MOST_WORDS or means_no(text, action):
        return None
    of_it = remarks_on(said, quote)
    return AskedOfTheQuote((of_it,), said) if of_it else None


def _insists_on_all(text: str, action: str) -> bool:
    """ "NO, I want the full amount", of a quote that is for all of it: how much that is was asked."""
    is_of_it = len(text.split()) <= _MOST_WORDS and not order_numbers(text, bare=False) and not says_yes_first(text)
    return is_of_it and wants_the_whole(text) and not means_no(after_its_no(text), action)


async def answer_quote(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """All that is asked of it: what the documents say in messages of their own, the rest before the quote."""
    deps, pending = runtime.context, state.get("pending")
    assert pending is not None
    facts: list[str] = []
    known = True
    said: ConversationState = {**state}
    for aspect in aspects_asked(state):
        if (fact := await _told(deps, state, pending, aspect)) is not None:
            facts.append(fact)
        elif (document := await _by_documents(deps, said, pending, aspect)) is not None:
            said = {**said, "reply": document}
        elif aspect == "duration" and (days := await _days(deps, state, pending)):
            facts.append(days)
        else:
            known = False
    by_document = len(said.get("reply", [])) > len(state.get("reply", []))
    if not known and not by_document:
        facts.append(deps.say("quote-unknown"))
    asked = ask_with(deps.say, said, " ".join(dict.fromkeys(facts)))
    asked["topic"] = asked_and_said(state).asked or None
    if not known:
        return {**asked, "grounded": False}
    return {**asked, "grounded": True} if by_document else asked


async def _told(deps: Deps, state: ConversationState, pending: Pending, aspect: QuoteAspect) -> str | None:
    """What the quote itself tells. One that is of a whole order names it alone: what the order holds is told beside it."""
    fact, order_id = _fact(deps, pending, aspect), pending["arguments"].get("order_id")
    if aspect == "which" and pending["name"] in _OF_A_WHOLE_ORDER and order_id:
        try:
            order = await find_order(deps, state, str(order_id))
        except (Refused, DeskUnavailable):
            return fact
        return f"{deps.say('order-holds', order=order.id, goods=[goods(order.lines)])} {fact}"
    if aspect == "dearer" and pending["name"] in SWAPS and order_id:
        return await _prices(deps, state, pending, str(order_id)) or fact
    return fact


async def _prices(deps: Deps, state: ConversationState, pending: Pending, order_id: str) -> str | None:
    """What each of the variants costs: the catalogue says no more about why one is dearer."""
    told = []
    try:
        order = await find_order(deps, state, order_id)
        for change in pending["arguments"].get("changes") or []:
            line = order.line(change["line_id"])
            product = await deps.desk.product(line.product_id) if line else None
            variant = product.variant(change["variant_id"]) if product else None
            if line is None or variant is None:
                return None
            was, now = options_of(line.options), options_of(variant.options)
            told.append(
                deps.say("quote-prices", goods=line.name, was=was, paid=line.unit_price, now=now, price=variant.price)
            )
    except (Refused, DeskUnavailable):
        return None
    return " ".join([*told, deps.say("quote-prices.why")]) if told else None


def _fact(deps: Deps, pending: Pending, aspect: QuoteAspect) -> str | None:
    """What the quote itself tells."""
    say, name = deps.say, pending["name"]
    amount = Money.model_validate(pending["amount"]) if pending.get("amount") else None
    if aspect == "elsewhere":
        return say("quote-back-as-paid")
    if aspect == "which":
        return say("quote-which")
    if aspect == "label" and name in GO_BACK:
        return say("quote-label")
    if aspect == "duration" and name not in _MONEY_BACK | SWAPS:
        return say("quote-at-once")
    if (aspect == "send_back" and name in _FOR_GOODS) or (aspect in _OF_SENDING and name == "refund_order"):
        return say("quote-sent-back", action=name)
    if aspect not in _OF_MONEY:
        return None
    if amount is None:
        return say("quote-no-money")
    if name in SWAPS:
        return None if aspect == "delivery" else _difference(deps, amount)
    if name not in _MONEY_BACK:
        return (
            say("quote-amount", action=name, amount=amount)
            if aspect in ("amount", "cost", "dearer")
            else say("quote-method")
        )
    if aspect == "cost":
        return None if name == "return_items" else say("quote-costs-nothing")
    if aspect == "delivery":
        return say("quote-delivery", action=name)
    return say("quote-amount", action=name, amount=amount) if aspect in ("amount", "dearer") else say("quote-method")


def _difference(deps: Deps, amount: Money) -> str:
    if amount.is_positive:
        return deps.say("quote-difference.to-pay", amount=amount)
    return deps.say("quote-difference.goes-back", amount=-amount) if (-amount).is_positive else deps.say("quote-difference")


async def _by_documents(deps: Deps, state: ConversationState, pending: Pending, aspect: QuoteAspect) -> list[Draft] | None:
    """The reply with the documents' answer, where they are sure of one."""
    if aspect not in _OF_DOCUMENTS.get(pending["name"], frozenset()):
        return None
    question, found = await in_our_words(deps, state, lambda say: say("quote-question", of=f"{aspect}-{pending['name']}"))
    best = [replace(one, result=one.result.model_copy(update={"hits": one.result.hits[:1]})) for one in found]
    said_there = " ".join(f"{hit.segment.question} {hit.segment.answer}" for one in best for hit in one.result.hits)
    if not is_sure(found) or not speaks_of(pending["name"], said_there):
        return None
    message_id = new_id()
    text, cited = await written(deps, state, message_id, question, best)
    if any(text == said.get("text") for said in state.get("reply", [])):
        return state.get("reply", [])
    return replying(state, draft(text, cited=cited, message_id=message_id))


async def _days(deps: Deps, state: ConversationState, pending: Pending) -> str | None:
    """By the kind of method that the money goes to."""
    if pending["name"] not in _MONEY_BACK or not pending.get("method_id"):
        return None
    account = await proven_account(deps, identity_of(state))
    customer = await deps.desk.customer(account) if account else None
    method = customer.method(pending["method_id"]) if customer else None
    if method is None:
        return None
    back = pending["name"] == "return_items"
    return deps.say("quote-arrives.after-return", kind=method.kind) if back else deps.say("quote-arrives", kind=method.kind)

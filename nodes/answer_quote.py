"""`support-v3`: a question about the quote that waits ("how long does that take?", "to which card?"): answered from the quote, the
policy and the documents, else said not to be known. Then the quote is asked for again."""

from dataclasses import replace

from domain.actions import SWAPS
from domain.ids import new_id
from domain.language.money_elsewhere import wants_money_elsewhere
from domain.language.quote_questions import QuoteAspect, asks_of_the_quote, speaks_of
from domain.language.stance import beside_its_yes, cleared_up, ends_on_a_yes
from domain.money import Money
from nodes.actions.pipeline.identity import identity_of
from nodes.actions.pipeline.order_lookup import proven_account
from nodes.answer_question import written
from nodes.deps import Deps, DepsRuntime
from nodes.drafts import draft, replying
from nodes.find_answer import find_answer
from nodes.quotes import ask_again
from nodes.read_reply import says_yes_first
from nodes.state import ConversationState, Pending

_MONEY_BACK = frozenset({"refund_order", "return_items", "cancel_order"})
_BACK_AS_PAID = frozenset({"refund_order", "cancel_order"})
_OF_MONEY = frozenset({"amount", "method", "delivery", "cost"})
# What the documents are asked, in words of our own: the customer's only point at the quote.
_OF_DOCUMENTS: dict[str, frozenset[str]] = {
    "refund_order": frozenset({"duration", "next"}),
    "cancel_order": frozenset({"duration", "next"}),
    "return_items": frozenset({"duration", "next", "cost"}),
    "exchange_items": frozenset({"duration", "next", "cost", "send_back"}),
}


def aspect_asked(state: ConversationState) -> QuoteAspect | None:
    """What of the quote that waits the message asks, with or without a yes before it; None where it asks nothing of it."""
    turn, task = state["turn"], state.get("task") or {}
    if turn["kind"] != "text" or not state.get("pending") or task.get("asked") or not turn.get("may_read", True):
        return None
    text, action = turn.get("text", ""), (state.get("pending") or {})["name"]
    if action in _BACK_AS_PAID and wants_money_elsewhere(text):
        return "elsewhere"
    if says_yes_first(text) or ends_on_a_yes(text, action):
        return asks_of_the_quote(text) or asks_of_the_quote(beside_its_yes(text, action) or "")
    return asks_of_the_quote(cleared_up(text) or text)


async def answer_quote(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    deps, pending, aspect = runtime.context, state.get("pending"), aspect_asked(state)
    assert pending is not None
    assert aspect is not None
    if (fact := _fact(deps, pending, aspect)) is not None:
        return ask_again(deps.say, state, fact)
    if aspect in _OF_DOCUMENTS.get(pending["name"], frozenset()) and (
        told := await _by_documents(deps, state, pending, aspect)
    ):
        return told
    if aspect == "duration" and (days := await _days(deps, state, pending)):
        return ask_again(deps.say, state, days)
    return {**ask_again(deps.say, state, deps.say("quote-unknown")), "grounded": False}


def _fact(deps: Deps, pending: Pending, aspect: QuoteAspect) -> str | None:
    """What the quote itself tells."""
    say, name = deps.say, pending["name"]
    amount = Money.model_validate(pending["amount"]) if pending.get("amount") else None
    if aspect == "elsewhere":
        return say("quote-back-as-paid")
    if aspect == "which":
        return say("quote-which")
    if aspect == "duration" and name not in _MONEY_BACK | SWAPS:
        return say("quote-at-once")
    if aspect == "send_back" and name in ("refund_order", "return_items"):
        return say("quote-sent-back", action=name)
    if aspect not in _OF_MONEY:
        return None
    if amount is None:
        return say("quote-no-money")
    if name in SWAPS:
        return None if aspect == "delivery" else _difference(deps, amount)
    if name not in _MONEY_BACK:
        return say("quote-amount", action=name, amount=amount) if aspect in ("amount", "cost") else say("quote-method")
    if aspect == "cost":
        return None if name == "return_items" else say("quote-costs-nothing")
    if aspect == "delivery":
        return say("quote-delivery", action=name)
    return say("quote-amount", action=name, amount=amount) if aspect == "amount" else say("quote-method")


def _difference(deps: Deps, amount: Money) -> str:
    if amount.is_positive:
        return deps.say("quote-difference.to-pay", amount=amount)
    return deps.say("quote-difference.goes-back", amount=-amount) if (-amount).is_positive else deps.say("quote-difference")


async def _by_documents(
    deps: Deps, state: ConversationState, pending: Pending, aspect: QuoteAspect
) -> ConversationState | None:
    """The documents' answer, where they are sure of one, and then the quote again."""
    question = deps.say("quote-question", of=f"{aspect}-{pending['name']}")
    found = await find_answer(deps, {**state, "topic": None}, question)
    sure = all(one.result.answerable and not one.result.doubtful for one in found)
    best = [replace(one, result=one.result.model_copy(update={"hits": one.result.hits[:1]})) for one in found]
    said_there = " ".join(f"{hit.segment.question} {hit.segment.answer}" for one in best for hit in one.result.hits)
    if not sure or not speaks_of(pending["name"], said_there):
        return None
    message_id = new_id()
    text, cited = await written(deps, message_id, question, best)
    said: ConversationState = {**state, "reply": replying(state, draft(text, cited=cited, message_id=message_id))}
    return {**ask_again(deps.say, said, ""), "grounded": True}


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

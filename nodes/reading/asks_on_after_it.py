"""`support-v3`: what is asked on once goods that go back were spoken of, in the frame of that: "do I have to pay for postage?" after a
return is of the way back, "do you collect it?" of who fetches it, "do I keep it?" of the goods. Nothing is begun anew."""

from domain.acts import Act, OrderReference
from domain.language.orders.returns_later import asks_to_return_later
from domain.language.orders.which_goes_first import asks_which_goes_first
from domain.language.quotes.quote_questions import (
    QuoteAspect,
    asked_beside_the_rest,
    asks_of_the_quote,
    speaks_of_going_back,
)
from nodes.agenda import agenda_with, held
from nodes.answering.find_answer import in_our_words, is_sure
from nodes.deps import Deps
from nodes.state import ConversationState

GO_BACK = frozenset({"exchange_items", "return_items"})
_ASKED_ON: dict[str, frozenset[QuoteAspect]] = {
    "return_items": frozenset({"cost", "first", "label", "printer", "box", "collect", "send_back", "deadline"}),
    "exchange_items": frozenset(
        {"duration", "cost", "first", "label", "printer", "box", "collect", "send_back", "deadline"}
    ),
    "refund_order": frozenset({"send_back", "collect", "duration"}),
    "cancel_order": frozenset({"duration"}),
    "update_account": frozenset({"mail"}),
}
_MONEY_BACK = frozenset({"refund_order", "cancel_order", "return_items"})
_BY_ITSELF = frozenset({"cost", "label", "printer", "box", "collect"})


async def asks_on_after_it(deps: Deps, state: ConversationState, text: str) -> ConversationState | None:
    """The question in words of our own, for the documents; None where none is spoken of or they do not know, or a quote waits, which
    answers for itself."""
    spoken_of = state.get("task") or state.get("frame")
    if state.get("pending") or not state["turn"].get("may_read", True):
        return None
    if asks_to_return_later(text):
        return await _asked_in_our_words(deps, state, "later-return_items")
    action = spoken_of["action"] if spoken_of else ""
    if action == "track_refund":  # of money that went back, or of a return that it follows
        frame = state.get("frame")
        action = "refund_order" if frame and frame.get("fact") == "refunded" else "return_items"
    if (look := _when_the_money_comes(state, text)) is not None:
        return look
    if (aspect := _asked_on(action, text)) is not None:
        of = f"{aspect}-{action}"
        if aspect == "duration" and _was_asked(
            deps, state, of
        ):  # when the new one is sent was told: how long it is on its way
            of = "duration-delivery"
        return await _asked_in_our_words(deps, state, of)
    # "Is shipping back free?" says itself that it is of a return.
    of_a_return = _asked_on("return_items", text) if action not in GO_BACK and speaks_of_going_back(text) else None
    return await _asked_in_our_words(deps, state, f"{of_a_return}-return_items") if of_a_return in _BY_ITSELF else None


def _when_the_money_comes(state: ConversationState, text: str) -> ConversationState | None:
    """ "How long does that take?" once money was given back: that very refund is looked up."""
    frame = state.get("frame")
    if (
        not frame
        or frame["action"] not in _MONEY_BACK
        or not frame.get("done")
        or not frame["order_id"]
        or state.get("task")
    ):
        return None
    asked = asked_beside_the_rest(text, frame["action"])
    if asked.aspects != ("duration",) or asked.rest:
        return None
    order = OrderReference(number=frame["order_id"])
    act = Act(act="wish", intent="track_refund", orders=[order], confidence=1.0, text=text, end=len(text))
    return {**agenda_with(state, [act]), "acts": [held(act)]}


def _was_asked(deps: Deps, state: ConversationState, of: str) -> bool:
    return state.get("topic") in [say("quote-question", of=of) for say in (deps.say, deps.say.in_reference)]


async def _asked_in_our_words(deps: Deps, state: ConversationState, of: str) -> ConversationState | None:
    question, found = await in_our_words(deps, state, lambda say: say("quote-question", of=of))
    if not is_sure(found):
        return None
    act = Act(act="question", intent="policy_question", confidence=1.0, text=question, end=len(question))
    return {"turn": {**state["turn"], "text": question}, **agenda_with(state, [act]), "acts": [held(act)]}


def _asked_on(action: str, text: str) -> QuoteAspect | None:
    asked = asked_beside_the_rest(text, action)
    aspect = asks_of_the_quote(text, action) or (asked.aspects[0] if len(asked.aspects) == 1 and not asked.rest else None)
    if action in GO_BACK and aspect != "deadline" and asks_which_goes_first(text):
        return "first"
    return aspect if aspect in _ASKED_ON.get(action, frozenset()) else None

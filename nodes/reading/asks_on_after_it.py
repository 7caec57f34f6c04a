"""`support-v3`: what is asked on once goods that go back were spoken of, in the frame of that: "do I have to pay for postage?" after a
return is of the way back, "do you collect it?" of who fetches it, "do I keep it?" of the goods. Nothing is begun anew."""

from domain.acts import Act
from domain.language.orders.returns_later import asks_to_return_later
from domain.language.orders.which_goes_first import asks_which_goes_first
from domain.language.quotes.quote_questions import QuoteAspect, asked_beside_the_rest, asks_of_a_return, asks_of_the_quote
from nodes.agenda import agenda_with, held
from nodes.answering.find_answer import in_our_words, is_sure
from nodes.deps import Deps
from nodes.state import ConversationState

GO_BACK = frozenset({"exchange_items", "return_items"})
_ASKED_ON: dict[str, frozenset[QuoteAspect]] = {
    "return_items": frozenset({"cost", "first", "label", "printer", "box", "collect", "send_back", "deadline"}),
    "exchange_items": frozenset({"cost", "first", "label", "printer", "box", "collect", "send_back", "deadline"}),
    "refund_order": frozenset({"send_back", "collect"}),
}
_AFTER_A_LOOK = {"track_refund": "return_items"}  # of the money of a return


async def asks_on_after_it(deps: Deps, state: ConversationState, text: str) -> ConversationState | None:
    """The question in words of our own, for the documents; None where none is spoken of or they do not know, or a quote waits, which
    answers for itself."""
    spoken_of = state.get("task") or state.get("frame")
    if state.get("pending") or not state["turn"].get("may_read", True):
        return None
    if asks_to_return_later(text):
        return await _asked_in_our_words(deps, state, "later-return_items")
    if spoken_of is None:
        return None
    action = _AFTER_A_LOOK.get(spoken_of["action"], spoken_of["action"])
    aspect = _asked_on(action, text)
    if aspect is None:
        return None
    return await _asked_in_our_words(deps, state, f"{aspect}-{action}")


async def _asked_in_our_words(deps: Deps, state: ConversationState, of: str) -> ConversationState | None:
    question, found = await in_our_words(deps, state, lambda say: say("quote-question", of=of))
    if not is_sure(found):
        return None
    act = Act(act="question", intent="policy_question", confidence=1.0, text=question, end=len(question))
    return {"turn": {**state["turn"], "text": question}, **agenda_with(state, [act]), "acts": [held(act)]}


def _asked_on(action: str, text: str) -> QuoteAspect | None:
    is_a_return = action in GO_BACK
    asked = asked_beside_the_rest(text, of_a_return=is_a_return)
    asks = asks_of_a_return if is_a_return else asks_of_the_quote
    aspect = asks(text) or (asked.aspects[0] if len(asked.aspects) == 1 and not asked.rest else None)
    if action in GO_BACK and aspect != "deadline" and asks_which_goes_first(text):
        return "first"
    return aspect if aspect in _ASKED_ON.get(action, frozenset()) else None

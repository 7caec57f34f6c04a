"""An answer from the company's documents, with its citations, or the plain word that they do not say."""

from collections.abc import Sequence

from domain.actions import ACTION_OF_INTENT
from domain.ids import new_id
from domain.intents import TALK_INTENTS
from domain.knowledge import Segment
from nodes.deps import Deps, DepsRuntime
from nodes.drafts import button, draft, replying
from nodes.entities import find_entities
from nodes.find_answer import Found, find_answer
from nodes.state import ConversationState

_SEGMENTS = 6  # that a model sees
_DOUBT = "I am not certain that this answers your question, but it is the closest I found in our help centre:"

# After an answer about an action, the action itself is one press away.
_OFFERS = {
    "return_items": "I want to return something",
    "request_refund": "I want my money back",
    "exchange_items": "I want to exchange something",
    "cancel_order": "I want to cancel my order",
    "track_order": "Where is my order?",
    "reset_password": "Send me a password reset link",
    "send_invoice": "Send me an invoice",
    "change_shipping_address": "I want to change the delivery address",
}


async def answer_question(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Answer from the segments by the chat model where one is set and well, else by quoting the best of them."""
    deps, question = runtime.context, state["turn"].get("text", "")
    found = await find_answer(deps, state, question)
    if not all(one.result.answerable for one in found) or (found[0].result.doubtful and _wants_more_than_words(state)):
        return _no_answer(state)
    message_id = new_id()
    text, cited = await _written(deps, message_id, question, found)
    offer = _OFFERS.get(state.get("intent") or "")
    buttons = [button(offer)] if offer and not find_entities(question)["order_ids"] else []
    return {
        "outcome": "answered",
        "grounded": True,
        "topic": found[0].topic[:300],
        "reply": replying(state, draft(text, cited=cited, buttons=buttons, message_id=message_id)),
    }


def _wants_more_than_words(state: ConversationState) -> bool:
    """An action or small talk is waiting, or nothing was understood: only a sure answer may come before that."""
    intent = state.get("intent") or ""
    return intent in ACTION_OF_INTENT or intent in TALK_INTENTS or intent == "out_of_scope"


async def _written(deps: Deps, message_id: str, question: str, found: Sequence[Found]) -> tuple[str, list[Segment]]:
    each = _SEGMENTS // len(found)
    segments = list({hit.segment.id: hit.segment for one in found for hit in one.result.hits[:each]}.values())
    if deps.chat is not None:

        async def on_text(piece: str) -> None:
            await deps.stream(message_id, piece)

        asked = question if len(found) > 1 else found[0].question
        answer = await deps.chat.answer(asked, segments, on_text)
        if answer is not None:
            return answer.text, [s for s in segments if s.id in answer.cited]
    quotes = [await deps.knowledge.quote(one.question, one.result.hits) for one in found]
    text = "\n\n".join(dict.fromkeys(quote.text for quote in quotes))
    cited = list({segment.id: segment for quote in quotes for segment in quote.segments}.values())
    return f"{_DOUBT}\n\n{text}" if found[0].result.doubtful else text, cited


def _no_answer(state: ConversationState) -> ConversationState:
    intent = state.get("intent") or ""
    if intent in ACTION_OF_INTENT or intent in TALK_INTENTS:
        return {}  # the route goes on to the action, or to a word in return
    if intent == "out_of_scope":
        text = (
            "I did not understand that, and our help centre has nothing on it. Could you put it in other words? "
            "I can help with orders, returns, refunds, your account and questions about our shop."
        )
        choices = [button("Where is my order?"), button("I want to return something"), button("I cannot log in")]
        return {"outcome": "not_understood", "grounded": False, "reply": replying(state, draft(text, buttons=choices))}
    text = (
        "I could not find this in our help centre, so I would rather not guess. You can ask in other words, "
        "or a person can answer it."
    )
    return {"outcome": "no_answer_found", "grounded": False, "reply": replying(state, draft(text))}

"""An answer from the company's documents, with its citations, or the plain word that they do not say."""

import re

from domain.actions import ACTION_OF_INTENT
from domain.ids import new_id
from domain.knowledge import SearchResult, Segment
from nodes.deps import Deps, DepsRuntime
from nodes.drafts import button, draft, replying
from nodes.entities import find_entities
from nodes.own_region import own_region_first
from nodes.state import ConversationState

# "and for Germany?": too short to stand alone, and it says that something came before.
_FOLLOW_UP = re.compile(
    r"^\W*(?:and|but|so|also|or|what about|how about|what if|for|in|to|is it|is that|does it|does that|then)\b",
    re.IGNORECASE,
)
_FOLLOW_UP_WORDS = 8

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


async def search(deps: Deps, state: ConversationState, question: str) -> SearchResult:
    """Search with the turn's own embedding (cached by the embedder), then, for a short follow-up, with the topic before it."""
    embedding = (await deps.embedder.embed([question]))[0]
    result = await deps.knowledge.search(
        question, embedding=embedding, region=state.get("region"), locale=state.get("locale"), limit=6
    )
    result = result.model_copy(update={"hits": own_region_first(question, result.hits, state.get("region"))})
    topic = state.get("topic")
    if not result.answerable and topic and _FOLLOW_UP.match(question) and len(question.split()) <= _FOLLOW_UP_WORDS:
        followed = await deps.knowledge.search(
            f"{topic} {question}", region=state.get("region"), locale=state.get("locale"), limit=6
        )
        if followed.answerable:
            return followed
    return result


async def answer_question(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """Answer from the segments by the chat model where one is set and well, else by quoting the best of them."""
    deps, question = runtime.context, state["turn"].get("text", "")
    result = await search(deps, state, question)
    if not result.answerable:
        return _no_answer(state)
    message_id = new_id()
    text, cited = await _written(deps, message_id, question, result)
    offer = _OFFERS.get(state.get("intent") or "")
    buttons = [button(offer)] if offer and not find_entities(question)["order_ids"] else []
    return {
        "outcome": "answered",
        "grounded": True,
        "topic": question[:300],
        "reply": replying(state, draft(text, cited=cited, buttons=buttons, message_id=message_id)),
    }


async def _written(deps: Deps, message_id: str, question: str, result: SearchResult) -> tuple[str, list[Segment]]:
    segments = [hit.segment for hit in result.hits]
    if deps.chat is not None:

        async def on_text(piece: str) -> None:
            await deps.stream(message_id, piece)

        answer = await deps.chat.answer(question, segments, on_text)
        if answer is not None:
            return answer.text, [s for s in segments if s.id in answer.cited]
    quote = await deps.knowledge.quote(question, result.hits)
    return quote.text, quote.segments


def _no_answer(state: ConversationState) -> ConversationState:
    if (state.get("intent") or "") in ACTION_OF_INTENT:
        return {}  # the route goes on to the action
    if state.get("intent") == "out_of_scope":
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

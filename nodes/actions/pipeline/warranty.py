"""A refusal because the time for it has passed says nothing of a fault: what the documents grant for one is told beside it."""

from domain.ids import new_id
from domain.shop import Refused
from nodes.actions.pipeline.request import Request
from nodes.answering.find_answer import in_our_words, is_sure, written
from nodes.drafts import draft, replying
from nodes.state import ConversationState


async def with_warranty(request: Request, no: Refused, refused: ConversationState) -> ConversationState:
    """The refusal, and for goods that are broken what the documents are sure of; ``refused`` as it is where they are not."""
    if no.code != "window_passed" or not _is_a_fault(request):
        return refused
    state, say = request.state, request.say
    question, found = await in_our_words(request.deps, state, lambda say: say("question-about-warranty"))
    if not is_sure(found):
        return refused
    message_id = new_id()
    told, cited = await written(request.deps, state, message_id, question, found)
    text = f"{say('refused-too-late.but-a-fault', refusal=no.message)}\n\n{told}\n\n{say('refused-too-late.person')}"
    return {**refused, "grounded": True, "reply": replying(state, draft(text, cited=cited, message_id=message_id))}


def _is_a_fault(request: Request) -> bool:
    act = request.act
    return request.arguments.get("reason") == "damaged" or (act is not None and act.problem == "damaged")

"""`support-v3`: rights to one's own data, and mails that are not wanted: an honest answer, and the way to it. Nothing is done here."""

from domain.knowledge import Segment
from nodes.answering.find_answer import find_answer, in_our_words
from nodes.deps import DepsRuntime
from nodes.drafts import draft, replying
from nodes.state import ConversationState


async def data_rights(state: ConversationState, runtime: DepsRuntime) -> ConversationState:
    """A person carries these out, since the service neither holds all of a company's data nor sends its newsletters. What the
    company's documents say of it is told first."""
    deps = runtime.context
    wants_data = state.get("intent") == "request_my_data"
    text = deps.say("request-for-my-data", url=deps.policy.privacy_url) if wants_data else deps.say("unsubscribe-from-mails")
    cited: list[Segment] = []
    # Of mails in general the documents say much; this is asked in words of our own.
    if wants_data:
        found = await find_answer(deps, state, state["turn"].get("text", ""))
    else:
        _, found = await in_our_words(deps, state, lambda say: say("unsubscribe-from-mails.question"))
    best = found[0].result
    if best.answerable and not best.doubtful:
        quote = await deps.knowledge.quote(
            found[0].question, best.hits, region=state.get("region"), locale=state.get("locale")
        )
        rest = text if wants_data else deps.say("unsubscribe-from-mails.after-documents")
        text, cited = f"{quote.text}\n\n{rest}", list(quote.segments)
    return {
        "outcome": "answered",
        "grounded": bool(cited) or None,
        "asking": {"kind": "person"},
        "reply": replying(state, draft(text, cited=cited)),
    }

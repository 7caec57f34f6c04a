"""`support-v3`: words read into acts: the embedded reading, or a chat model's in its place."""

from domain.acts import Reading, ReadingContext
from domain.intents import OUT_OF_SCOPE
from domain.language.text.clauses import clauses
from nodes.deps import Deps
from nodes.reading.surplus_told import with_surplus_told


async def read_acts(deps: Deps, text: str, context: ReadingContext) -> Reading:
    """The embedded reading; where it is unsure, or the message may do several things, a chat model's in its place."""
    return with_surplus_told(await _read(deps, text, context), text)


async def _read(deps: Deps, text: str, context: ReadingContext) -> Reading:
    embedded = await deps.reader.read(text, context)
    _, sure = deps.version.second_opinion
    is_read = embedded.confidence >= sure and any(act.intent != OUT_OF_SCOPE for act in embedded.acts)
    if deps.chat is None or (is_read and len(clauses(text)) < 2):
        return embedded
    history = await deps.history(deps.version.history)
    return await deps.chat.read_acts(text, history, context, embedded) or embedded

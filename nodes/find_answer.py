"""What the documents say to a question, to each of its parts, and to a follow-up of the question before."""

import re
from dataclasses import dataclass

from domain.knowledge import SearchResult
from nodes.deps import Deps
from nodes.question_parts import question_parts
from nodes.state import ConversationState

# "and for Germany?", "how long does that take?": too short to stand alone, and it says that something came before.
_FOLLOWS = re.compile(
    r"^\W*(?:and|but|so|also|or|what about|how about|what if|for|in|to|then)\b|"
    r"\b(?:it|that|this|those|these|they|them|there)\b\W*(?:\w+\W*){0,2}$|"
    r"\b(?:does|do|is|are|will|can) (?:it|that|this|those|these|they)\b",
    re.IGNORECASE,
)
_FOLLOW_UP_WORDS = 8


@dataclass(frozen=True)
class Found:
    """``question`` is what was looked for: a follow-up together with its topic. ``topic`` is what may be followed next."""

    question: str
    topic: str
    result: SearchResult


async def find_answer(deps: Deps, state: ConversationState, question: str) -> list[Found]:
    """One for a plain question. For one of several parts, those parts that have a sure answer, if there are two at least."""
    whole = await _find(deps, state, question, state.get("topic"))
    parts = question_parts(question)
    if len(parts) == 1:
        return [whole]
    found: list[Found] = []
    topic = state.get("topic")
    for part in parts:
        one = await _find(deps, state, part, topic)
        found.append(one)
        topic = one.topic
    sure = [one for one in found if one.result.answerable and not one.result.doubtful]
    segments = {one.result.hits[0].segment.id for one in sure}
    return sure if len(segments) > 1 else [whole]


async def _find(deps: Deps, state: ConversationState, question: str, topic: str | None) -> Found:
    alone = Found(question, question, await _search(deps, state, question))
    follows = topic and _FOLLOWS.search(question) and len(question.split()) <= _FOLLOW_UP_WORDS
    if not follows or (alone.result.answerable and not alone.result.doubtful):
        return alone
    both = f"{topic} {question}"
    result = await _search(deps, state, both)
    better = result.answerable and result.confidence > alone.result.confidence
    return Found(both, topic or question, result) if better else alone


async def _search(deps: Deps, state: ConversationState, question: str) -> SearchResult:
    embedding = (await deps.embedder.embed([question]))[0]  # the turn's own: the embedder remembers it
    return await deps.knowledge.search(
        question, embedding=embedding, region=state.get("region"), locale=state.get("locale"), limit=6
    )

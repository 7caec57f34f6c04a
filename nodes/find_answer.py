"""What the documents say to a question, to each of its parts, and to a follow-up of the question before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from domain.knowledge import SearchResult, Segment
from domain.language.languages.german_words import in_english
from domain.language.questions.follow_ups import with_topic
from domain.language.questions.question_form import question_parts
from domain.language.text.as_typed import written_out
from domain.messages.messages import Say
from nodes.deps import Deps
from nodes.state import ConversationState

_FEWEST = 2  # words of a question that are known in English
_SEGMENTS = 6  # that a model sees
_LOSS = 0.1  # of confidence: what reading a question as a follow-up may cost


@dataclass(frozen=True)
class Found:
    """``question`` is what was looked for: a follow-up together with its topic. ``topic`` is what may be followed next."""

    question: str
    topic: str
    result: SearchResult


async def find_answer(deps: Deps, state: ConversationState, question: str) -> list[Found]:
    """One for a plain question. For one of several parts, those parts that have a sure answer, if there are two at least."""
    question = written_out(question)
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


def is_sure(found: list[Found]) -> bool:
    return all(one.result.answerable and not one.result.doubtful for one in found)


async def in_our_words(deps: Deps, state: ConversationState, asks: Callable[[Say], str]) -> tuple[str, list[Found]]:
    """A question of ours to the documents, and what they say: in English where they are surer of that, since they need not be in the
    conversation's language. ``asks`` says it."""
    alone: ConversationState = {**state, "topic": None}
    question = asks(deps.say)
    found = await find_answer(deps, alone, question)
    in_english = asks(deps.say.in_reference)
    if in_english == question or is_sure(found):
        return question, found
    others = await find_answer(deps, alone, in_english)
    return (in_english, others) if is_sure(others) else (question, found)


async def written(
    deps: Deps, message_id: str, question: str, found: Sequence[Found], region: str | None
) -> tuple[str, list[Segment]]:
    """The answer in words, and the segments that it cites."""
    each = _SEGMENTS // len(found)
    segments = list({hit.segment.id: hit.segment for one in found for hit in one.result.hits[:each]}.values())
    if deps.chat is not None:

        async def on_text(piece: str) -> None:
            await deps.stream(message_id, piece)

        # A follow-up with its topic; else the customer's own words, whatever words the documents were searched by.
        is_follow_up = len(found) == 1 and found[0].question.endswith(written_out(question))
        asked = found[0].question if is_follow_up else question
        answer = await deps.chat.answer(asked, segments, on_text)
        if answer is not None:
            return answer.text, [s for s in segments if s.id in answer.cited]
    quotes = [await deps.knowledge.quote(one.question, one.result.hits, region=region) for one in found]
    text = "\n\n".join(dict.fromkeys(quote.text for quote in quotes))
    cited = list({segment.id: segment for quote in quotes for segment in quote.segments}.values())
    return f"{deps.say('answer-in-doubt')}\n\n{text}" if found[0].result.doubtful else text, cited


async def _find(deps: Deps, state: ConversationState, question: str, topic: str | None) -> Found:
    alone = await _search(deps, state, question, question)
    whole = with_topic(question, topic)
    if whole is None:
        return alone
    found = await _search(deps, state, whole, topic or question)
    fits = found.result.answerable and found.result.confidence >= alone.result.confidence - _LOSS
    return found if fits else alone


async def _search(deps: Deps, state: ConversationState, question: str, topic: str) -> Found:
    """What the documents hold to a question as it is put; in English word by word, where they are surer of that: they may be written
    in it, and the models of the search read little else."""
    found = Found(question, topic, await _searched(deps, state, question))
    english = in_english(question)
    if len(english.split()) < _FEWEST or (found.result.answerable and not found.result.doubtful):
        return found
    other = await _searched(deps, state, english)
    is_surer = other.answerable and (not found.result.answerable or other.confidence > found.result.confidence)
    return Found(english, topic, other) if is_surer else found


async def _searched(deps: Deps, state: ConversationState, question: str) -> SearchResult:
    embedding = (await deps.embedder.embed([question]))[0]  # the turn's own: the embedder remembers it
    return await deps.knowledge.search(
        question, embedding=embedding, region=state.get("region"), locale=state.get("locale"), limit=deps.version.segments
    )

"""What the documents say to a question, to each of its parts, and to a follow-up of the question before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from babel import Locale

from domain.knowledge import SearchResult, Segment, SegmentHit
from domain.language.goods.product_names import words_of
from domain.language.languages.german_words import goods_named, in_english, share_in_english
from domain.language.questions.follow_ups import is_bare_question, is_fragment, what_is_asked, with_topic
from domain.language.questions.question_form import question_parts
from domain.language.text.as_typed import written_out
from domain.messages.files import language_of
from domain.messages.messages import Say
from nodes.deps import Deps
from nodes.state import ConversationState

_FEWEST = 2  # words of a question that are known in English
_SEGMENTS = 6  # that a model sees
_MOST = 0.6  # of what a question is about, that its English has to tell
_CLEARLY = 0.1  # of confidence, by which the English of a question has to be surer where its own words are sure
_LOSS = 0.1  # of confidence: what reading a question as a follow-up may cost


@dataclass(frozen=True)
class Found:
    """``question`` is what was looked for: a follow-up together with its topic. ``topic`` is what may be followed next. ``quoted_by`` is
    what the sentences that are quoted are chosen by, where that is not the whole question."""

    question: str
    topic: str
    result: SearchResult
    quoted_by: str | None = None


async def find_answer(deps: Deps, state: ConversationState, question: str) -> list[Found]:
    """One for a plain question. For one of several parts, those parts that have a sure answer, if there are two at least, or if the whole
    has none and the last, which is what is asked, has one."""
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
        topic = one.topic if is_sure([one]) else topic
    sure = [one for one in found if one.result.answerable and not one.result.doubtful]
    # "There is a shop in Halifax? do you know the opening hours": the whole knows better which of them are asked for.
    if is_sure([whole]) and all(_is_told_by(whole, part) for part in parts):
        return [whole]
    segments = {one.result.hits[0].segment.id for one in sure}
    ends_on_it = bool(sure) and sure[-1] is found[-1] and not whole.result.answerable
    return sure if len(segments) > 1 or ends_on_it else [whole]


def _is_told_by(whole: Found, part: str) -> bool:
    first = whole.result.hits[0].segment
    return what_is_asked(part) <= set(words_of(f"{first.question} {first.answer}"))


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
    deps: Deps, state: ConversationState, message_id: str, question: str, found: Sequence[Found]
) -> tuple[str, list[Segment]]:
    """The answer in words, and the segments that it cites: in the customer's language where an article has a version of it."""
    region, locale = state.get("region"), state.get("locale")
    if deps.chat is not None:
        each = _SEGMENTS // len(found)
        hits = [hit.segment for one in found for hit in one.result.hits[:each]]
        segments = await deps.knowledge.in_language(hits, region=region, locale=locale)

        async def on_text(piece: str) -> None:
            await deps.stream(message_id, piece)

        # A follow-up with its topic; else the customer's own words, whatever words the documents were searched by.
        is_follow_up = len(found) == 1 and found[0].question.endswith(written_out(question))
        asked = found[0].question if is_follow_up else question
        answer = await deps.chat.answer(asked, segments, on_text)
        if answer is not None:
            return answer.text, [s for s in segments if s.id in answer.cited]
    quotes = [
        await deps.knowledge.quote(one.quoted_by or one.question, _quoted_from(one.result), region=region, locale=locale)
        for one in found
    ]
    text = "\n\n".join(dict.fromkeys(quote.text for quote in quotes))
    cited = list({segment.id: segment for quote in quotes for segment in quote.segments}.values())
    lead = deps.say("answer-in-doubt") if found[0].result.doubtful else in_what_language(deps, cited)
    return f"{lead}\n\n{text}" if lead else text, cited


def in_what_language(deps: Deps, cited: Sequence[Segment]) -> str:
    """What is said before a quote in another language than the conversation's; empty where it is all in that one."""
    others = [language for segment in cited if (language := _other_language(deps, segment))]
    if not others:
        return ""
    part = "whole" if len(others) == len(cited) else "some"
    return deps.say("answer-other-language", part=part, language=others[0])


def _other_language(deps: Deps, segment: Segment) -> str:
    """The name of the segment's language, where the conversation is held in another; empty where none is known."""
    held_in = deps.say.bundles[0].locales[0].partition("-")[0]
    written_in = (segment.locale or "").replace("_", "-").partition("-")[0]
    if written_in == held_in or language_of(written_in) is None:
        return ""
    return Locale.parse(written_in).get_language_name(held_in) or ""


def _quoted_from(result: SearchResult) -> list[SegmentHit]:
    """What is only near is quoted of one article: a second one would be further off still."""
    hits = list(result.hits)
    return [hit for hit in hits if hit.segment.article_id == hits[0].segment.article_id] if result.doubtful else hits


async def _find(deps: Deps, state: ConversationState, question: str, topic: str | None) -> Found:
    alone = await _search(deps, state, question, question)
    whole = with_topic(question, topic)
    if whole is None:
        return alone
    if is_bare_question(question):  # by itself it is of anything
        told = await _search(deps, state, topic or question, topic or question)
        passage = told.result.model_copy(update={"hits": told.result.hits[:1]})
        return replace(
            told, result=passage, quoted_by=question if told.question == topic else in_english(question) or question
        )
    if is_fragment(question) and (of_it := goods_named(topic or "")) and not goods_named(question):
        same_goods = await _search(deps, state, f"{of_it} {question}", topic or question)
        if is_sure([same_goods]):
            return same_goods
    found = await _search(deps, state, whole, topic or question)
    fits = found.result.answerable and found.result.confidence >= alone.result.confidence - _LOSS
    if fits and is_sure([alone]) and await _only_repeats(deps, state, topic or question, found, alone, question):
        return alone
    return found if fits else alone


async def _only_repeats(deps: Deps, state: ConversationState, topic: str, found: Found, alone: Found, question: str) -> bool:
    """Whether the follow-up finds but the passage that was told last, which does not say all that is asked, and another says as much: "what
    if I lose the label", after where the parcel is handed in."""
    told, by_itself = found.result.hits[0].segment, alone.result.hits[0].segment
    says_all = what_is_asked(question) <= set(words_of(f"{told.title} {told.question} {told.answer}"))
    if told.id == by_itself.id or says_all or _says(told, question) > _says(by_itself, question):
        return False
    before = (await _search(deps, state, topic, topic)).result.hits
    return bool(before) and before[0].segment.id == told.id


def _says(segment: Segment, question: str) -> int:
    """How many of the words that are asked about stand in a passage, in the customer's language or in English."""
    words = set(words_of(f"{segment.title} {segment.question} {segment.answer}"))
    return max(len(asked & words) for asked in (what_is_asked(question), what_is_asked(in_english(question))))


async def _search(deps: Deps, state: ConversationState, question: str, topic: str) -> Found:
    """What the documents hold to a question as it is put; in English word by word, where they are surer of that: they may be written
    in it, and the models of the search read little else."""
    found = Found(question, topic, await _searched(deps, state, question, state.get("locale")))
    english = in_english(question)
    is_found = found.result.answerable and not found.result.doubtful
    if len(english.split()) < _FEWEST or (is_found and found.result.confidence > 1 - _CLEARLY):
        return found
    other = await _searched(deps, state, english, None)  # which is in no customer's own words
    if share_in_english(question) <= _MOST:
        other = other.model_copy(update={"doubtful": True})  # what it is about may be what is not told
    clearly = _CLEARLY if is_found else 0.0
    is_surer = other.answerable and (not found.result.answerable or other.confidence > found.result.confidence + clearly)
    if is_found and other.doubtful:
        is_surer = False  # what is sure in the customer's own words gives way to nothing that is only near
    return Found(english, topic, other) if is_surer else found


async def _searched(deps: Deps, state: ConversationState, question: str, locale: str | None) -> SearchResult:
    embedding = (await deps.embedder.embed([question]))[0]  # the turn's own: the embedder remembers it
    return await deps.knowledge.search(
        question, embedding=embedding, region=state.get("region"), locale=locale, limit=deps.version.segments
    )

"""What the documents say to a question, to each of its parts, and to a follow-up of the question before; and what of it can be the answer:
not of another colour or place than was asked, and not out of a bare word.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from babel import Locale

from domain.intents import OUT_OF_SCOPE
from domain.knowledge import SearchResult, Segment, SegmentHit
from domain.language.folding import folded
from domain.language.goods.product_names import words_of
from domain.language.languages.german_words import goods_named, in_english, share_in_english
from domain.language.questions.answer_fit import (
    CODE_ASKED,
    COSTS_ASKED,
    COUNTRIES_ASKED,
    DAYS_ASKED,
    SHOPS_ASKED,
    asks_for_a_shop_in,
    asks_for_a_weight,
    asks_whether_it_goes_to,
    misses_its_place,
    says_a_code_fails,
    speaks_of_delivery,
    tells_a_weight,
)
from domain.language.questions.common_questions import in_common_words
from domain.language.questions.follow_ups import is_fragment, points_at_something, with_topic
from domain.language.questions.question_form import is_put_as_a_question, only_what_asks, question_parts
from domain.language.text.as_typed import written_out
from domain.messages.files import language_of
from domain.messages.messages import Say
from domain.shop import DeskUnavailable
from nodes.agenda import act_of
from nodes.answering.goods_in_sight import asked_of_other_goods, with_goods_in_sight
from nodes.deps import Deps
from nodes.state import ConversationState

_FEWEST = 2  # words of a question that are known in English
_SEGMENTS = 6  # that a model sees
_MOST = 0.6  # of what a question is about, that its English has to tell
_CLEARLY = 0.1  # of confidence, by which the English of a question has to be surer where its own words are sure
_LOSS = 0.1  # of confidence: what reading a question as a follow-up may cost


@dataclass(frozen=True)
class Found:
    """``question`` is what was looked for: a follow-up together with its topic. ``topic`` is what may be followed next."""

    question: str
    topic: str
    result: SearchResult


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
    segments = {one.result.hits[0].segment.id for one in sure}
    ends_on_it = bool(sure) and sure[-1] is found[-1] and not whole.result.answerable
    return sure if len(segments) > 1 or ends_on_it else [whole]


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
        await deps.knowledge.quote(one.question, _quoted_from(one.result), region=region, locale=locale) for one in found
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
    if is_fragment(question) and (of_it := goods_named(topic or "")) and not goods_named(question):
        same_goods = await _search(deps, state, f"{of_it} {question}", topic or question)
        if is_sure([same_goods]):
            return same_goods
    found = await _search(deps, state, whole, topic or question)
    fits = found.result.answerable and found.result.confidence >= alone.result.confidence - _LOSS
    return found if fits else alone


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


_BARE = 3  # words
_OF_THE_TITLE = 0.34  # of its words, that a bare word has to be


@dataclass(frozen=True)
class Fitting:
    """``elsewhere``: the place that was asked for, of which the documents say nothing, where they are quoted in general."""

    found: list[Found]
    elsewhere: str | None = None


async def fitting_answer(deps: Deps, state: ConversationState, question: str) -> Fitting:
    alone: ConversationState = {**state, "topic": None}
    if says_a_code_fails(question) and is_sure(found := await find_answer(deps, alone, CODE_ASKED)):
        return Fitting(found)
    if (whole := await asked_of_other_goods(deps, state, question)) is not None:
        question, state = whole, alone
    found = await find_answer(deps, state, question)
    if not is_sure(found) and (asked := only_what_asks(question)) is not None:
        told = await find_answer(deps, alone, asked)
        found = told if is_sure(told) or not found[0].result.answerable else found
    found = await _of_goods_in_sight(deps, state, question, found) or found
    if (usual := in_common_words(question)) is not None:
        found = _surer(await find_answer(deps, alone, usual), found)
    if (place := asks_whether_it_goes_to(question)) is not None:
        found = _in_ones_own_country(await find_answer(deps, alone, DAYS_ASKED.format(place=place)), place) or found
    if (place := asks_for_a_shop_in(question)) is not None and folded(place) not in folded(_told(found)):
        general = await find_answer(deps, alone, SHOPS_ASKED)
        return Fitting(general, place) if is_sure(general) else Fitting(_none(found))
    if misses_its_place(question, _told(found)):
        is_of_cost = speaks_of_delivery(question) and bool(state.get("region"))
        general = await find_answer(deps, alone, COSTS_ASKED if is_of_cost else COUNTRIES_ASKED)
        return Fitting(general, "none") if is_sure(general) else Fitting(_none(found))
    if asks_for_a_weight(question) and not await _tells_its_weight(deps, state, question, found):
        return Fitting(_none(found))
    return Fitting(_none(found) if _is_out_of_a_bare_word(state, question, found) else found)


async def _of_goods_in_sight(deps: Deps, state: ConversationState, question: str, found: list[Found]) -> list[Found] | None:
    """What the documents surely say of the one of the goods in sight that they speak of so. Where the question alone found something sure,
    only what the same article says of them."""
    alone: ConversationState = {**state, "topic": None}
    each = [await find_answer(deps, alone, asked) for asked in await with_goods_in_sight(deps, state, question)]
    sure = [one for one in each if is_sure(one) and (not is_sure(found) or _article(one) == _article(found))]
    return max(sure, key=lambda one: one[0].result.confidence) if sure else None


def _article(found: list[Found]) -> str:
    return found[0].result.hits[0].segment.article_id


def _in_ones_own_country(days: list[Found], place: str) -> list[Found] | None:
    """How long it takes to a place of the customer's country says more than that it goes there, or what it costs."""
    told = folded(_told(days))
    return days if is_sure(days) and days[0].result.hits[0].segment.regions and place in told else None


async def _tells_its_weight(deps: Deps, state: ConversationState, question: str, found: list[Found]) -> bool:
    """Whether a weight is told, and of the goods that are spoken of: a mirror's is no skillet's."""
    passage = _told(found)
    try:
        named = await deps.desk.products_named(found[0].question)
        if not named and points_at_something(question) and (topic := state.get("topic")):
            named = await deps.desk.products_named(topic)
    except DeskUnavailable:
        named = []
    words = set(words_of(passage))
    return tells_a_weight(passage) and (not named or any(words_of(product.name)[-1] in words for product in named))


def _told(found: list[Found]) -> str:
    hits = [hit.segment for one in found for hit in one.result.hits[:1]]
    return " ".join(f"{segment.title} {segment.question} {segment.answer}" for segment in hits)


def _surer(usual: list[Found], found: list[Found]) -> list[Found]:
    """What is found for the question in the documents' own words, where it is sure, and surer than for the customer's."""
    if not is_sure(usual) or (is_sure(found) and found[0].result.confidence >= usual[0].result.confidence):
        return found
    return usual


def _none(found: list[Found]) -> list[Found]:
    """Found, and not what was asked."""
    return [Found(one.question, one.topic, SearchResult(hits=[], answerable=False, confidence=0.0)) for one in found]


def _is_out_of_a_bare_word(state: ConversationState, question: str, found: list[Found]) -> bool:
    """A word alone ("mugs") asks nothing, but where it is what a document is about."""
    act, said = act_of(state), set(words_of(question))
    is_bare = act is not None and act.act in ("value", "talk") and state.get("intent") == OUT_OF_SCOPE
    if not is_bare or is_put_as_a_question(question) or len(question.split()) > _BARE or not found[0].result.hits:
        return False
    if found[0].question != question and not found[0].result.doubtful:
        return False  # it goes on from what was answered
    title = set(words_of(found[0].result.hits[0].segment.title))
    return len(said & title) < max(1.0, _OF_THE_TITLE * len(title))

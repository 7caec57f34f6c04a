"""What of the found can be the answer: not of another colour, place or goods than were asked about, nor out of a bare word."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.intents import OUT_OF_SCOPE
from domain.knowledge import SearchResult
from domain.language.folding import folded
from domain.language.goods.product_names import words_of
from domain.language.languages.german_words import in_english, with_goods_in_english
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
    misses_its_volume,
    says_a_code_fails,
    speaks_of_delivery,
    tells_a_weight,
)
from domain.language.questions.common_questions import in_common_words
from domain.language.questions.follow_ups import points_at_something, what_is_asked
from domain.language.questions.question_form import is_put_as_a_question, only_what_asks
from domain.language.reports.advice import what_is_amiss
from domain.shop import DeskUnavailable, Product
from nodes.agenda import act_of
from nodes.answering.find_answer import Found, find_answer, is_sure
from nodes.answering.goods_in_sight import asked_of_other_goods, with_goods_in_sight
from nodes.answering.same_article import in_the_same_article
from nodes.deps import Deps
from nodes.state import ConversationState

_BEGINNING = 5  # letters by which forms of a word are alike
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
    elif (same := await in_the_same_article(deps, state, question)) is not None:
        return Fitting(same)
    found = await find_answer(deps, state, question)
    if not is_sure(found) and (asked := only_what_asks(question)) is not None:
        told = await find_answer(deps, alone, asked)
        found = told if is_sure(told) or not found[0].result.answerable else found
    if not is_sure(found) and (amiss := what_is_amiss(question)) is not None:
        found = _surer(await find_answer(deps, alone, amiss), found)
    in_sight = await with_goods_in_sight(deps, state, question)
    if in_sight or _is_of_goods(
        state
    ):  # a back office of one's own is asked over the network: not for every question on the rules
        found = await _of_these_goods(deps, in_sight or [question], found)
    found = await _of_goods_in_sight(deps, state, question, found, in_sight) or found
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
    if misses_its_volume(question, _told(found)):
        return Fitting(_none(found))
    if asks_for_a_weight(question) and not await _tells_its_weight(deps, state, question, found):
        return Fitting(_none(found))
    return Fitting(_none(found) if _is_out_of_a_bare_word(state, question, found) else found)


async def _of_goods_in_sight(
    deps: Deps, state: ConversationState, question: str, found: list[Found], in_sight: Sequence[str]
) -> list[Found] | None:
    """What the documents surely say of the one of the goods in sight that they speak of so. Where the question alone found something sure,
    only what the same article says of them; else only what speaks of what is asked, and not of the goods alone."""
    alone: ConversationState = {**state, "topic": None}
    each = [await find_answer(deps, alone, asked) for asked in in_sight]
    sure = [one for one in each if is_sure(one)]
    if is_sure(found):
        sure = [one for one in sure if _article(one) == _article(found)]
    else:
        sure = [one for one in sure if await _speaks_of_it(deps, state, question, one)]
    return max(sure, key=lambda one: one[0].result.confidence) if sure else None


async def _speaks_of_it(deps: Deps, state: ConversationState, question: str, found: list[Found]) -> bool:
    """Whether the passage holds at least half of what the question is about, in the customer's language or in English."""
    segment = found[0].result.hits[0].segment
    versions = await deps.knowledge.in_language([segment], region=state.get("region"), locale=state.get("locale"))
    told = {word for one in (segment, *versions) for word in words_of(f"{one.title} {one.question} {one.answer}")}
    return any(
        2 * sum(_is_said(word, told) for word in asked) >= len(asked)
        for asked in (what_is_asked(question), what_is_asked(in_english(question)))
        if asked
    )


def _is_said(word: str, told: set[str]) -> bool:
    """In any form that begins alike: "bulb" and "bulbs", "washable" and "washed"."""
    return any(one.startswith(word[:_BEGINNING]) for one in told) if len(word) > _BEGINNING else word in told


def _is_of_goods(state: ConversationState) -> bool:
    act = act_of(state)
    return act is None or act.intent == "product_question" or bool(act.goods)


async def _of_these_goods(deps: Deps, questions: Sequence[str], found: list[Found]) -> list[Found]:
    """Without what is told of other goods of the shop than the questions name: a blanket's care is no jacket's."""
    try:
        each = [await deps.desk.products_named(with_goods_in_english(question)) for question in questions]
        named = [product for products in each for product in products]
        kept = [one for one in found if not named or not one.result.hits or await _is_of(deps, named, one)]
    except DeskUnavailable:
        return found
    return kept or _none(found)


async def _is_of(deps: Deps, named: Sequence[Product], one: Found) -> bool:
    segment = one.result.hits[0].segment
    others = await deps.desk.products_named(segment.title)
    words = set(words_of(f"{segment.title} {segment.question} {segment.answer}"))
    names = {product.name for product in named}
    is_headed = any(
        set(words_of(name)) & set(words_of(segment.title)) for name in names
    )  # "linen": of all that is made of it
    return not others or is_headed or any(words_of(name)[-1] in words for name in names)


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

"""What the documents say that can be the answer: not of another colour or place than was asked, and not out of a bare word."""

from dataclasses import dataclass

from domain.intents import OUT_OF_SCOPE
from domain.knowledge import SearchResult
from domain.language.folding import folded
from domain.language.goods.product_names import words_of
from domain.language.questions.answer_fit import (
    CODE_ASKED,
    COUNTRIES_ASKED,
    DAYS_ASKED,
    SHOPS_ASKED,
    asks_for_a_shop_in,
    asks_for_a_weight,
    asks_whether_it_goes_to,
    misses_its_place,
    says_a_code_fails,
    tells_a_weight,
)
from domain.language.questions.common_questions import in_common_words
from domain.language.questions.follow_ups import points_at_something
from domain.language.questions.question_form import is_put_as_a_question, only_what_asks
from domain.shop import DeskUnavailable
from nodes.acts import act_of
from nodes.deps import Deps
from nodes.find_answer import Found, find_answer, is_sure
from nodes.state import ConversationState

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
    found = await find_answer(deps, state, question)
    if not found[0].result.answerable and (asked := only_what_asks(question)) is not None:
        found = await find_answer(deps, alone, asked)
    if (usual := in_common_words(question)) is not None:
        found = _surer(await find_answer(deps, alone, usual), found)
    if (place := asks_whether_it_goes_to(question)) is not None:
        found = _in_ones_own_country(await find_answer(deps, alone, DAYS_ASKED.format(place=place)), place) or found
    if (place := asks_for_a_shop_in(question)) is not None and folded(place) not in folded(_told(found)):
        general = await find_answer(deps, alone, SHOPS_ASKED)
        return Fitting(general, place) if is_sure(general) else Fitting(_none(found))
    if misses_its_place(question, _told(found)):
        general = await find_answer(deps, alone, COUNTRIES_ASKED)
        return Fitting(general, "none") if is_sure(general) else Fitting(_none(found))
    if asks_for_a_weight(question) and not await _tells_its_weight(deps, state, found):
        return Fitting(_none(found))
    return Fitting(_none(found) if _is_out_of_a_bare_word(state, question, found) else found)


def _in_ones_own_country(days: list[Found], place: str) -> list[Found] | None:
    """How long it takes to a place of the customer's country says more than that it goes there, or what it costs."""
    told = folded(_told(days))
    return days if is_sure(days) and days[0].result.hits[0].segment.regions and place in told else None


async def _tells_its_weight(deps: Deps, state: ConversationState, found: list[Found]) -> bool:
    """Whether a weight is told, and of the goods that are spoken of: a mirror's is no skillet's."""
    passage = _told(found)
    try:
        asked = found[0].question
        named = await deps.desk.products_named(asked)
        if not named and points_at_something(asked) and (topic := state.get("topic")):
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

"""What is asked on of goods that were just answered about is looked for in the same article first: "and in the microwave?" after the
dishwasher. Another article may speak of microwaves more, and of other goods."""

from collections.abc import Sequence

from domain.knowledge import SearchResult, SegmentHit
from domain.language.goods.product_names import words_of
from domain.language.languages.german_words import GOODS_IN_ENGLISH, in_english, with_goods_in_english
from domain.language.questions.follow_ups import is_bare_question, what_is_asked, with_topic
from domain.shop import DeskUnavailable
from nodes.answering.find_answer import Found, find_answer, is_sure
from nodes.deps import Deps
from nodes.state import ConversationState

_BEGINNING = 5  # letters by which forms of a word are alike


async def in_the_same_article(deps: Deps, state: ConversationState, question: str) -> list[Found] | None:
    """What the article that answered last says of it, or that nothing does; None where the question does not go on from one on goods,
    or names goods of its own."""
    topic, asked = state.get("topic"), [what_is_asked(question), what_is_asked(in_english(question))]
    whole = with_topic(question, topic)
    if (
        topic is None
        or whole is None
        or is_bare_question(question)
        or not any(asked)
        or not await _goes_on_about_goods(deps, topic, question)
    ):
        return None
    alone: ConversationState = {**state, "topic": None}
    answered = await find_answer(deps, alone, topic)
    if len(answered) != 1 or not is_sure(answered):
        return None
    again = await find_answer(deps, alone, whole)
    article = answered[0].result.hits[0].segment.article_id
    hits = [hit for one in (*answered, *again) for hit in one.result.hits if hit.segment.article_id == article]
    told = [(hit, await _words_of(deps, state, hit)) for hit in hits]
    for hit, words in told:
        if said := next((one for one in asked if one and all(_is_said(word, words) for word in one)), None):
            result = answered[0].result.model_copy(update={"hits": [hit]})
            return [Found(whole, topic, result, quoted_by=" ".join(sorted(said)))]
    only_again = all(hit.segment.article_id == article for one in again for hit in one.result.hits[:1])
    is_near = any(_is_said(word, words) for _, words in told for one in asked for word in one)
    if not only_again or is_near:
        return None
    by_itself = await find_answer(deps, alone, question)
    if is_sure(by_itself) and not await _names_goods(deps, by_itself[0].result.hits[0].segment.title):
        return by_itself  # "what about returns?" is of no goods
    if (elsewhere := await _of_these_goods(deps, alone, topic, question, asked)) is not None:
        return [Found(whole, topic, elsewhere)]
    return [Found(whole, topic, SearchResult(hits=[], answerable=False, confidence=0.0))]  # not the last answer once more


async def _of_these_goods(
    deps: Deps, state: ConversationState, topic: str, question: str, asked: Sequence[frozenset[str]]
) -> SearchResult | None:
    """What another article on the goods says of what is asked: "and the dishwasher?" after the hob."""
    goods = " ".join(word for word in words_of(in_english(topic)) if word in GOODS_IN_ENGLISH)
    for one in await find_answer(deps, state, f"{goods} {in_english(question)}") if goods else []:
        for hit in one.result.hits:
            words = set(words_of(f"{hit.segment.title} {hit.segment.answer}"))
            says_it = any(some and all(_is_said(word, words) for word in some) for some in asked)
            if says_it and any(_is_said(word, set(words_of(hit.segment.title))) for word in goods.split()):
                return one.result.model_copy(update={"hits": [hit]})
    return None


async def _words_of(deps: Deps, state: ConversationState, hit: SegmentHit) -> set[str]:
    """Of the passage, in all languages that it may be told in."""
    versions = await deps.knowledge.in_language([hit.segment], region=state.get("region"), locale=state.get("locale"))
    return {word for one in (hit.segment, *versions) for word in words_of(one.answer)}


async def _goes_on_about_goods(deps: Deps, topic: str, question: str) -> bool:
    return await _names_goods(deps, topic) and not await _names_goods(deps, question)


async def _names_goods(deps: Deps, text: str) -> bool:
    try:
        return bool(await deps.desk.products_named(with_goods_in_english(text)))
    except DeskUnavailable:
        return False


def _is_said(word: str, told: set[str]) -> bool:
    return any(one.startswith(word[:_BEGINNING]) for one in told) if len(word) > _BEGINNING else word in told

"""`support-v3`: goods are looked for that shall be without something ("a pillow without feathers"). Nothing that is it is offered; what
they are made of no catalogue says, so the company's word on allergies is quoted, and a person can look."""

from collections.abc import Sequence

from domain.ids import new_id
from domain.knowledge import Segment
from domain.language.goods.goods_references import COLOURS
from domain.language.goods.product_names import words_of
from domain.language.goods.wanted_without import wanted_without
from domain.language.languages.german_words import with_goods_in_english
from domain.shop import Product, Variant
from nodes.answering.find_answer import in_our_words, is_sure, written
from nodes.deps import Deps
from nodes.drafts import draft, replying
from nodes.state import ConversationState


def without_its_variants(found: Sequence[Product], unwanted: Sequence[str]) -> list[Product]:
    """Products with those variants that are not of an unwanted colour; of products that come in none of these, nothing."""
    if not set(unwanted) <= COLOURS:
        return []
    left = [p.model_copy(update={"variants": [v for v in p.variants if not _is(v, unwanted)]}) for p in found]
    are_told_apart = any(len(one.variants) < len(p.variants) for one, p in zip(left, found, strict=True))
    return [one for one in left if one.variants] if are_told_apart else []


def _is(variant: Variant, unwanted: Sequence[str]) -> bool:
    return bool(
        {word for value in variant.options.values() for word in words_of(with_goods_in_english(value))} & set(unwanted)
    )


async def goods_without(deps: Deps, state: ConversationState, found: Sequence[Product]) -> ConversationState:
    """``found``: the goods that are asked about."""
    say, text = deps.say, state["turn"].get("text", "")
    unwanted = wanted_without(text)
    names = list(dict.fromkeys(p.name for p in found if set(words_of(p.name)) & set(unwanted)))
    told = say("product-not-without", products=names, n=len(names)) if names else say("product-not-without.unknown")
    message_id = new_id()
    quoted, cited = await _documents(deps, state, message_id, unwanted)
    told = "\n\n".join([told, *([quoted] if quoted else []), say("product-not-without.person")])
    return {
        "outcome": "answered",
        "topic": names[0] if len(names) == 1 else state.get("topic"),
        "asking": {"kind": "person", "about": state["turn"].get("whole") or text},
        "reply": replying(state, draft(told, cited=cited, message_id=message_id)),
    }


async def _documents(
    deps: Deps, state: ConversationState, message_id: str, unwanted: Sequence[str]
) -> tuple[str, list[Segment]]:
    """What the documents say to who cannot bear it; nothing where they say nothing of it."""
    what = " and ".join(unwanted)
    question, found = await in_our_words(deps, state, lambda say: say("question-about-an-allergy", what=what))
    told = {word for one in found for hit in one.result.hits[:1] for word in words_of(hit.segment.answer)}
    if not is_sure(found) or not set(unwanted) <= told:
        return "", []
    return await written(deps, state, message_id, question, found)

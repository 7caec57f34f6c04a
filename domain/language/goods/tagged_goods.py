"""The goods of an act, where a model has told of each word of the message how surely it names goods.

The rules of `goods_references` know the forms (ordinals, "both", "all but", numbers of pieces); the model knows which nouns are goods."""

import re
from collections.abc import Sequence

from domain.acts import Act, GoodsReference
from domain.language.acts.act_references import OF_GOODS
from domain.language.folding import folded
from domain.language.goods.counts import count_before
from domain.language.goods.parts_and_wholes import as_single_things
from domain.lazy_pattern import lazy_pattern
from domain.ports.understanding import TaggedWord

WORD = lazy_pattern(r"\[\w+\]|\w+(?:[-'’/.]\w+)*")
_STOP = lazy_pattern(r"[.,;:!?\n]")
_HARDLY = 0.4  # a noun that the rules took for goods is none where no word of it is as sure as this
_BESIDE = 0.5  # … or as this, where another word is surely goods
_SURELY = 0.6  # goods that the rules passed over are named where a word is as sure as this, and more words as …
_GOES_ON = 0.4
_NAMES_GOODS = frozenset({"wish", "report", "question", "value", "correction"})
_ONE_ONLY = frozenset({"product_question"})


def with_tagged_goods(
    act: Act, text: str, words: Sequence[TaggedWord], known: Sequence[str] = (), own: Sequence[TaggedWord] | None = None
) -> Act:
    """The act without nouns that are no goods, and with goods that the rules passed over. ``known``: names that are goods.

    ``own``: the words that speak for this act, where that is known; else those of its clause."""
    if not may_name_goods(act):
        return act
    if own is None:
        own = [word for word in words if act.start <= word.start < act.end]
    held, said = _texts(text, own), _texts(text, words)
    names = {folded(name) for name in known}
    least = _BESIDE if any(_likely(word) >= _SURELY for word in own) else _HARDLY
    clause = text[act.start : act.end] or text
    single = as_single_things(act.goods, clause, act.problem)
    wholes = [ref.text for ref in act.goods if ref.text and not any(ref.text in (one.text or "") for one in single)]
    if any(_is_heard(whole, words, said, least) for whole in wholes):
        names |= {ref.text or "" for ref in single}  # a part is as sure as what it is a part of
    kept: list[GoodsReference] = []
    taken: set[int] = {place for whole in wholes for place in places_of(whole, held)}
    for ref in single:
        places = places_of(ref.text, held) if ref.text else set()
        if not ref.text or ref.text in names or ref.excluded or _is_heard(ref.text, words, said, least):
            if not any(_alike(ref, other) for other in kept):
                kept.append(ref)
            taken |= places
    if act.intent in _ONE_ONLY and kept:
        return act.model_copy(update={"goods": kept})
    taken |= {place for order in act.orders if order.goods for place in places_of(order.goods, held)}
    added = [_reference(text, own[start:end]) for start, end in _runs(own, text) if taken.isdisjoint(range(start, end))]
    more = [ref for ref in added if not any(ref.text == other.text for other in kept)]
    if any(ref.which in ("it", "all") for ref in kept):
        more = []
    goods = as_single_things([*kept, *more], clause, act.problem)
    return act.model_copy(update={"goods": goods[: 1 if act.intent in _ONE_ONLY else None]})


def may_name_goods(act: Act) -> bool:
    """Whether goods matter to an act: not to whoever greets, calls a person, or is in danger."""
    return act.act in _NAMES_GOODS and act.intent in OF_GOODS


def _texts(text: str, words: Sequence[TaggedWord]) -> list[str]:
    return [text[word.start : word.end] for word in words]


def _is_heard(named: str, words: Sequence[TaggedWord], said: Sequence[str], least: float) -> bool:
    """Whether a word of a description likely names goods, wherever it stands; what is not put in the text's words is taken on
    trust."""
    places = places_of(named, said) or {at for word in named.split() for at in places_of(word, said)}
    return not places or _surest(words, places) >= least


def _alike(one: GoodsReference, other: GoodsReference) -> bool:
    """The same goods named twice, in the same part of what is wanted."""
    same = one.text and other.text and _bare(one.text) == _bare(other.text)
    return bool(same) and (one.wanted, one.excluded) == (other.wanted, other.excluded)


def _likely(word: TaggedWord) -> float:
    return word.goods + word.wanted + word.excluded


def _surest(words: Sequence[TaggedWord], places: set[int]) -> float:
    return max(_likely(words[at]) for at in places)


def _runs(words: Sequence[TaggedWord], text: str) -> list[tuple[int, int]]:
    """Where words stand beside one another, with no stop between them, that likely are goods, one of them surely."""
    found, at = [], 0
    while at < len(words):
        end = at
        while end < len(words) and _likely(words[end]) >= _GOES_ON:
            end += 1
            if end < len(words) and _STOP.search(text[words[end - 1].end : words[end].start]):
                break
        if end > at and max(map(_likely, words[at:end])) >= _SURELY:
            found.append((at, end))
        at = max(end, at + 1)
    return found


def _reference(text: str, words: Sequence[TaggedWord]) -> GoodsReference:
    start, end = words[0].start, words[-1].end
    goods, wanted, excluded = (sum(getattr(word, role) for word in words) for role in ("goods", "wanted", "excluded"))
    return GoodsReference(
        text=folded(text[start:end]),
        wanted=wanted > max(goods, excluded),
        excluded=excluded > max(goods, wanted),
        quantity=count_before(folded(text[:start]), folded(text[end:])),
    )


def places_of(named: str, words: Sequence[str]) -> set[int]:
    """Where the words of a description stand among ``words``, one behind the other, singular or plural."""
    sought = [_bare(found[0]) for found in WORD.finditer(named)]
    held = [_bare(word) for word in words]
    if not sought:
        return set()
    starts = [at for at in range(len(held) - len(sought) + 1) if held[at : at + len(sought)] == sought]
    return {at + n for at in starts for n in range(len(sought))}


def _bare(word: str) -> str:
    return re.sub("['’]", "", folded(word)).rstrip("s")

"""Whether a reading is right: the same acts, intents, polarity, orders and goods, in any words for them."""

import re
from collections.abc import Callable, Sequence

from domain.acts import Act, GoodsReference, OrderReference
from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

PARTS = ("act", "intent", "polarity", "orders", "goods")
_SMALL = lazy_pattern(r"\b(?:the|a|an|my|of|one|ones|new)\b")


def parts_right(read: Sequence[Act], right: Sequence[Act]) -> dict[str, bool]:
    """Of each part whether all acts of a message have it right; ``all`` where every part is."""
    said, meant = _that_matter(read), _that_matter(right)
    found = {
        "act": _alike(said, meant, lambda act: act.act),
        "intent": _alike(
            said, meant, lambda act: (act.act != "talk" and act.intent, act.problem if act.act == "report" else None)
        ),
        "polarity": _alike(said, meant, lambda act: (act.negated, act.modality == "supposed")),
        "orders": _alike(said, meant, _orders),
    }
    found["goods"] = len(said) == len(meant) and all(
        _same_goods(a, b) for a, b in zip(_sorted(said), _sorted(meant), strict=True)
    )
    return found | {"all": all(found.values())}


def _that_matter(acts: Sequence[Act]) -> list[Act]:
    """Without small talk beside a wish, and what is told as done."""
    acts = [act for act in acts if act.modality != "told"] or list(acts)
    return [act for act in acts if act.act != "talk"] or list(acts)[:1]


def _sorted(acts: Sequence[Act]) -> list[Act]:
    return sorted(acts, key=lambda act: (act.act, act.intent or "", act.problem or "", act.negated, repr(_orders(act))))


def _alike(said: Sequence[Act], meant: Sequence[Act], part: Callable[[Act], object]) -> bool:
    return sorted(map(repr, map(part, said))) == sorted(map(repr, map(part, meant)))


def _orders(act: Act) -> list[str]:
    return sorted(filter(None, map(_order, act.orders)))


def _order(ref: OrderReference) -> str:
    if ref.number:
        return re.sub(r"[\W_]", "", ref.number).upper()
    if ref.goods:
        return _head(ref.goods)
    return "" if ref.which == "it" else f"{ref.which or ''}{ref.ordinal or ''}{ref.status or ''}"


def _same_goods(read: Act, right: Act) -> bool:
    """Every thing that is meant is named, with its number, and none besides."""
    said, meant = _things(read), _things(right)
    left = list(said)
    for thing in meant:
        match = next((other for other in left if _same(other, thing)), None)
        if match is None:
            return False
        left.remove(match)
    wanted = _count(right)
    return not left and (_count(read) == wanted or wanted == 0)


def _count(act: Act) -> int:
    return sum(ref.quantity or 0 for ref in act.goods) + (act.quantity or 0)


def _things(act: Act) -> list[GoodsReference]:
    """Those that something is done about: whoever calls a person, or is in danger, is passed on whatever it is about."""
    if act.act == "urgent" or act.intent == "human_agent":
        return []
    return [ref for ref in act.goods if ref.which != "it"]


def _same(a: GoodsReference, b: GoodsReference) -> bool:
    if a.excluded != b.excluded or a.wanted != b.wanted:
        return False
    if a.text and b.text:
        return _head(a.text) == _head(b.text) or _words(b.text) <= _words(a.text)
    if (a.text or b.text) and "both" in (a.which, b.which, *_words(a.text or ""), *_words(b.text or "")):
        return True
    return (a.which, a.ordinal, bool(a.text)) == (b.which, b.ordinal, bool(b.text))


def _words(text: str) -> set[str]:
    return {word.rstrip("s") for word in _SMALL.sub(" ", folded(text)).split()} - {"both", "size"}


def _head(text: str) -> str:
    words = _SMALL.sub(" ", folded(text)).split()
    return words[-1].rstrip("s") if words else ""

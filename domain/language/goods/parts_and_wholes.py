"""Goods of one clause that are one thing: "a bag of screws" is one, and of "the lid of the pot" only the lid may be missing, while
it is the pot that came broken."""

from collections.abc import Sequence

from domain.acts import GoodsReference, Problem
from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_KIND = lazy_pattern(r" (?:of|de|di|d) ")
_OF = (
    r"of|on|de (?:la|los|las|l)|del|della|dello|dei|degli|delle|du|des|do|da|dos|das|der|vom|von (?:der|dem|den"
    r"|meine\w)|am|an (?:der|dem|den)"
    r"|van (?:de|het|mijn)|van"
)
_THE = r"(?: (?:the|my|our|its|this|these|those|your|mein\w*|unser\w*|dies\w*|il|lo|la|mio|mia|mon|ma|mes|mi))?"
_PART = lazy_pattern(rf" (?:{_OF}){_THE} ")
_BELONGS_TO = lazy_pattern(
    rf" (?:{_OF}|for|to|from|in|fur|zum|zur|im|in der|aus|pour|para|per|voor|bij){_THE} (?:the |den |die |das |le |la |les |el |il )?"
)
# "The guide was missing from my grinder": what lacks it is not missing.
_LACKED_BY = lazy_pattern(
    r"\b(?:missing|absent|left out|fehl\w+|manqu\w+|falta\w*|manca\w*|ontbre\w+|saknas|mangler) "
    r"(?:from|in|of|bei|beim|im|in|aus|a|au|aux|dans|de|en|al|nel|nella|bij|aan|till|til)"
    r"(?: (?:the|my|our|a|der|dem|den|meine\w|la|le|les|el|los|las|il|het|mijn))? (?:\w+ )?$"
)
# "Am Wasserkocher ist der Deckel abgebrochen": the whole stands first.
_WHOLE_FIRST = lazy_pattern(r"(?:^|\W)(?:am|beim?|an|von|vom|bei)(?: (?:der|dem|den|meine\w|unsere\w|diese\w))? (?:\w+ )?$")
_OF_THE_WHOLE = frozenset({"damaged", "not_as_described"})


def as_single_things(goods: Sequence[GoodsReference], text: str, problem: Problem | None) -> list[GoodsReference]:
    """The goods in their order, kinds put together ("bag of screws"); of a part and the whole that it belongs to, the one that a
    report is about."""
    said = folded(text)
    placed = [(ref, said.find(ref.text)) for ref in goods if ref.text and ref.text in said]
    if len(placed) < 2:
        return list(goods)
    kept: list[tuple[GoodsReference, int]] = []
    for ref, at in sorted(placed, key=lambda pair: pair[1]):
        before, start = kept[-1] if kept else (None, 0)
        between = said[start + len(before.text or "") : at] if before else ""
        if before is None or before.wanted != ref.wanted or before.excluded != ref.excluded:
            kept.append((ref, at))
        elif _KIND.fullmatch(between):
            kept[-1] = before.model_copy(update={"text": said[start : at + len(ref.text or "")]}), start
        elif problem == "missing" and (_BELONGS_TO.fullmatch(between) or _LACKED_BY.search(said[:at])):
            continue
        elif problem in _OF_THE_WHOLE and _PART.fullmatch(between):
            kept[-1] = ref, at
        elif problem in _OF_THE_WHOLE and _WHOLE_FIRST.search(said[:start]):
            continue
        else:
            kept.append((ref, at))
    elsewhere = [ref for ref in goods if not any(ref is one for one, _ in placed)]
    return [*(ref for ref, _ in kept), *elsewhere]

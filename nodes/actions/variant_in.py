"""Which variant of a product a text describes: option values in words, sizes, units, "the cheapest", or its number."""

import re

from domain.shop import OrderLine, Product, Variant

_WORD = re.compile(r"[a-z]+|\d+(?:\.\d+)?")
# The s of "that's" and the m of "I'm" are no sizes.
_SHORTENED = re.compile(r"(?<=\w)['’](?:s|m|d|re|ll|ve|t)\b")
_SPELLED = {
    **dict.fromkeys(("foot", "feet"), "ft"),
    **dict.fromkeys(("inches", "inch"), "inch"),
    **dict.fromkeys(("hours", "hour", "hrs", "hr"), "hour"),
    **dict.fromkeys(("liters", "liter", "litres", "litre"), "l"),
    **dict.fromkeys(("gigabyte", "gigabytes"), "gb"),
    **dict.fromkeys(("terabyte", "terabytes"), "tb"),
    **dict.fromkeys(("gray", "grey"), "grey"),
    **dict.fromkeys(("colour", "color"), "color"),
    **dict.fromkeys(("cups", "cup"), "cup"),
    **dict.fromkeys(("batteries", "battery"), "battery"),
}
_SIZES = {
    "xs": ("xs", "extra small"),
    "s": ("s", "small"),
    "m": ("m", "medium"),
    "l": ("l", "large"),
    "xl": ("xl", "extra large"),
    "xxl": ("xxl", "extra extra large", "double extra large", "2 xl"),
}
_CHEAPEST = re.compile(r"\b(?:cheapest|least expensive|lowest[- ]priced?|lowest price|most affordable)\b", re.IGNORECASE)
_DEAREST = re.compile(r"\b(?:most expensive|dearest|priciest)\b", re.IGNORECASE)
_NOT = frozenset({"not", "no", "non", "isn", "without", "aren"})  # "isn" is what is left of "isn't"
_STEM = 6  # "resistant" and "resistance" are one word here


def spelled_out(text: str) -> list[str]:
    """Words and numbers apart, in one spelling: "4-foot, 8GB" → ["4", "ft", "8", "gb"]."""
    plain = _SHORTENED.sub(" ", text.casefold())
    return [_SPELLED.get(w, w) for w in _WORD.findall(plain)]


def variant_in(text: str, product: Product, line: OrderLine) -> Variant | None:
    """The one available variant, other than the line's own, that has every option value that is named.

    What is not named stays as it is in the line; where there is no such variant, it may differ, if one variant only is left.
    """
    said = spelled_out(text)
    others = [v for v in product.variants if v.available and v.variant_id != line.variant_id]
    by_number = [v for v in others if v.variant_id in text]
    whole = by_number or [v for v in others if v.options and spelled_out(" ".join(v.options.values())) == said]
    if len(whole) == 1:
        return whole[0]
    wanted = {option: _values(option, said, product, line) for option in line.options}
    wanted = {option: values for option, values in wanted.items() if values}
    fits = [v for v in others if all(v.options.get(option) in values for option, values in wanted.items())]
    if _CHEAPEST.search(text) or _DEAREST.search(text):
        fits.sort(key=lambda v: v.price.amount, reverse=not _CHEAPEST.search(text))
        return fits[0] if fits else None
    if not any(line.options[option] not in values for option, values in wanted.items()):
        return None
    close = [v for v in fits if all(v.options.get(o) == line.options[o] for o in line.options if o not in wanted)]
    hits = close or fits
    return hits[0] if len(hits) == 1 else None


def _values(option: str, said: list[str], product: Product, line: OrderLine) -> set[str]:
    """The values of an option that are named; the present one only where no other is."""
    values = {v.options[option] for v in product.variants if option in v.options}
    if values <= {"yes", "no"}:
        return _yes_or_no(option, said)
    letters = {v.casefold() for v in values} <= set(_SIZES)
    named: dict[str, str] = {}
    for value in values:
        spellings = _SIZES[value.casefold()] if letters else (value,)
        for spelling in spellings:
            words = spelled_out(spelling)
            if words and _stands_in(words, said):
                named[value] = " ".join(words)
    # "extra large" is not "large" beside it, "not resistant" not "resistant".
    longest = {v for v, words in named.items() if not any(words in other and words != other for other in named.values())}
    changed = longest - {line.options[option]}
    return changed or longest


def _yes_or_no(option: str, said: list[str]) -> set[str]:
    stems = [w[:_STEM] for w in spelled_out(option)]
    heard = [w[:_STEM] for w in said]
    for at in range(len(heard) - len(stems) + 1):
        if heard[at : at + len(stems)] == stems:
            before = set(said[max(0, at - 3) : at])
            if "whether" in before:
                return set()
            return {"no"} if before & _NOT else {"yes"}
    return set()


def _stands_in(words: list[str], said: list[str]) -> bool:
    """One after the other; behind a "not" a word may stand between: "not water resistant"."""
    n = len(words)
    if any(said[at : at + n] == words for at in range(len(said) - n + 1)):
        return True
    return (
        n == 2
        and words[0] == "not"
        and any(said[at] == "not" and words[1] in said[at + 1 : at + 4] for at in range(len(said)))
    )

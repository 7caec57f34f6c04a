"""Which variant of a product a text describes: option values in words, sizes, units, "the cheapest", or its number."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, cast

from domain.language.folding import folded
from domain.language.goods.swaps import without_what_came_instead
from domain.language.options.option_words import BIGGER, SIZES, SMALLER, spelled_out, spellings_of, ways_to_type
from domain.lazy_pattern import lazy_pattern
from domain.shop import OrderLine, Product, Variant

_CHEAPEST_WORDS = r"\b(?:cheapest|least expensive|lowest[- ]priced?|lowest price|most affordable)\b"
_DEAREST_WORDS = r"\b(?:most expensive|dearest|priciest)\b"
_CHEAPEST = lazy_pattern(_CHEAPEST_WORDS, re.IGNORECASE)
_DEAREST = lazy_pattern(_DEAREST_WORDS, re.IGNORECASE)
_NOT = frozenset({"not", "no", "non", "isn", "without", "aren"})  # "isn" is what is left of "isn't"
_STEM = 6  # "resistant" and "resistance" are one word here
_SAME = lazy_pattern(
    r"\b(?:(?:same|identical) (?:again|one|item|model|thing|product|kind)|exact same|the same again|replacement)\b",
    re.IGNORECASE,
)


# "The largest", "a bigger one", "the shorter": by the number in an option's value.
_MORE = r"larg|bigg|high|long|great|heavi|strong|wid|tall|thick|bright"
_LESS = r"small|low|short|light|few|least|narrow|thin|less|dimm"
_MOST_OF = lazy_pattern(rf"\b(?:(?:{_MORE})\w*est|most|maximum|max)\b", re.IGNORECASE)
_LEAST_OF = lazy_pattern(rf"\b(?:(?:{_LESS})\w*est|least|fewest|minimum|min)\b", re.IGNORECASE)
_MORE_OF = lazy_pattern(rf"\b(?:{_MORE})\w*er\b|{BIGGER}|\bl(?:ä|ae)nger\w*|\bh(?:ö|oe)her\w*|\bsizes? up\b", re.IGNORECASE)
_LESS_OF = lazy_pattern(rf"\b(?:(?:{_LESS})\w*er|less|fewer)\b|{SMALLER}|\bsizes? down\b", re.IGNORECASE)
# "One size up": the next one, where "bigger" may be any.
_ONE_STEP = lazy_pattern(
    r"\b(?:one|a|1|ein\w*|ne|next) (?:size|nummer|gr(?:ö|oe)(?:ß|ss)e)\b|\b(?<!two )(?<!2 )size (?:up|down)\b", re.IGNORECASE
)
_DEARER = lazy_pattern(rf"{_DEAREST_WORDS}|\b(?:more expensive|dearer|pricier|teure\w*)\b")
_CHEAPER = lazy_pattern(rf"{_CHEAPEST_WORDS}|\b(?:cheaper|less expensive|billig\w*|gunstig\w*)\b")
_GREATER = lazy_pattern(rf"\b(?:{_MORE})\w*e(?:r|st)\b|\bbig\b|\b(?:grosse|große|langere|hohere)\w*\b")
_SMALLER = lazy_pattern(rf"\b(?:{_LESS}|tini)\w*e(?:r|st)\b|\blittle\b|\b(?:kleine|kurzere|niedrige)\w*\b")
_GRADES = {
    "extra small": 0,
    "extra large": 4,
    "extra extra large": 5,
    "single": 1,
    "double": 2,
    "low": 1,
    "easy": 1,
    "beginner": 1,
    "small": 1,
    "medium": 2,
    "intermediate": 2,
    "high": 3,
    "hard": 3,
    "large": 3,
    "expert": 3,
}
_THOUSANDS = lazy_pattern(r"(\d+)k\b", re.IGNORECASE)


_TOO = lazy_pattern(
    r"\b(?:(?:way|far|much|a bit|a little|slightly|viel|etwas) )*(?:too|zu|trop|demasiado) "
    r"(?:small|medium|large|big|short|long|tight|wide|narrow|loose|dark|light|bright|thin|thick|klein|gro(?:ss|ß)|eng|weit|lang|kurz|"
    r"petite?s?|grande?s?|peque\w+)\b",
    re.IGNORECASE,
)


_ORDERED = lazy_pattern(
    r"\b(?:i|we) (?:have |had |ve )?(?:ordered|paid for|asked for)\b|\b(?:ich|wir) .{0,20}\bbestellt\b", re.IGNORECASE
)
_CAME = lazy_pattern(
    r"\b(?:sent|got|received|came|arrived|delivered|gave|geschickt|bekommen|kam)\b"
    r"(?:(?!\b(?:but|and|i ordered|ordered|instead|aber)\b)[^,.;!?\n])*",
    re.IGNORECASE,
)


def without_what_is_not_wanted(text: str, product: Product) -> str:
    """ "They are too small, I need L not S" names L alone, and "you sent a large one, I ordered a medium" what was ordered."""
    text = without_what_came_instead(_TOO.sub(" ", text))
    text = _CAME.sub(" ", text) if _ORDERED.search(text) else text
    values = {v for variant in product.variants for v in variant.options.values()} - {"yes", "no"}
    for value in sorted(values, key=len, reverse=True):
        spellings = ways_to_type(value)
        if spellings:
            text = re.sub(
                rf"\b(?:not|nicht|rather than|instead of|in place of|(?:an)?statt|anstelle(?: von)?) "
                rf"(?:the |an? |in |size |de[mrs] |gr(?:oe|ö)(?:ss|ß)e )*(?:{spellings})\b(?! \w+ resist)",
                " ",
                text,
                flags=re.IGNORECASE,
            )
    return text


_NO_COUNT = 10  # from here on a number alone hardly counts pieces
Values = dict[str, set[str]]  # of an option those that are wanted


def variant_in(text: str, product: Product, line: OrderLine, before: Values | None = None) -> Variant | None:
    """The one available variant, other than the line's own, that has every option value that is named.

    What is not named stays as it is in the line; where there is no such variant, it may differ, if one variant only is left.
    ``before``: what was wanted in earlier turns, and holds where the text says nothing else of it.
    """
    said = spelled_out(text)
    others = other_variants(product, line)
    by_number = [v for v in others if v.variant_id in text]
    whole = by_number or [v for v in others if v.options and spelled_out(" ".join(v.options.values())) == said]
    if len(whole) == 1:
        return whole[0]
    wanted = {**(before or {}), **_wanted(text, product, line, others)}
    fits = [v for v in others if all(v.options.get(option) in values for option, values in wanted.items())]
    if _CHEAPEST.search(text) or _DEAREST.search(text):
        fits.sort(key=lambda v: v.price.amount, reverse=not _CHEAPEST.search(text))
        return fits[0] if fits else None
    if not any(line.options[option] not in values for option, values in wanted.items()):
        return None
    close = [v for v in fits if all(v.options.get(o) == line.options[o] for o in line.options if o not in wanted)]
    hits = close or fits
    return hits[0] if len(hits) == 1 else None


def other_variants(product: Product, line: OrderLine) -> list[Variant]:
    """Those that a line can be swapped for."""
    return [v for v in product.variants if v.available and v.variant_id != line.variant_id]


def _graded(text: str, line: OrderLine, others: Sequence[Variant]) -> Values:
    """What "the largest", "a bigger one" or "less bright" make of the one option that is told in numbers or grades and meant."""
    most, least = bool(_MOST_OF.search(text)), bool(_LEAST_OF.search(text))
    more, less = bool(_MORE_OF.search(text)), bool(_LESS_OF.search(text))
    if most + least + more + less != 1 or _CHEAPEST.search(text) or _DEAREST.search(text):
        return {}
    graded = {
        o: {v.options[o]: n for v in others if o in v.options and (n := measure_of(v.options[o])) is not None}
        for o in line.options
    }
    graded = {o: found for o, found in graded.items() if found and len({*found, line.options[o]}) > 1}
    stems = {w[: _STEM - 1] for w in spelled_out(text)}
    named = [o for o in graded if {w[: _STEM - 1] for w in spelled_out(o)} & stems] or list(graded)
    if len(named) != 1:
        return {}
    option, present = named[0], measure_of(line.options[named[0]])
    values = graded[option]
    if more or less:
        if present is None:
            return {}
        beyond = {v: n for v, n in values.items() if (n > present if more else n < present)}
        nearest = (min if more else max)(beyond.values()) if beyond and _ONE_STEP.search(text) else None
        return {option: {v for v, n in beyond.items() if nearest in (None, n)}}
    best = max(values.values()) if most else min(values.values())
    return {option: {v for v, n in values.items() if n == best}}


def no_step_left(text: str, product: Product, line: OrderLine) -> Literal["up", "down"] | None:
    """Whether a bigger or a smaller one is wanted of goods that are the biggest or the smallest there is."""
    graded = _graded(text, line, other_variants(product, line))
    if not graded or any(graded.values()):
        return None
    return "up" if _MORE_OF.search(text) else "down"


def measure_of(value: str) -> Decimal | None:
    """An option's value as a number, where it is told in numbers or grades."""
    number = next((_number(way) for way in (*spellings_of(value)[::-1], value) if _number(way) is not None), None)
    return None if number is None else Decimal(str(number))


def compared(text: str) -> tuple[Literal["price", "measure"], bool] | None:
    """What of several is meant by comparing them: the cheaper (price, False), the bigger one (measure, True)."""
    said = folded(text)
    for by, more, less in (("price", _DEARER, _CHEAPER), ("measure", _GREATER, _SMALLER)):
        if bool(more.search(said)) != bool(less.search(said)):
            return cast(Literal["price", "measure"], by), bool(more.search(said))
    return None


def _number(value: str) -> float | None:
    """An option's value as a number of its kind: "100ml" → 100, "4K" → 2160 lines, "medium" → 2."""
    if grade := _GRADES.get(value.casefold()):
        return grade
    if thousands := _THOUSANDS.fullmatch(value.strip()):
        return int(thousands[1]) * 540
    found = re.match(r"\s*(\d+(?:\.\d+)?)", value)
    return float(found[1]) if found else None


def wanted_values(text: str, product: Product, line: OrderLine) -> Values:
    """The values that a text wants of a line's options, "the highest resolution" too; options of which it says nothing are left
    out."""
    return _wanted(text, product, line, other_variants(product, line))


def _wanted(text: str, product: Product, line: OrderLine, others: Sequence[Variant]) -> Values:
    said = spelled_out(text)
    named = {option: values for option in line.options if (values := _values(option, said, product, line.options[option]))}
    # "A waterproof one with the highest resolution": the highest of those that are waterproof.
    among = [v for v in others if all(v.options.get(o) in values for o, values in named.items())]
    graded = _graded(text, line, among or others)
    return named | {o: values for o, values in graded.items() if not named.get(o, set()) - {line.options[o]}}


def values_in(text: str, product: Product) -> Values:
    """The values of each of a product's options that a text names; options of which it names none are left out."""
    said = spelled_out(text)
    options = dict.fromkeys(option for variant in product.variants for option in variant.options)
    found = {option: _values(option, said, product, None) for option in options}
    return {option: values for option, values in found.items() if values}


def _values(option: str, said: list[str], product: Product, present: str | None) -> set[str]:
    """The values of an option that are named; the present one only where no other is."""
    values = {v.options[option] for v in product.variants if option in v.options}
    if values <= {"yes", "no"}:
        return _yes_or_no(option, said)
    letters = {v.casefold() for v in values} <= set(SIZES)
    named: dict[str, str] = {}
    for value in values:
        spellings = SIZES[value.casefold()] if letters else (value,)
        for spelling in spellings:
            words = spelled_out(spelling)
            if words and _stands_in(words, said):
                named[value] = " ".join(words)
        if value not in named and _is_bare_measure(value, said):
            named[value] = value
    # "extra large" is not "large" beside it, "not resistant" not "resistant".
    longest = {v for v, words in named.items() if not any(words in other and words != other for other in named.values())}
    changed = longest - {present}
    return changed or longest


def _is_bare_measure(value: str, said: list[str]) -> bool:
    """ "70 in black", of what comes in 70 cm; small numbers may be pieces."""
    words = spelled_out(value)
    return len(words) == 2 and words[0].isdigit() and int(words[0]) >= _NO_COUNT and words[0] in said  # number and unit


def _yes_or_no(option: str, said: list[str]) -> set[str]:
    stems = [w[:_STEM] for w in spelled_out(option)]
    said_stems = [w[:_STEM] for w in said]
    for at in range(len(said_stems) - len(stems) + 1):
        if said_stems[at : at + len(stems)] == stems:
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


def wants_the_same_again(text: str) -> bool:
    """A replacement: the same thing in the same variant."""
    return bool(_SAME.search(text))

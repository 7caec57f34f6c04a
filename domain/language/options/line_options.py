"""How well a text describes lines of an order by their options: colour, size, material. The one measure of it."""

import re
from collections.abc import Sequence
from decimal import Decimal

from domain.language.goods.product_names import singular
from domain.language.goods.quantities import SEVERAL
from domain.language.options.option_words import spelled_out, spellings_of
from domain.language.options.variants import compared, measure_of
from domain.shop import OrderLine

# "2 mugs" is a number of mugs; "set of 2", "2-pack", "size 9" is what they are.
_PACK = frozenset({"pack", "set", "box", "pc", "er", "seater", "x", "seat"})
_BEFORE = frozenset({"size", "of", "in", "number", "no", "grosse", "gr"})


def options_said(line: OrderLine, text: str) -> int:
    """How many of a line's options a text names."""
    words = _words(text)
    return sum(
        _is_named(value, words) and not (value.isdigit() and _counts_pieces(value, option, words))
        for option, value in line.options.items()
    )


def best_described(text: str, lines: Sequence[OrderLine]) -> list[OrderLine]:
    """Of several lines those whose options a text names most; none where it names none."""
    counts = [options_said(line, text) for line in lines]
    most = max(counts, default=0)
    return [line for line, n in zip(lines, counts, strict=True) if n and n == most]


def told_apart_by(text: str, lines: Sequence[OrderLine]) -> list[OrderLine]:
    """Of lines that were asked about those that a text tells from the others: by their options, by a number of these or a price
    alone ("the 30", "the 60 dollar one"), as the bigger or the cheaper one."""
    return best_described(text, lines) or _by_number(text, lines) or _by_comparing(text, lines)


def _by_number(text: str, lines: Sequence[OrderLine]) -> list[OrderLine]:
    said = {Decimal(n.replace(",", ".")) for n in re.findall(r"(?<![\d.,])\d+(?:[.,]\d+)?", text)}
    if len(said) != 1:
        return []
    number = said.pop()
    sized = [line for line in lines if any(measure_of(value) == number for value in line.options.values())]
    priced = [line for line in lines if line.unit_price.amount == number]
    found = sized or priced
    return found if len(found) < len(lines) and not (sized and priced and sized != priced) else []


def _by_comparing(text: str, lines: Sequence[OrderLine]) -> list[OrderLine]:
    """The one end of two or more: by price, or by the only option that is told in numbers and differs."""
    how = compared(text)
    if how is None or len(lines) < 2:
        return []
    by, is_more = how
    if by == "price":
        measures = [[line.unit_price.amount for line in lines]]
    else:
        each = [[measure_of(line.options.get(option, "")) for line in lines] for option in lines[0].options]
        measures = [[n for n in one if n is not None] for one in each if None not in one and len(set(one)) > 1]
    if len(measures) != 1 or len(set(measures[0])) < len(lines):
        return []
    end = max(measures[0]) if is_more else min(measures[0])
    return [line for line, n in zip(lines, measures[0], strict=True) if n == end]


def _words(text: str) -> list[str]:
    return [str(SEVERAL.get(word, singular(word))) for word in spelled_out(text)]


def _is_named(value: str, words: Sequence[str]) -> bool:
    said = f" {' '.join(words)} "
    return any(spelled and f" {spelled} " in said for spelled in (" ".join(_words(way)) for way in spellings_of(value)))


def _counts_pieces(number: str, option: str, words: Sequence[str]) -> bool:
    """Whether a number stands in a text only as one of pieces."""
    named = set(_words(option))
    for at, word in enumerate(words):
        before, after = (words[at - 1] if at else ""), (words[at + 1] if at + 1 < len(words) else "")
        is_alone = len(words) == 1
        if word == number and (is_alone or before in named | _BEFORE or after in named | _PACK):
            return False
    return True

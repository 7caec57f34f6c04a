"""What in a sentence must be literally true to its source: numbers with their units, amounts, months, weekdays, a "not"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table
from models.chat.plain import pattern, plain

_TABLES: Final[dict[str, Any]] = shipped_table("models.chat", "facts.yaml")


def _by_word(table: str) -> dict[str, str]:
    return {word: meaning for meaning, words in _TABLES[table].items() for word in words.split()}


_NUMBERS, _UNITS, _DATES, _CURRENCIES = map(_by_word, ("numbers", "units", "dates", "currencies"))
_ONE, _NO, _BETWEEN, _PLACES = (frozenset(_TABLES[name].split()) for name in ("one", "noes", "between", "places"))
_NO_DENIAL, _WORKING_DAY = pattern(_TABLES["no_denial"]), pattern(_TABLES["working_day"])
_SHORT_NOT = lazy_pattern(r"\b\w+n't\b")
_PIECE = lazy_pattern(r"\d+(?:[.,' ]\d{3})*(?:[.,:]\d+)?|[^\W\d_]+(?:'[^\W\d_]+)?|[$€£%]")
_MOST_BETWEEN = 6  # pieces behind the number


@dataclass(frozen=True)
class Facts:
    """``numbers`` have their unit: a period, a measure, a currency or per cent; None where nothing tells."""

    numbers: frozenset[tuple[str, str | None]]
    dates: frozenset[str]  # months and weekdays, in English
    currencies: frozenset[str]
    is_negative: bool

    @property
    def is_empty(self) -> bool:
        return not (self.numbers or self.dates or self.currencies)

    def stand_in(self, source: "Facts") -> bool:
        """Whether every number with its unit, every date and currency is one of the source's."""
        return self.numbers <= source.numbers and self.dates <= source.dates and self.currencies <= source.currencies


def facts_of(text: str) -> Facts:
    said = _WORKING_DAY.sub("workingday", plain(text))
    pieces = _PIECE.findall(said)
    return Facts(
        numbers=frozenset(_numbers(pieces)),
        dates=frozenset(_DATES[piece] for piece in pieces if piece in _DATES),
        currencies=frozenset(_CURRENCIES[piece] for piece in pieces if piece in _CURRENCIES),
        is_negative=is_negative(text),
    )


def is_negative(text: str) -> bool:
    """Whether it denies something: "no more than" and "at no cost" do not."""
    said = _NO_DENIAL.sub(" ", plain(text)).replace("left out", "excluded")
    return any(piece in _NO for piece in _PIECE.findall(said)) or bool(_SHORT_NOT.search(said))


def _numbers(pieces: Sequence[str]) -> list[tuple[str, str | None]]:
    found: list[tuple[str, str | None]] = []
    last: str | None = None
    for at, piece in enumerate(pieces):
        number = _number(pieces, at)
        if number is None:
            continue
        unit = _unit_of(pieces, at)
        if unit is None and piece[0].isdigit():
            unit = last if _stands_alone(pieces, at) else None  # "3 to 5 days there, 2 to 4 here"
        last = unit or last
        found.append((number, unit))
    return found


def _number(pieces: Sequence[str], at: int) -> str | None:
    piece = pieces[at]
    if piece[0].isdigit():
        return _bare(piece)
    after = pieces[at + 1] if at + 1 < len(pieces) else ""
    if piece in _ONE:
        return "1" if after in _UNITS and len(after) > 1 else None
    return _NUMBERS.get(piece)


def _unit_of(pieces: Sequence[str], at: int) -> str | None:
    """What the number counts: "30 days", "3 to 5 working days", "$12", "12 EUR"."""
    if at and pieces[at - 1] in _CURRENCIES and pieces[at - 1] in "$€£":
        return _CURRENCIES[pieces[at - 1]]
    for after in range(at + 1, min(at + _MOST_BETWEEN, len(pieces))):
        piece = pieces[after]
        if unit := _UNITS.get(piece) or _CURRENCIES.get(piece):
            return unit
        if not (piece in _BETWEEN or piece[0].isdigit() or piece in _NUMBERS):
            break
    if at and pieces[at - 1] in _CURRENCIES:
        return _CURRENCIES[pieces[at - 1]]
    return None


def _stands_alone(pieces: Sequence[str], at: int) -> bool:
    """Whether no noun follows that the number could count: its unit was said before."""
    after = next((p for p in pieces[at + 1 : at + 4] if p not in _BETWEEN and not p[0].isdigit()), "in")
    return after in _PLACES


def _bare(number: str) -> str:
    """1,000 and 1.000 are 1000; 12.50 and 12,5 are 12.5."""
    whole = re.sub(r"[.,' ](?=\d{3}(?!\d))", "", number).replace(",", ".")
    if "." in whole and ":" not in whole:
        whole = whole.rstrip("0").rstrip(".")
    return whole.lstrip("0") or "0"


def is_fact_word(word: str) -> bool:
    """Whether a plain word is a number, a unit, a date, a currency or a "not"."""
    return word in _NUMBERS or word in _UNITS or word in _DATES or word in _CURRENCIES or word in _NO

"""What may stand in a sentence, and how each is written where the customer is: money, days and lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_currency
from fluent.runtime.types import FluentType, fluent_date

from domain.money import Money

Part = str | Money
# An order's number is a str: an int is a quantity, written with the language's separators.
Value = str | int | Money | date | Sequence[Part] | FluentType


class _Amount(FluentType):
    def __init__(self, money: Money) -> None:
        self._money = money

    def format(self, locale: Locale) -> str:
        return _written(self._money, locale)


@dataclass(frozen=True)
class _Several(FluentType):
    parts: Sequence[Part]
    style: str

    def format(self, locale: Locale) -> str:
        return format_list([_written(part, locale) for part in self.parts], style=self.style, locale=locale)  # type: ignore[arg-type]  # CLDR's name


def any_of(parts: Sequence[Part]) -> FluentType:
    """A list of which one is meant: "a mug, a bowl, or a plate"."""
    return _Several(parts, "or")


def as_fluent(value: Value) -> object:
    """A value as Fluent takes it. A moment is told by its day, in the time zone that it has."""
    match value:
        case Money():
            return _Amount(value)
        case datetime():
            return _day(value.date())
        case date():
            return _day(value)
        case str() | int() | FluentType():
            return value
        case _:
            return _Several(value, "standard")


@lru_cache(maxsize=512)
def _day(day: date) -> object:
    """Made once a day: putting its options together takes longer than writing it."""
    return fluent_date(day, dateStyle="long")


def _written(part: Part, locale: Locale) -> str:
    if isinstance(part, str):
        return part
    # Without separators of thousands: what is shown can be searched for, and typed again as it stands.
    return format_currency(part.amount, part.currency, locale=locale, group_separator=False)

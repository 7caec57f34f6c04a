"""Exact money: a decimal amount and its currency, never a float."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, StringConstraints

from domain.lazy_pattern import lazy_pattern

# Currencies whose smallest unit is not a hundredth (ISO 4217).
_EXPONENTS = {"JPY": 0, "KRW": 0, "CLP": 0, "ISK": 0, "VND": 0, "KWD": 3, "BHD": 3, "OMR": 3, "JOD": 3, "TND": 3}


# ASCII digits as the contract writes them: no exponent, sign of plus, separator, blank or other script's digits.
_PLAIN = lazy_pattern(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?")


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return value
    if not isinstance(value, str) or not _PLAIN.fullmatch(value):
        raise ValueError('an amount is a decimal string such as "129.00"')
    return value


Amount = Annotated[
    Decimal,
    BeforeValidator(_plain, json_schema_input_type=str),
    PlainSerializer(lambda d: format(d, "f"), return_type=str),
]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


class Money(BaseModel):
    """An amount in a currency, held at the currency's own number of decimals.

    From outside it is a decimal string with no more decimals than the currency has ("5.000" is 5.00 USD, "4.999" is an error).
    Arithmetic between two currencies raises ``ValueError``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    amount: Amount
    currency: Currency

    def model_post_init(self, _context: object) -> None:
        if not self.amount.is_finite():
            raise ValueError("money is finite")
        step = Decimal(1).scaleb(-_EXPONENTS.get(self.currency, 2))
        rounded = self.amount.quantize(step)
        if rounded != self.amount:
            raise ValueError(f"an amount in {self.currency} has at most {-int(step.as_tuple().exponent)} decimals")
        object.__setattr__(self, "amount", rounded)

    def __str__(self) -> str:
        return f"{self.amount:f} {self.currency}"

    def _same(self, other: "Money") -> None:
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not mix")

    def __add__(self, other: "Money") -> "Money":
        self._same(other)
        return Money(amount=self.amount + other.amount, currency=self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._same(other)
        return Money(amount=self.amount - other.amount, currency=self.currency)

    def __mul__(self, times: int) -> "Money":
        return Money(amount=self.amount * times, currency=self.currency)

    def __neg__(self) -> "Money":
        return Money(amount=-self.amount, currency=self.currency)

    def __lt__(self, other: "Money") -> bool:
        self._same(other)
        return self.amount < other.amount

    def __le__(self, other: "Money") -> bool:
        self._same(other)
        return self.amount <= other.amount

    @property
    def is_positive(self) -> bool:
        return self.amount > 0

    @classmethod
    def rounded(cls, amount: Decimal, currency: str) -> "Money":
        """The nearest amount that the currency has, halves away from zero."""
        step = Decimal(1).scaleb(-_EXPONENTS.get(currency, 2))
        return cls(amount=amount.quantize(step, ROUND_HALF_UP), currency=currency)

    @classmethod
    def zero(cls, currency: str) -> "Money":
        return cls(amount=Decimal(0), currency=currency)

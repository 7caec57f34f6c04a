"""Money is exact, whatever is added to it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from domain.money import Money

cents = st.integers(min_value=-(10**9), max_value=10**9).map(lambda n: Money(amount=Decimal(n) / 100, currency="USD"))


@given(cents, cents)
def test_adding_and_taking_away_is_exact(a: Money, b: Money) -> None:
    assert (a + b) - b == a
    assert (a + b).amount == a.amount + b.amount


@given(cents)
def test_it_survives_json(a: Money) -> None:
    assert Money.model_validate_json(a.model_dump_json()) == a
    assert isinstance(a.model_dump(mode="json")["amount"], str)


@given(st.lists(cents, max_size=30))
def test_a_sum_does_not_depend_on_the_order(amounts: list[Money]) -> None:
    forward = sum(amounts, Money.zero("USD"))
    assert forward == sum(reversed(amounts), Money.zero("USD"))


@pytest.mark.parametrize("amount", [12.5, True, "NaN", "Infinity", "twelve"])
def test_what_is_no_amount_is_refused(amount: object) -> None:
    with pytest.raises((ValidationError, ValueError)):
        Money(amount=amount, currency="USD")


def test_currencies_do_not_mix_and_keep_their_own_decimals() -> None:
    with pytest.raises(ValueError, match="do not mix"):
        _ = Money(amount="1", currency="USD") + Money(amount="1", currency="EUR")
    assert str(Money(amount="1", currency="USD")) == "1.00 USD"
    assert str(Money(amount="1200", currency="JPY")) == "1200 JPY"

"""When an order is to be expected, by the carrier or by the policy's days, and what a late one is answered with."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.merchant import Market
from tests.service import text_of

MUG = ("Mug", 1, "20.00")


def days_from_now(days: int) -> str:
    return (datetime.now(UTC) + timedelta(days=days)).isoformat()


def parcel(**more: Any) -> list[dict[str, Any]]:
    return [{"id": "S", "carrier": "UPS", "tracking_number": "T1", "status": "in_transit", "line_ids": ["1"], **more}]


@pytest.mark.parametrize(
    "more",
    [
        {"shipments": parcel(estimated_delivery=days_from_now(-2))},
        {"shipments": parcel(), "placed_at": days_from_now(-11)},  # 7 working days or more; the US has 5
    ],
)
def test_a_late_order_is_told_and_a_person_offered(market: Market, more: dict[str, Any]) -> None:
    talk, order = market.bought(MUG, status="shipped", **more)
    told = talk.do("track_order", order_id=order)
    assert told["turn"]["tool_calls"][0]["result"]["late"] is True
    assert "Would you like a person to look into it?" in text_of(told)
    assert talk.say("yes please")["turn"]["outcome"] == "handed_off"


def test_a_day_of_the_carrier_is_believed(market: Market) -> None:
    on_its_day = parcel(estimated_delivery=days_from_now(1))
    talk, order = market.bought(MUG, status="shipped", placed_at=days_from_now(-30), shipments=on_its_day)
    told = talk.do("track_order", order_id=order)
    assert told["turn"]["tool_calls"][0]["result"]["late"] is False
    assert "working days" not in text_of(told)
    assert "later than it should be" not in text_of(told)


@pytest.mark.parametrize(("country", "days"), [("US", "3 to 5"), ("CA", "4 to 7")])
def test_without_a_day_the_policy_of_where_it_goes_says_the_usual_ones(market: Market, country: str, days: str) -> None:
    goes_to = {"line1": "1 Road", "city": "Town", "postcode": "12345", "country": country}
    talk, order = market.bought(MUG, status="pending", placed_at=days_from_now(0), shipping_address=goes_to)
    told = text_of(talk.do("track_order", order_id=order))
    assert f"usually takes {days} working days" in told
    assert ("Express takes 1 to 2" in told) == (country == "US")

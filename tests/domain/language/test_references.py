"""Orders and goods, however they are named."""

import pytest

from domain.acts import GoodsReference, OrderReference
from domain.language.goods.goods_references import goods_in, pieces_meant
from domain.language.orders.order_references import order_numbers, orders_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("where is hp104233", ["HP104233"]),
        ("hp 104 233 please", ["HP104233"]),
        ("HP-104251", ["HP104251"]),
        ("HP114313 53714", ["HP114313"]),
        ("order 104251", ["104251"]),
        ("#104251", ["#104251"]),
        ("status of no. 104251?", ["104251"]),
        ("it's 118220", ["118220"]),
        ("#W2378156 and HP104233", ["#W2378156", "HP104233"]),
        ("cancel HP104268, not HP104270", ["HP104268", "HP104270"]),
        ("my postcode is 537891", []),
        ("[EMAIL_1] or [PHONE_2]", []),
        ("I paid 104.50", []),
        ("30 cm instead of 20 cm", []),
    ],
)
def test_a_number_is_read_any_way_it_is_typed(text: str, numbers: list[str]) -> None:
    assert order_numbers(text) == numbers


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("cancel my last order", OrderReference(which="last")),
        ("what about the other order", OrderReference(which="other")),
        ("track both orders", OrderReference(which="both")),
        ("the second order", OrderReference(ordinal=2)),
        ("where is my oyster mug order", OrderReference(goods="oyster mug")),
        ("return the delivered one", OrderReference(status="delivered")),
        ("cancel it", OrderReference(which="it")),
    ],
)
def test_an_order_without_a_number(text: str, meant: OrderReference) -> None:
    assert orders_in(text) == [meant]


def test_what_was_asked_for_is_named_in_short() -> None:
    assert orders_in("the last one", asked=True) == [OrderReference(which="last")]
    assert orders_in("2", asked=True) == [OrderReference(ordinal=2)]
    assert orders_in("2") == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("refund one of the two tea towels", [GoodsReference(text="tea towels", quantity=1)]),
        ("return 2 of the plates", [GoodsReference(text="plates", quantity=2)]),
        ("return everything but the skillet", [GoodsReference(text="skillet", excluded=True)]),
        ("send the whole lot back", [GoodsReference(which="all")]),
        ("return the hat and the blue scarf", [GoodsReference(text="hat"), GoodsReference(text="blue scarf")]),
        ("swap the hat for the cap", [GoodsReference(text="hat"), GoodsReference(text="cap", wanted=True)]),
        ("refund my order please", []),
        ("I want my money back", []),
    ],
)
def test_goods(text: str, meant: list[GoodsReference]) -> None:
    assert goods_in(text) == meant


def test_a_swap_has_a_direction() -> None:
    sent = goods_in("you sent 30 cm instead of 20 cm", reports=True)
    assert [(ref.text, ref.wanted) for ref in sent] == [("30 cm", False), ("20 cm", True)]
    wished = goods_in("I need the 12 inch pan instead of the 10 inch pan")
    assert [(ref.text, ref.wanted) for ref in wished if ref.wanted] == [("12 inch pan", True)]


def test_known_names_are_goods_whatever_their_words() -> None:
    assert goods_in("salt and pepper mill broke", product_names=["Salt and Pepper Mill"]) == [
        GoodsReference(text="salt and pepper mill")
    ]


def test_numbers_without_goods() -> None:
    assert pieces_meant("two of them") == 2
    assert pieces_meant("not 2, just 1") == 1
    assert pieces_meant("in two days") is None

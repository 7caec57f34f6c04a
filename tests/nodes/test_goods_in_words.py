"""Goods, variants, reasons and methods read out of a customer's words."""

import pytest

from domain.language.money.methods_and_reasons import method_in, reason_in
from domain.language.options.variants import variant_in, wanted_values
from domain.language.orders.order_lines import about, has_as_many, lines_in, named_in_part, names_goods, one_of, told_apart
from domain.language.text.entities import find_entities
from domain.language.text.statements import asks_or_wants, gives_a_value
from domain.money import Money
from domain.rules.policy import ActionRule, Reason
from domain.shop import Customer, Order, OrderLine, Product, Variant

USD = Money(amount="10.00", currency="USD")


def _line(n: str, name: str, product: str, **options: str) -> OrderLine:
    return OrderLine(
        line_id=n, product_id=product, variant_id=f"{product}-{n}", name=name, options=options, quantity=1, unit_price=USD
    )


LINES = [
    _line("1", "Floor Lamp", "lamp", color="black", power="mains"),
    _line("2", "Table Fan", "fan", speed="high"),
    _line("3", "Rain Jacket", "jacket", size="M", color="green"),
    _line("4", "Rain Jacket", "jacket", size="L", color="red"),
    _line("5", "Garden Boots", "boots", size="9"),
]
ADDRESS = {"line1": "1 Road", "city": "Town", "postcode": "97201", "country": "US"}
ORDER = Order.model_validate(
    {
        "id": "HP100001",
        "customer_id": "C1",
        "status": "delivered",
        "version": 1,
        "placed_at": "2026-05-01T10:00:00Z",
        "currency": "USD",
        "lines": [line.model_dump(mode="json") for line in LINES],
        "shipments": [],
        "payments": [],
        "shipping_address": ADDRESS,
        "total": {"amount": "50.00", "currency": "USD"},
    }
)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("I want to return the floor lamp", "1"),
        ("the lamp and my fan, please", "12"),
        ("send back everything", "12345"),
        ("all of them", "12345"),
        ("the whole order", "12345"),
        ("everything except the boots", "1234"),
        ("all the items apart from the lamp and the fan", "345"),
        ("everything except for a couple of things", ""),
        ("all garden-related items", ""),
        ("I won't return the fan. I want to return the lamp", "1"),
        ("keep the boots, but take back the fan", "2"),
        ("the green rain jacket", "3"),
        ("the jacket in size L", "4"),
        ("a rain jacket", ""),
        ("both rain jackets", "34"),
        ("the lamp and a rain jacket", ""),
        ("my boot has a hole", "5"),
        ("As for the fan, I will look at it later. The lamp goes back", "1"),
        ("hello there", ""),
    ],
)
def test_the_lines_that_are_meant(text: str, lines: str) -> None:
    assert "".join(line.line_id for line in lines_in(text, ORDER)) == lines


def test_goods_of_one_name_are_told_apart_by_their_options() -> None:
    labels = [told_apart(line, ORDER) for line in LINES]
    assert labels[0] == "Floor Lamp"
    assert labels[2:4] == ["Rain Jacket M green", "Rain Jacket L red"]
    assert [line.line_id for line in lines_in(labels[3], ORDER)] == ["4"]


def test_how_many_kinds_of_goods_are_named() -> None:
    assert names_goods("the order with the lamp and the boots", ORDER) == 2
    assert names_goods("my last order", ORDER) == 0


def test_each_line_has_its_own_clauses() -> None:
    text = "make the lamp white, and the fan slow"
    assert "slow" not in about(LINES[0], LINES[:2], text)
    assert "white" not in about(LINES[1], LINES[:2], text)


def _variant(n: str, price: str, available: bool = True, **options: str) -> Variant:
    return Variant(variant_id=n, options=options, price=Money(amount=price, currency="USD"), available=available)


SHIRT = Product(
    id="shirt",
    name="Shirt",
    variants=[
        _variant("s1", "20.00", size="S", color="blue", waterproof="no"),
        _variant("s2", "22.00", size="M", color="blue", waterproof="no"),
        _variant("s3", "25.00", size="M", color="grey", waterproof="yes"),
        _variant("s4", "18.00", size="XL", color="red", waterproof="no"),
        _variant("s5", "40.00", size="L", color="blue", waterproof="no", available=False),
        _variant("s6", "30.00", size="XXL", color="blue", waterproof="no"),
    ],
)
SMALL = OrderLine(
    line_id="1",
    product_id="shirt",
    variant_id="s1",
    name="Shirt",
    options={"size": "S", "color": "blue", "waterproof": "no"},
    quantity=1,
    unit_price=USD,
)


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("a medium one please", "s2"),
        ("size M", "s2"),
        ("I'm sure that's what I'd like", None),
        ("the gray one", "s3"),
        ("a waterproof medium", "s3"),
        ("extra large, not waterproof", "s4"),
        ("extra extra large", "s6"),
        ("from small to medium", "s2"),
        ("the cheapest", "s4"),
        ("the cheapest medium", "s2"),
        ("the most expensive one you have", "s6"),
        ("a large one", None),
        ("item number s3", "s3"),
        ("M grey yes", "s3"),
        ("red or grey", None),
        ("another one", None),
    ],
)
def test_the_variant_that_is_described(text: str, variant: str | None) -> None:
    found = variant_in(text, SHIRT, SMALL)
    assert (found.variant_id if found else None) == variant


@pytest.mark.parametrize(
    ("text", "certain", "alike"),
    [
        ("a rain jacket", "", "34"),
        ("the lamp and a rain jacket", "1", "34"),
        ("the lamp and the green rain jacket", "", ""),  # nothing is left open
        ("everything but a rain jacket", "", ""),  # what is kept is asked about otherwise
        ("hello there", "", ""),
    ],
)
def test_what_is_named_for_certain_beside_one_of_several_alike(text: str, certain: str, alike: str) -> None:
    named, left_open = named_in_part(text, ORDER)
    assert ("".join(line.line_id for line in named), "".join(line.line_id for line in left_open)) == (certain, alike)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("the green one", "3"),
        ("L please", "4"),
        ("the large one", "4"),
        ("both", "34"),
        ("All of them", "34"),
        ("Rain Jacket M green", "3"),
        ("the fan and the red one", ""),  # names other goods: read for itself
        ("the blue one", ""),
        ("my zip is 19122", ""),
    ],
)
def test_which_of_those_alike(text: str, lines: str) -> None:
    assert "".join(line.line_id for line in one_of(text, LINES[2:4], ORDER)) == lines


def test_an_order_is_known_by_how_many_it_has() -> None:
    assert has_as_many("the one with the two jackets", ORDER)
    assert has_as_many("I ordered 2 of those rain jackets", ORDER)
    assert not has_as_many("the one with the three jackets", ORDER)
    assert not has_as_many("two things I want: the lamp gone", ORDER)
    assert not has_as_many("the jackets", ORDER)


def test_the_highest_is_that_of_what_has_the_rest_and_what_was_said_before_holds() -> None:
    camera = Product(
        id="camera",
        name="Action Camera",
        variants=[
            _variant("c1", "1", resolution="1080p", waterproof="no", color="silver"),
            _variant("c2", "2", resolution="4K", waterproof="yes", color="black"),
            _variant("c3", "3", resolution="4K", waterproof="yes", color="silver"),
            _variant("c4", "4", resolution="5K", waterproof="no", color="black"),
        ],
    )
    line = SMALL.model_copy(update={"variant_id": "c1", "options": dict(camera.variants[0].options)})
    wanted = wanted_values("a waterproof one with the highest resolution", camera, line)
    assert wanted == {"resolution": {"4K"}, "waterproof": {"yes"}}
    found = variant_in("the black one, please", camera, line, wanted)
    assert found is not None
    assert found.variant_id == "c2"


def test_units_may_be_spelled_in_any_way() -> None:
    rope = Product(id="rope", name="Rope", variants=[_variant("r1", "1", length="3 ft"), _variant("r2", "2", length="4 ft")])
    line = SMALL.model_copy(update={"variant_id": "r1", "options": {"length": "3 ft"}})
    for text in ("4 ft", "a 4-foot one", "4ft", "make it 4 feet"):
        found = variant_in(text, rope, line)
        assert found is not None
        assert found.variant_id == "r2"


def test_a_reason_may_have_words_between_its_own() -> None:
    rule = ActionRule(reasons=[Reason(name="ordered_by_mistake"), Reason(name="no_longer_needed", words=["no longer need"])])
    for text, name in (
        ("I ordered them by mistake", "ordered_by_mistake"),
        ("I no longer really need it", "no_longer_needed"),
        ("ordered yesterday and I think my sister made it by mistake", None),
    ):
        reason = reason_in(text, rule)
        assert (reason.name if reason else None) == name


def test_a_method_behind_a_not_is_not_meant() -> None:
    customer = Customer.model_validate(
        {
            "id": "C1",
            "name": "A B",
            "email": "a@example.com",
            "region": "US",
            "created_at": "2026-01-01T00:00:00Z",
            "addresses": [ADDRESS],
            "payment_methods": [
                {"id": "v", "kind": "card", "brand": "visa", "last4": "1111"},
                {"id": "p", "kind": "paypal"},
            ],
        }
    )
    for text, method in (("to my Visa, not to PayPal", "v"), ("by paypal instead of my visa", "p"), ("somehow", None)):
        found = method_in(text, customer)
        assert (found.id if found else None) == method


def test_a_postcode_is_no_order_number() -> None:
    assert find_entities("my zip code is 97201")["numbers"] == []
    assert find_entities("it is 104233")["numbers"] == ["104233"]


@pytest.mark.parametrize(
    ("text", "wants", "value"),
    [
        ("my name is Robin", False, True),
        ("Sure, the e-mail address is [EMAIL_1]", False, True),
        ("my password is hunter2", False, True),
        ("Robin, and the password is hunter2", False, True),
        ("please reset my password", True, False),
        ("my e-mail address is wrong", True, False),
        ("blue one with stripes", False, False),
        ("can you help me?", True, False),
        ("I need a refund", True, False),
    ],
)
def test_statements_and_wishes(text: str, wants: bool, value: bool) -> None:
    assert asks_or_wants(text) is wants
    assert gives_a_value(text) is value

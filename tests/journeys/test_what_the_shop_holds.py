"""Reading the shop: one's own orders and account, and the catalogue. Guests and other people learn nothing."""

import pytest

from tests.service import ADMIN, Served, text_of


@pytest.fixture(scope="module")
def kim(demo: Served) -> tuple[str, list[dict]]:
    """A demo customer with several orders, and those orders."""
    by_customer: dict[str, list[dict]] = {}
    for order in demo.orders("delivered"):
        by_customer.setdefault(order["customer_id"], []).append(order)
    customer_id = next(c for c, orders in by_customer.items() if len(orders) > 1)
    return customer_id, by_customer[customer_id]


def test_the_owner_is_told_all_orders_and_each_one_s_facts(demo: Served, kim: tuple[str, list[dict]]) -> None:
    customer_id, orders = kim
    talk = demo.signed_in(customer_id, region="US")
    listed = talk.do("list_orders")
    assert listed["turn"]["outcome"] == "answered"
    assert all(order["id"] in text_of(listed) for order in orders)
    order = orders[0]
    told = text_of(talk.do("order_details", order_id=order["id"]))
    assert order["total"]["amount"] in told
    assert all(line["name"] in told for line in order["lines"])
    assert order["shipping_address"]["city"] in told
    assert order["shipping_address"]["line1"] not in told


def test_an_account_is_told_without_whole_values(demo: Served, kim: tuple[str, list[dict]]) -> None:
    talk = demo.signed_in(kim[0], region="US")
    told = talk.do("account_details")
    assert told["turn"]["tool_calls"][0]["status"] == "succeeded"
    assert "…@" in text_of(told)


@pytest.mark.parametrize(("action", "needs"), [("list_orders", False), ("account_details", False), ("order_details", True)])
def test_guests_and_other_customers_learn_nothing(
    demo: Served, kim: tuple[str, list[dict]], action: str, needs: bool
) -> None:
    customer_id, orders = kim
    arguments = {"order_id": orders[0]["id"]} if needs else {}
    guest = demo.talk(consent=True, region="US").do(action, **arguments)
    assert guest["turn"]["tool_calls"][0]["status"] == "needs_identity"
    if needs:
        other = next(o["customer_id"] for o in demo.orders("delivered") if o["customer_id"] != customer_id)
        refused = demo.signed_in(other, region="US").do(action, **arguments)
        nobody = demo.signed_in(other, region="US").do(action, order_id="HP999999")
        assert refused["turn"]["tool_calls"][0]["result"]["code"] == "not_found"
        assert text_of(refused) == text_of(nobody)


def test_anybody_is_told_what_is_sold(demo: Served) -> None:
    names = dict.fromkeys(line["name"] for order in demo.orders("delivered")[:20] for line in order["lines"])
    talk = demo.talk(consent=True, region="US")
    answers = [talk.do("product_details", name=name) for name in names]
    told = [a for a in answers if a["turn"]["tool_calls"][0]["status"] == "succeeded"]
    assert told
    for answer in told:
        product = answer["turn"]["tool_calls"][0]["result"]["product"]
        sold = [v for v in product["variants"] if v["available"]]
        assert product["name"] in text_of(answer)
        assert all(v["price"]["amount"] in text_of(answer) for v in sold)
    asked = [a for a in answers if a["turn"]["outcome"] == "asked_for_input"]  # the name of one is a part of another's
    assert len(told) + len(asked) == len(answers)
    assert talk.do("product_details", name="zeppelin tether")["turn"]["outcome"] == "action_refused"


@pytest.mark.parametrize(
    "question", ["How much does the knife sharpening workshop cost?", "what is the price of the knife sharpening workshop"]
)
def test_what_a_document_is_called_is_no_product_that_shares_a_word(demo: Served, question: str) -> None:
    article = {"title": "Knife sharpening workshop", "body": "It is held on Saturdays. It costs 27 dollars per person."}
    made = demo.call("POST", "/v1/kb/articles", article, ADMIN).json()
    try:
        answer = demo.talk(consent=True, region="US").say(question)
        assert answer["turn"]["outcome"] == "answered", text_of(answer)
        assert "27 dollars" in text_of(answer)
        assert [c["title"] for c in answer["messages"][-1]["citations"]] == ["Knife sharpening workshop"]
        knives = demo.talk(consent=True, region="US").say("How much does the chef's knife cost?")
        assert "27 dollars" not in text_of(knives)
    finally:
        demo.call("DELETE", f"/v1/kb/articles/{made['id']}", key=ADMIN)

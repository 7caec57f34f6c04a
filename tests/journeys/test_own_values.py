"""What a customer is asked to confirm is shown to them as they gave it, and stored as a token."""

import pytest

from tests.service import ADMIN, AGENT, Served

ADDRESS = {"line1": "4711 Quillback Terrace", "city": "Portland", "state": "OR", "postcode": "97209", "country": "US"}


@pytest.mark.parametrize(("how", "street"), [("form", "4711 Quillback Terrace"), ("words", "4833 Larkspur Terrace")])
def test_the_new_address_is_shown_to_its_owner_alone(demo: Served, how: str, street: str) -> None:
    pending = [o for o in demo.orders("pending") if o["shipping_address"]["country"] == "US"]
    order = pending[0 if how == "form" else 1]
    talk = demo.signed_in(order["customer_id"], region="US")
    path = f"/v1/conversations/{talk.id}/pending-action"
    assert demo.call("GET", path, key=talk.token).status_code == 404, "nothing waits yet"
    if how == "form":
        answer = talk.do("change_shipping_address", order_id=order["id"], address={**ADDRESS, "line1": street})
    else:
        answer = talk.say(f"Please send order {order['id']} to {street}, Portland, OR 97209")
    assert answer["turn"]["outcome"] == "asked_for_confirmation", answer
    quote = talk.state()["pending_action"]
    shown = demo.call("GET", path, key=talk.token).json()
    assert shown == {
        "id": quote["id"],
        "name": "change_shipping_address",
        "values": {quote["arguments"]["address"]: f"{street}, Portland OR 97209, US"},
    }
    assert street not in str([answer, talk.transcript(), talk.state()])
    assert [place for place, left in demo.stored_bytes().items() if street.encode() in left] == []
    others = demo.talk(consent=True).token
    answers = [demo.call("GET", path, key=key).status_code for key in (others, AGENT, ADMIN)]
    assert answers == [404, 403, 403]
    opened = demo.call("GET", f"/v1/audit-log?subject=conversation:{talk.id}&kind=personal_data_unsealed", key=ADMIN).json()[
        "items"
    ]
    assert ("the customer", "customer", "confirmation") in [(e["actor"], e["role"], e["detail"]["reason"]) for e in opened]
    talk.do("confirm")
    assert demo.order(order["id"])["shipping_address"]["line1"] == street
    assert demo.call("GET", path, key=talk.token).status_code == 404, "the quote has gone, and with it what it showed"


def test_who_proved_an_order_alone_is_shown_nothing_of_the_account(demo: Served) -> None:
    order = next(o for o in demo.orders("pending") if o["shipping_address"]["country"] == "US")
    talk = demo.talk(region="US", consent=True)
    talk.do("verify", order_id=order["id"], postcode=order["shipping_address"]["postcode"])
    talk.do("change_shipping_address", order_id=order["id"], address=ADDRESS)
    answer = demo.call("GET", f"/v1/conversations/{talk.id}/pending-action", key=talk.token)
    assert answer.status_code == 404 or answer.json()["values"] == {}

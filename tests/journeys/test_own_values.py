"""What a customer is asked to confirm is shown to them as they gave it, and stored as a token."""

import pytest

from tests.service import ADMIN, AGENT, Served, text_of

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


@pytest.mark.parametrize("way", ["sorry, {right}", "no wait it is {right}", "yes, {right}"])
def test_a_value_that_is_corrected_while_its_quote_waits_is_the_one_that_is_changed(demo: Served, way: str) -> None:
    customer = {"sorry": "C0006", "no": "C0007", "yes": "C0008"}[way.partition(" ")[0].rstrip(",")]
    right = f"{customer.lower()}.right@gmail.com"
    talk = demo.signed_in(customer, region="US")
    talk.say(f"please change my email to {customer.lower()}.right@gmial.com")
    corrected = talk.say(way.format(right=right))
    assert corrected["turn"]["outcome"] == "asked_for_confirmation", corrected
    talk.say("yes")
    assert talk.state()["pending_action"] is None
    account = demo.call("GET", f"/v1/backoffice/customers/{customer}", key=ADMIN).json()
    assert account["email"] == right


def test_an_address_that_is_not_whole_is_asked_for_again_and_a_spoken_one_is_written_out(demo: Served) -> None:
    talk = demo.signed_in("C0009", region="US")
    talk.say("change my email")
    assert "not whole" in text_of(talk.say("to bob at gmail"))
    assert talk.say("bob.w at gmail dot com")["turn"]["outcome"] == "asked_for_confirmation"
    assert talk.say("yes")["turn"]["outcome"] == "action_done"
    assert demo.call("GET", "/v1/backoffice/customers/C0009", key=ADMIN).json()["email"] == "bob.w@gmail.com"

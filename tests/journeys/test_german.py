"""A conversation in German: what the service says is German throughout, with money and days as they are written there."""

import re

from tests.service import Served, customer_token, text_of

_ENGLISH = re.compile(r"\b(?:the|your|you|order|please|is|with|and|to|by|of)\b", re.IGNORECASE)


def all_said(transcript: list[dict]) -> str:
    said = [m for m in transcript if m["role"] in ("assistant", "system")]
    return "\n".join([m["text"] for m in said] + [a["label"] for m in said for a in m["actions"]])


def test_a_german_conversation_is_german_from_the_greeting_to_the_receipt(demo: Served) -> None:
    order = next(o for o in demo.orders("delivered", "C0003") if o["delivered_at"] > "2000")
    talk = demo.talk(customer_token=customer_token("C0003"), region="DE", locale="de-DE")
    greeting = text_of({"messages": talk.transcript()})
    assert "der KI-Assistent von Harbour & Pine" in greeting
    assert "Darf ich Ihre Nachrichten automatisch lesen" in greeting
    assert {"Ja, ich stimme zu", "Nein, ich stimme nicht zu"} <= {
        a["label"] for m in talk.transcript() for a in m["actions"]
    }
    assert "Vielen Dank" in text_of(talk.say("Yes, I agree"))  # what the button sends, the same in every language

    assert f"Bestellung {order['id']}" in text_of(talk.say(f"Wo ist meine Bestellung {order['id']}?"))

    quote = talk.do("refund_order", order_id=order["id"], line_ids=["1"], reason="damaged")
    amount = talk.state()["pending_action"]["amount"]["amount"].replace(".", ",") + "\xa0€"
    assert re.search(rf"Ich werde {amount} auf .+ erstatten\.", text_of(quote))
    assert "Soll ich das so machen?" in text_of(quote)
    labels = [a["label"] for m in quote["messages"] for a in m["actions"]]
    assert labels[:2] == [f"{amount} erstatten", "Jetzt nicht"]
    done = talk.do("confirm")
    assert done["turn"]["outcome"] == "action_done"
    assert f"Erstattet: {amount}" in text_of(done)

    talk.ask_for_person()
    said = all_said(talk.transcript())
    assert "Ich hole jemanden aus unserem Team dazu." in said
    goods = "|".join(re.escape(line["name"]) for line in order["lines"])
    assert _ENGLISH.findall(re.sub(goods, "", said)) == [], said

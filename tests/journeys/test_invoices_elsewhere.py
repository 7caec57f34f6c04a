"""An invoice goes to the account's own address; another one that is named for it is no change of the account."""

import pytest

from tests.service import Served, text_of


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en-US", ("invoice please", "to a different mail", "bob@example.com", "yes")),
        ("en-US", ("i need an invoice", "send it to bob@example.com", "to my accountant")),
        ("de", ("rechnung bitte", "an eine andere adresse", "an bob@example.com bitte", "ja")),
    ],
)
def test_no_account_is_changed_by_where_an_invoice_is_to_go(demo: Served, locale: str, words: tuple[str, ...]) -> None:
    before = demo.ok("GET", "/v1/backoffice/customers/C0004")
    talk = demo.signed_in("C0004", region="US", locale=locale)
    answers = [talk.say(one) for one in words]
    calls = {call["name"] for answer in answers for call in answer["turn"]["tool_calls"]}
    assert calls == {"send_invoice"}
    only = "address of your account only" if locale == "en-US" else "nur an die E-Mail-Adresse Ihres Kontos"
    assert only in text_of(answers[1])
    assert all("know that it's you" not in text_of(a) and "dass Sie es sind" not in text_of(a) for a in answers)
    assert demo.ok("GET", "/v1/backoffice/customers/C0004") == before


def test_one_that_was_just_sent_is_not_sent_again_for_another_address(demo: Served) -> None:
    order = demo.orders("delivered", "C0004")[0]["id"]
    talk = demo.signed_in("C0004", region="US")
    assert talk.say(f"i need the invoice for {order}")["turn"]["outcome"] == "action_done"
    answer = talk.say("to my work email please")
    assert answer["turn"]["outcome"] == "action_refused"
    assert [call["status"] for call in answer["turn"]["tool_calls"]] == ["refused"]
    assert "address of your account only" in text_of(answer)
    changed = talk.say("then change my account email to zed@example.com")
    assert changed["turn"]["outcome"] == "asked_for_confirmation"
    assert changed["turn"]["tool_calls"][-1]["name"] == "update_account"

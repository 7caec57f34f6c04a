"""Nothing personal of a message is left in clear: not in the data folder, not in the log, not at the model's endpoint."""

import stat
from pathlib import Path

import pytest

from tests.scripted_openai import ScriptedOpenAI
from tests.service import AGENT, Served, forms_of

TOLD = {
    "card": ("my card is 4111 1111 1111 1111, please check it", "4111 1111 1111 1111"),
    "ssn": ("my social security number is 536-22-8712", "536-22-8712"),
    "email": ("write to quentin.ashworth@example.org about it", "quentin.ashworth@example.org"),
    "phone": ("call me at +1 415 555 0134", "+1 415 555 0134"),
    "iban": ("my iban is DE89 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130 00"),
    "address": ("I live at 742 Wisteria Terrace, Springfield, IL 62704", "742 Wisteria Terrace"),
}


def test_what_was_told_is_nowhere_in_clear(tmp_path: Path) -> None:
    with ScriptedOpenAI(answer=lambda _: "NO_ANSWER") as model:
        env = {"OPENAI_BASE_URL": model.base_url, "OPENAI_API_KEY": "sk-test", "SUPPORTGRAPH_MODEL": "scripted"}
        with Served(tmp_path / "data", **env) as served:
            talk = served.talk(consent=True, region="US")
            for text, _ in TOLD.values():
                talk.say(text)
            talk.do("update_account", email="quentin.ashworth@example.org", phone="+1 415 555 0134")
            talk.say("4111 1111")
            talk.say("1111 1111")
            talk.say("5105 1051")
            talk.say("0510 5100")
            shown = str(talk.transcript())
            for text, _ in TOLD.values():
                served.talk(consent=True, region="US").say(f"hmm my thing is kind of weird, what now? {text}")
        left = served.stored_bytes()
        left["model"] = "\n".join(str(r) for r in model.requests).encode()
    assert model.requests, "the model was never asked, so this proves nothing"
    values = {kind: value for kind, (_, value) in TOLD.items()}
    found = [
        f"{kind} in {place}"
        for kind, value in values.items()
        for form in forms_of(value)
        for place, data in left.items()
        if form in data
    ]
    assert not found
    assert b"5105 1051" not in left["supportgraph.db"], "the first piece stays nowhere, not even as what a turn was given"
    assert "4111" not in shown
    assert "[CARD_1]" in shown
    assert stat.S_IMODE((tmp_path / "data" / "vault.key").stat().st_mode) == 0o600


@pytest.mark.parametrize("consent", [None, False])
def test_before_a_yes_no_model_reads_anything_in_an_opt_in_region(tmp_path: Path, consent: bool | None) -> None:
    with ScriptedOpenAI(answer=lambda _: "NO_ANSWER") as model:
        env = {"OPENAI_BASE_URL": model.base_url, "OPENAI_API_KEY": "sk-test", "SUPPORTGRAPH_MODEL": "scripted"}
        with Served(tmp_path / "data", demo=False, **env) as served:
            body = {"region": "DE"} if consent is None else {"region": "DE", "consent": consent}
            talk = served.talk(**body)
            assert talk.say("hmm, my thing is kind of weird, what now?")["turn"]["outcome"] == "asked_for_consent"
            assert not model.requests
            served.call("PUT", f"/v1/conversations/{talk.id}/consent", {"granted": True}, talk.token)
            talk.say("hmm, my thing is kind of weird, what now?")
            assert model.requests


def test_a_bare_answer_to_a_person_is_masked(demo: Served) -> None:
    talk = demo.talk(region="US", consent=True)
    handoff = talk.ask_for_person()["id"]
    demo.ok("POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
    for asked, answer, token in (
        ("May I have your date of birth?", "4 July 1980", "[DATE_OF_BIRTH_1]"),
        ("And what is your passport number?", "X12345678", "[PASSPORT_1]"),
    ):
        demo.ok("POST", f"/v1/handoffs/{handoff}/messages", {"text": asked}, AGENT)
        talk.say(answer)
        assert talk.transcript()[-1]["text"] == token


def test_an_address_that_was_asked_for_is_masked_in_any_countrys_order(demo: Served) -> None:
    talk = demo.signed_in("C0001", region="US")
    order = demo.orders("pending", "C0001")[0]["id"]
    talk.say(f"change the delivery address of {order}")
    answer = talk.say("91 Lakeview, Madison, WI 53703")
    said = [m["text"] for m in talk.transcript() if m["role"] == "customer"]
    assert said[-1] == "[ADDRESS_1]"
    assert answer["turn"]["outcome"] == "asked_for_confirmation"

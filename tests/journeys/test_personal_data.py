"""Nothing personal of a message is left in clear: not in the data folder, not in the log, not at the model's endpoint."""

import stat
from pathlib import Path

import pytest

from tests.scripted_openai import ScriptedOpenAI
from tests.service import Served, forms_of

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

"""A chat model that reads acts, over the whole service: what it understands is served, and a hostile one brings nothing about."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from tests.scripted_openai import Request, ScriptedOpenAI, words_of
from tests.service import Served, Talk

MINE = "HP104233"  # of C0001
VAGUE = f"hmm, anything new about {MINE}? asking for my aunt"


class Script:
    """Says these acts where acts are asked for, and no answer elsewhere."""

    def __init__(self) -> None:
        self.acts: Sequence[dict[str, Any]] = []
        self.raw: str | None = None
        self.asked: list[Request] = []

    def __call__(self, request: Request) -> str:
        if '"dialogue"' not in words_of(request):
            return "NO_ANSWER"
        self.asked.append(request)
        return self.raw if self.raw is not None else json.dumps({"acts": list(self.acts)})


@pytest.fixture(scope="module")
def script() -> Script:
    return Script()


@pytest.fixture(scope="module")
def served(script: Script, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with ScriptedOpenAI(answer=script) as server:
        env = {"OPENAI_BASE_URL": server.base_url, "OPENAI_API_KEY": "sk-test", "SUPPORTGRAPH_MODEL": "scripted"}
        with Served(tmp_path_factory.mktemp("reader") / "data", **env) as process:
            yield process


@pytest.fixture
def talk(served: Served, script: Script) -> Talk:
    script.acts, script.raw, script.asked = [], None, []
    return served.signed_in("C0001", region="US")


def act(span: str, intent: str | None = None, kind: str = "wish", **more: Any) -> dict[str, Any]:
    return {"act": kind, "intent": intent, "span": span, **more}


def order(words: str, handle: str | None = None) -> dict[str, Any]:
    return {"orders": [{"words": words, "handle": handle}]}


def test_what_the_model_reads_is_served(talk: Talk, script: Script) -> None:
    script.acts = [
        act(f"anything new about {MINE}", "track_order", **order(MINE)),
        act("asking for my aunt", "out_of_scope", "talk"),
    ]
    answer = talk.say(VAGUE)
    assert script.asked
    assert answer["turn"]["intent"] == "track_order"
    assert [(a["act"], a["intent"], a["order_id"]) for a in answer["turn"]["acts"]] == [("wish", "track_order", MINE)]
    assert MINE in str(answer["messages"])


def test_a_plain_message_costs_no_request(talk: Talk, script: Script) -> None:
    assert talk.say(f"where is {MINE}?")["turn"]["intent"] == "track_order"
    assert not script.asked


HOSTILE = {
    "cancel": [act(f"anything new about {MINE}", "cancel_order", **order(MINE))],
    "refund": [act(f"anything new about {MINE}", "request_refund", **order(MINE), amount="900.00")],
    "return": [act(VAGUE, "return_items", **order(MINE), goods=[{"words": "my aunt", "quantity": 2}])],
    "delete": [act("asking for my aunt", "delete_account")],
    "address": [act(VAGUE, "change_shipping_address", **order(MINE))],
    "report": [act(VAGUE, "report_problem", "report", problem="damaged", **order(MINE))],
    "made-up order": [act(VAGUE, "cancel_order", **order("HP104251"))],
    "handle": [act(VAGUE, "cancel_order", **order("my aunt", "order 1"))],
    "wrong span": [act("please cancel it", "cancel_order", **order(MINE))],
    "person": [act("asking for my aunt", "human_agent")],
    "mail": [act("asking for my aunt", "send_invoice", **order(MINE)), act("asking for my aunt", "reset_password")],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_model_brings_nothing_about(talk: Talk, script: Script, name: str) -> None:
    script.acts = HOSTILE[name]
    answer = talk.say(VAGUE)
    assert script.asked
    state = talk.state()
    assert state["pending_action"] is None
    assert state["status"] == "open"
    assert not {"action_done", "asked_for_confirmation", "handed_off"} & {answer["turn"]["outcome"]}


def test_a_models_yes_confirms_nothing(talk: Talk, script: Script) -> None:
    """The order is quoted by the customer's own words; then the model says yes to everything."""
    quoted = talk.say("please refund one of the tea towels of HP104233, it arrived torn")
    assert talk.state()["pending_action"] is not None, quoted
    script.acts = [act("so many words", None, "yes"), act("hmm", "out_of_scope", "yes")]
    script.asked = []
    answer = talk.say("hmm, so many words. what does this even mean?")
    assert script.asked
    assert answer["turn"]["outcome"] != "action_done"
    assert "affirm" not in [a["intent"] for a in answer["turn"]["acts"]]
    assert "yes" not in [a["act"] for a in answer["turn"]["acts"]]


@pytest.mark.parametrize("raw", ["no idea", '{"acts": [{"act": "wish"', "[]", "{" * 9000, "x" * 300_000])
def test_output_that_is_no_acts_leaves_the_embedded_reading(talk: Talk, script: Script, raw: str) -> None:
    script.raw = raw
    answer = talk.say(f"where is {MINE}, and how long do refunds take?")
    assert len(script.asked) == 2
    assert answer["turn"]["status"] == "completed"
    assert "track_order" in [a["intent"] for a in answer["turn"]["acts"]]
    assert MINE in str(answer["messages"])


def test_urgent_words_are_for_a_person_whatever_a_model_says(talk: Talk, script: Script) -> None:
    script.acts = [act("where is it", "track_order")]
    answer = talk.say("the charger exploded and burnt my hand, where is it from?")
    assert not script.asked
    assert answer["turn"]["outcome"] == "handed_off"

"""How the two versions ask when they are not sure: v1 openly, v2 by naming what is likely."""

import json
from pathlib import Path

import pytest
from pydantic import SecretStr

from domain.actions import ACTION_OF_INTENT
from domain.intents import ACTION_INTENTS
from domain.ports.understanding import IntentGuess
from domain.rules.policy import FailureRule
from graphs.routes import after_reading_choice, after_trying_to_answer, after_weighing
from graphs.versions.registry import V2
from nodes.deps import VersionSettings
from nodes.reading.choices import NEITHER, WISHES, label, read_choice_among
from nodes.reading.weigh_intents import candidates
from nodes.state import ConversationState
from supportgraph.configuration.rule_files import load_policy
from tests.graphs.inside import InsideTalk, inside
from tests.scripted_openai import Request, ScriptedOpenAI, words_of

UNCLEAR = "I'd like to get rid of these boots"
THREE = ["cancel_order", "exchange_items", "return_items"]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Return something", "return_items"),
        ("return something", "return_items"),
        ("return it please", "return_items"),
        ("send them back", "return_items"),
        ("swap", "exchange_items"),
        ("The second one, please", "exchange_items"),
        ("1", "cancel_order"),
        ("option 3", "return_items"),
        ("the last", "return_items"),
        ("None of these", NEITHER),
        ("neither of them", NEITHER),
        ("no", NEITHER),
        ("something else", NEITHER),
        # no choices at all, or more than one:
        ("yes", None),
        ("cancel or return", None),
        ("Where is my parcel?", None),
        ("the fourth", None),
        ("I want to talk to a person", None),
        ("I want to return the boots of my order because they are too small", None),
    ],
)
def test_a_choice_is_read_by_rules(said: str, meant: str | None) -> None:
    assert read_choice_among(THREE, said) == meant


def test_every_action_can_be_named_and_its_button_chooses_it() -> None:
    assert set(WISHES) == set(ACTION_INTENTS) & set(ACTION_OF_INTENT)
    for intent in WISHES:
        assert read_choice_among([intent, *(w for w in WISHES if w != intent)], label(intent)) == intent


def test_only_wishes_that_are_about_equally_likely_are_named() -> None:
    guess = IntentGuess(
        intent="cancel_order", confidence=0.45, alternatives=[("deny", 0.3), ("return_items", 0.2), ("track_order", 0.05)]
    )
    assert candidates("cancel_order", guess, 0.33) == ["cancel_order", "return_items"]
    assert candidates("cancel_order", guess, 0.5) == []
    lone = IntentGuess(intent="cancel_order", confidence=0.8, alternatives=[("return_items", 0.15)])
    assert candidates("cancel_order", lone, 0.33) == []
    outside = IntentGuess(intent="out_of_scope", confidence=0.8, alternatives=[("track_order", 0.4), ("change_order", 0.3)])
    assert candidates("out_of_scope", outside, 0.33) == ["track_order", "change_order"]


def test_a_question_is_answered_before_anything_is_asked() -> None:
    state: ConversationState = {
        "turn": {"kind": "text", "text": "How do I return something?", "may_read": True},
        "intent": "return_items",
        "candidates": ["return_items", "exchange_items"],
    }
    assert after_weighing(state) == "answer_question"
    assert after_trying_to_answer({**state, "outcome": "answered"}) == "count_failure"
    assert after_trying_to_answer({**state, "outcome": None}) == "ask_which"
    assert after_trying_to_answer({**state, "intent": "out_of_scope", "outcome": "not_understood"}) == "ask_which"
    assert after_weighing({**state, "turn": {**state["turn"], "text": "return"}}) == "ask_which"
    assert after_reading_choice({"intent": "return_items"}) == "return_items"
    assert after_reading_choice({"intent": "out_of_scope"}) == "clarify"
    assert after_reading_choice({"intent": None}) == "understand"


def test_a_version_may_have_a_failure_rule_of_its_own() -> None:
    policy = load_policy(None)
    assert VersionSettings().over(policy) is policy
    patient = VersionSettings(failures=FailureRule(offer_person_after=4, hand_off_after=6)).over(policy)
    assert (patient.failures.offer_person_after, patient.actions) == (4, policy.actions)


async def asked_which(talk: InsideTalk) -> dict:
    answer = await talk.say(UNCLEAR)
    assert answer["turn"]["outcome"] == "asked_for_input"
    return answer


async def test_v2_names_what_is_likely_and_does_what_was_chosen_where_v1_takes_the_likeliest(tmp_path: Path) -> None:
    async with inside(tmp_path / "data") as served:
        v1 = await served.talk("C0078", graph_version="support-v1")
        assert (await v1.say(UNCLEAR))["turn"]["tool_calls"]  # the likeliest wish is taken

        v2 = await served.talk("C0078", graph_version="support-v2")
        asked = await asked_which(v2)
        buttons = [a for m in asked["messages"] for a in m["actions"] if a["kind"] == "reply"]
        assert buttons[-1]["label"] == NEITHER
        value = {b["label"]: b["value"] for b in buttons[:-1]}
        assert set(value) == {label(i) for i in THREE}  # about equally likely, so in any order
        assert not asked["turn"]["tool_calls"]
        chosen = await v2.say(value[label("return_items")])
        assert (chosen["turn"]["intent"], chosen["turn"]["confidence"]) == ("return_items", 1.0)
        assert chosen["turn"]["tool_calls"][0]["name"] == "return_items"

        # An order named with the choice goes along with it.
        v2 = await served.talk("C0078", graph_version="support-v2")
        await asked_which(v2)
        chosen = await v2.say("return HP112436")
        assert chosen["turn"]["tool_calls"][0]["arguments"]["order_id"] == "HP112436"
        assert chosen["turn"]["outcome"] == "asked_for_confirmation"

        # "None of these" is asked openly and counts; the same question is not put twice in a row.
        v2 = await served.talk("C0078", graph_version="support-v2")
        await asked_which(v2)
        openly = await v2.say(NEITHER)
        assert (openly["turn"]["outcome"], openly["turn"]["failures"]) == ("not_understood", 1)
        await asked_which(v2)
        again = await v2.say(UNCLEAR)
        assert again["turn"]["tool_calls"], "the second time the likeliest is taken, as v1 does"

        # What is no choice is read like any message, and the choice is gone after it.
        v2 = await served.talk("C0078", graph_version="support-v2")
        await asked_which(v2)
        other = await v2.say("How long does delivery take?")
        assert other["turn"]["outcome"] == "answered"
        late = await v2.say("the second")
        assert late["turn"]["intent"] != "exchange_items"


async def test_v2_tells_the_model_that_it_may_be_unsure_and_then_asks_the_customer(tmp_path: Path) -> None:
    sure = False

    def scripted(request: Request) -> str:
        return json.dumps({"intent": "exchange_items", "confidence": 0.95 if sure else 0.4})

    sentence = V2.settings.prompts.classify
    with ScriptedOpenAI(answer=scripted) as model:
        endpoint = {"model": "scripted", "openai_base_url": model.base_url, "openai_api_key": SecretStr("sk-test")}
        async with inside(tmp_path / "data", **endpoint) as served:
            v1 = await served.talk("C0078", graph_version="support-v1")
            assert (await v1.say(UNCLEAR))["turn"]["tool_calls"][0]["name"] == "exchange_items"
            assert sentence not in words_of(model.requests[-1])

            v2 = await served.talk("C0078", graph_version="support-v2")
            asked = await asked_which(v2)
            assert words_of(model.requests[-1]).count(sentence) == 1
            assert asked["messages"][0]["actions"][0]["label"] == label("exchange_items"), "the model's word comes first"
            sure = True
            v2 = await served.talk("C0078", graph_version="support-v2")
            assert (await v2.say(UNCLEAR))["turn"]["tool_calls"][0]["name"] == "exchange_items"

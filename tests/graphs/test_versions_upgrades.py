"""Conversations that an earlier release left go on; those that a newer one left wait for it, and nothing of them is lost."""

import base64
import json
from pathlib import Path
from typing import Any, TypedDict
from uuid import uuid4

import pytest
from langgraph.graph import END, START, StateGraph
from langgraph.types import Command, interrupt

from domain.errors import ConversationUnreadable
from graphs.engine.checkpointer import TurnSaver, VersionedSaver
from graphs.versions.registry import REGISTRY
from graphs.versions.state_migrations import UPGRADES, upgraded
from nodes.state import SCHEMA_VERSION, ConversationState
from records.conversations import SavedCheckpoint
from tests.graphs.inside import Inside, InsideTalk, inside
from tests.graphs.recorded.record import FOLDER, STORIES, path_of


def recorded(path: Path) -> SavedCheckpoint:
    document = json.loads(path.read_text())
    return SavedCheckpoint(document["checkpoint_id"], document["kind"], base64.b64decode(document["data"]))


def test_every_earlier_schema_has_its_upgrade_and_its_recordings() -> None:
    earlier = list(range(1, SCHEMA_VERSION))
    assert sorted(UPGRADES) == earlier
    assert earlier
    assert {p.name for p in FOLDER.glob("*schema_*.json")} >= {path_of(s, n).name for s in STORIES for n in earlier}
    assert {v.schema_version for v in REGISTRY.versions.values()} == {SCHEMA_VERSION}, "versions share their nodes' state"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("schema_*.json")), ids=lambda p: p.stem)
def test_a_recorded_state_is_upgraded_to_channels_that_there_are(path: Path) -> None:
    saver = TurnSaver()
    checkpoint, _, _ = saver.serde.loads_typed((recorded(path).kind, recorded(path).data))
    state = {k: v for k, v in checkpoint["channel_values"].items() if not k.startswith(("branch:", "__"))}
    schema = int(path.stem.split("_")[1])
    assert state["schema_version"] == schema
    result = upgraded(state, SCHEMA_VERSION)
    assert result["schema_version"] == SCHEMA_VERSION
    assert not set(result) - set(ConversationState.__annotations__)
    known = state["identity"]
    assert (result["identity"]["level"], result["identity"]["customer_id"]) == (known["level"], known["customer_id"])
    assert upgraded(result, SCHEMA_VERSION) is result


def test_what_was_only_claimed_in_an_earlier_schema_counts_for_nothing() -> None:
    """There the customer of a code that was on its way stood where a proven one stands."""
    claimed = {"level": "guest", "customer_id": "C1", "code_digest": "ab", "code_expires": "2999-01-01T00:00:00+00:00"}
    identity = upgraded({"schema_version": 2, "identity": claimed}, SCHEMA_VERSION)["identity"]
    assert (identity["level"], identity["customer_id"], identity["code"]) == ("guest", None, None)
    signed_in = {"level": "signed_in", "customer_id": "C1"}
    left = {"schema_version": 2, "identity": signed_in, "turn": {"at": "2026-11-20T10:00:00+00:00"}}
    assert upgraded(left, SCHEMA_VERSION)["identity"]["until"] == "2026-11-21T10:00:00+00:00"


def test_upgrades_run_one_after_the_other_and_a_gap_or_a_newer_state_is_refused() -> None:
    steps = {1: lambda s: {**s, "a": 1}, 2: lambda s: {**s, "b": s["a"] + 1}}
    assert upgraded({"schema_version": 1}, 3, steps) == {"schema_version": 3, "a": 1, "b": 2}
    assert upgraded({}, 2, steps) == {"schema_version": 2, "a": 1}
    with pytest.raises(ConversationUnreadable, match="no upgrade leads from state schema 3"):
        upgraded({"schema_version": 1}, 4, steps)
    with pytest.raises(ConversationUnreadable, match="run the newer release"):
        upgraded({"schema_version": 4}, 3, steps)


class Before(TypedDict, total=False):
    schema_version: int
    basket: list[str]
    said: str


class After(TypedDict, total=False):
    schema_version: int
    cart: list[dict[str, str]]
    said: str


async def wait(state: Any) -> Any:
    return {"said": interrupt("?")}


async def look(state: Any) -> Any:
    return {}


def shop(shape: Any) -> Any:
    graph = StateGraph(shape)
    graph.add_node("look", look)
    graph.add_node("wait", wait)
    graph.add_edge(START, "look")
    graph.add_conditional_edges("look", lambda s: "wait" if s.get("said") == "person" else END, ["wait", END])
    graph.add_edge("wait", END)
    return graph


@pytest.mark.parametrize("is_waiting", [False, True])
async def test_a_renamed_channel_keeps_its_value_over_the_turns_that_follow(is_waiting: bool) -> None:
    saver = TurnSaver()
    config = {"configurable": {"thread_id": "t"}}
    old = shop(Before).compile(checkpointer=saver)
    saver.begin("t", None)
    said = "person" if is_waiting else "hello"
    await old.ainvoke({"schema_version": 1, "basket": ["mug"], "said": said}, config, durability="exit")
    saved = saver.end("t")

    steps = {1: lambda s: {"schema_version": 2, "cart": [{"item": i} for i in s["basket"]], "said": s["said"]}}
    read = VersionedSaver(saver, lambda s: upgraded(s, 2, steps), ["look", "wait"])
    new = shop(After).compile(checkpointer=read)
    for turn in range(3):
        saver.begin("t", saved)
        given = Command(resume="back") if is_waiting and turn == 0 else {"said": f"turn {turn}"}
        values = await new.ainvoke(given, config, durability="exit")
        saved = saver.end("t")
        assert values["cart"] == [{"item": "mug"}]
        assert values["schema_version"] == 2
        assert values["said"] == ("back" if is_waiting and turn == 0 else f"turn {turn}")
    assert saved is not None
    assert "basket" not in saver.values(saved)


async def left_by_schema_1(served: Inside, story: str) -> InsideTalk:
    """A conversation as it stands in a database that a release of schema 1 wrote."""
    talk = await STORIES[story](served)
    await talk.stands_at(recorded(path_of(story, 1)))
    return talk


async def schema_of(talk: InsideTalk) -> int:
    saved = await talk.checkpoint()
    assert saved is not None
    return int(TurnSaver().values(saved)["schema_version"])


async def test_conversations_that_schema_1_left_go_on_the_interrupted_ones_too(tmp_path: Path) -> None:
    async with inside(tmp_path / "data") as served:
        talk = await left_by_schema_1(served, "greeted")
        assert (await talk.say("How long does delivery take?"))["turn"]["outcome"] == "answered"
        assert await schema_of(talk) == SCHEMA_VERSION

        talk = await left_by_schema_1(served, "asked_for_an_order")
        looked = await talk.say("HP104233, mia.torres@example.com")
        looked = await talk.say("HP104251 and my e-mail is maya.torres1@example.com")
        calls = [(c["name"], c["status"]) for c in looked["turn"]["tool_calls"]]
        assert calls == [("verify", "succeeded"), ("track_order", "succeeded")], "what was begun is gone on with"

        talk = await left_by_schema_1(served, "waiting_for_a_person")
        assert (await talk.person("return_to_bot")).status_code == 200
        assert (await talk.state())["status"] == "open"
        assert (await talk.texts())[-1].startswith("You're back with the AI assistant")
        assert (await talk.say("Hello"))["turn"]["outcome"] == "answered"

        talk = await left_by_schema_1(served, "waiting_for_approval")
        assert (await talk.person("approve")).status_code == 200
        order = await served.service.desk.order("HP112436")
        assert order is not None
        assert [str(p.amount.amount) for p in order.payments if p.kind == "refund"] == ["345.00"]
        assert await schema_of(talk) == SCHEMA_VERSION


async def test_a_conversation_of_a_newer_schema_waits_for_its_release_and_loses_nothing(tmp_path: Path) -> None:
    async with inside(tmp_path / "data") as served:
        serde = TurnSaver().serde
        talk = await served.talk()
        ours = await talk.checkpoint()
        assert ours is not None
        checkpoint, metadata, writes = serde.loads_typed((ours.kind, ours.data))
        checkpoint["channel_values"]["schema_version"] = SCHEMA_VERSION + 1
        kind, data = serde.dumps_typed([checkpoint, metadata, writes])
        newer = SavedCheckpoint(ours.checkpoint_id, kind, data)
        await talk.stands_at(newer)

        body = {"text": "How long does delivery take?", "client_message_id": str(uuid4())}
        path = f"/v1/conversations/{talk.id}/messages"
        refused = await served.call("POST", path, body, talk.token)
        assert (refused.status_code, refused.json()["code"]) == (503, "conversation_unreadable")
        assert refused.headers["Retry-After"] == "30"
        assert f"schema {SCHEMA_VERSION + 1}" in refused.json()["detail"]
        assert await talk.checkpoint() == newer
        assert (await talk.texts())[-1] == body["text"]

        await talk.stands_at(ours)  # the newer release is back: it reads its own
        answered = await served.call("POST", path, body, talk.token)
        assert (answered.status_code, answered.json()["turn"]["outcome"]) == (200, "answered")
        assert (await talk.texts()).count(body["text"]) == 1

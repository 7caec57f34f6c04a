"""What a deploy does to conversations that wait for a person: a version beside theirs, a renamed node, a version taken away."""

import dataclasses
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from langgraph.graph import END

from domain.messages.messages import Messages
from graphs.engine.checkpointer import TurnSaver
from graphs.support import SupportGraph, support_graph
from graphs.versions.registry import REGISTRY, V1, V2, GraphVersions, Registry, RetiredVersion
from graphs.versions.state_migrations import with_aliases
from tests.graphs.inside import Inside, InsideTalk, inside, with_registry
from tests.service import AGENT, ENGINEER, Served
from tests.service_forks import run_command

BACK = Messages.load().speaking("en-US")("back-with-assistant")
ONLY_V1 = Registry({V1.name: V1}, V1.name)


def renamed() -> SupportGraph:
    """`support-v1` after its waiting node was given another name."""
    graph = support_graph()
    graph.nodes["wait_for_person"] = graph.nodes.pop("hand_off")
    graph.branches["wait_for_person"] = graph.branches.pop("hand_off")
    leading_to_it = graph.branches["guard_output"]
    for name, branch in leading_to_it.items():
        leading_to_it[name] = branch._replace(ends={"hand_off": "wait_for_person", END: END})
    return graph


WITHOUT_ALIAS = Registry({V1.name: dataclasses.replace(V1, build=renamed)}, V1.name)
WITH_ALIAS = Registry(
    {V1.name: dataclasses.replace(V1, build=renamed, node_aliases={"hand_off": "wait_for_person"})}, V1.name
)


async def waiting(served: Inside) -> InsideTalk:
    talk = await served.talk()
    await talk.say("Hello")
    await talk.ask_for_person()
    assert (await talk.state())["status"] == "waiting_for_human"
    return talk


async def approval(served: Inside) -> InsideTalk:
    talk = await served.talk("C0078")
    await talk.do("refund_order", order_id="HP112436", reason="damaged")
    assert (await talk.do("confirm"))["conversation"]["status"] == "waiting_for_approval"
    return talk


async def refunds(served: Inside) -> list[str]:
    order = await served.service.desk.order("HP112436")
    assert order is not None
    return [str(p.amount.amount) for p in order.payments if p.kind == "refund"]


async def test_what_v1_left_waiting_is_resumed_after_v2_is_deployed_and_takes_all_new_conversations(tmp_path: Path) -> None:
    data = tmp_path / "data"
    async with inside(data, with_registry(ONLY_V1)) as served:
        one, two = await waiting(served), await approval(served)
    async with inside(data, with_registry(dataclasses.replace(REGISTRY, default=V2.name))) as served:
        whole = {"weights": {V2.name: 1}}
        assert (await served.call("PUT", "/v1/graph-versions/rollout", whole, ENGINEER)).status_code == 200
        assert (await served.talk()).made["graph_version"] == V2.name
        one, two = one.again(served), two.again(served)
        assert (await one.person("return_to_bot")).status_code == 200
        assert (await one.texts())[-1] == BACK
        assert (await one.state())["graph_version"] == V1.name
        unclear = await one.say("I'd like to get rid of these boots")
        assert unclear["turn"]["intent"] == "cancel_order"
        assert unclear["turn"]["tool_calls"], "v1's way, not v2's question"
        assert (await two.person("approve")).status_code == 200
        assert await refunds(served) == ["345.00"]


async def test_a_conversation_that_waits_at_a_renamed_node_is_resumed_once_by_its_node_alias(tmp_path: Path) -> None:
    data = tmp_path / "data"
    async with inside(data, with_registry(ONLY_V1)) as served:
        one, two = await waiting(served), await approval(served)
    async with inside(data, with_registry(WITH_ALIAS)) as served:
        one, two = one.again(served), two.again(served)
        handoff = (await one.state())["handoff"]["id"]
        first = await one.person("return_to_bot")
        path = f"/v1/handoffs/{handoff}/resume"
        again = await served.call("POST", path, {"action": "return_to_bot"}, AGENT)
        assert (first.status_code, again.status_code) == (200, 200)
        assert first.json() == again.json()
        assert (await one.texts()).count(BACK) == 1
        assert (await two.person("approve")).status_code == 200
        assert await refunds(served) == ["345.00"]
        # From now on it waits under the new name.
        await one.ask_for_person()
        saved = await one.checkpoint()
        assert saved is not None
        assert b"branch:to:wait_for_person" in saved.data
        assert (await one.person("return_to_bot")).status_code == 200
        assert (await one.texts()).count(BACK) == 2


async def test_without_a_node_alias_the_decision_is_refused_loudly_and_carried_out_by_the_release_that_has_one(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    data = tmp_path / "data"
    async with inside(data, with_registry(ONLY_V1)) as served:
        talk = await waiting(served)
    async with inside(data, with_registry(WITHOUT_ALIAS)) as served:
        talk = talk.again(served)
        refused = await talk.person("return_to_bot")
        assert (refused.status_code, refused.json()["code"]) == (503, "conversation_unreadable")
        assert "'hand_off'" in refused.json()["detail"]
        assert BACK not in await talk.texts()
        assert [r for r in caplog.records if r.levelname == "ERROR" and "hand_off" in r.getMessage()]
    async with inside(data, with_registry(WITH_ALIAS)) as served:
        talk = talk.again(served)
        answered = await talk.say("Hello")
        texts = await talk.texts()
        assert answered["turn"]["outcome"] == "answered"
        assert texts.count(BACK) == 1
        assert texts.index(BACK) < texts.index(answered["messages"][0]["text"], 4), (
            "the decision comes before what was said later"
        )


def test_a_node_alias_that_fits_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="must be free"):
        with_aliases(support_graph(), {"hand_off": "take_back"})
    with pytest.raises(ValueError, match="must be free"):
        with_aliases(support_graph(), {"gone": "never_there"})


def test_the_service_does_not_start_without_a_version_that_conversations_are_open_on(tmp_path: Path) -> None:
    with Served(tmp_path / "data") as served:
        open_one, closed_one = served.talk(), served.talk()
        assert served.call("POST", f"/v1/conversations/{closed_one.id}/close", {}, closed_one.token).status_code == 200

    def pin(talk_id: str, version: str) -> None:
        with sqlite3.connect(served.data / "supportgraph.db") as connection:
            connection.execute("UPDATE conversation SET graph_version = ? WHERE id = ?", (version, talk_id))

    def starts() -> tuple[bool, str]:
        done = run_command("serve", env=served.env)
        return done.returncode == 0, done.stdout + done.stderr

    pin(open_one.id, "support-v0")
    well, said = starts()
    assert not well
    assert "support-v0" in said
    assert "docs/graph-versions.md" in said
    assert "Traceback" not in said
    pin(open_one.id, "support-v1")
    pin(closed_one.id, "support-v0")  # what has ended needs no graph
    with Served(tmp_path / "data") as served:
        assert served.call("GET", f"/v1/conversations/{open_one.id}", key=open_one.token).status_code == 200


def forget_the_boots(state: dict[str, Any]) -> dict[str, Any]:
    """How the state of v1 would become one of v2, if v1 were taken away: not the same when done twice."""
    return {**state, "topic": f"{state.get('topic') or ''}+"}


async def test_a_retired_version_s_conversations_go_on_by_its_successor_each_migrated_once(tmp_path: Path) -> None:
    data = tmp_path / "data"
    async with inside(data, with_registry(ONLY_V1)) as served:
        idle = await served.talk("C0078")
        held, money = await waiting(served), await approval(served)
    retired = RetiredVersion(V1.name, V2.name, forget_the_boots, node_aliases={})
    v2_alone = Registry({V2.name: V2}, V2.name, {V1.name: retired})
    async with inside(data, with_registry(v2_alone)) as served:
        idle, held, money = idle.again(served), held.again(served), money.again(served)
        asked = await idle.say("I'd like to get rid of these boots")
        assert asked["turn"]["outcome"] == "asked_for_input", "v2's way"
        assert (await idle.say("return something"))["turn"]["intent"] == "return_items"
        saved = await idle.checkpoint()
        assert saved is not None
        values = TurnSaver().values(saved)
        assert (values["topic"], values["migrated_to"]) == ("+", V2.name)

        assert (await held.person("return_to_bot")).status_code == 200
        assert (await held.texts())[-1] == BACK
        assert (await money.person("approve")).status_code == 200
        assert await refunds(served) == ["345.00"]

        items = (await served.call("GET", "/v1/graph-versions", None, ENGINEER)).json()["items"]
        assert [(i["name"], i["migrates_to"], i["open_conversations"]) for i in items] == [
            (V2.name, None, 0),
            (V1.name, V2.name, 3),
        ]
        refused = await served.call("POST", "/v1/conversations", {"graph_version": V1.name}, ENGINEER)
        assert refused.status_code == 400


def test_versions_may_retire_one_after_the_other() -> None:
    chain = Registry(
        {V2.name: V2},
        V2.name,
        {
            "support-v0": RetiredVersion("support-v0", V1.name, lambda s: {**s, "topic": "0"}, {"wait": "hand_off"}),
            V1.name: RetiredVersion(V1.name, V2.name, lambda s: {**s, "topic": f"{s['topic']}1"}),
        },
    )
    versions = GraphVersions(None, chain)
    assert versions.successor("support-v0") == V2.name
    assert {"wait", "hand_off"} <= set(versions.compiled("support-v0").nodes)
    assert "wait" not in versions.compiled(V1.name).nodes
    read = versions._read  # what a turn reads, without a turn
    state = {"schema_version": V2.schema_version, "topic": ""}
    assert read("support-v0", V2, state)["topic"] == "01"
    half = {**state, "topic": "0", "migrated_to": V1.name}
    assert read("support-v0", V2, half) == {**half, "topic": "01", "migrated_to": V2.name}
    assert read(V2.name, V2, state) is state

"""Who gets which version: drawn by share, sticky, in force everywhere at once, and refused where it makes no sense."""

import json
from collections import Counter
from pathlib import Path

import pytest

from domain.errors import ValidationFailed
from graphs.versions.registry import checked_weights, draw
from tests.graphs.inside import inside
from tests.service import ADMIN, AGENT, ENGINEER, Served

KNOWN = ("support-v1", "support-v2", "support-v3")
PATH = "/v1/graph-versions/rollout"
KEYS = [f"customer-{n}" for n in range(4000)]


def drawn(weights: dict[str, float]) -> dict[str, str]:
    return {key: draw(weights, key, KNOWN, "support-v1") for key in KEYS}


def test_shares_are_met_and_the_same_key_gets_the_same_version() -> None:
    weights = {"support-v1": 0.7, "support-v2": 0.2, "support-v3": 0.1}
    first = drawn(weights)
    assert first == drawn(dict(reversed(weights.items())))
    shares = Counter(first.values())
    for name, share in weights.items():
        assert abs(shares[name] / len(KEYS) - share) < 0.025  # four standard errors


def test_when_a_share_grows_customers_move_to_that_version_and_no_one_leaves_it() -> None:
    before, after = drawn({"support-v1": 0.9, "support-v2": 0.1}), drawn({"support-v1": 0.7, "support-v2": 0.3})
    moved = [(before[k], after[k]) for k in KEYS if before[k] != after[k]]
    assert set(moved) == {("support-v1", "support-v2")}
    assert abs(len(moved) / len(KEYS) - 0.2) < 0.025

    before = drawn({"support-v1": 0.8, "support-v2": 0.1, "support-v3": 0.1})
    after = drawn({"support-v1": 0.6, "support-v2": 0.3, "support-v3": 0.1})
    assert not [k for k in KEYS if before[k] == "support-v2" != after[k]]
    assert sum(before[k] != after[k] for k in KEYS) < 0.25 * len(KEYS)


def test_a_share_of_nothing_and_a_version_of_another_release_are_never_drawn() -> None:
    assert set(drawn({"support-v1": 0.0, "support-v2": 1.0}).values()) == {"support-v2"}
    assert set(drawn({"support-v2": 0.5, "support-v9": 0.5}).values()) == {"support-v2"}
    assert set(drawn({"support-v9": 1.0}).values()) == {"support-v1"}
    assert set(drawn({}).values()) == {"support-v1"}


@pytest.mark.parametrize(
    ("weights", "field"),
    [
        ({"support-v1": 0.5, "nope": 0.5}, "weights.nope"),
        ({"support-v1": 1.5, "support-v2": -0.5}, "weights.support-v2"),
        ({"support-v1": float("nan")}, "weights.support-v1"),
        ({"support-v1": 0.5, "support-v2": 0.4}, "weights"),
        ({}, "weights"),
    ],
)
def test_shares_that_make_no_whole_are_refused_with_the_field(weights: dict[str, float], field: str) -> None:
    with pytest.raises(ValidationFailed) as refused:
        checked_weights(weights, KNOWN)
    errors = refused.value.extra["errors"]
    assert isinstance(errors, list)
    assert field in [e["field"] for e in errors]


def test_thirds_with_three_decimals_are_a_whole() -> None:
    assert checked_weights(dict.fromkeys(KNOWN, 0.333), KNOWN) == dict.fromkeys(KNOWN, 0.333)


def test_the_rollout_is_for_engineers_and_bad_shares_are_400(demo: Served) -> None:
    whole = {"weights": {"support-v1": 1.0}}
    assert demo.call("PUT", PATH, whole, AGENT).status_code == 403
    assert demo.call("PUT", PATH, whole).status_code == 401
    for body in (
        {},
        {"weights": {}},
        {"weights": {"support-v9": 1}},
        {"weights": {"support-v1": 2, "support-v2": -1}},
        {"weights": {"support-v1": "all"}},
        {"weights": {"support-v1": 1.0}, "also": 1},
        {"weights": [1]},
    ):
        refused = demo.call("PUT", PATH, body, ENGINEER)
        assert (refused.status_code, refused.json()["code"]) == (400, "validation_failed"), body
        assert refused.json()["errors"]
    raw = demo.http.request(
        "PUT",
        PATH,
        content='{"weights": {"support-v1": NaN}}',
        headers={"Authorization": f"Bearer {ENGINEER}", "Content-Type": "application/json"},
    )
    assert raw.status_code == 400


def test_the_same_shares_twice_are_the_same_answer(demo: Served) -> None:
    body = {"weights": {"support-v1": 1}}
    first = demo.call("PUT", PATH, body, ADMIN, **{"Idempotency-Key": "shares-1"})
    again = demo.call("PUT", PATH, body, ADMIN, **{"Idempotency-Key": "shares-1"})
    assert first.json() == again.json() == {"weights": {"support-v1": 1.0}}
    assert again.headers["Idempotent-Replayed"] == "true"
    assert demo.call("PUT", PATH, body, ADMIN).json() == first.json()


def test_eval_results_stand_beside_the_versions(demo: Served) -> None:
    def latest(name: str) -> list[tuple[str, int, int]]:
        items = demo.call("GET", "/v1/graph-versions", key=ENGINEER).json()["items"]
        shown = next(i for i in items if i["name"] == name)
        return [(r["suite"], r["passed"], r["total"]) for r in shown["eval_results"] if r["suite"] == "core"]

    path = "/v1/graph-versions/support-v2/eval-results"
    assert demo.call("POST", path, {"suite": "core", "passed": 210, "total": 214}, ENGINEER).status_code == 201
    assert demo.call("POST", path, {"suite": "core", "passed": 214, "total": 214}, ENGINEER).status_code == 201
    assert latest("support-v2") == [("core", 214, 214)]
    assert latest("support-v1") == []
    assert demo.call("POST", path, {"suite": "core", "passed": 3, "total": 2}, ENGINEER).status_code == 400
    unknown = demo.call("POST", path.replace("v2", "v9"), {"suite": "core", "passed": 1, "total": 1}, ENGINEER)
    assert unknown.status_code == 404


async def test_shares_hold_from_the_next_new_conversation_on_for_this_and_every_other_replica(tmp_path: Path) -> None:
    async with inside(tmp_path / "data") as served:
        first = await served.talk()
        assert first.made["graph_version"] == "support-v3"
        answer = await served.call("PUT", PATH, {"weights": {"support-v1": 0, "support-v2": 1}}, ENGINEER)
        assert answer.status_code == 200
        assert (await served.talk()).made["graph_version"] == "support-v2"
        assert (await served.talk(graph_version="support-v1")).made["graph_version"] == "support-v1"
        assert (await first.state())["graph_version"] == "support-v3"
        await first.say("Hello")

        async with served.service.database.begin() as unit:  # as another replica puts shares in force
            await unit.rollout.set_weights({"support-v1": 0.5, "support-v2": 0.5}, served.service.clock(), "another")
        guests = [(await served.talk()).made["graph_version"] for _ in range(40)]
        assert set(guests) == {"support-v1", "support-v2"}
        for customer in ("C0001", "C0002", "C0003", "C0004", "C0005"):
            of_one = [(await served.talk(customer)).made["graph_version"] for _ in range(3)]
            assert len(set(of_one)) == 1, customer

        items = (await served.call("GET", "/v1/graph-versions", None, ENGINEER)).json()["items"]
        assert [(i["name"], i["weight"], i["is_default"]) for i in items] == [
            ("support-v1", 0.5, False),
            ("support-v2", 0.5, False),
            ("support-v3", 0.0, True),
        ]
        assert sum(i["open_conversations"] for i in items) == 3 + 40 + 15


def test_every_name_of_a_node_that_ever_waited_leads_somewhere() -> None:
    from graphs.versions.registry import VERSIONS, GraphVersions

    names = json.loads((Path(__file__).parent / "recorded" / "waiting_nodes.json").read_text())
    assert names
    for version in VERSIONS:
        nodes = set(GraphVersions(None).compiled(version).nodes)
        assert nodes >= set(names), version

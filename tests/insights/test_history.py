"""The configuration's history through the front door: who changed what, how it differs, back again, and what a turn ran under."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from supportgraph.cli import main
from supportgraph.configuration.rule_files import SHIPPED
from tests.service import ADMIN, AGENT, ENGINEER, Served

SENTENCE = "Yes, our gift boxes are made of larch wood."


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("history") / "data", SUPPORTGRAPH_CHANGED_BY="deploy 4f2a") as served:
        yield served


def changes(served: Served, kind: str, **query: str) -> list[dict[str, Any]]:
    more = "".join(f"&{name}={value}" for name, value in query.items())
    answer = served.call("GET", f"/v1/history?kind={kind}{more}", key=ENGINEER)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


def test_an_article_goes_back_to_what_it_was_and_a_deleted_one_comes_again(kept: Served) -> None:
    article = kept.ok("POST", "/v1/kb/articles", {"title": "Gift boxes", "body": SENTENCE})["id"]
    kept.ok("PUT", f"/v1/kb/articles/{article}", {"title": "Gift boxes", "body": "They are made of cardboard."})
    edited, made = changes(kept, "article", subject=article)
    assert (edited["author"], edited["role"], edited["previous"]) == ("Ada", "admin", made["id"])
    shown = kept.ok("GET", f"/v1/history/{edited['id']}", key=ENGINEER)
    assert f"-{SENTENCE}" in shown["diff"].splitlines()
    assert "+They are made of cardboard." in shown["diff"].splitlines()
    assert not shown["is_file"]
    assert kept.call("POST", f"/v1/history/{edited['id']}/revert", {}, ENGINEER).status_code == 403
    undone = kept.ok("POST", f"/v1/history/{edited['id']}/revert", {})["change"]
    assert undone["reverts"] == edited["id"]
    assert kept.ok("GET", f"/v1/kb/articles/{article}")["body"] == SENTENCE
    (found, *_) = kept.ok("GET", "/v1/kb/search?q=what+are+gift+boxes+made+of")["items"]
    assert found["article_id"] == article
    assert "larch" in found["answer"]
    kept.ok("DELETE", f"/v1/kb/articles/{article}")
    deleted = changes(kept, "article", subject=article)[0]
    assert deleted["author"] == "Ada"
    again = kept.ok("POST", f"/v1/history/{deleted['id']}/revert", {})["change"]["subject"]
    assert kept.ok("GET", f"/v1/kb/articles/{again}")["body"] == SENTENCE
    told = kept.call("GET", f"/v1/audit-log?subject=article:{again}", key=ADMIN).json()["items"]
    assert told[0]["detail"]["reverts"] == deleted["id"]
    first = changes(kept, "article", subject=again)[0]
    kept.ok("POST", f"/v1/history/{first['id']}/revert", {})
    assert kept.call("GET", f"/v1/kb/articles/{again}", key=ADMIN).status_code == 404
    assert kept.call("POST", f"/v1/history/{first['id']}/revert", {}, ADMIN).json()["code"] == "not_revertible"


def test_shares_go_back_and_say_how_their_versions_had_done(kept: Served) -> None:
    versions = kept.ok("GET", "/v1/graph-versions", key=ENGINEER)["items"]
    one, other = versions[0]["name"], versions[1]["name"]
    default = next(v["name"] for v in versions if v["is_default"])
    result = {"suite": "core", "passed": 213, "total": 214}
    kept.ok("POST", f"/v1/graph-versions/{other}/eval-results", result, ENGINEER)
    kept.ok("PUT", "/v1/graph-versions/rollout", {"weights": {one: 0.9, other: 0.1}}, ENGINEER)
    kept.ok("PUT", "/v1/graph-versions/rollout", {"weights": {other: 1}}, ENGINEER)
    whole, part = changes(kept, "rollout")
    assert part["name"] == f"{one} 90%, {other} 10%"
    assert part["tests"] == [{"what": f"{other} · core", "passed": 213, "total": 214, "words": None}]
    kept.ok("POST", f"/v1/history/{whole['id']}/revert", {}, ENGINEER)
    shares = {v["name"]: v["weight"] for v in kept.ok("GET", "/v1/graph-versions", key=ENGINEER)["items"]}
    assert (shares[one], shares[other]) == (0.9, 0.1)
    kept.ok("POST", f"/v1/history/{part['id']}/revert", {}, ENGINEER)
    shares = {v["name"]: v["weight"] for v in kept.ok("GET", "/v1/graph-versions", key=ENGINEER)["items"]}
    assert {name for name, share in shares.items() if share} == {default}


def test_an_experiment_that_was_stopped_runs_again_and_one_that_was_begun_stops(kept: Served) -> None:
    body = {
        "name": "A warmer hello",
        "kind": "greeting",
        "variants": [
            {"name": "plain", "share": 0.5},
            {"name": "warm", "share": 0.5, "settings": {"messages": {"greeting": "Welcome!"}}},
        ],
    }
    made = kept.ok("POST", "/v1/experiments", body, ENGINEER)["id"]
    kept.ok("POST", f"/v1/experiments/{made}/stop", {"promote": "warm"}, ENGINEER)
    promoted, begun = changes(kept, "experiment", subject=made)
    assert promoted["tests"][0]["what"] == "verdict"
    assert "promoted: warm" in kept.ok("GET", f"/v1/history/{promoted['id']}", key=ENGINEER)["diff"]

    def status() -> str:
        (now,) = [e for e in kept.ok("GET", "/v1/experiments", key=ENGINEER)["items"] if e["id"] == made]
        return str(now["status"])

    kept.ok("POST", f"/v1/history/{promoted['id']}/revert", {}, ENGINEER)
    assert status() == "running"
    kept.ok("POST", f"/v1/history/{begun['id']}/revert", {}, ENGINEER)
    assert status() == "stopped"


def test_a_turn_says_what_it_ran_under_and_a_changed_file_is_put_back_by_hand(
    kept: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = kept.talk(consent=True, region="US").say("how long do I have to return something?")
    policy, texts = tmp_path / "rules.yaml", tmp_path / "texts"
    old = SHIPPED.read_text(encoding="utf-8")
    policy.write_text(old.replace("version: ", "version: changed-", 1), encoding="utf-8")
    texts.mkdir()
    (texts / "en.ftl").write_text("greeting-returned = Hello again, stranger.\n", encoding="utf-8")
    kept.env |= {"SUPPORTGRAPH_POLICY_FILE": str(policy), "SUPPORTGRAPH_TEXTS_DIR": str(texts)}
    kept.restart_after_kill()
    second = kept.talk(consent=True, region="US").say("how long do I have to return something?")
    kept.restart_after_kill()
    now, before = changes(kept, "policy")  # a start with the same files changes nothing
    assert (now["author"], now["role"]) == ("deploy 4f2a", "operator")
    assert now["name"].startswith("changed-")
    told = [kept.ok("GET", f"/v1/history/turns/{one['turn']['id']}", key=ENGINEER) for one in (first, second)]
    assert [one["policy"]["id"] for one in told] == [before["id"], now["id"]]
    assert [one["texts"]["name"] for one in told] == ["shipped texts", "texts of the company"]
    assert told[1]["articles"]
    assert told[1]["graph_version"] == told[0]["graph_version"]
    assert told[0]["release"]
    changes_of_texts = changes(kept, "texts")[0]["id"]
    shown = kept.ok("GET", f"/v1/history/{changes_of_texts}", key=ENGINEER)
    assert shown["documents"] == [
        {"name": "en.ftl", "before": None, "after": "greeting-returned = Hello again, stranger.\n"}
    ]
    refused = kept.call("POST", f"/v1/history/{now['id']}/revert", {}, ADMIN)
    assert (refused.status_code, refused.json()["code"]) == (409, "not_revertible")
    kept.process and kept.process.kill()
    for name, value in kept.env.items():
        monkeypatch.setenv(name, value)
    run = CliRunner()
    assert f"{now['id']} " in run.invoke(main, ["history", "list", "--kind", "policy"]).output
    assert "+version: changed-" in run.invoke(main, ["history", "show", now["id"]]).output
    assert second["turn"]["id"] in run.invoke(main, ["history", "turn", second["turn"]["id"]]).output
    assert run.invoke(main, ["history", "turn", "none"]).exit_code == 1
    suite = tmp_path / "one.yaml"
    suite.write_text("- { id: hello, turns: [{ say: hello, expect: { outcome: answered } }] }\n", encoding="utf-8")
    ran = run.invoke(main, ["evals", "run", str(suite), "--graph", "support-v2"])
    assert "kept in this data folder" in ran.output
    tested = f"  tested: support-v2 · one {'1 of 1' if ran.exit_code == 0 else '0 of 1'} passed"
    ran_on = (now["id"], changes_of_texts)
    assert all(tested in run.invoke(main, ["history", "show", one]).output for one in ran_on), "by rules and by texts"
    assert "tested" not in run.invoke(main, ["history", "show", before["id"]]).output, "the rules before were not run on"
    put = run.invoke(main, ["history", "restore", now["id"], "--to", str(tmp_path / "back")])
    assert put.exit_code == 0, put.output
    assert (tmp_path / "back" / "policy.yaml").read_text(encoding="utf-8") == old
    assert run.invoke(main, ["history", "restore", now["id"], "--to", str(tmp_path / "back")]).exit_code == 1


def test_the_history_is_paged_and_not_for_agents(kept: Served) -> None:
    if kept.process is None or kept.process.poll() is not None:
        kept.start()
    first = kept.call("GET", "/v1/history?limit=3", key=ADMIN).json()
    second = kept.call("GET", f"/v1/history?limit=3&after={first['next']}", key=ADMIN).json()
    ids = [one["id"] for one in [*first["items"], *second["items"]]]
    assert ids == sorted(set(ids), reverse=True)
    assert len(ids) == 6
    assert kept.call("GET", "/v1/history", key=AGENT).status_code == 403
    assert kept.call("GET", "/v1/history/none", key=ADMIN).status_code == 404
    assert kept.call("GET", "/v1/history/turns/none", key=ADMIN).status_code == 404
    assert kept.call("POST", "/v1/history/none/revert", {}, ADMIN).status_code == 404
    assert kept.call("GET", "/v1/history?kind=nothing", key=ADMIN).status_code == 400

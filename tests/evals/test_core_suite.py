"""The eval command through its front door, on a suite of two cases; and what the shipped suite must cover."""

import json
import os
import re
import subprocess
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from domain.actions import ARGUMENTS
from evals.suite import Case, load_suite
from supportgraph.cli import main
from tests.service import ENGINEER, Served
from tests.service_forks import run_command

GREETS = {"id": "greets", "turns": [{"say": "Hello", "expect": {"intent": "greeting", "outcome": "answered"}}]}
WRONG = {"id": "wrong", "turns": [{"say": "Hello", "expect": {"intent": "delete_account"}}]}
_ORDER = re.compile(r"HP\d{6}")


def a_suite(folder: Path, *cases: dict[str, Any]) -> Path:
    path = folder / "small.jsonl"
    path.write_text("".join(json.dumps(case) + "\n" for case in cases))
    return path


def run(*arguments: str | Path | int) -> subprocess.CompletedProcess[str]:
    return run_command("evals", "run", *map(str, arguments), env=dict(os.environ), seconds=400)


def refused(*arguments: str | Path) -> Result:
    """For runs that end before any service is started."""
    return CliRunner().invoke(main, ["evals", "run", *map(str, arguments)])


def statuses(report: Path) -> dict[str, str]:
    return {c["id"]: c["status"] for c in json.loads((report / "report.json").read_text())["cases"]}


def test_a_passing_suite_exits_0_with_three_reports_that_agree(tmp_path: Path) -> None:
    report = tmp_path / "report"
    done = run(a_suite(tmp_path, GREETS, {**GREETS, "id": "greets-again"}), "--report", report)
    assert done.returncode == 0, done.stdout + done.stderr
    document = json.loads((report / "report.json").read_text())
    assert (document["passed"], document["total"], len(document["cases"])) == (2, 2, 2)
    junit = ET.parse(report / "junit.xml").getroot()
    assert (junit.get("tests"), junit.get("failures"), junit.get("errors")) == ("2", "0", "0")
    assert {c.get("name") for c in junit.iter("testcase")} == {"greets", "greets-again"}
    page = (report / "report.html").read_text()
    assert "2 of 2 passed" in page
    assert page.count("<details") == 2


def test_a_case_that_fails_exits_1_and_is_the_only_one_run_again(tmp_path: Path) -> None:
    report, suite = tmp_path / "report", a_suite(tmp_path, GREETS, WRONG)
    assert run(suite, "--report", report).returncode == 1
    assert statuses(report) == {"greets": "passed", "wrong": "failed"}
    junit = ET.parse(report / "junit.xml").getroot()
    assert (junit.get("tests"), junit.get("failures")) == ("2", "1")
    assert [c.get("name") for c in junit.iter("testcase") if c.find("failure") is not None] == ["wrong"]
    assert "1 of 2 passed" in (report / "report.html").read_text()

    a_suite(tmp_path, GREETS, {**GREETS, "id": "wrong"})
    again = run(suite, "--report", report, "--rerun-failed")
    assert again.returncode == 0, again.stdout + again.stderr
    assert statuses(report) == {"wrong": "passed"}


def test_versions_side_by_side_several_times(tmp_path: Path) -> None:
    report, suite = (
        tmp_path / "report",
        a_suite(tmp_path, GREETS, {**GREETS, "id": "bell\u0007<b>"}, {**WRONG, "tags": ["x"]}),
    )
    arguments = ("--baseline", "support-v1", "--repeat", 2, "--jobs", 1, "--report", report)
    done = run(suite, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr  # what fails on both is no regression
    document = json.loads((report / "report.json").read_text())
    assert {c["id"]: (c["status"], c["baseline"]) for c in document["cases"]}["wrong"] == ("failed", "failed")
    assert document["pass_hat"] == {"1": 0.6667, "2": 0.6667}
    assert {c["status"] for c in document["cases"] for c in c["attempts"]} == {"passed", "failed"}
    assert document["comparison"]["difference"] == {"value": 0.0, "low": 0.0, "high": 0.0, "n": 3}
    assert {"policy", "texts", "prompts", "models", "suite", "graphs"} <= set(document["versions"])
    assert document["versions"]["models"]["chat"] is None
    ET.parse(report / "junit.xml")
    page = (report / "report.html").read_text()
    assert page.count("<section>") == 6
    assert "<b>" not in page.replace("<b>pass</b>", "")
    assert "pass^k" in page


def test_a_process_that_dies_makes_the_run_invalid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its cases have no result; the environment reaches only the processes that are started."""
    monkeypatch.setenv("SUPPORTGRAPH_CRASH_AT", "commit")
    done = run(a_suite(tmp_path, GREETS, {**GREETS, "id": "again"}), "--jobs", 2)
    assert done.returncode == 2, done.stdout + done.stderr
    assert "2 of 2 cases have no result" in done.stdout


def test_a_result_reaches_the_service_whose_data_folder_it_is(
    demo: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUPPORTGRAPH_DATA_DIR", str(demo.data))
    suite = a_suite(tmp_path, GREETS).rename(tmp_path / "reaches-the-service.jsonl")
    assert "kept in this data folder" in run(suite, "--graph", "support-v2").stdout
    versions = {v["name"]: v for v in demo.call("GET", "/v1/graph-versions", key=ENGINEER).json()["items"]}
    (result,) = (r for r in versions["support-v2"]["eval_results"] if r["suite"] == "reaches-the-service")
    assert (result["passed"], result["total"]) == (1, 1)
    run(a_suite(tmp_path, WRONG).rename(suite), "--graph", "support-v2")
    versions = {v["name"]: v for v in demo.call("GET", "/v1/graph-versions", key=ENGINEER).json()["items"]}
    (result,) = (r for r in versions["support-v2"]["eval_results"] if r["suite"] == "reaches-the-service")
    assert (result["passed"], result["total"]) == (0, 1)


@pytest.mark.parametrize(
    ("cases", "arguments", "says"),
    [
        ((GREETS, GREETS), (), "the same id twice: greets"),
        ((GREETS,), ("--graph", "support-v0"), "support-v0"),
        ((), (), "no cases"),
        (({"id": "empty", "turns": []},), (), "turns"),
        (({"id": "two", "turns": [{"say": "Hello", "consent": True}]},), (), "exactly one of"),
        (({"id": "pattern", "turns": [{"say": "Hello", "expect": {"says": ["("]}}]},), (), "not a regular expression"),
        ((GREETS,), ("--rerun-failed",), "--report"),
    ],
)
def test_a_run_that_cannot_be_trusted_exits_2(
    tmp_path: Path, cases: tuple[dict[str, Any], ...], arguments: tuple[str, ...], says: str
) -> None:
    done = refused(a_suite(tmp_path, *cases), *arguments)
    assert done.exit_code == 2
    assert says in done.output


def test_a_suite_that_is_not_there_exits_2(tmp_path: Path) -> None:
    assert refused(tmp_path / "nowhere.yaml").exit_code == 2


def test_the_shipped_suite_takes_every_action_through_a_form_and_to_every_refusal() -> None:
    steps = [step for case in load_suite("core") for step in case.turns]
    assert {step.do.name for step in steps if step.do} >= set(ARGUMENTS)
    codes = {step.expect.tool.code for step in steps if step.expect.tool}
    assert codes >= {
        *("not_found", "wrong_status", "bad_reason", "line_not_in_order", "other_product", "same_variant", "unavailable"),
        *("payment_method_not_owned", "refund_method_not_allowed", "insufficient_balance", "window_passed", "over_limit"),
        "already_done",
    }


def test_no_two_shipped_cases_change_the_same_order() -> None:
    """Cases share one shop: what one changed, another would find changed."""
    used = Counter(order for case in load_suite("core") for order in changed_by(case))
    for order in [order for order, n in used.items() if n > 1]:
        lines = [line for case in load_suite("core") if order in changed_by(case) for line in lines_of(case, order)]
        assert len(lines) == len(set(lines)) > 1, f"{order} is changed by several cases"


def changed_by(case: Case) -> set[str]:
    said, found = "", set()
    for step in case.turns:
        said = f"{said} {step.say or ''} {step.do.model_dump() if step.do else ''}"
        is_reading = step.expect.tool is not None and step.expect.tool.name == "send_invoice"
        if step.expect.outcome in ("action_done", ["action_done"]) and not is_reading:
            found |= set(_ORDER.findall(said))
    return found


def lines_of(case: Case, order: str) -> list[str]:
    asked = [step.do.arguments for step in case.turns if step.do and step.do.arguments.get("order_id") == order]
    return sorted({line for arguments in asked for line in arguments.get("line_ids", ["all"])})

"""What the policy says of data is done: where a model may read it, how long it is kept; and the record of it all."""

import re
import sqlite3
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.countries import EU_MEMBERS
from supportgraph.configuration.rule_files import SHIPPED, load_policy
from tests.rights.operator import command
from tests.scripted_openai import ScriptedOpenAI, words_of
from tests.service import ADMIN, AGENT, ENGINEER, Served, Talk


@pytest.fixture(scope="module")
def model() -> Iterator[ScriptedOpenAI]:
    with ScriptedOpenAI(answer=lambda _: "NO_ANSWER") as server:
        yield server


@pytest.fixture(scope="module")
def ruled(model: ScriptedOpenAI, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("ruled")
    rules = SHIPPED.read_text()
    for field, days in (("conversations", 30), ("events", 10), ("consents", 60), ("sealed", 3)):
        rules = re.sub(rf"^  {field}: \d+", f"  {field}: {days}", rules, count=1, flags=re.MULTILINE)
    rules = rules.replace("  DE: {", "  DE: { residency: { model_regions: [EU, CH] },")
    (folder / "policy.yaml").write_text(rules)
    env = {
        "OPENAI_BASE_URL": model.base_url,
        "OPENAI_API_KEY": "sk-test",
        "SUPPORTGRAPH_MODEL": "scripted",
        "SUPPORTGRAPH_MODEL_REGION": "US",
        "SUPPORTGRAPH_POLICY_FILE": str(folder / "policy.yaml"),
    }
    with Served(folder / "data", **env) as served:
        yield served


UNCLEAR = "hmm my zorblat thing is kind of weird and quimber, what now?"


def test_what_a_customer_writes_goes_to_no_endpoint_outside_the_places_allowed(ruled: Served, model: ScriptedOpenAI) -> None:
    def asked(region: str) -> int:
        before = len([r for r in model.requests if "zorblat" in words_of(r)])
        assert ruled.talk(region=region, consent=True).say(UNCLEAR)["messages"]
        return len([r for r in model.requests if "zorblat" in words_of(r)]) - before

    assert asked("US") > 0
    assert asked("FR") > 0  # no rule of its own
    assert asked("DE") == 0


@pytest.mark.parametrize(
    ("place", "may"), [("DE", True), ("EU", True), ("CH", True), ("US", False), ("GB", False), (None, False)]
)
def test_places(ruled: Served, place: str | None, may: bool) -> None:
    policy = load_policy(Path(ruled.env["SUPPORTGRAPH_POLICY_FILE"]))
    assert policy.may_be_processed_in("DE", place) is may
    assert policy.may_be_processed_in("US", place)
    assert len(EU_MEMBERS) == 27


def test_the_record_of_processing_is_of_the_settings_in_force(ruled: Served) -> None:
    record = ruled.call("GET", "/v1/privacy/processing", key=ADMIN).json()
    (hosted,) = [m for m in record["models"] if m["name"] == "scripted"]
    assert (hosted["endpoint"], hosted["region"], hosted["refused_for"]) == ("127.0.0.1", "US", ["DE"])
    kept = {kind["data"]: kind["kept_days"] for kind in record["kinds"]}
    assert kept["what customers, assistant and agents wrote, and what came of it"] == 30
    assert kept["proofs of consent"] == 60
    assert "DE" in record["consent"]["opt_in"]
    assert record["consent"]["notice"][0] == "*"
    for key in (AGENT, ENGINEER):
        assert ruled.call("GET", "/v1/privacy/processing", key=key).status_code == 403


def _age(served: Served, talk: Talk, days: int) -> None:
    then = (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%d %H:%M:%S.%f")
    with sqlite3.connect(served.data / "supportgraph.db", timeout=30) as connection:
        connection.execute("UPDATE conversation SET updated_at = ?, created_at = ? WHERE id = ?", (then, then, talk.id))


def _todays_own_run(served: Served) -> None:
    """Waits for the run that the service begins by itself once a day: in the middle of a test it is in its way."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        runs = served.call("GET", "/v1/jobs?kind=apply_retention", key=ADMIN).json()["items"]
        if runs and runs[0]["finished_at"]:
            return
        time.sleep(0.1)
    raise AssertionError("the service did not look for what is too old")


def _report(output: str) -> dict[str, int]:
    return {line.split()[0]: int(line.split()[1]) for line in output.splitlines() if line.split()[-1].isdecimal()}


def test_what_is_older_than_the_policy_keeps_it_goes_and_its_counts_stay(ruled: Served) -> None:
    _todays_own_run(ruled)
    talks = {name: ruled.talk(region="US") for name in ("old", "held", "young")}
    for name, talk in talks.items():
        talk.say(f"the {name} lamp is zimtastic{name}")
    talks["held"].ask_for_person()
    counted = ruled.call("GET", "/v1/kpis", key=ADMIN).json()["items"][0]["conversations"]
    for name, days in (("old", 31), ("held", 31), ("young", 29)):
        _age(ruled, talks[name], days)
    dry = command(ruled, "privacy", "retention")
    assert dry.exit_code == 0, dry.output
    assert _report(dry.output)["conversations"] == 1
    assert "nothing was changed" in dry.output
    assert talks["old"].transcript()
    done = command(ruled, "privacy", "retention", "--apply")
    assert _report(done.output)["conversations"] == 1
    assert ruled.call("GET", f"/v1/conversations/{talks['old'].id}", key=ADMIN).status_code == 404
    assert not [name for name, content in ruled.stored_bytes().items() if b"zimtasticold" in content]
    assert talks["held"].transcript()
    assert talks["young"].transcript()
    assert ruled.call("GET", "/v1/kpis", key=ADMIN).json()["items"][0]["conversations"] == counted
    assert _report(command(ruled, "privacy", "retention").output)["conversations"] == 0
    told = ruled.call("GET", "/v1/audit-log?kind=retention_applied", key=ADMIN).json()["items"][0]  # newest first
    assert told["detail"]["conversations"] == 1
    assert told["role"] == "operator"


def test_originals_end_as_the_policy_says(ruled: Served) -> None:
    talk = ruled.talk(region="US")
    talk.say("write to rosalind.fisk@example.org")
    with sqlite3.connect(ruled.data / "supportgraph.db", timeout=30) as connection:
        (ends,) = connection.execute("SELECT expires_at FROM vault WHERE conversation_id = ?", (talk.id,)).fetchone()
    left = datetime.fromisoformat(ends).replace(tzinfo=UTC) - datetime.now(UTC)
    assert timedelta(days=2, hours=23) < left <= timedelta(days=3)

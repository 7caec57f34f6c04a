"""The suites that ship: how many they are, their tables, and that the policy's notices when a boundary moves."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from evals.suite import dated, load_suite
from supportgraph.cli import main
from tests.service_forks import run_command

SHIPPED_POLICY = Path("supportgraph/policies/default.yaml")

# Each boundary of the policy, where it is moved to, and a case that must notice.
MOVED = {
    "refund-ten-minutes-before-the-end": ("actions", "refund_order", "window_days", 29),
    "return-ten-minutes-after-the-end": ("actions", "return_items", "window_days", 31),
    "refund-of-the-limit-in-us": ("actions", "refund_order", "approve_above", 199.99),
    "return-worth-a-cent-above-the-limit-in-gb": ("actions", "return_items", "approve_above", 200.01),
    "cancel-order-of-a-processed-order": ("actions", "cancel_order", "statuses", ["pending", "processed"]),
    "a-proven-order-and-send-invoice": ("actions", "send_invoice", "identity", "order"),
    "one-item-exchanged-after-another": ("actions", "exchange_items", "times_per_order", 2),
    "cancelled-after-items-were-changed": ("actions", "cancel_order", "not_after", []),
    "return-to-paypal-which-did-not-pay": ("actions", "return_items", "refund_to", ["any_own"]),
    "cancel-without-a-reason": ("actions", "cancel_order", "reason_required", False),
    "consent-is-asked-in-ch": ("regions", "CH", "consent", {"mode": "notice"}),
    "telling-is-enough-in-jp": ("consent", None, "mode", "opt_in"),
    "an-emergency-number-in-gb": ("regions", "GB", "urgent", {"emergency": "998"}),
}


def test_every_suite_that_ships_is_a_part_of_all_but_what_is_measured_only() -> None:
    everything = load_suite("all")
    assert len(everything) >= 800
    tags = {tag for case in everything for tag in case.tags}
    assert {"policy", "handoff", "privacy", "knowledge", "language", "urgent", "money"} <= tags
    assert not {case.id for case in load_suite("unsolved")} & {case.id for case in everything}


def test_a_boundary_of_the_policy_that_moves_is_noticed(tmp_path: Path) -> None:
    policy = yaml.safe_load(SHIPPED_POLICY.read_text().replace("  NO: *eu", ""))
    for room, name, field, value in MOVED.values():
        (policy[room] if name is None else policy[room][name])[field] = value
    file = tmp_path / "policy.yaml"
    file.write_text(yaml.safe_dump(policy))
    cases = {case.id: case for case in load_suite("policy")}
    suite = tmp_path / "moved.jsonl"
    suite.write_text("".join(cases[name].model_dump_json(exclude_unset=True) + "\n" for name in MOVED))
    env = {"SUPPORTGRAPH_POLICY_FILE": str(file), "SUPPORTGRAPH_DATA_DIR": str(tmp_path / "data"), "PATH": ""}
    done = run_command("evals", "run", str(suite), "--report", str(tmp_path), "--jobs", "1", env=env, seconds=300)
    assert "verdict: regression" in done.stdout, done.stdout + done.stderr
    assert done.returncode == 1
    statuses = {c["id"]: c["status"] for c in json.loads((tmp_path / "report.json").read_text())["cases"]}
    assert {name: statuses[name] for name in MOVED} == dict.fromkeys(MOVED, "failed")


def test_a_row_gives_the_values_of_its_case(tmp_path: Path) -> None:
    table = {
        "case": {"tags": ["${kind}"], "turns": [{"say": "Is ${n} too ${kind}?", "expect": {"failures": "${n}"}}]},
        "rows": [{"id": "a", "n": 1, "kind": "few"}, {"id": "b", "n": 2, "kind": "many"}],
    }
    suite = tmp_path / "table.yaml"
    suite.write_text(yaml.safe_dump([table]))
    first, second = load_suite(str(suite))
    assert (first.id, first.tags, first.turns[0].say) == ("a", ["few"], "Is 1 too few?")
    assert second.turns[0].expect.failures == 2


@pytest.mark.parametrize(
    ("row", "says"),
    [({"id": "a"}, "row a: n"), ({"id": "a", "n": 1, "m": 2}, "row a: m"), ({"n": 1}, "without an id")],
)
def test_a_row_that_does_not_fit_makes_the_run_invalid(tmp_path: Path, row: dict[str, object], says: str) -> None:
    suite = tmp_path / "table.json"
    suite.write_text(json.dumps([{"case": {"turns": [{"say": "${n}"}]}, "rows": [row]}]))
    done = CliRunner().invoke(main, ["evals", "run", str(suite)])
    assert done.exit_code == 2
    assert says in done.output


def test_times_are_told_from_the_beginning_of_a_case() -> None:
    now = datetime(2026, 11, 29, 12, tzinfo=UTC)
    given = {"orders": [{"id": "-P1D", "delivered_at": "-P1DT2H", "payments": [{"at": "-PT30M"}], "placed_at": None}]}
    (order,) = dated(given, now)["orders"]
    assert order["id"] == "-P1D"
    assert order["delivered_at"] == (now - timedelta(days=1, hours=2)).isoformat()
    assert order["payments"][0]["at"] == (now - timedelta(minutes=30)).isoformat()
    with pytest.raises(ValueError, match="no duration"):
        dated({"placed_at": "Pdays"}, now)

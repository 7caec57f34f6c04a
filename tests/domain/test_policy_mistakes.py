"""Mistakes planted in the shipped policy, one at a time and all together: each is named with its line and its place."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from domain.rules.policy import Policy
from domain.rules.strict_yaml import read_yaml
from supportgraph.cli import main
from supportgraph.configuration.rule_files import SHIPPED, PolicyFileInvalid, load_policy

TEXT = SHIPPED.read_text(encoding="utf-8")
DATA = Path(__file__).parents[1] / "data"

# What stands in the shipped file, what is written in its place, words that begin in the mistake's line, its path, and words of
# the message; those from the first "nobody would" on are about what fields say of one another.
PLANTED = [
    tuple(json.loads(line).values()) for line in (DATA / "policy_mistakes.jsonl").read_text(encoding="utf-8").splitlines()
]


def planted(old: str, new: str) -> str:
    assert TEXT.count(old) >= 1, f"{old!r} stands in the shipped file no more"
    return TEXT.replace(old, new, 1)


def lines_of(text: str, words: str) -> set[int]:
    """The lines in which some words begin; with line ends before the last word, every line of them."""
    found = [m.start() for m in re.finditer(re.escape(words), text)]
    return {text[: at + len(words[: i + 1])].count("\n") + 1 for at in found for i in range(len(words.rstrip("\n")))}


@pytest.mark.parametrize(
    ("old", "new", "where", "path", "says"), PLANTED, ids=[f"{i}-{p[3]}" for i, p in enumerate(PLANTED)]
)
def test_a_planted_mistake_is_named_with_its_line_and_place(
    tmp_path: Path, old: str, new: str, where: str, path: str, says: str
) -> None:
    text = planted(old, new)
    file = tmp_path / "policy.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PolicyFileInvalid) as caught:
        load_policy(file)
    named = [m for m in caught.value.mistakes if m.path == path and says in m.message]
    assert named, [str(m) for m in caught.value.mistakes]
    assert not where or named[0].line in lines_of(text, where), (str(named[0]), lines_of(text, where))


def test_all_mistakes_are_printed_at_once_and_none_hides_another(tmp_path: Path) -> None:
    file = tmp_path / "policy.yaml"
    slips = {
        "  hand_off_after: 3": "  hand_off_after: 1",
        "  code_minutes: 10": "  code_minute: 10",
        "not_after: [change_order_items]": "not_after: [change_items]",
        "    approve_above: 200.00\n    reason": "    approve_above: 200.00\n    highest: 50\n    reason",
        "    window_days: 30\n    times": "    window_days: soon\n    times",
        "  GB: {": "  gb: {",
        "  NO: *eu": "  NO: *eu\n  NO: *eu",
        "standard_days: [3, 7]": "standard_days: [7, 3]",
    }
    text = TEXT
    for old, new in slips.items():
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["policy", "check", str(file)])
    assert result.exit_code == 1
    lines = result.output.splitlines()
    paths = [line.split(": ")[1] for line in lines]
    assert paths == [
        "failures.hand_off_after",
        "identity.code_minute",
        "shipping.standard_days",
        "actions.cancel_order.not_after.0",
        "actions.exchange_items.window_days",
        "actions.refund_order.approve_above",
        "regions.gb",
        "regions.NO",
    ], result.output
    assert all(re.match(rf"{re.escape(str(file))}:\d+: ", line) for line in lines)


def test_the_shipped_file_passes_and_the_schema_takes_it() -> None:
    assert load_policy().version
    Draft202012Validator(Policy.model_json_schema()).validate(read_yaml(TEXT).data)


def test_the_schema_refuses_what_it_can(tmp_path: Path) -> None:
    """A schema knows fields, names and values; not lines, and not what two fields say of one another."""
    schema = Draft202012Validator(Policy.model_json_schema())
    told = [p for p in PLANTED if p[4] not in ("twice", "") and "contradict" not in p[4]]
    missed = []
    for old, new, _, path, _ in told:
        if path and schema.is_valid(read_yaml(planted(old, new)).data):
            missed.append(path)
    between_fields = {p[3] for p in PLANTED[next(i for i, p in enumerate(PLANTED) if "nobody would" in p[4]) :]}
    by_words = {
        "actions.refund_order.reasons.0.name",
        "page_offers.1.kind",
        "regions.CA.actions.refund_order.reasons.0.name",
        "privacy_url",
    }
    assert set(missed) <= between_fields | by_words, missed


@pytest.mark.parametrize("command", [["serve"], ["worker"], ["chat"], ["kb", "import", "README.md"]])
def test_nothing_starts_with_a_wrong_policy(tmp_path: Path, command: list[str]) -> None:
    file = tmp_path / "policy.yaml"
    file.write_text(planted("  GB: {", "  gb: {"), encoding="utf-8")
    env = {"SUPPORTGRAPH_POLICY_FILE": str(file), "SUPPORTGRAPH_DATA_DIR": str(tmp_path / "data"), "SUPPORTGRAPH_PORT": "0"}
    result = CliRunner().invoke(main, command, env=env)
    assert result.exit_code == 1
    assert "regions.gb" in result.output
    assert "did you mean GB" in result.output
    assert "Traceback" not in result.output

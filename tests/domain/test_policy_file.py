"""The policy file: validated, with every mistake by its line, and regions that override."""

from decimal import Decimal
from pathlib import Path

import pytest

from domain.rules.policy import Policy
from supportgraph.configuration.rule_files import SHIPPED, PolicyFileInvalid, load_policy

SMALL = """\
version: "1"
actions:
  refund_order:
    window_days: 30
    approve_above: 200.00
regions:
  NO:
    actions:
      refund_order: { window_days: 14 }
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "policy.yaml"
    path.write_text(text)
    return path


def test_the_shipped_policy_says_what_the_contract_says() -> None:
    policy = load_policy()
    refund = policy.rule("refund_order", "US")
    assert (refund.window_days, refund.approve_above) == (30, Decimal("200"))
    assert [r.name for r in refund.reasons if not r.needs_return] == ["damaged", "missing", "not_as_described"]
    assert {policy.consent_mode(r) for r in ("DE", "FR", "GB", "CH", "NO", "IS")} == {"opt_in"}
    assert {policy.consent_mode(r) for r in ("US", "CA", None)} == {"notice"}


def test_a_region_overrides_a_part_and_norway_is_not_false(tmp_path: Path) -> None:
    policy = load_policy(written(tmp_path, SMALL))
    assert policy.rule("refund_order", "NO").window_days == 14
    assert policy.rule("refund_order", "NO").approve_above == Decimal("200")
    assert policy.rule("refund_order", "SE").window_days == 30
    assert not policy.rule("cancel_order", "NO").enabled


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("window_days: 30", "window_days: soon", 4),
        ("window_days: 30", "window_day: 30", 4),
        ("approve_above: 200.00", "approve_above: -1", 5),
        ("refund_order: { window_days: 14 }", "refund_orders: { window_days: 14 }", 9),
        ('version: "1"', "version: [", 2),
    ],
)
def test_a_mistake_is_named_by_its_line(tmp_path: Path, old: str, new: str, line: int) -> None:
    with pytest.raises(PolicyFileInvalid) as caught:
        load_policy(written(tmp_path, SMALL.replace(old, new)))
    assert any(abs(m.line - line) <= 1 for m in caught.value.mistakes), [str(m) for m in caught.value.mistakes]


def test_a_merge_is_overridden_and_is_no_double(tmp_path: Path) -> None:
    shared = 'version: "1"\nactions:\n  refund_order: {}\nregions:\n  SE: &north { consent: { mode: opt_in } }\n'
    policy = load_policy(
        written(tmp_path, shared + "  NO: { <<: *north, consent: { mode: notice } }\n  DK: { <<: *north }\n")
    )
    assert [policy.consent_mode(r) for r in ("SE", "NO", "DK")] == ["opt_in", "notice", "opt_in"]
    with pytest.raises(PolicyFileInvalid, match=r"line 6: regions\.NO\.<<: stands here twice"):
        load_policy(written(tmp_path, shared + "  NO: { <<: *north, <<: *north }\n"))


def test_the_schema_covers_the_shipped_file() -> None:
    assert set(Policy.model_json_schema()["properties"]) == set(Policy.model_fields)
    assert SHIPPED.exists()

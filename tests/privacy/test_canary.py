"""The proof is a proof: the search finds what lies about however it is written, and a short run finds nothing."""

import base64
import json
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from evals.canary.search import hits
from evals.canary.values import SAID, Planter
from supportgraph.cli import main


def test_every_kind_has_values_that_nobody_else_has() -> None:
    planter = Planter(3, is_long=True)
    for _ in range(20):
        for kind in SAID:
            planter.plant("a message", kind)
    assert len({one.plain for one in planter.planted}) == 20 * len(SAID)
    assert {one.form for one in planter.planted} >= {"plain", "spelled", "full width", "spoken", "grouped", "lower case"}


@pytest.mark.parametrize("kind", SAID)
def test_a_value_is_found_however_it_lies_there(kind: str) -> None:
    planter = Planter(5, is_long=True)
    for _ in range(8):
        one = planter.plant("a message", kind)  # type: ignore[arg-type]  # a key of the table
        value = one.value
        places = {
            "raw": f"x{value}x".encode(),
            "lower": value.lower().encode(),
            "upper": value.upper().encode(),
            "json": json.dumps({"a": value}).encode(),
            "url": f"?q={quote(value, safe='')}&".encode(),
            **{f"base64 {n}": base64.b64encode(b"?" * n + value.encode() + b"!" * n) for n in range(3)},
            "plain form": one.plain.encode(),
        }
        digits = "".join(c for c in one.plain if c.isdigit())
        if len(digits) >= 8:
            places["digits"] = f"is:{digits};".encode()
        assert {hit.place for hit in hits([one], places)} == set(places), one
        assert hits([one], {"nothing": b"[CARD_1] said hello"}) == []


def test_a_short_run_finds_nothing() -> None:
    done = CliRunner().invoke(main, ["privacy", "canary", "--seed", "20261128"])
    assert done.exit_code == 0, done.output
    assert "14 kinds" in done.output
    assert "0 hits" in done.output

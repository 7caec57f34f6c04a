"""`supportgraph triggers`: mistakes by line, all at once, and a schema that agrees."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from domain.rules.strict_yaml import read_yaml
from supportgraph.cli import main
from supportgraph.configuration.rule_files import OF_THE_DEMO
from tests.service import Served

SHIPPED = OF_THE_DEMO.read_text(encoding="utf-8")
WRONG = """version: "1"
holdout: 2
offers:
  - name: Compare
    kinds: [pricng]
  - name: b
    dwell_seconds: "8"
  - name: b
    urls: ["/a?b"]
    dwel_seconds: 8
  - name: c
    kinds: [cart]
    cart_value: { amount: 10 }
    regions: [EN]
"""


def _check(text: str, folder: Path) -> tuple[int, str]:
    file = folder / "triggers.yaml"
    file.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["triggers", "check", str(file)])
    return result.exit_code, result.output.replace(f"{file}:", "")


def test_the_shipped_file_is_valid_and_shows_what_is_said(tmp_path: Path) -> None:
    code, output = _check(SHIPPED, tmp_path)
    assert code == 0, output
    assert "3 offers: valid" in output
    assert "compare-cookware: Comparing cookware?" in output
    code, output = _check(SHIPPED.replace("name: full-cart", "name: my-own"), tmp_path)
    assert "my-own: Can I help you with anything on this page?  (the general words" in output


def test_every_mistake_is_named_with_its_line(tmp_path: Path) -> None:
    code, output = _check(WRONG, tmp_path)
    assert code == 1
    for line, words in (
        (2, "holdout: "),
        (4, "offers.0.name: "),
        (5, "offers.0.kinds.0: 'pricng' is not known; did you mean pricing?"),
        (7, "offers.1.dwell_seconds: "),
        (9, "offers.2.urls.0: a pattern is a path"),
        (10, "offers.2.dwel_seconds: there is no such field; did you mean dwell_seconds?"),
        (13, "offers.3.cart_value.currency: is missing"),
        (14, "offers.3.regions.0: there is no region 'EN'"),
    ):
        assert f"{line}: {words}" in output


def test_what_offers_say_against_one_another_is_a_mistake(tmp_path: Path) -> None:
    code, output = _check('version: "1"\noffers:\n  - name: a\n    kinds: [cart]\n  - name: a\n    errors: 1\n', tmp_path)
    assert code == 1
    assert "5: offers.1.name: there is an offer a already" in output
    assert "offers.1.kinds: an offer is made on some page" in output


@pytest.mark.parametrize("text", ["", "- a\n", "version: [", "version: '1'\nversion: '2'\noffers: []\n"])
def test_what_is_no_such_file_is_refused(text: str, tmp_path: Path) -> None:
    assert _check(text, tmp_path)[0] == 1


def test_the_published_schema_takes_and_refuses_the_same() -> None:
    printed = CliRunner().invoke(main, ["triggers", "schema"])
    schema = Draft202012Validator(json.loads(printed.output))
    assert not list(schema.iter_errors(read_yaml(SHIPPED).data))
    assert list(schema.iter_errors(read_yaml(WRONG).data))


def test_a_service_does_not_start_with_a_wrong_file(tmp_path: Path) -> None:
    file = tmp_path / "triggers.yaml"
    file.write_text(WRONG, encoding="utf-8")
    served = Served(tmp_path / "data", demo=False, SUPPORTGRAPH_TRIGGERS_FILE=str(file))
    with pytest.raises(AssertionError, match=r"the triggers file .* is not valid"):
        served.start()

"""What passes without personal data in the messages passes with it: a sample of the core suite, through the command."""

import json
from pathlib import Path

from click.testing import CliRunner

from evals.privacy.mixed_in import with_personal_data
from evals.suite import load_suite
from supportgraph.cli import main

_EVERY = 12  # of the cases, so that the sample takes seconds
_ARE_ASKED_AGAIN = {  # a yes with a signature is no plain yes
    "exchange-by-words-with-personal-data",
    "a-yes-that-adds-more-with-personal-data",
}


def test_a_sample_of_the_core_suite_gives_the_same_results(tmp_path: Path) -> None:
    sample = with_personal_data(load_suite("core")[::_EVERY])
    path = tmp_path / "sample.json"
    path.write_text(json.dumps([case.model_dump(mode="json", exclude_defaults=True) for case in sample]), encoding="utf-8")
    done = CliRunner().invoke(main, ["evals", "run", str(path), "--report", str(tmp_path / "report")])
    cases = json.loads((tmp_path / "report" / "report.json").read_text(encoding="utf-8"))["cases"]
    assert len(cases) >= 12
    assert {case["id"] for case in cases if case["status"] != "passed"} <= _ARE_ASKED_AGAIN, done.output


def test_only_messages_with_something_to_say_are_changed() -> None:
    before = {f"{case.id}-with-personal-data": case for case in load_suite("core")}
    changed = 0
    for case in with_personal_data(load_suite("core")):
        for old, new in zip(before[case.id].turns, case.turns, strict=True):
            if old.say is None or len(old.say.split()) < 4:
                assert old == new
            else:
                assert old.say.rstrip(".") in (new.say or "")
                changed += 1
    assert changed >= 120

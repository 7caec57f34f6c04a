"""Simulated customers: the same seed brings the same people, and what the service counts of them is what they know of themselves."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from evals.simulation.people import KnownCustomer, KnownOrder, draw, words
from supportgraph.cli import main
from tests.service import ADMIN, AGENT, Served

SOME = 36
KNOWN = [KnownCustomer("C1", "US", "en-US", (KnownOrder("HP1", "shipped"),)), KnownCustomer("C2", "DE", "de-DE", ())]


def simulated(url: str, n: int, *more: str) -> Result:
    return CliRunner().invoke(main, ["simulate", "--url", url, "--conversations", str(n), *more])


def test_a_seed_brings_the_same_people_and_another_one_others() -> None:
    def drawn(seed: int) -> list[tuple[Any, ...]]:
        people = (draw(n, seed, KNOWN) for n in range(200))
        return [(p.persona, p.goals, p.patience, p.satisfaction, p.customer, p.order) for p in people]

    assert drawn(4) == drawn(4) != drawn(5)
    assert {one[0] for one in drawn(4)} == {"cooperative", "vague", "angry", "changes_mind", "lying", "attacking"}
    assert {one[5] for one in drawn(4)} == {"", "HP1"}  # of nobody's order that is not there


def test_what_rises_is_asked_more_often_late() -> None:
    rising = {name for name, goal in words().goals.items() if goal.rises}
    early, late = (sum(draw(n, 1, [], late=is_late).goals[0] in rising for n in range(600)) for is_late in (False, True))
    assert late > 4 * early > 0


def test_the_figures_are_the_truth_to_the_conversation(demo: Served, tmp_path: Path) -> None:
    file = tmp_path / "truth.jsonl"
    result = simulated(demo.url, SOME, "--seed", "7", "--truth", str(file), "--agent-key", AGENT)
    assert result.exit_code == 0, result.output
    truth = {line["conversation_id"]: line for line in map(json.loads, file.read_text().splitlines())}
    assert len(truth) == SOME
    counted = {c["id"]: c for c in behind(demo, "conversations", truth.__contains__)}
    assert set(counted) == set(truth)
    one_word = {"confirmed": "resolved", "assumed": "resolved"}
    theirs = {i: (one_word.get(c["outcome"], c["outcome"]), c["handoff_reason"], c["csat"]) for i, c in counted.items()}
    assert theirs == {i: (line["outcome"], line["handoff_reason"], line["csat"]) for i, line in truth.items()}
    assert len(Counter(line["outcome"] for line in truth.values())) >= 3, "too few kinds to prove anything"


def behind(served: Served, measure: str, of_this_run: Callable[[str], bool]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    after = ""
    while True:
        body = served.call("GET", f"/v1/kpis/conversations?measure={measure}&limit=200{after}", key=ADMIN).json()
        found += [c for c in body["items"] if of_this_run(c["id"])]
        if body["next"] is None:
            return found
        after = f"&after={body['next']}"


def test_a_service_that_is_not_there_is_told_in_a_line() -> None:
    result = simulated("http://127.0.0.1:9", 1)
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert result.output.startswith("Error: http://127.0.0.1:9: ")

"""A trained intent model in place of the shipped one: `SUPPORTGRAPH_INTENTS_DIR`."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from evals.runner import Plan, run_plan
from evals.suite import Case
from models.intents.intent_model import SHIPPED_INTENTS
from supportgraph.cli import main
from supportgraph.measuring.eval_service import Where, eval_caller


@pytest.mark.asyncio
async def test_the_service_reads_with_the_model_that_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped model, but for one label's name: what it reads so can only come from it."""
    own = tmp_path / "own"
    shutil.copytree(SHIPPED_INTENTS, own)
    card = json.loads((own / "model_card.json").read_text())
    card["labels"] = ["book_workshop" if label == "policy_question" else label for label in card["labels"]]
    (own / "model_card.json").write_text(json.dumps(card))
    monkeypatch.setenv("SUPPORTGRAPH_INTENTS_DIR", str(own))
    asks = {"say": "What is your return policy?", "expect": {"intent": "book_workshop", "outcome": "answered"}}
    case = Case.model_validate({"id": "asks", "region": "US", "turns": [asks]})
    async with eval_caller(Where()) as caller:
        results = await run_plan(caller, Plan([case], ["support-v1"]), lambda *_: None)
    assert [str(p) for r in results["support-v1"] for p in r.problems] == []


def test_a_folder_without_a_model_is_refused_by_its_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUPPORTGRAPH_INTENTS_DIR", str(tmp_path))
    monkeypatch.setenv("SUPPORTGRAPH_DATA_DIR", str(tmp_path / "data"))
    done = CliRunner().invoke(main, ["serve", "--demo", "--port", "0"])
    assert done.exit_code != 0
    assert "SUPPORTGRAPH_INTENTS_DIR" in done.output
    assert "holds no intent model" in done.output

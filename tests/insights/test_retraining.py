"""Models that are learned again, through the front door: proposed, watched in the shadow, promoted by a person, and taken back."""

import asyncio
import csv
import subprocess
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import yaml

from domain.clock import utc_now
from domain.ids import new_id
from domain.remedies import Remedy
from models.embeddings import MiniLmEmbedder
from models.intents.intent_model import IntentModel
from models.intents.training.examples import Row, settle_rows
from models.intents.training.retrain import own_data
from models.intents.training.train import learn_rows
from tests.service import ADMIN, ENGINEER, Served, Talk
from tests.service_forks import service_forks

INTENTS = {
    "track_order": ["where is my {}", "when will the {} arrive", "has my {} been sent", "track the {} please", "is the {} on its way"],
    "send_invoice": ["send me the invoice of the {}", "I need a bill for my {}", "where can I get the receipt for the {}",
                     "an invoice for the {} please", "email me the bill of the {}"],
    "cancel_order": ["cancel my {}", "I do not want the {} any more, stop it", "call off the {}", "please cancel the {}",
                     "drop the {} order"],
    "request_refund": ["give me my money back for the {}", "refund the {}", "I want a refund for my {}", "pay back the {}",
                       "money back for the {} please"],
}  # fmt: skip
GOODS = ["pan", "kettle", "mug", "board", "knife", "lamp"]
STRANGERS = ["what is the capital of Peru", "tell me a joke", "who won the match", "how tall is the tower", "sing a song for me",
             "write a poem about rain", "what is two times nine", "do you like jazz", "is it going to snow", "my cat is ill"]  # fmt: skip
# Words for a refund that nobody had taught; so few that the model keeps its recipe, which is not found by cross-validation again.
NEW = ["reimburse me for the pot", "I would like to be reimbursed", "please reimburse what I spent", "I want to be reimbursed",
       "reimburse what you billed me", "could you reimburse me"]  # fmt: skip
IN_A_SUITE = "Reverse the  payment please"


def _rows() -> list[Row]:
    asked = [Row(text.format(good), intent) for intent, texts in INTENTS.items() for text in texts for good in GOODS]
    return [*asked, *(Row(text, "out_of_scope") for text in STRANGERS)]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """On a company's own model of four intents, which the graph version of these conversations reads whole messages with."""
    folder = tmp_path_factory.mktemp("retraining")
    data = folder / "own"
    data.mkdir()
    with (data / "messages.csv").open("w", newline="") as file:
        csv.writer(file).writerows([Row._fields, *_rows()])
    own = own_data("intents", settle_rows(_rows()).rows)
    like = IntentModel.load().card  # its recipe and threshold: cross-validation takes longest
    learn_rows(list(own.learn), MiniLmEmbedder().embed_now, like=like).save(folder / "model")
    suite = folder / "suite.yaml"
    case = {"id": "greets", "tags": ["must_pass"], "turns": [{"say": "Hello", "expect": {"intent": "greeting"}}]}
    said = {"id": "says", "turns": [{"say": IN_A_SUITE}]}
    suite.write_text(yaml.safe_dump([case, said]))
    with Served(
        folder / "data",
        demo=False,
        SUPPORTGRAPH_INTENTS_DIR=str(folder / "model"),
        SUPPORTGRAPH_RETRAIN_DATA=str(data),
        SUPPORTGRAPH_RETRAIN_SUITES=str(suite),
    ) as service:
        weights = {"weights": {"support-v1": 1.0}}
        assert service.call("PUT", "/v1/graph-versions/rollout", weights, ENGINEER).status_code == 200
        yield service


async def accepted(service: Served, texts: list[str], intent: str) -> list[str]:
    """Conversations in which these words were said, accepted as what the intent means; their ids."""
    talks = [(talk, talk.say(text)["turn"]["id"]) for text in texts for talk in [service.talk(consent=True, region="US")]]
    await _keep(service, intent, [(turn, talk.id) for talk, turn in talks])
    return [talk.id for talk, _ in talks]


async def _keep(service: Served, intent: str, turns: list[tuple[str, str]]) -> None:
    empty = dict.fromkeys(Remedy.model_fields)
    told = {"id": new_id(), "name": "new words", "kind": "utterances", "status": "accepted", "words": "Words of a person."}
    decided = {"intent": intent, "decided_by": "Ada", "decided_at": utc_now() + timedelta(seconds=1)}
    async with service.records() as database, database.begin() as unit:
        await unit.remedies.add(Remedy.model_validate({**empty, **told, **decided}), turns)


async def _to_learn_from(service: Served) -> set[str]:
    """Conversations whose words a candidate would learn from now."""
    async with service.records() as database, database.read() as unit:
        return {said.conversation_id for said in await unit.intent_candidates.accepted(None)}


def _made(service: Served) -> dict[str, Any]:
    """A candidate, by the job."""
    job = service.ok("POST", "/v1/retraining/candidates", {}, ENGINEER)["job"]
    until = time.monotonic() + 240
    while job["status"] in ("queued", "running"):
        assert time.monotonic() < until, job
        time.sleep(0.2)
        job = service.ok("GET", f"/v1/jobs/{job['id']}")["job"]
    assert job["status"] == "succeeded", job
    return dict(service.ok("GET", f"/v1/retraining/candidates/{job['candidate_id']}", key=ENGINEER))


def _command(service: Served, *arguments: str) -> "subprocess.CompletedProcess[str]":
    env = {**service.env, "SUPPORTGRAPH_RETRAIN_SUITES": ","}
    return service_forks().run(["retrain", *arguments], env, 400)


def _intent(service: Served, text: str) -> str:
    turn: dict[str, Any] = Talk(service, {"consent": True, "region": "US"}).say(text)["turn"]
    return str(turn["intent"])


async def _reads_as(service: Served, text: str, intent: str) -> None:
    until = time.monotonic() + 60
    while _intent(service, text) != intent:
        assert time.monotonic() < until
        await asyncio.sleep(0.2)


async def test_a_good_batch_is_proposed_watched_promoted_and_taken_back(served: Served) -> None:
    asked = "please reimburse me for what I was billed"
    before = _intent(served, asked)
    gone, *_ = await accepted(served, [*NEW, IN_A_SUITE], "request_refund")

    candidate = _made(served)
    learned = candidate["report"]["learned"][0]
    assert (candidate["status"], candidate["report"]["problems"]) == ("shadow", [])
    assert (candidate["proposed_by"], candidate["based_on"], len(candidate["sha256"])) == ("Eve", "shipped", 64)
    assert learned["left_out"]["in_a_suite"] == 1, "what is in a suite is not learned from"
    assert learned["accepted"] + learned["kept_for_sample"] == len(NEW)
    assert learned["by_intent"] == {"request_refund": learned["accepted"]}
    measured = candidate["report"]["measured"]
    assert [(m["texts"], m["after"]["n"]) for m in measured] == [("frozen", 26), ("sample", learned["kept_for_sample"])]
    assert measured[0]["after"]["macro_f1"] >= measured[0]["before"]["macro_f1"]
    assert [(s["before"], s["after"]) for s in candidate["report"]["suites"]] == [(2, 2)]

    # The shadow reads live turns and answers none.
    assert _intent(served, asked) == before
    assert _intent(served, "where is my lamp") == "track_order"
    path = f"/v1/retraining/candidates/{candidate['id']}"
    shadow = served.ok("GET", path, key=ENGINEER)["shadow"]
    assert (shadow["turns"], shadow["different"]) == (2, 1)
    assert shadow["pairs"] == [{"now": before, "candidate": "request_refund", "n": 1}]

    # A person promotes it: a share first, then all. The service follows what another process decided.
    assert served.call("POST", f"{path}/promote", {}, ENGINEER).status_code == 403
    share = served.ok("POST", f"{path}/promote", {})["candidate"]
    assert (share["status"], share["share"], share["changed_by"]) == ("share", 0.1, "Ada")
    promoted = _command(served, "promote", candidate["id"])
    assert "all conversations" in promoted.stdout, promoted.stderr
    await _reads_as(served, asked, "request_refund")
    assert served.call("POST", f"{path}/promote", {}, ADMIN).json()["code"] == "already_resolved"

    # One command takes it back.
    assert "shipped reads" in _command(served, "rollback").stdout
    await _reads_as(served, asked, before)
    assert served.call("POST", "/v1/retraining/rollback", {}, ADMIN).status_code == 404
    assert f"{candidate['id']}  {candidate['created_at'][:10]}  rolled_back" in _command(served, "list").stdout

    # What is erased is told of.
    assert gone in await _to_learn_from(served)
    served.ok("DELETE", f"/v1/conversations/{gone}")
    after = served.ok("GET", path, key=ENGINEER)
    assert (after["learned_turns"], after["erased_turns"]) == (learned["accepted"] - 1, 1)
    assert gone not in await _to_learn_from(served), "the next candidate does not learn it"


async def test_a_bad_batch_is_refused_with_its_reason(served: Served) -> None:
    wrong = [f"so {text.format(good)}" for text in INTENTS["cancel_order"][:2] for good in GOODS]
    await accepted(served, wrong, "send_invoice")
    refused = _command(served)
    assert refused.returncode == 1, refused.stdout + refused.stderr
    # A fifth of the twelve is kept to measure on.
    told = "refused: intents: 10 of 10 utterances accepted as send_invoice are surely cancel_order to the model in force."
    assert told in refused.stdout
    candidate = served.ok("GET", "/v1/retraining/candidates?limit=1", key=ENGINEER)["items"][0]
    assert (candidate["status"], candidate["sha256"]) == ("refused", "")
    stopped = served.call("POST", f"/v1/retraining/candidates/{candidate['id']}/promote", {}, ADMIN)
    assert (stopped.status_code, stopped.json()["code"]) == (409, "not_tried")
    assert "cancel_order" in stopped.json()["detail"]


def test_a_candidate_that_is_not_there_is_not_found(served: Served) -> None:
    assert served.call("GET", "/v1/retraining/candidates/none", key=ADMIN).status_code == 404
    assert served.call("POST", "/v1/retraining/candidates/none/promote", {}, ADMIN).status_code == 404
    assert _command(served, "show", "none").returncode == 1

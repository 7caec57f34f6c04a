"""Remedies beside articles take effect, through the front door: a rule, a wording, the conversations as eval cases, words to learn from."""

import asyncio
import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from domain.clock import utc_now
from supportgraph.configuration.rule_files import SHIPPED
from supportgraph.processes import remedy_process
from supportgraph.processes.remedy_evaluation import RemedyEvaluation
from supportgraph.processes.remedy_process import Order, Passed
from tests.service import ADMIN, ENGINEER, Served

RULE = "    window_days: 30\n    refund_to: [original, gift_card]"  # of return_items
NARROW = RULE.replace("30", "2")
FIELD = "actions.return_items.window_days"
KEY, VAGUE, CLEARER = "which-account-address", "Which address?", "Which e-mail address did you sign up with?"
OWN = f"# Ours.\n{KEY} = {VAGUE}\n"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """On rules that give two days for a return, with customers who come later than that, and with a question of its own that does not
    say what it asks for."""
    folder = tmp_path_factory.mktemp("kinds")
    shipped = SHIPPED.read_text(encoding="utf-8")
    assert RULE in shipped
    policy = folder / "rules.yaml"
    policy.write_text(shipped.replace(RULE, NARROW), encoding="utf-8")
    texts = folder / "texts"
    texts.mkdir()
    (texts / "en.ftl").write_text(OWN, encoding="utf-8")
    files = {"SUPPORTGRAPH_POLICY_FILE": str(policy), "SUPPORTGRAPH_TEXTS_DIR": str(texts)}
    with Served(folder / "data", SUPPORTGRAPH_REMEDY_SUITES=",", **files) as service:
        for order in _late(service):
            turn = service.signed_in(order["customer_id"], region="US").say(f"I want to return order {order['id']}")["turn"]
            assert turn["outcome"] == "action_refused", turn
        for words in (
            "I cannot log in to my account",
            "please help, I cannot log in to my account",
            "Hi, I cannot log in to my account",
        ):
            talk = service.talk(consent=True, region="US")
            assert VAGUE in talk.say(words)["messages"][0]["text"]
            talk.say("that did not help")
        yield service


def _late(service: Served) -> list[dict[str, Any]]:
    """Orders of four customers that came between three and thirty days ago."""
    now = utc_now().timestamp()

    def days(order: dict[str, Any]) -> float:
        return (now - datetime.fromisoformat(order["delivered_at"]).timestamp()) / 86_400

    by_customer = {o["customer_id"]: o for o in service.orders("delivered") if 3 < days(o) < 29}
    found = list(by_customer.values())[:4]
    assert len(found) == 4, "the demo's shop has such orders"
    return found


def _struggle(service: Served, words: str) -> dict[str, Any]:
    items = service.ok("GET", "/v1/insights/struggles", key=ENGINEER)["items"]
    return next(dict(s) for s in items if any(words in e["text"] for e in s["examples"]))


def _accepted(service: Served, struggle: dict[str, Any], **remedy: Any) -> dict[str, Any]:  # Any: JSON
    body = {"remedy": remedy} if remedy else {}
    return dict(service.ok("POST", f"/v1/insights/struggles/{struggle['id']}/accept", body, ENGINEER)["remedy"])


def _read(service: Served, remedy_id: str) -> dict[str, Any]:
    return dict(service.ok("GET", f"/v1/insights/remedies/{remedy_id}"))


def _tried(service: Served, remedy_id: str) -> dict[str, Any]:
    """The job's evaluation, in this process: `test_remedies.py` has one in a process of its own."""

    async def go() -> None:
        async with service.records() as database:
            evaluation = await RemedyEvaluation(database, "support-v3", [], utc_now, remedy_process.run)(remedy_id)
            async with database.begin() as unit:
                found = await unit.remedies.lock(remedy_id)
                assert found is not None
                await unit.remedies.keep(found.model_copy(update={"status": "tested", "evaluation": evaluation}))

    asyncio.run(go())
    return _read(service, remedy_id)


def test_a_rule_is_tried_approved_shown_as_a_patch_and_live_once_the_service_runs_under_it(
    served: Served, tmp_path: Path
) -> None:
    struggle = _struggle(served, "return order")
    proposal = struggle["proposal"]
    assert (proposal["kind"], proposal["refusal"]) == ("policy", "window_passed")
    assert (proposal["policy"]["field"], proposal["policy"]["before"]) == (FIELD, 2)
    assert proposal["policy"]["after"] > 2, "what would have let half of them through"
    path = f"/v1/insights/struggles/{struggle['id']}/accept"
    wrong = served.call("POST", path, {"remedy": {"policy": {"after": -1}}}, ENGINEER)
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (400, "remedy.policy.after")

    remedy = _accepted(served, struggle, policy={"after": 30})
    way = f"/v1/insights/remedies/{remedy['id']}"
    assert served.call("POST", f"{way}/approve", {}, ADMIN).json()["code"] == "not_tried"
    evaluation = _tried(served, remedy["id"])["evaluation"]
    assert evaluation["is_passed"], evaluation["words"]
    assert [(c["before"], c["after"]) for c in evaluation["cases"]] == [(False, True)] * 4

    rules = Path(served.env["SUPPORTGRAPH_POLICY_FILE"])
    before = rules.read_text(encoding="utf-8")
    assert served.ok("POST", f"{way}/approve", {})["remedy"]["status"] == "approved"
    assert rules.read_text(encoding="utf-8") == before, "rules are changed by people"
    shown = _read(served, remedy["id"])
    assert "-    window_days: 2" in shown["patch"].splitlines()
    assert "+    window_days: 30" in shown["patch"].splitlines()
    _applied(shown["patch"], rules.parent, tmp_path)
    assert rules.read_text(encoding="utf-8") == before.replace(NARROW, RULE), "comments and all else are as they were"

    served.restart_after_kill()
    live = _read(served, remedy["id"])
    assert (live["status"], live["patch"]) == ("live", None)
    assert live["live_at"] > live["approved_at"]
    back = served.ok("POST", f"{way}/rollback", {})["remedy"]
    assert back["status"] == "rolled_back"
    assert "+    window_days: 2" in _read(served, remedy["id"])["patch"].splitlines(), "the way back is a patch too"


async def test_what_cannot_be_said_again_is_counted_apart_from_what_is_not_helped(served: Served) -> None:
    struggle = _struggle(served, "log in")
    remedy = _accepted(served, struggle, text={"after": {"en": "Which e-mail address is it?"}})

    async def one_goes_otherwise(order: Order) -> Passed:
        _, second, third = (c.id for c in order.cases if not c.id.startswith("was-"))
        return Passed(before=[f"was-{second}", f"was-{third}"], after=[second])

    async with served.records() as database:
        evaluation = await RemedyEvaluation(database, "support-v3", [], utc_now, one_goes_otherwise)(remedy["id"])
    assert [(c.before, c.after) for c in evaluation.cases] == [(False, True), (False, False)]
    assert evaluation.untried == 1
    assert evaluation.words.startswith("1 of 2 conversations")


def _applied(patch: str, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "one.patch").write_text(patch, encoding="utf-8")
    subprocess.run(["git", "apply", str(tmp_path / "one.patch")], cwd=folder, check=True)


def test_words_are_tried_approved_shown_as_a_patch_and_live_once_the_service_says_them(
    served: Served, tmp_path: Path
) -> None:
    struggle = _struggle(served, "log in")
    assert struggle["told"][0] == {"message": KEY, "conversations": 3, "words": struggle["told"][0]["words"]}
    proposal = struggle["proposal"]
    assert (proposal["kind"], proposal["text"]["message"], proposal["text"]["after"]) == ("text", KEY, {})
    assert proposal["text"]["before"]["en"] == VAGUE
    path = f"/v1/insights/struggles/{struggle['id']}/accept"
    for wrong, field in (
        ({"after": {"en": "Which address of { $ordre }?"}}, "after.en"),  # no such value
        ({"after": {"en": "Which { address?"}}, "after.en"),
        ({"after": {"en": "Which?\n.yes = Yes"}}, "after.en"),  # two messages
        ({"after": {"nl": "Hallo"}}, "after.nl"),
        ({"after": {"en": VAGUE}}, "after"),
        ({"message": "consent-question", "after": {"en": "OK?"}}, "after.en"),
        ({"message": "quote.question", "after": {"en": "OK?"}}, "after.en"),  # the yes to it moves money
        ({"message": "no-such-message", "after": {"en": "OK"}}, "message"),
    ):
        refused = served.call("POST", path, {"remedy": {"text": wrong}}, ENGINEER)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (400, f"remedy.text.{field}"), wrong
    assert served.call("POST", path, {}, ENGINEER).status_code == 400, "nobody has said yet what the words shall be"

    remedy = _accepted(served, struggle, text={"after": {"en": CLEARER}})
    way = f"/v1/insights/remedies/{remedy['id']}"
    assert served.call("POST", f"{way}/approve", {}, ADMIN).json()["code"] == "not_tried"
    evaluation = _tried(served, remedy["id"])["evaluation"]
    assert evaluation["is_passed"], evaluation["words"]
    assert [(c["before"], c["after"]) for c in evaluation["cases"]] == [(False, True)] * 3
    assert evaluation["untried"] == 0

    texts = Path(served.env["SUPPORTGRAPH_TEXTS_DIR"])
    assert served.ok("POST", f"{way}/approve", {})["remedy"]["status"] == "approved"
    assert (texts / "en.ftl").read_text(encoding="utf-8") == OWN, "texts are changed by people"
    _applied(_read(served, remedy["id"])["patch"], texts, tmp_path)
    assert (texts / "en.ftl").read_text(encoding="utf-8") == OWN.replace(VAGUE, CLEARER)
    served.restart_after_kill()
    live = _read(served, remedy["id"])
    assert (live["status"], live["patch"]) == ("live", None)
    said = served.talk(consent=True, region="US").say("I cannot log in to my account")
    assert CLEARER in said["messages"][0]["text"]

    assert served.ok("POST", f"{way}/rollback", {})["remedy"]["status"] == "rolled_back"
    _applied(_read(served, remedy["id"])["patch"], texts, tmp_path)
    assert (texts / "en.ftl").read_text(encoding="utf-8") == OWN


def _cases(service: Served) -> list[dict[str, Any]]:
    return list(service.ok("GET", "/v1/evals/cases?source=conversation", key=ENGINEER)["items"])


def test_conversations_become_cases_of_what_they_should_come_to_and_go_with_the_remedy(served: Served) -> None:
    struggle = _struggle(served, "return order")
    wanted = {"outcome": "asked_for_confirmation"}
    path = f"/v1/insights/struggles/{struggle['id']}/accept"
    named = {"remedy": {"kind": "eval_case", "wanted": {"intent": "rosa.marin@example.org"}}}
    assert served.call("POST", path, named, ENGINEER).status_code == 400, "labels hold no personal data"
    remedy = _accepted(served, struggle, kind="eval_case", wanted=wanted)
    assert _cases(served) == []
    live = served.ok("POST", f"/v1/insights/remedies/{remedy['id']}/approve", {})["remedy"]
    kept = _cases(served)
    assert (live["status"], len(kept), _read(served, remedy["id"])["cases"]) == ("live", 4, 4)
    for case in kept:
        assert case["remedy_id"] == remedy["id"]
        assert case["document"]["turns"][-1]["expect"]["outcome"] == wanted["outcome"]
    gone = kept[0]["conversation_id"]
    served.ok("DELETE", f"/v1/conversations/{gone}")
    assert _read(served, remedy["id"])["cases"] == 3, "a case goes with its conversation"
    served.ok("POST", f"/v1/insights/remedies/{remedy['id']}/rollback", {})
    assert _cases(served) == []


def test_utterances_are_learned_from_next_time_until_they_are_taken_back(served: Served) -> None:
    for words in ("blorp my wumpus please", "blorp the wumpus", "please blorp my wumpus now"):
        served.talk(consent=True, region="US").say(words)
    remedy = _accepted(served, _struggle(served, "wumpus"), kind="utterances", intent="send_invoice")

    def learned() -> set[str]:
        async def read() -> set[str]:
            async with served.records() as database, database.read() as unit:
                return {a.text for a in await unit.intent_candidates.accepted(None) if a.intent == "send_invoice"}

        return asyncio.run(read())

    assert "blorp the wumpus" in learned()
    way = f"/v1/insights/remedies/{remedy['id']}"
    assert served.ok("POST", f"{way}/approve", {})["remedy"]["status"] == "live"
    assert "blorp the wumpus" in learned()
    served.ok("POST", f"{way}/rollback", {})
    assert learned() == set()

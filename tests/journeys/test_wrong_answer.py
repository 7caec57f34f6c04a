"""From a wrong answer to its fixed source: flagged, fixed, live, told, and a case that must pass from then on."""

import csv
import io
import json
import subprocess
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from tests.service import ADMIN, AGENT, ENGINEER, Served, Talk, text_of
from tests.service_forks import run_command

ASK = "How long is the zeppelin tether warranty?"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("wrong") / "data", demo=False) as served:
        yield served


def tether(days: int) -> dict[str, Any]:
    return {
        "title": "Zeppelin tether warranty",
        "body": f"The zeppelin tether warranty lasts {days} days. Riggers check it.",
    }


def ok(served: Served, method: str, path: str, body: Any = None, key: str = ADMIN, status: int = 200, **headers: str) -> Any:
    response = served.call(method, path, body, key, **headers)
    assert response.status_code == status, response.text
    return response.json()


def answer_to(talk: Talk, question: str) -> tuple[str, dict[str, Any]]:
    answer = talk.say(question)
    (message,) = [m for m in answer["messages"] if m["role"] == "assistant"]
    return text_of(answer), message


def flag(served: Served, message: dict[str, Any], reason: str = "wrong", correction: str | None = None) -> dict[str, Any]:
    body = {"reason": reason, "correction": correction}
    return dict(ok(served, "POST", f"/v1/messages/{message['id']}/flags", body, AGENT, 201)["flag"])


def run_flags(served: Served) -> subprocess.CompletedProcess[str]:
    return run_command("evals", "run", "flags", env=served.env)


def test_a_wrong_answer_leads_to_its_fixed_source(desk: Served) -> None:
    article = ok(desk, "POST", "/v1/kb/articles", tether(7000), status=201)
    talk = desk.talk(consent=True, region="US")
    talk.say("Hello!")
    told, message = answer_to(talk, f"{ASK} My card is 4111 1111 1111 1111")
    assert "7000" in told

    raised = flag(desk, message, correction="It is 8888 days since spring.")
    assert (raised["articles"], raised["revisions"]) == ([article["id"]], {article["id"]: 1})
    assert (raised["cause"], raised["status"], raised["conversation_id"]) == ("document", "open", talk.id)
    shown = ok(desk, "GET", f"/v1/kb/flags/{raised['id']}", key=AGENT)
    assert shown["question"]["text"] == f"{ASK} My card is [CARD_1]"
    assert "7000" in shown["segments"][0]["answer"]
    assert shown["articles"][0]["then"]["body"] == tether(7000)["body"]

    key = str(uuid4())
    path, body = f"/v1/kb/flags/{raised['id']}/resolve", {"article": tether(8888)}
    fixed = ok(desk, "POST", path, body, **{"Idempotency-Key": key})
    assert (fixed["article"]["id"], fixed["article"]["revision"], fixed["flag"]["status"]) == (article["id"], 2, "resolved")
    again = desk.call("POST", path, body, ADMIN, **{"Idempotency-Key": key})
    assert (again.json(), again.headers["Idempotent-Replayed"]) == (fixed, "true")
    assert ok(desk, "POST", path, {"dismiss": "no"}, status=409)["code"] == "already_resolved"

    now, cited = answer_to(desk.talk(consent=True, region="US"), ASK)
    assert "8888" in now
    assert "7000" not in now
    assert cited["citations"][0]["article_id"] == article["id"]

    (past,) = ok(desk, "GET", f"/v1/kb/articles/{article['id']}/answers?revision=1")["items"]
    assert (past["message_id"], past["conversation_id"], past["can_be_told"]) == (message["id"], talk.id, True)
    assert [a["revision"] for a in ok(desk, "GET", f"/v1/kb/articles/{article['id']}/answers")["items"]] == [1, 2]

    (case,) = [c for c in ok(desk, "GET", "/v1/evals/cases", key=ENGINEER)["items"] if c["flag_id"] == raised["id"]]
    assert [turn["say"] for turn in case["document"]["turns"]] == ["Hello!", f"{ASK} My card is [CARD_1]"]
    ran = run_flags(desk)
    assert (ran.returncode, "1 of 1 passed" in ran.stdout) == (0, True), ran.stdout + ran.stderr

    kpis = ok(desk, "GET", "/v1/kpis")["items"][0]
    assert kpis["flags"] == {"raised": 1, "fixed": 1, "dismissed": 0}
    assert kpis["flag_to_fix_seconds"]["p50"] > 0

    # An edit that brings the wrong figure back is caught.
    ok(desk, "PUT", f"/v1/kb/articles/{article['id']}", tether(7000))
    worse = run_flags(desk)
    assert (worse.returncode, "says /" in worse.stdout) == (1, True), worse.stdout + worse.stderr
    # One that moves on to a third figure, under another title, is not: it is the truth now.
    ok(desk, "PUT", f"/v1/kb/articles/{article['id']}", {**tether(9999), "title": "How long the zeppelin tether lasts"})
    later = run_flags(desk)
    assert later.returncode == 0, later.stdout + later.stderr


def test_past_answers_come_in_pages_and_as_a_sheet_without_formulas(desk: Served) -> None:
    body = {"title": "Gondola ballast", "body": "=2+3 is the gondola ballast in sacks, as a formula."}
    article = ok(desk, "POST", "/v1/kb/articles", body, status=201)
    talks = [desk.talk(consent=True, region="US") for _ in range(3)]
    said = [answer_to(talk, "What is the gondola ballast?")[1]["id"] for talk in talks]
    desk.call("POST", f"/v1/conversations/{talks[0].id}/close", {}, talks[0].token)
    path = f"/v1/kb/articles/{article['id']}/answers"
    first = ok(desk, "GET", f"{path}?limit=2", key=AGENT)
    rest = ok(desk, "GET", f"{path}?limit=2&after={first['next']}", key=AGENT)
    items = first["items"] + rest["items"]
    assert ([i["message_id"] for i in items], rest["next"]) == (said, None)
    assert [i["can_be_told"] for i in items] == [False, True, True]
    sheet = desk.call("GET", f"{path}?format=csv", key=AGENT)
    assert sheet.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(sheet.text)))
    assert [r["message_id"] for r in rows] == said
    assert all(r["text"].startswith("'=") for r in rows if "=2+3" in r["text"])
    assert desk.call("DELETE", f"/v1/kb/articles/{article['id']}", key=ADMIN).status_code == 204
    assert len(ok(desk, "GET", path)["items"]) == 3
    assert desk.call("GET", "/v1/kb/articles/none/answers", key=ADMIN).status_code == 404


def test_a_flag_that_no_document_caused_becomes_a_struggle(desk: Served) -> None:
    answer = desk.talk(consent=True, region="US").say("I want to talk about my feelings for harpsichords")
    message = answer["messages"][-1]
    raised = flag(desk, message, "tone")
    assert (raised["cause"], raised["articles"]) == ("conversation", [])
    path = f"/v1/kb/flags/{raised['id']}/resolve"
    done = ok(desk, "POST", path, {"dismiss": "It took music for an order. Card 4111 1111 1111 1111"})
    assert done["article"] is None
    assert done["flag"]["resolution"] == {"dismissed": "It took music for an order. Card [CARD_1]"}
    struggles = ok(desk, "GET", "/v1/kb/flags?status=dismissed&cause=conversation")["items"]
    assert raised["id"] in [f["id"] for f in struggles]
    assert raised["id"] not in [f["id"] for f in ok(desk, "GET", "/v1/kb/flags?status=open")["items"]]


def test_the_article_to_fix_is_never_a_guess(desk: Served) -> None:
    message = desk.talk(consent=True, region="US").say("Do you sell hovercraft spare parts?")["messages"][-1]
    none_used = flag(desk, message, "incomplete")
    path = f"/v1/kb/flags/{none_used['id']}/resolve"
    for wrong in (
        {},
        {"article": tether(1), "dismiss": "both"},
        {"dismiss": " "},
        {"dismiss": "x", "article_id": "y"},
        {"article": tether(1), "article_id": "no-such-article"},
        {"article": {"title": "", "body": ""}},
    ):
        assert ok(desk, "POST", path, wrong, status=400)["code"] == "validation_failed"
    assert desk.call("POST", path, {"dismiss": "x"}, AGENT).status_code == 403
    assert desk.call("POST", "/v1/kb/flags/none/resolve", {"dismiss": "x"}, ADMIN).status_code == 404
    new = {"title": "Hovercraft spare parts", "body": "We sell hovercraft spare parts: skirts, fans and rudders."}
    made = ok(desk, "POST", path, {"article": new})
    assert made["article"]["revision"] == 1
    assert made["flag"]["resolution"]["case_id"]
    assert "rudders" in answer_to(desk.talk(consent=True, region="US"), "Do you sell hovercraft spare parts?")[0]


def test_gaps_and_the_audit_stand_side_by_side_and_a_persons_answer_is_a_draft(desk: Served) -> None:
    for question in ("Can I rent a kayak?", "do you rent kayaks", "Is there a kayak rental?"):
        talk = desk.talk(consent=True, region="US")
        talk.say(question)
    handoff = talk.ask_for_person()["id"]
    ok(desk, "POST", f"/v1/handoffs/{handoff}/claim", {}, AGENT)
    reply = "Hi Anna Smith, we rent kayaks for 40 dollars a weekend at the harbour office; write to anna.smith@example.com."
    for text in ("One moment, please.", reply):
        ok(desk, "POST", f"/v1/handoffs/{handoff}/messages", {"text": text}, AGENT, 201)
    (gap,) = [g for g in ok(desk, "GET", "/v1/kb/gaps", key=AGENT)["items"] if "kayak" in g["name"]]
    assert (gap["n"], len(gap["questions"])) == (3, 3)
    assert gap["draft"]["body"].startswith("we rent kayaks for 40 dollars a weekend")
    assert "anna" not in json.dumps(gap).lower()
    (found,) = [f for f in ok(desk, "GET", "/v1/kb/audit?kind=unanswered")["items"] if "kayak" in f["detail"]]
    assert found["met"] == 3
    pages, after = [], ""
    while after is not None:
        page = ok(desk, "GET", f"/v1/kb/audit?limit=1{after and '&after=' + after}")
        pages, after = pages + page["items"], page["next"]
    assert pages == ok(desk, "GET", "/v1/kb/audit?limit=200")["items"]
    assert ok(desk, "GET", "/v1/kb/audit?after=gone", status=400)["code"] == "validation_failed"
    told = run_command("kb", "audit", "--json", env=desk.env)
    assert (told.returncode, "A service owns the index" in told.stderr) == (0, True), told.stderr
    lines = [json.loads(line) for line in told.stdout.splitlines()]
    assert [one["id"] for one in lines] == [one["id"] for one in pages if one["kind"] != "unanswered"]
    ok(desk, "POST", "/v1/kb/articles", gap["draft"] | {"conversation_id": None}, status=400)
    new = {"title": gap["draft"]["title"], "body": gap["draft"]["body"]}
    ok(desk, "POST", "/v1/kb/articles", new, status=201)
    assert not [g for g in ok(desk, "GET", "/v1/kb/gaps")["items"] if "kayak" in g["name"]]

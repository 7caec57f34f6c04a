"""Conversations that were: kept as eval cases, and run again on a version, with nothing done a second time."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from evals.suite import Case, load_suite
from supportgraph.cli import main
from tests.service import ADMIN, AGENT, ENGINEER, Served, Talk, text_of

CARD = "4111 1111 1111 1111"
ADDRESS = "482 Maple Street, Springfield, IL 62704"
Command = Callable[..., Result]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("life") / "data") as served:
        yield served


@pytest.fixture(scope="module")
def lived(shop: Served) -> dict[str, Talk]:
    """Conversations of many kinds: read, done, refused, given to a person, approved, masked, proven, lost."""
    return {
        "tracked": _tracked(shop),
        "cancelled": _cancelled(shop),
        "moved": _moved(shop),
        "approved": _approved(shop),
        "proven": _proven(shop),
        "lost": _lost(shop),
        "stranger": _stranger(shop),
        "british": _british(shop),
    }


def _tracked(shop: Served) -> Talk:
    talk = shop.signed_in("C0001", region="US")
    assert "HP104251" in text_of(talk.say(f"Where is my order HP104251? I paid with {CARD}"))
    talk.say("How long does delivery take?")
    talk.say("thanks")
    return talk


def _cancelled(shop: Served) -> Talk:
    order = next(o for o in shop.orders("pending", "C0004"))
    talk = shop.signed_in("C0004", region="US")
    talk.do("cancel_order", order_id=order["id"], reason="no_longer_needed")
    quote = talk.state()["pending_action"]["id"]
    assert talk.do("confirm", quote_id=quote)["turn"]["outcome"] == "action_done"
    return talk


def _moved(shop: Served) -> Talk:
    talk = shop.signed_in("C0001", region="US")
    talk.say("I need to change the delivery address of order HP104268")
    talk.say(ADDRESS)
    assert talk.say("yes, go ahead")["turn"]["outcome"] == "action_done"
    return talk


def _approved(shop: Served) -> Talk:
    talk = shop.signed_in("C0004", region="US")
    talk.do("refund_order", order_id="HP104385", line_ids=["1"], reason="damaged")
    assert talk.say("yes")["turn"]["outcome"] == "handed_off"
    talk.say("Is somebody there?")
    handoff = talk.state()["handoff"]["id"]
    for path, body in (
        ("claim", {}),
        ("messages", {"text": f"Hello, is it card {CARD}?"}),
        ("resume", {"action": "approve"}),
    ):
        assert shop.call("POST", f"/v1/handoffs/{handoff}/{path}", body, AGENT).status_code in (200, 201)
    return talk


def _proven(shop: Served) -> Talk:
    talk = shop.talk(region="US", consent=True)
    talk.say("Where is my order HP104251?")
    assert talk.say("The postcode is 53789")["turn"]["tool_calls"][-1]["status"] == "succeeded"
    talk.do("verify", order_id="HP104233", email="nobody.here@example.com")
    return talk


def _lost(shop: Served) -> Talk:
    talk = shop.talk(region="US")
    for words in ("blorp quux fnord", "gnarf wibble zot", "frob snark zzyx"):
        talk.say(words)
    assert talk.state()["handoff"]["reason"] == "repeated_failure"
    return talk


def _stranger(shop: Served) -> Talk:
    talk = shop.signed_in("C0002", region="GB")
    assert talk.do("track_order", order_id="HP104251")["turn"]["outcome"] == "action_refused"
    return talk


def _british(shop: Served) -> Talk:
    talk = shop.talk(region="GB")
    talk.say("What is your return policy?")
    talk.say("Yes, I agree")
    talk.say("How long does delivery take?")
    return talk


@pytest.fixture
def command(shop: Served, monkeypatch: pytest.MonkeyPatch) -> Command:
    """`supportgraph` with the service's own settings."""
    for name in ("SUPPORTGRAPH_DATA_DIR", "SUPPORTGRAPH_CUSTOMER_JWT_SECRET"):
        monkeypatch.setenv(name, shop.env[name])
    return lambda *arguments: CliRunner().invoke(main, [str(a) for a in arguments])


def keep(shop: Served, talk: Talk, key: str = AGENT, **body: Any) -> Any:
    return shop.call("POST", f"/v1/conversations/{talk.id}/eval-case", body, key)


def test_a_conversation_becomes_a_case_by_one_call_masked(shop: Served, lived: dict[str, Talk]) -> None:
    answer = keep(shop, lived["tracked"])
    assert answer.status_code == 201, answer.text
    kept = answer.json()["case"]
    assert (kept["conversation_id"], kept["flag_id"]) == (lived["tracked"].id, None)
    case = Case.model_validate(kept["document"])
    assert [step.say for step in case.turns][1:] == ["How long does delivery take?", "thanks"]
    assert case.turns[0].say == "Where is my order HP104251? I paid with [CARD_1]"
    assert case.turns[0].expect.tool is not None
    assert (case.turns[0].expect.intent, case.turns[0].expect.tool.status) == ("track_order", "succeeded")
    listed = shop.call("GET", "/v1/evals/cases?source=conversation", key=ENGINEER).json()["items"]
    assert kept["id"] in [one["id"] for one in listed]
    assert not shop.call("GET", "/v1/evals/cases?source=flag", key=ENGINEER).json()["items"]


def test_what_a_person_did_is_in_it_too_and_what_a_turn_should_have_been(shop: Served, lived: dict[str, Talk]) -> None:
    case = Case.model_validate(keep(shop, lived["approved"]).json()["case"]["document"])
    agent = [step.agent for step in case.turns if step.agent]
    assert [one.reply or one.resume for one in agent] == ["Hello, is it card [CARD_1]?", "approve"]
    first = lived["lost"].transcript()[1]["turn_id"]
    body = {"turn_id": first, "intent": "out_of_scope", "outcome": "no_answer_found"}
    (step,) = Case.model_validate(keep(shop, lived["lost"], **body).json()["case"]["document"]).turns
    assert (step.say, step.expect.intent, step.expect.outcome) == ("blorp quux fnord", "out_of_scope", "no_answer_found")


def test_what_cannot_be_a_case_is_refused(shop: Served, lived: dict[str, Talk]) -> None:
    assert keep(shop, lived["tracked"], turn_id="no-such-turn").json()["errors"][0]["field"] == "turn_id"
    assert keep(shop, lived["tracked"], outcome="splendid").status_code == 400
    assert keep(shop, shop.talk(region="US")).status_code == 400  # nobody said anything
    assert keep(shop, shop.talk(region="DE", consent=False)).status_code == 400
    assert shop.call("POST", "/v1/conversations/nobody/eval-case", {}, AGENT).status_code == 404
    assert shop.call("POST", f"/v1/conversations/{lived['lost'].id}/eval-case", {}, lived["lost"].token).status_code == 403


@pytest.mark.parametrize("name", ["mine.yaml", "mine.jsonl"])
def test_the_command_adds_it_to_a_suite_that_can_be_read(
    command: Command, lived: dict[str, Talk], tmp_path: Path, name: str
) -> None:
    suite = tmp_path / name
    for talk in (lived["tracked"], lived["cancelled"]):
        done = command("evals", "from-conversation", talk.id, "--suite", suite)
        assert done.exit_code == 0, done.output
    assert [case.id for case in load_suite(str(suite))] == [f"conversation-{lived[n].id}" for n in ("tracked", "cancelled")]
    again = command("evals", "from-conversation", lived["tracked"].id, "--suite", suite)
    assert again.exit_code == 1
    assert "already" in again.output
    assert "there is no conversation" in command("evals", "from-conversation", "nobody", "--suite", suite).output


def test_kept_conversations_are_a_suite_that_runs(shop: Served, lived: dict[str, Talk], command: Command) -> None:
    keep(shop, lived["british"])
    done = command("evals", "run", "conversations", "--jobs", 1)
    assert "ok    conversation-" in done.output
    assert done.exit_code in (0, 1)  # those whose orders have moved on since then fail


def test_replayed_on_its_own_version_nothing_differs_and_nothing_is_done_again(
    shop: Served, lived: dict[str, Talk], command: Command, tmp_path: Path
) -> None:
    before = _shop_and_operations(shop)
    done = command("evals", "replay", "--from", "2020-01-01", "--report", tmp_path / "replay")
    assert done.exit_code == 0, done.output
    assert "0 went another way" in done.output
    report = json.loads((tmp_path / "replay" / "replay.json").read_text())
    assert report["conversations"] >= len(lived)
    assert report["turns"] >= 20
    assert report["items"] == []
    assert _shop_and_operations(shop) == before


def test_replayed_on_another_version_the_first_turn_that_differs_is_told(
    lived: dict[str, Talk], command: Command, tmp_path: Path
) -> None:
    done = command("evals", "replay", "--from", "2020-01-01", "--graph", "support-v1", "--report", tmp_path)
    assert done.exit_code == 1, done.output
    report = json.loads((tmp_path / "replay.json").read_text())
    kinds = {d["kind"] for one in report["items"] for d in one["differences"]}
    assert kinds <= {"route", "outcome", "tool", "hand_off", "text", "write", "read"}
    assert kinds  # the first version reads no acts
    assert "went another way" in (tmp_path / "replay.html").read_text()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--from", "2020-01-01", "--to", "2020-01-02"), "nothing of that time was recorded"),
        (("--from", "2020-01-01", "--graph", "support-v0"), "support-v0"),
        (("--from", "yesterday"), "yesterday"),
    ],
)
def test_a_replay_of_nothing_is_invalid(
    command: Command, lived: dict[str, Talk], arguments: tuple[str, ...], says: str
) -> None:
    done = command("evals", "replay", *arguments)
    assert done.exit_code == 2
    assert says in done.output


def test_a_recording_holds_nothing_personal_that_was_not_said(shop: Served, lived: dict[str, Talk]) -> None:
    """Of the customer themselves their first name and cities, as the chat says them; of others the outline."""
    with closing(sqlite3.connect(f"file:{shop.data / 'supportgraph.db'}?mode=ro", uri=True)) as records:
        held = "\n".join(document for (document,) in records.execute("SELECT document FROM recording"))
        of_stranger = "\n".join(
            document
            for (document,) in records.execute(
                "SELECT document FROM recording WHERE conversation_id = ?", (lived["stranger"].id,)
            )
        )
    assert "HP104251" in held
    for personal in ("Torres", "maya.torres1", "Lakeview", "555 0127", "Okafor", "june.okafor", "Maple", "nobody.here"):
        assert personal not in held, personal
    assert "Wall Clock" in held
    assert "Wall Clock" not in of_stranger


def _shop_and_operations(shop: Served) -> list[Any]:
    found: list[Any] = []
    for file, queries in (
        ("shop.db", ("SELECT * FROM shop_order ORDER BY id", "SELECT key FROM shop_operation ORDER BY key")),
        ("supportgraph.db", ("SELECT key, status FROM operation ORDER BY key", "SELECT count(*) FROM turn")),
    ):
        with closing(sqlite3.connect(f"file:{shop.data / file}?mode=ro", uri=True)) as database:
            found += [database.execute(query).fetchall() for query in queries]
    return found


def test_an_admin_may_keep_one_too(shop: Served, lived: dict[str, Talk]) -> None:
    assert keep(shop, lived["stranger"], ADMIN).status_code == 201

"""Server-sent events: the turn as a stream, and replay without loss or repeat."""

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

import api.streams
from tests.faults.in_process import JumpingClock, in_process
from tests.service import AGENT, Served, Talk

Event = tuple[str, str, dict]


def read(response: httpx.Response, until: str) -> Iterator[Event]:
    """(id, name, data) of each event, up to and with the first named ``until``."""
    ident = name = ""
    data: list[str] = []
    for line in response.iter_lines():
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if field == "id":
            ident = value
        elif field == "event":
            name = value
        elif field == "data":
            data.append(value)
        elif not line and name:
            yield ident, name, json.loads("\n".join(data))
            if name == until:
                return
            name, data = "", []


def replay(talk: Talk, after: str, count: int) -> list[Event]:
    headers = {"Authorization": f"Bearer {talk.token}", "Last-Event-ID": after}
    events: list[Event] = []
    with talk.served.http.stream("GET", f"/v1/conversations/{talk.id}/events", headers=headers) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        for event in read(response, until=""):
            events.append(event)
            if len(events) == count:
                return events
    raise AssertionError("the stream ended")


def test_a_turn_can_be_read_as_a_stream(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    headers = {"Authorization": f"Bearer {talk.token}", "Accept": "text/event-stream"}
    path = f"/v1/conversations/{talk.id}/messages"
    with demo.http.stream("POST", path, json={"text": "How long does delivery take?"}, headers=headers) as response:
        events = list(read(response, until="turn.completed"))
    names = [name for _, name, _ in events]
    assert names[0] == "message.completed"
    assert names[-1] == "turn.completed"
    said = [data for _, name, data in events if name == "message.completed"]
    assert [m["role"] for m in said] == ["customer", "assistant"]
    assert said[1]["citations"]
    assert events[-1][2]["outcome"] == "answered"


def test_a_replay_is_whole_and_in_order_from_any_event(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    for text in ("hello", "How long does delivery take?", "thanks"):
        talk.say(text)
    events = replay(talk, "0", 15)
    ids = [int(i) for i, _, _ in events]
    assert ids == list(range(1, 16))
    messages = [d["id"] for _, n, d in events if n == "message.completed"]
    assert messages == [m["id"] for m in talk.transcript()][: len(messages)]
    assert replay(talk, "7", 8) == events[7:]


def test_a_repeat_of_a_streamed_turn_shows_the_same_turn_again(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    headers = {"Authorization": f"Bearer {talk.token}", "Accept": "text/event-stream", "Idempotency-Key": "streamed"}
    path, body = f"/v1/conversations/{talk.id}/messages", {"text": "How long does delivery take?"}
    shown = []
    for _ in range(2):
        with demo.http.stream("POST", path, json=body, headers=headers) as response:
            shown.append([e for e in read(response, until="turn.completed") if e[1] != "message.delta"])
    assert [data["id"] for _, name, data in shown[0] if name == "message.completed"] == [
        data["id"] for _, name, data in shown[1] if name == "message.completed"
    ]
    assert shown[0][-1] == shown[1][-1]
    assert len(talk.transcript()) == 3


def test_a_bad_position_is_refused(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    response = demo.call("GET", f"/v1/conversations/{talk.id}/events?after=soon", key=talk.token)
    assert (response.status_code, response.json()["code"]) == (400, "validation_failed")


async def test_what_staff_follow_ends_so_that_they_are_asked_again_who_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api.streams, "STAFF_STREAM_SECONDS", 0.0)
    async with in_process(tmp_path / "data", JumpingClock()) as inside:
        talk = await inside.talk()
        for path in ("/v1/handoffs/events", f"/v1/conversations/{talk.id}/events?after=0"):
            # The whole body: it would never come from a stream that goes on.
            followed = await inside.call("GET", path, None, AGENT)
            assert followed.status_code == 200
            assert followed.text
        assert (await inside.call("GET", "/v1/handoffs/events", None, "a key that was revoked")).status_code == 401

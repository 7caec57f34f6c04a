"""A reader whose connection breaks goes on where it was: across kills on one machine, and across replicas."""

import contextlib
import threading
import time

import httpx

from tests.api.test_streams import Event, read, replay
from tests.faults.conftest import NewService
from tests.faults.fault_service import FaultService
from tests.faults.retrying import Retrying
from tests.service import Talk


class Reader(threading.Thread):
    """Reads a conversation's events for ever, from one address after the other, as a browser would."""

    def __init__(self, talk: Talk, *urls: str) -> None:
        super().__init__(daemon=True)
        self._path, self._token, self._urls = f"/v1/conversations/{talk.id}/events", talk.token, urls
        self.events: list[Event] = []
        self.connections = 0
        self.stop = threading.Event()

    def run(self) -> None:
        while not self.stop.is_set():
            with contextlib.suppress(httpx.TransportError):
                self._connect(self._urls[self.connections % len(self._urls)])
            time.sleep(0.1)

    def _connect(self, url: str) -> None:
        last = next((i for i, _, _ in reversed(self.events) if "." not in i), "0")
        headers = {"Authorization": f"Bearer {self._token}", "Last-Event-ID": last}
        with httpx.stream("GET", f"{url}{self._path}", headers=headers, timeout=20) as response:
            if response.status_code != 200:
                return
            self.connections += 1
            for event in read(response, until=""):
                self.events.append(event)

    def numbers(self) -> list[int]:
        return [int(i) for i, _, _ in self.events if "." not in i]

    def is_connected(self, seconds: float) -> bool:
        until = time.monotonic() + seconds
        while not self.connections and time.monotonic() < until:
            time.sleep(0.02)
        return self.connections > 0

    def has_seen(self, name: str, count: int, seconds: float) -> bool:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if sum(n == name for _, n, _ in self.events) >= count:
                return True
            time.sleep(0.02)
        return False


def seen_across(service: FaultService, kills: int, seconds: float = 10) -> tuple[Reader, Talk]:
    """A reader and the conversation, after messages between which the process was killed."""
    talk = service.talk(consent=True, region="US")
    reader = Reader(talk, service.url)
    reader.start()
    client = Retrying(service.url)
    assert reader.is_connected(10)  # before the first kill comes
    for number in range(kills + 1):
        client.post(f"/v1/conversations/{talk.id}/messages", {"text": f"Where is parcel {number}?"}, talk.token)
        if number < kills:
            service.restart()
    reader.has_seen("turn.completed", kills + 2, seconds)  # the greeting's too
    reader.stop.set()
    client.close()
    return reader, talk


def test_a_reader_misses_nothing_and_sees_nothing_twice_across_kills(single: FaultService) -> None:
    reader, talk = seen_across(single, kills=2)
    assert reader.connections >= 2
    assert reader.numbers() == list(range(1, len(reader.numbers()) + 1))
    assert [e for e in reader.events if "." not in e[0]] == replay(talk, "0", len(reader.numbers()))
    shown = [data["id"] for _, name, data in reader.events if name == "message.completed"]
    assert shown == [m["id"] for m in talk.transcript()]


def test_a_reader_that_misses_something_is_noticed(new_service: NewService) -> None:
    reader, _ = seen_across(new_service("streams_skip").start(), kills=1, seconds=1)
    assert reader.numbers() != list(range(1, len(reader.numbers()) + 1))


def test_a_post_on_one_replica_reaches_a_stream_on_the_other(pair: tuple[FaultService, FaultService]) -> None:
    a, b = pair
    talk = a.talk(consent=True, region="US")
    reader = Reader(talk, a.url)
    reader.start()
    assert reader.has_seen("turn.completed", 1, seconds=5)
    there = b.reach(talk)
    for number in range(3):
        there.say(f"Where is parcel {number}?")
        assert reader.has_seen("turn.completed", number + 2, seconds=5)
    a.kill()
    there.say("Are you still there?")
    elsewhere = Reader(talk, b.url)
    elsewhere.events = list(reader.events)
    elsewhere.start()
    assert elsewhere.has_seen("turn.completed", 5, seconds=5)
    for one in (reader, elsewhere):
        one.stop.set()
    assert elsewhere.numbers() == list(range(1, len(elsewhere.numbers()) + 1))


def test_a_stopping_process_ends_its_streams_with_a_hint_when_to_come_back(single: FaultService) -> None:
    talk = single.talk(consent=True, region="US")
    headers = {"Authorization": f"Bearer {talk.token}"}
    path = f"{single.url}/v1/conversations/{talk.id}/events?after=0"
    with httpx.stream("GET", path, headers=headers, timeout=20) as response:
        lines = response.iter_lines()
        first, began = next(lines), time.monotonic()
        single.terminate()
        rest = list(lines)
    assert any(line.startswith("retry: ") for line in (first, *rest))
    assert single.ended_by(20) == 0
    assert time.monotonic() - began < 5

"""Key figures over many conversations of known truth: whether they equal it, and how long each question takes.

`python -m evals.benchmarks.kpis [--conversations 100000] [--report FILE]`. The conversations are written by SQL into the embedded
database, so that what became of each is decided before and not by the service; then every kind of question is asked over HTTP (in
this process) three times; the slowest counts. Then the service is started once more, and the first question is asked as soon as it
serves. CPU seconds are told beside those of the clock, for machines that are busy. Exit 1 where a figure is not the truth, or a
question takes longer than a second.

One file: what is planted, what is asked and what is compared are read beside each other.
"""

import argparse
import asyncio
import contextlib
import json
import random
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from domain.staff import Staff, hash_key
from evals.benchmarks.services import called, in_process

MOST_SECONDS = 1.0
_KEY = "engineer-key-of-the-benchmark"
_QUARTER_DAYS = 90
_KINDS = {"confirmed": 34, "assumed": 22, "handed_off": 18, "gave_up": 12, "unknown": 10, "returns": 4}
_REASONS = ("customer_request", "repeated_failure", "policy", "approval_needed", "safety")
_INTENTS = ("track_order", "policy_question", "product_question", "request_refund", "cancel_order")
_REGIONS = ("US", "GB", "DE", "FR", None)
_VERSIONS = ("support-v1", "support-v3")

Row = dict[str, Any]  # by column


@dataclass(frozen=True)
class Known:
    """A conversation, and what became of it."""

    id: str
    result: str
    region: str | None
    day: str
    intent: str
    handoff_reason: str | None
    csat: int | None
    handling_seconds: float


class Writer:
    """Writes rows of the service's own tables, past the service."""

    def __init__(self, path: Path, rng: random.Random, now: datetime) -> None:
        self._path, self._rng, self._now = path, rng, now
        self._rows: dict[str, list[Row]] = {"conversation": [], "turn": [], "message": [], "handoff": [], "csat": []}
        self._number = 0
        self.known: list[Known] = []

    def write(self, conversations: int) -> list[Known]:
        kinds = list(_KINDS)
        while len(self.known) < conversations:
            kind = self._rng.choices(kinds, list(_KINDS.values()))[0]
            if kind != "returns":
                self._conversation(kind)
            elif len(self.known) + 2 <= conversations:
                self._who_returns()
        with contextlib.closing(sqlite3.connect(self._path)) as database:
            database.execute("PRAGMA synchronous=OFF")
            for table, rows in self._rows.items():
                _insert(database, table, rows)
            database.commit()
        return self.known

    def _who_returns(self) -> None:
        """A customer whose answer did not serve: on the same intent two hours later. The first one is not resolved then."""
        customer, intent = f"K{self._number}", self._rng.choice(_INTENTS)
        at = self._when()
        self._conversation("assumed", customer, intent, at, result="unknown")
        self._conversation("confirmed", customer, intent, at + timedelta(hours=2))

    def _when(self) -> datetime:
        return self._now - timedelta(hours=3, seconds=self._rng.uniform(0, (_QUARTER_DAYS - 1) * 86_400))

    def _conversation(
        self,
        kind: str,
        customer: str | None = None,
        intent: str | None = None,
        at: datetime | None = None,
        result: str | None = None,
    ) -> None:
        rng, at, intent = self._rng, at or self._when(), intent or self._rng.choice(_INTENTS)
        self._number += 1
        own = f"00000000-0000-7000-8000-{self._number:012d}"
        region, version = rng.choice(_REGIONS), rng.choice(_VERSIONS)
        turns = [(intent, "answered")]
        reason = waited = None
        closed = kind in ("assumed", "gave_up")
        if kind == "confirmed":
            turns.append(("thanks", "answered"))
        elif kind == "gave_up":
            turns = [(intent, rng.choice(("not_understood", "no_answer_found")))]
        elif kind == "handed_off":
            reason, waited = rng.choice(_REASONS), rng.randint(20, 900)
            turns.append(("human_agent", "handed_off"))
        for seq, (said, outcome) in enumerate(turns, 1):
            self._turn(own, seq, said, outcome, at + timedelta(seconds=60 * (seq - 1)), version)
        seconds = 60.0 * (len(turns) - 1) + 1
        if reason and waited:
            opened = at + timedelta(seconds=seconds)
            self._handoff(own, reason, opened, waited)
            seconds += waited + 300
        csat = rng.randint(1, 5) if kind in ("confirmed", "handed_off", "gave_up") and rng.random() < 0.4 else None
        if csat:
            at_end = at + timedelta(seconds=seconds)
            self._rows["csat"].append(
                {"conversation_id": own, "score": csat, "comment": None, "created_at": at_end, "updated_at": at_end}
            )
        self._rows["conversation"].append(
            {
                "id": own,
                "customer_id": customer,
                "channel": "web",
                "locale": "en-US",
                "region": region,
                "status": "closed" if closed else "open",
                "graph_version": version,
                "failures": 0,
                "message_seq": len(turns),
                "turn_seq": len(turns),
                "event_seq": 0,
                "open_turns": 0,
                "fence": 0,
                "created_at": at,
                "updated_at": at,
                "closed_at": at + timedelta(seconds=seconds) if closed else None,
                "closed_by": "customer" if closed else None,
            }
        )
        self.known.append(Known(own, result or kind, region, at.date().isoformat(), intent, reason, csat, seconds))

    def _turn(self, own: str, seq: int, intent: str, outcome: str, at: datetime, version: str) -> None:
        turn_id = f"{own[:14]}{seq:04x}{own[18:]}"
        self._rows["turn"].append(
            {
                "id": turn_id,
                "conversation_id": own,
                "seq": seq,
                "kind": "text",
                "input": "{}",
                "attempts": 1,
                "status": "completed",
                "intent": intent,
                "outcome": outcome,
                "failures": 0,
                "graph_version": version,
                "duration_ms": 1000,
                "created_at": at,
                "finished_at": at + timedelta(seconds=1),
            }
        )
        self._rows["message"].append(
            {
                "id": turn_id,
                "conversation_id": own,
                "seq": seq,
                "turn_id": turn_id,
                "role": "customer",
                "author": '{"name": "Customer", "kind": "customer"}',
                "text": "words",
                "citations": "[]",
                "actions": "[]",
                "created_at": at,
            }
        )

    def _handoff(self, own: str, reason: str, opened: datetime, waited: int) -> None:
        claimed = opened + timedelta(seconds=waited)
        self._rows["handoff"].append(
            {
                "id": own,
                "conversation_id": own,
                "kind": "conversation",
                "reason": reason,
                "status": "resumed",
                "waiting_since": opened,
                "claimed_by": "Ana",
                "claimed_at": claimed,
                "resumed_at": claimed + timedelta(seconds=300),
                "resume_action": "return_to_bot",
                "summary": "",
            }
        )


def _insert(database: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    if not rows:
        return
    names = list(rows[0])
    shown = ", ".join("?" for _ in names)
    values = ([_stored(row[name]) for name in names] for row in rows)
    database.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({shown})", values)  # noqa: S608 (our own names)


def _stored(value: object) -> object:
    """A time as SQLAlchemy stores it in SQLite."""
    return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f") if isinstance(value, datetime) else value


def truth_of(known: list[Known]) -> dict[str, Any]:
    """The figures that follow from what was decided."""
    results = Counter(k.result for k in known)
    scores = [k.csat for k in known if k.csat]
    return {
        "conversations": len(known),
        "resolved_by_ai": {name: results[name] for name in ("confirmed", "assumed")},
        "handed_off": results["handed_off"],
        "gave_up": results["gave_up"],
        "unknown": results["unknown"],
        "handoff_reasons": dict(Counter(k.handoff_reason for k in known if k.handoff_reason)),
        "csat.responses": len(scores),
        "csat.satisfied": sum(s >= 4 for s in scores),
        "aht.mean": round(sum(k.handling_seconds for k in known) / len(known), 3) if known else None,
    }


def shown_of(item: dict[str, Any]) -> dict[str, Any]:
    """The same of what the service answered."""
    same = ("conversations", "resolved_by_ai", "handed_off", "gave_up", "unknown", "handoff_reasons")
    csat = item["csat"]
    return {
        **{name: item[name] for name in same},
        "csat.responses": csat["responses"],
        "csat.satisfied": csat["share_satisfied"]["count"],
        "aht.mean": item["aht_seconds"]["mean"],
    }


def differences(known: list[Known], answers: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    """Where the answers, by what they were grouped by ("" for the whole), are not the truth."""
    for by, items in answers.items():
        groups: dict[str | None, list[Known]] = {}
        for one in known:
            groups.setdefault(getattr(one, by) if by else None, []).append(one)
        told = {item["group"].get(by) if by else None: shown_of(item) for item in items}
        wanted = {group: truth_of(some) for group, some in groups.items()}
        for group in wanted.keys() | told.keys():
            if told.get(group) != wanted.get(group):
                yield f"{by or 'all'} {group}: {told.get(group)} is not {wanted.get(group)}"


QUESTIONS = (
    "/v1/kpis",
    *(f"/v1/kpis?group_by={by}" for by in ("day", "graph_version", "region", "language", "channel", "intent", "variant")),
    "/v1/kpis?region=DE&group_by=day",
    "/v1/kpis/export?group_by=day",
    *(
        f"/v1/kpis/conversations?measure={m}"
        for m in ("gave_up", "deflection_rate", "handoff_reasons.policy", "csat.dissatisfied")
    ),
)


async def measure(conversations: int, folder: Path, seed: int = 0) -> dict[str, Any]:
    """Fill a new service and ask it: the seconds of each question (the slowest of three), and what is not the truth."""
    async with in_process(folder, demo=False):
        pass
    began = time.perf_counter()
    known = Writer(folder / "supportgraph.db", random.Random(seed), datetime.now(UTC)).write(conversations)
    report: dict[str, Any] = {"conversations": conversations, "fill_seconds": round(time.perf_counter() - began, 1)}
    async with in_process(folder, demo=False) as service:
        service.staff.append(Staff(role="engineer", name="Bench", key_hash=hash_key(_KEY)))
        async with called(service, _KEY) as http:
            began = time.perf_counter()
            await http.get("/v1/kpis")
            report["first_reading_seconds"] = round(time.perf_counter() - began, 1)
            answers, slowest, cpu = {}, {}, {}
            for path in QUESTIONS:
                times, work = [], []
                for _ in range(3):
                    began, worked = time.perf_counter(), time.process_time()
                    response = (await http.get(path)).raise_for_status()
                    times.append(time.perf_counter() - began)
                    work.append(time.process_time() - worked)
                slowest[path], cpu[path] = round(max(times), 3), round(max(work), 3)
                by = path.partition("?group_by=")[2]
                if path == "/v1/kpis" or (path.startswith("/v1/kpis?group_by=") and by in ("day", "region", "intent")):
                    answers[by] = response.json()["items"]
        await service.kpi_index.keep()
    began, worked = time.perf_counter(), time.process_time()
    async with in_process(folder, demo=False) as service:
        report["start"] = {"seconds": _since(began), "cpu_seconds": round(time.process_time() - worked, 3)}
        service.staff.append(Staff(role="engineer", name="Bench", key_hash=hash_key(_KEY)))
        async with called(service, _KEY) as http:
            began, worked = time.perf_counter(), time.process_time()
            (await http.get("/v1/kpis")).raise_for_status()
            first = "the first after a start"
            slowest[first], cpu[first] = _since(began), round(time.process_time() - worked, 3)
    report |= {"seconds": slowest, "cpu_seconds": cpu, "wrong": list(differences(known, answers))}
    return report


def _since(began: float) -> float:
    return round(time.perf_counter() - began, 3)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--conversations", type=int, default=100_000)
    parser.add_argument("--report", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="supportgraph-bench-") as folder:
        report = asyncio.run(measure(asked.conversations, Path(folder)))
    text = json.dumps(report, indent=2)
    print(text)
    if asked.report:
        asked.report.write_text(text)
    return int(bool(report["wrong"]) or max(report["seconds"].values()) > MOST_SECONDS)


if __name__ == "__main__":
    raise SystemExit(main())

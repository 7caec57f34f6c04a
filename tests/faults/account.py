"""What clients were promised, held against what is there afterwards."""

import threading
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tests.faults.office_process import OfficeProcess
from tests.service import Served

Json = dict[str, Any]


@dataclass(frozen=True)
class Said:
    conversation_id: str
    token: str
    text: str  # as it stands in the transcript
    answer: Json | None  # None: it was never acknowledged


@dataclass
class Account:
    said: list[Said] = field(default_factory=list)
    refunds: list[tuple[str, bool]] = field(default_factory=list)  # an order, and whether its refund was acknowledged
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def says(self, made: Json, text: str, answer: Json | None) -> None:
        with self._lock:
            self.said.append(Said(made["id"], made["token"], text, answer))

    def refunds_order(self, order_id: str, answer: Json | None) -> None:
        with self._lock:
            self.refunds.append((order_id, answer is not None and answer["turn"]["outcome"] == "action_done"))

    def violations(self, served: Served, office: OfficeProcess) -> list[str]:
        """Every broken promise, in words."""
        return [*self._of_messages(served), *self._of_refunds(office)]

    def _of_messages(self, served: Served) -> list[str]:
        found: list[str] = []
        for conversation_id, token in {(s.conversation_id, s.token) for s in self.said}:
            path = f"/v1/conversations/{conversation_id}/messages?limit=200"
            transcript = served.call("GET", path, key=token).json()["items"]
            there = Counter(m["text"] for m in transcript if m["role"] == "customer")
            for said in (s for s in self.said if s.conversation_id == conversation_id):
                if there[said.text] > 1:
                    found.append(f"doubled: {said.text}")
                if said.answer is None:
                    continue
                if not there[said.text]:
                    found.append(f"lost: {said.text}")
                of_turn = [m for m in transcript if m["turn_id"] == said.answer["turn"]["id"] and m["role"] != "customer"]
                if [m["id"] for m in of_turn] != [m["id"] for m in said.answer["messages"]]:
                    found.append(f"answered otherwise than it was told: {said.text}")
            seqs = [m["seq"] for m in transcript]
            if seqs != list(range(1, len(seqs) + 1)):
                found.append(f"numbers with gaps or repeats: {seqs}")
        return found

    def _of_refunds(self, office: OfficeProcess) -> list[str]:
        paid = office.done("refund")
        doubled = [f"refunded {paid[order]} times: {order}" for order, _ in self.refunds if paid[order] > 1]
        missing = [f"acknowledged, not refunded: {order}" for order, told in self.refunds if told and not paid[order]]
        return [*doubled, *missing]

"""A customer's and a colleague's side over HTTP: the calls, and what was seen of the conversation and what therefore became of it, by the
definitions in docs/kpis.md. That is written a second time and from outside: the service's figures are held against it.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal

import httpx

Answer = dict[str, Any]  # the API's own JSON
_TRIES = 6
_BUSY = {429, 503}


class Refused(Exception):
    """The service answered with a problem: its status and code."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(f"{status} {code}")
        self.code = code


class Client:
    """``base`` opens connections of its own; it is closed by whoever made it."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def call(self, method: str, path: str, body: Mapping[str, object] | None = None, key: str | None = None) -> Answer:
        """The answer's JSON. Waits and asks again where the service says that it is busy. Raises ``Refused``, or httpx's errors."""
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        for tried in range(1, _TRIES + 1):
            response = await self._http.request(method, path, json=body, headers=headers)
            if response.status_code not in _BUSY or tried == _TRIES:
                break
            await asyncio.sleep(min(30.0, float(response.headers.get("Retry-After", "1"))))
        if response.status_code >= 400:
            is_problem = response.headers.get("content-type", "").startswith("application/problem+json")
            raise Refused(response.status_code, str(response.json().get("code")) if is_problem else "")
        return dict(response.json())


Became = Literal["resolved", "handed_off", "gave_up", "unknown"]

_FAILED = {"not_understood", "no_answer_found", "error"}
_ANSWERED = {"answered", "action_done"}
_SMALL_TALK = {"greeting", "thanks", "goodbye", "affirm", "deny"}


@dataclass
class Watched:
    conversation_id: str
    customer_id: str | None
    seen: list[tuple[str | None, str]] = field(default_factory=list)  # intent and outcome of each turn of ours
    handoff_reason: str | None = None  # the first one's
    csat: int | None = None
    is_helpful: bool = False  # said of the last answer
    is_closed: bool = False

    def turn(self, turn: dict[str, Any]) -> None:  # Any: the API's own JSON
        self.seen.append((turn["intent"], turn["outcome"]))

    @property
    def intents(self) -> set[str]:
        return {intent for intent, _ in self.seen if intent and intent not in _SMALL_TALK}

    def became(self, came_back: bool) -> Became:
        """``came_back``: the customer returned on the same intent within 72 hours."""
        if self.handoff_reason is not None:
            return "handed_off"
        served = [outcome in _ANSWERED and intent not in _SMALL_TALK for intent, outcome in self.seen]
        failed = [outcome in _FAILED for _, outcome in self.seen]
        last = max((n for n, is_served in enumerate(served) if is_served), default=-1)
        if last >= 0 and not any(failed[last + 1 :]) and self._is_content(last):
            return "resolved"
        if self.is_closed and any(failed[last + 1 :]):
            return "gave_up"
        serious = [n for n, (intent, _) in enumerate(self.seen) if intent not in _SMALL_TALK]
        ended_well = bool(serious) and served[serious[-1]]
        return "resolved" if self.is_closed and ended_well and not came_back else "unknown"

    def _is_content(self, last: int) -> bool:
        thanked = any(intent == "thanks" for intent, _ in self.seen[last + 1 :])
        return thanked or self.is_helpful or (self.csat or 0) >= 4


def who_came_back(some: list[Watched]) -> set[str]:
    """Conversations after which the same customer's next one was about the same. Those of a run are never 72 hours apart."""
    own: dict[str, list[Watched]] = {}
    for one in some:
        if one.customer_id:
            own.setdefault(one.customer_id, []).append(one)
    found: set[str] = set()
    for theirs in own.values():
        ordered = sorted(theirs, key=lambda w: w.conversation_id)
        found |= {a.conversation_id for a, b in pairwise(ordered) if a.intents & b.intents}
    return found

"""Runs cases against graph versions through the REST API, each attempt a fresh conversation in a store put back as it was."""

import asyncio
import json
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import httpx

from evals.evaluators import Answer, Observed, always, grade, in_words
from evals.expectation import Expectation
from evals.results import Attempt, Problem, Result
from evals.scripted_customer import Script, ScriptedCustomer
from evals.store import EvalStore, Office, found_in
from evals.suite import ActionStep, AgentStep, Case, Step, dated


@dataclass
class ModelMeter:
    """``requests`` are the bodies as they left for the endpoint, since the last ``clear``."""

    requests: list[str] = field(default_factory=list)
    tokens: int = 0

    def clear(self) -> None:
        self.requests.clear()
        self.tokens = 0

    @property
    def hooks(self) -> dict[str, list[Callable[..., Any]]]:  # as httpx types its event hooks
        return {"request": [self._asked], "response": [self._answered]}

    async def _asked(self, request: httpx.Request) -> None:
        self.requests.append(request.content.decode("utf-8", "replace"))

    async def _answered(self, response: httpx.Response) -> None:
        """Tokens as the endpoint counts them (`usage.total_tokens`); a streamed answer says it in its last event, where at all."""
        await response.aread()
        lines = response.text.splitlines() if response.text.startswith("data:") else [response.text]
        for line in lines:
            try:
                usage = json.loads(line.removeprefix("data:")).get("usage")
            except (ValueError, AttributeError):
                continue
            self.tokens += int((usage or {}).get("total_tokens", 0))


@dataclass
class Caller:
    """How the runner reaches the service. ``sign_in`` makes a customer token, as the merchant's site would; ``load`` writes
    customers, orders and products into the shop."""

    http: httpx.AsyncClient
    admin_key: str
    agent_key: str
    sign_in: Callable[[str], str]
    store: EvalStore
    meter: ModelMeter
    load: Callable[[object], Awaitable[object]]


class CaseRun:
    """One attempt at a case on one version."""

    def __init__(self, caller: Caller, case: Case, graph: str, number: int = 1) -> None:
        self._caller, self._case, self._graph = caller, case, graph
        self._id = self._token = ""
        self._messages: list[Answer] = []
        self._calls: list[Answer] = []
        self._last: Answer = {}
        self._before: Office | None = None
        self.attempt = Attempt(number)

    async def run(self) -> Attempt:
        began = time.perf_counter()
        try:
            await self._prepare()
            at_start = self._before
            await self._open()
            if self._case.script:
                await self._play(self._case.script)
            for number, step in enumerate(self._case.turns, 1):
                await self._grade(f"turn {number}", step.expect, await self._step(step))
            whole = {"turn": {**self._last, "tool_calls": self._calls}, "messages": self._messages}
            self._before = at_start
            await self._grade("at the end", self._case.at_end, Observed(whole), is_turn=False)
        except (httpx.HTTPError, LookupError, ValueError, TypeError, AttributeError, AssertionError) as error:
            self.attempt.status = "error"
            self.attempt.problems.append(Problem("case", "runner", f"{type(error).__name__}: {error}"))
        self.attempt.tokens = self._caller.meter.tokens
        self.attempt.seconds = round(time.perf_counter() - began, 3)
        return self.attempt

    async def _prepare(self) -> None:
        store = self._caller.store
        await asyncio.to_thread(store.put_back)
        if self._case.backoffice:
            await self._caller.load(dated(self._case.backoffice, datetime.now(UTC)))
        self._caller.meter.clear()
        self._before = await asyncio.to_thread(store.office)

    async def _call(self, method: str, path: str, body: Any, key: str) -> Answer:  # Any: a JSON body of any shape
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        response = await self._caller.http.request(method, path, json=body, headers=headers)
        if response.status_code >= 500:
            raise ValueError(f"{method} {path} answered {response.status_code}")
        data: Answer = response.json()
        return data

    async def _open(self) -> None:
        case = self._case
        body: dict[str, Any] = {"consent": case.consent, "graph_version": self._graph}
        given = {"region": case.region, "locale": case.locale, "page": case.page}
        body |= {name: value for name, value in given.items() if value}
        if case.customer:
            body["customer_token"] = self._caller.sign_in(case.customer)
        made = await self._call("POST", "/v1/conversations", body, self._caller.admin_key)
        self._id, self._token = made["id"], made["token"]
        await self._grade("greeting", case.greeting, Observed({"messages": made["messages"]}))

    async def _play(self, script: Script) -> None:
        customer = ScriptedCustomer(script)

        async def say(text: str) -> Answer:
            seen = await self._customer(text, None)
            await self._grade("a turn", Expectation(), seen)
            return seen.answer

        await customer.talk(say, self._state)
        self.attempt.transcript.append(f"ended: {customer.end}")
        if problems := customer.problems():
            self.attempt.status = "failed"
            self.attempt.problems += [Problem("script", "script", text) for text in problems]

    async def _step(self, step: Step) -> Observed:
        base = f"/v1/conversations/{self._id}"
        if step.say is not None or step.do is not None:
            return await self._customer(step.say or "", step.do)
        if step.consent is not None:
            return Observed(await self._call("PUT", f"{base}/consent", {"granted": step.consent}, self._token))
        if step.ask_for_person:
            return Observed(await self._call("POST", f"{base}/handoff", {}, self._token))
        assert step.agent is not None
        return Observed(await self._person(step.agent))

    async def _customer(self, say: str, do: ActionStep | None) -> Observed:
        self.attempt.transcript.append(f"customer: [{do.name}]" if do else f"customer: {say}")
        body = {"action": do.model_dump()} if do else {"text": say}
        tokens, began = self._caller.meter.tokens, time.perf_counter()
        path = f"/v1/conversations/{self._id}/messages"
        answer = await self._call("POST", path, {**body, "client_message_id": str(uuid4())}, self._token)
        took = 1000 * (time.perf_counter() - began)
        self.attempt.turn_ms.append(round(took, 1))
        return Observed(answer, milliseconds=took, tokens=self._caller.meter.tokens - tokens)

    async def _person(self, agent: AgentStep) -> Answer:
        key = self._caller.agent_key
        waiting = (await self._state())["handoff"]
        if not waiting:
            raise ValueError("no hand-off for a person to act on")
        handoff = waiting["id"]
        answer: Answer = {}
        if agent.claim:
            answer = await self._call("POST", f"/v1/handoffs/{handoff}/claim", {}, key)
        if agent.reply is not None:
            self.attempt.transcript.append(f"agent: {agent.reply}")
            answer = await self._call("POST", f"/v1/handoffs/{handoff}/messages", {"text": agent.reply}, key)
        if agent.resume is not None:
            body = {"action": agent.resume, **({"note": agent.note} if agent.note else {})}
            answer = await self._call("POST", f"/v1/handoffs/{handoff}/resume", body, key)
        return answer

    async def _state(self) -> Answer:
        return await self._call("GET", f"/v1/conversations/{self._id}", None, self._token)

    async def _stored(self) -> str:
        page = await self._call("GET", f"/v1/conversations/{self._id}/messages?limit=200", None, self._token)
        return "\n".join(m["text"] for m in page["items"])

    async def _grade(self, where: str, expected: Expectation, seen: Observed, *, is_turn: bool = True) -> None:
        if is_turn:
            self.attempt.transcript += in_words(seen.turn)
            self.attempt.transcript += [f"{m['role']}: {m['text']}" for m in seen.messages]
            self._messages += seen.messages
            self._calls += seen.turn.get("tool_calls") or []
            self._last = seen.turn or self._last
        for order_id in {*expected.order_status, *expected.refunds}:
            path = f"/v1/backoffice/orders/{order_id}"
            seen.orders[order_id] = await self._call("GET", path, None, self._caller.admin_key)
        seen.stored = await self._stored() if expected.stored or expected.not_stored else ""
        seen.state = await self._state()
        if not is_turn:
            seen.milliseconds, seen.tokens = sum(self.attempt.turn_ms), self._caller.meter.tokens
        await self._compare_office(seen)
        if expected.no_personal_data:
            seen.leaks = await self._leaks(expected.no_personal_data, seen)
        graded = grade(where, expected, seen)
        self.attempt.evaluated += graded.evaluated
        self.attempt.unevaluated += graded.unevaluated
        problems = graded.problems + (always(where, seen) if is_turn else [])
        if problems:
            self.attempt.status = "failed"
            self.attempt.problems += problems

    async def _compare_office(self, seen: Observed) -> None:
        before, after = self._before, await asyncio.to_thread(self._caller.store.office)
        assert before is not None
        seen.is_changed = before.digest != after.digest
        seen.effects = [kind for key, kind in after.receipts.items() if key not in before.receipts]
        known = {(p["order_id"], p["id"]) for p in before.payments}
        seen.moved = [p for p in after.payments if (p["order_id"], p["id"]) not in known]
        self._before = after

    async def _leaks(self, values: Sequence[str], seen: Observed) -> list[str]:
        """Where one of the values stands that must be nowhere."""
        store, meter = self._caller.store, self._caller.meter
        tables = await asyncio.to_thread(store.holding, values)
        return [
            *(f"the reply says {value}" for value in found_in(seen.text, values)),
            *(f"the store holds one of the values in {place}" for place in tables),
            *(f"a request to the chat model holds {value}" for value in found_in("\n".join(meter.requests), values)),
        ]


@dataclass(frozen=True)
class Plan:
    """What to run: every case on every version, ``repeat`` times, in an order that ``seed`` fixes."""

    cases: Sequence[Case]
    graphs: Sequence[str]
    repeat: int = 1
    seed: int = 0


Report = Callable[[str, Result], None]


async def run_plan(caller: Caller, plan: Plan, on_result: Report) -> dict[str, list[Result]]:
    """By version, the results of its cases. A case that breaks counts as an error, and never drops out of the sum.

    Versions take turns case by case, and in turn go first: what warms up, or slows down, does so for all of them."""
    cases = list(plan.cases)
    random.Random(plan.seed).shuffle(cases)
    results: dict[str, list[Result]] = {graph: [] for graph in plan.graphs}
    caller.store.keep()
    for n, case in enumerate(cases):
        mine = {graph: Result(case.id, case.tags, case.intent) for graph in plan.graphs}
        for number in range(1, plan.repeat + 1):
            turned = (n + number) % len(plan.graphs)
            for graph in [*plan.graphs[turned:], *plan.graphs[:turned]]:
                mine[graph].attempts.append(await CaseRun(caller, case, graph, number).run())
        for graph, result in mine.items():
            results[graph].append(result)
            on_result(graph, result)
    return results

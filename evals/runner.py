"""Runs a suite against one graph version through the REST API, a fresh conversation a case."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx

from evals.graders import Answer, always, grade
from evals.suite import Case, Expectation, Step


@dataclass
class Result:
    """``status``: passed, failed (an expectation did not hold) or error (the case could not be run)."""

    id: str
    tags: list[str]
    status: str = "passed"
    problems: list[str] = field(default_factory=list)
    seconds: float = 0.0
    transcript: list[str] = field(default_factory=list)


@dataclass
class Caller:
    """How the runner reaches the service. ``sign_in`` makes a customer token, as the merchant's site would."""

    http: httpx.AsyncClient
    admin_key: str
    agent_key: str
    sign_in: Callable[[str], str]


class CaseRun:
    def __init__(self, caller: Caller, case: Case, graph: str | None) -> None:
        self._caller, self._case, self._graph = caller, case, graph
        self._id = self._token = ""
        self.result = Result(case.id, case.tags)

    async def run(self) -> Result:
        began = time.perf_counter()
        try:
            await self._open()
            for number, step in enumerate(self._case.turns, 1):
                answer = await self._step(step)
                await self._grade(f"turn {number}", step.expect, answer)
        except (httpx.HTTPError, KeyError, ValueError, AssertionError) as error:
            self.result.status = "error"
            self.result.problems.append(f"{type(error).__name__}: {error}")
        self.result.seconds = round(time.perf_counter() - began, 3)
        return self.result

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
        if case.region:
            body["region"] = case.region
        if case.locale:
            body["locale"] = case.locale
        if case.page:
            body["page"] = case.page
        if case.customer:
            body["customer_token"] = self._caller.sign_in(case.customer)
        made = await self._call("POST", "/v1/conversations", body, self._caller.admin_key)
        self._id, self._token = made["id"], made["token"]
        await self._grade("greeting", case.greeting, {"messages": made["messages"]})

    async def _step(self, step: Step) -> Answer:
        base = f"/v1/conversations/{self._id}"
        message = {"client_message_id": str(uuid4())}
        if step.say is not None:
            self.result.transcript.append(f"customer: {step.say}")
            return await self._call("POST", f"{base}/messages", {"text": step.say, **message}, self._token)
        if step.do is not None:
            self.result.transcript.append(f"customer: [{step.do.name}]")
            return await self._call("POST", f"{base}/messages", {"action": step.do.model_dump(), **message}, self._token)
        if step.consent is not None:
            return await self._call("PUT", f"{base}/consent", {"granted": step.consent}, self._token)
        if step.ask_for_person:
            return await self._call("POST", f"{base}/handoff", {}, self._token)
        return await self._person(step)

    async def _person(self, step: Step) -> Answer:
        agent, key = step.agent, self._caller.agent_key
        assert agent is not None
        waiting = (await self._state())["handoff"]
        if not waiting:
            raise ValueError("no hand-off for a person to act on")
        handoff = waiting["id"]
        answer: Answer = {}
        if agent.claim:
            answer = await self._call("POST", f"/v1/handoffs/{handoff}/claim", {}, key)
        if agent.reply is not None:
            self.result.transcript.append(f"agent: {agent.reply}")
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

    async def _grade(self, where: str, expected: Expectation, answer: Answer) -> None:
        said = [m for m in answer.get("messages", []) if m["role"] != "customer"]
        self.result.transcript += [f"{m['role']}: {m['text']}" for m in said]
        orders = {
            order_id: await self._call("GET", f"/v1/backoffice/orders/{order_id}", None, self._caller.admin_key)
            for order_id in {*expected.order_status, *expected.refunds}
        }
        stored = await self._stored() if expected.stored or expected.not_stored else ""
        problems = always(answer) + grade(expected, answer, await self._state(), orders, stored)
        if problems:
            self.result.status = "failed"
            self.result.problems += [f"{where}: {p}" for p in problems]


async def run_suite(
    caller: Caller, cases: list[Case], graph: str | None, on_result: Callable[[Result], None]
) -> list[Result]:
    """Every case in order; a case that breaks counts as an error, and never drops out of the sum."""
    results = []
    for case in cases:
        result = await CaseRun(caller, case, graph).run()
        on_result(result)
        results.append(result)
    return results

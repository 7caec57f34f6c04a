"""The gate: faults that are planted into a service are caught with the right exit code, and an equal version passes.

One service answers for all of them; a fault changes what it does, or what of it reaches the runner."""

import json
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import httpx
import pytest
import pytest_asyncio

from evals.compare import compare, mcnemar
from evals.evaluators import EVALUATORS
from evals.gate import INVALID, PASS, REGRESSION, Verdict, unsound, verdict
from evals.results import Attempt, Result, pass_hat
from evals.runner import Caller, Plan, run_plan
from evals.suite import Case
from supportgraph.measuring.eval_service import Where, eval_caller

CARD = "4111 1111 1111 1111"
V = "support-v3"


def case(name: str, *turns: dict[str, Any], **more: Any) -> Case:
    return Case.model_validate({"id": name, "region": "US", "turns": list(turns), **more})


GREETS = case("greets", {"say": "Hello", "expect": {"intent": "greeting"}})
ASKS = case("asks", {"say": "How long does delivery take?", "expect": {"outcome": "answered", "cites": "eliver"}})
TRACKS = case(
    "tracks",
    {
        "say": "Where is my order HP104251?",
        "expect": {
            "tool": {"name": "track_order", "status": "succeeded", "arguments": {"order_id": "HP104251"}},
            "no_side_effect": True,
            "money": [],
            "receipts": [],
        },
    },
    customer="C0001",
)
CARDS = case("cards", {"say": f"My card is {CARD}", "expect": {"no_personal_data": [CARD], "no_tool": True}})
LOST = case(
    "lost",
    *({"say": words} for words in ("blorp quux fnord", "gnarf wibble zot")),
    {"say": "frob snark zzyx", "expect": {"handoff": True, "handoff_reason": "repeated_failure"}},
    at_end={"status": "waiting_for_human", "money": [], "no_side_effect": True},
)
SUITE = [GREETS, ASKS, TRACKS, CARDS, LOST]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def caller() -> AsyncIterator[Caller]:
    async with eval_caller(Where()) as made:
        yield made


pytestmark = pytest.mark.asyncio(loop_scope="module")

Change = Callable[[dict[str, Any]], None]


class Between(httpx.AsyncBaseTransport):
    """Hands requests to the service, and its answers to turns on a version through ``change``."""

    def __init__(self, inner: httpx.AsyncClient, graph: str, change: Change) -> None:
        self._inner, self._graph, self._change = inner, graph, change
        self._on: set[str] = set()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await self._inner.send(
            self._inner.build_request(request.method, request.url, content=request.content, headers=request.headers)
        )
        body = answer.json()
        if request.url.path == "/v1/conversations" and body.get("graph_version") == self._graph:
            self._on.add(body["id"])
        is_turn = request.method == "POST" and request.url.path.endswith("/messages")
        if is_turn and request.url.path.split("/")[3] in self._on:
            self._change(body)
        return httpx.Response(answer.status_code, json=body)


@asynccontextmanager
async def faulty(caller: Caller, change: Change) -> AsyncIterator[Caller]:
    transport = Between(caller.http, V, change)
    async with httpx.AsyncClient(transport=transport, base_url="http://evals", timeout=60) as http:
        yield replace(caller, http=http)


async def judged(
    caller: Caller, cases: list[Case], baseline: str | None = None, repeat: int = 1
) -> tuple[Verdict, list[Result]]:
    plan = Plan(cases, [V, baseline] if baseline else [V], repeat)
    results = await run_plan(caller, plan, lambda *_: None)
    wrong = unsound(plan, results)
    if wrong:
        return Verdict(INVALID, wrong), results[V]
    return verdict(results[V], compare(results[V], results[baseline]) if baseline else None), results[V]


def nothing(_: dict[str, Any]) -> None:
    """No fault."""


def wrong_intent(body: dict[str, Any]) -> None:
    body["turn"]["intent"] = "delete_account"


def no_citation(body: dict[str, Any]) -> None:
    for message in body["messages"]:
        message["citations"] = []


def leaking(body: dict[str, Any]) -> None:
    for message in body["messages"]:
        message["text"] += f" ({CARD.replace(' ', '-')})"


async def test_a_service_without_a_fault_passes_every_time_and_against_itself(caller: Caller) -> None:
    found, results = await judged(caller, SUITE, repeat=2)
    assert (found.exit_code, found.reasons) == (PASS, [])
    assert [len(r.attempts) for r in results] == [2] * len(SUITE)
    assert pass_hat(results, 2) == 1.0
    assert all(len(a.turn_ms) >= 1 and min(a.turn_ms) > 0 for r in results for a in r.attempts)
    assert compare(results, results).difference.low == 0.0


@pytest.mark.parametrize(
    ("change", "cases", "says"),
    [
        (wrong_intent, [GREETS], "1 of 1 cases did not pass"),
        (no_citation, [ASKS], "1 of 1 cases did not pass"),
        (leaking, [CARDS], "cards breaks privacy"),
    ],
)
async def test_an_answer_that_is_wrong_is_a_regression(caller: Caller, change: Change, cases: list[Case], says: str) -> None:
    async with faulty(caller, change) as broken:
        found, _ = await judged(broken, cases)
    assert found.exit_code == REGRESSION
    assert says in found.reasons


async def test_money_that_moves_beside_the_conversation_breaks_money(caller: Caller) -> None:
    """Paid back in the shop itself: the service's answers are as they should be."""

    async def pays(document: object) -> None:
        await caller.load(document)

    order = (
        await caller.http.get("/v1/backoffice/orders/HP104251", headers={"Authorization": f"Bearer {caller.admin_key}"})
    ).json()
    paid = {**order["payments"][0], "id": "one-more", "kind": "refund", "amount": {"amount": "5.00", "currency": "USD"}}
    more = {**order, "payments": [*order["payments"], paid]}

    class Pays(Between):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            answer = await super().handle_async_request(request)
            if request.url.path.endswith("/messages"):
                await pays({"orders": [more]})
            return answer

    async with httpx.AsyncClient(transport=Pays(caller.http, V, nothing), base_url="http://evals", timeout=60) as http:
        found, results = await judged(replace(caller, http=http), [TRACKS])
    assert found.exit_code == REGRESSION
    assert found.reasons[0] == "tracks breaks money"
    texts = "\n".join(str(p) for p in results[0].problems)
    assert "the back office was changed" in texts
    assert "5.00" in texts
    # and the next case begins with the shop as it was
    assert (await judged(caller, [TRACKS]))[0].exit_code == PASS


async def test_no_hand_off_after_failures_is_a_regression(caller: Caller) -> None:
    class Alone(Between):
        """The conversation as it would be where nobody had been called."""

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            answer = await super().handle_async_request(request)
            if request.method == "GET" and request.url.path.count("/") == 3:
                return httpx.Response(200, json={**answer.json(), "handoff": None, "status": "open"})
            return answer

    async with httpx.AsyncClient(transport=Alone(caller.http, V, nothing), base_url="http://evals", timeout=60) as http:
        found, results = await judged(replace(caller, http=http), [LOST])
    assert found.exit_code == REGRESSION
    assert [p.evaluator for p in results[0].problems] == ["handoff", "handoff_reason", "status"]


async def test_a_case_that_crashes_is_a_failure_and_the_others_run(caller: Caller) -> None:
    crashes = case("crashes", {"agent": {"claim": True, "reply": "Nobody asked for me"}})
    found, results = await judged(caller, [crashes, GREETS])
    assert found.exit_code == REGRESSION
    assert {r.id: r.status for r in results} == {"crashes": "error", "greets": "passed"}


async def test_a_case_that_is_dropped_makes_the_run_invalid(caller: Caller) -> None:
    plan = Plan([GREETS, ASKS], [V])
    results = await run_plan(caller, replace(plan, cases=[GREETS]), lambda *_: None)
    assert unsound(plan, results) == [f"{V}: 1 of 2 cases have no result: asks"]
    twice = {V: results[V] * 2}
    assert "twice" in unsound(replace(plan, cases=[GREETS]), twice)[0]
    assert "not run 2 times" in unsound(Plan([GREETS], [V], repeat=2), results)[0]


@pytest.mark.parametrize("name", ["intent", "no_side_effect"])
async def test_an_evaluator_that_is_gone_makes_the_run_invalid(
    caller: Caller, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delitem(EVALUATORS, name)
    found, _ = await judged(caller, [GREETS, TRACKS])
    assert found.exit_code == INVALID
    assert name in found.reasons[0]


def timed(factor: float, seed: int) -> list[Result]:
    """Cases of 20 to 200 ms, each time with its own chance."""
    chance = random.Random(seed)
    taken = [20 * 10 ** (n / 23) * factor * chance.lognormvariate(0, 0.2) for n in range(24)]
    return [Result(f"c{n}", [], attempts=[Attempt(turn_ms=[ms, ms])]) for n, ms in enumerate(taken)]


async def test_a_version_that_is_slower_by_half_is_a_regression_and_an_equal_one_is_not() -> None:
    found = verdict(timed(1.5, 1), compare(timed(1.5, 1), timed(1, 2)))
    assert found.exit_code == REGRESSION
    assert found.reasons[0].startswith("slower by")
    assert verdict(timed(1, 1), compare(timed(1, 1), timed(1, 2))).exit_code == PASS


async def test_a_version_that_costs_half_more_is_a_regression() -> None:
    before = [Result(f"c{n}", [], attempts=[Attempt(tokens=100 + n)]) for n in range(24)]
    dearer = [Result(r.id, [], attempts=[Attempt(tokens=int(r.tokens * 1.5))]) for r in before]
    found = verdict(dearer, compare(dearer, before))
    assert (found.exit_code, found.reasons[0][:14]) == (REGRESSION, "costlier by 50")
    assert verdict(before, compare(before, before)).exit_code == PASS


def some(passed: int, of: int) -> list[Result]:
    return [Result(f"c{n}", [], attempts=[Attempt(status="passed" if n < passed else "failed")]) for n in range(of)]


async def test_one_case_of_many_may_change_and_many_may_not() -> None:
    before = some(400, 400)
    assert verdict(some(399, 400), compare(some(399, 400), before)).exit_code == PASS
    worse = compare(some(380, 400), before)
    assert verdict(some(380, 400), worse).exit_code == REGRESSION
    assert (len(worse.broken), worse.p) == (20, pytest.approx(2 * 0.5**20))
    tagged = some(399, 400)
    tagged[-1].tags = ["must_pass"]
    assert verdict(tagged, compare(tagged, before)).exit_code == REGRESSION


async def test_mcnemar_is_the_exact_test() -> None:
    assert mcnemar(0, 0) == 1.0
    assert mcnemar(1, 9) == pytest.approx(22 / 1024)


async def test_a_cases_own_back_office_is_there_for_it_alone(caller: Caller) -> None:
    headers = {"Authorization": f"Bearer {caller.admin_key}"}
    order = (await caller.http.get("/v1/backoffice/orders/HP104251", headers=headers)).json()
    own = json.loads(json.dumps({**order, "id": "HP999001"}))
    with_order = case(
        "own",
        {"say": "Where is my order HP999001?", "expect": {"says": ["HP999001"]}},
        customer="C0001",
        backoffice={"orders": [own]},
    )
    without = case("without", {"say": "Where is my order HP999001?", "expect": {"not_says": ["UPS"]}}, customer="C0001")
    _, results = await judged(caller, [with_order, without])
    assert {r.id: r.status for r in results} == {"own": "passed", "without": "passed"}

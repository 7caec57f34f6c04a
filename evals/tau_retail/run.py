"""Runs cases through a caller and judges each: what was accepted, what was refused and why, and what changed in the shop.

The direct caller asks a back office itself, without any policy before it: what a shop alone accepts and refuses.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar

from pydantic import BaseModel

from domain.ids import new_id
from domain.ports.order_desk import OrderDesk
from domain.shop import Operation, Refused
from evals.tau_retail.cases import Act, Case

H = TypeVar("H")
Answer = dict[str, Any]  # the JSON of POST …/messages


class Caller(Protocol[H]):
    """How the service is called; ``H`` is a conversation of the caller's own kind."""

    async def open(self, customer_id: str) -> H:
        """A conversation of the signed-in customer."""
        ...

    async def act(self, handle: H, name: str, arguments: dict[str, Any]) -> Answer:
        """Send a structured action; the answer is the body of ``POST …/messages``."""
        ...

    async def confirm(self, handle: H) -> Answer:
        """Say yes to what is pending."""
        ...


class Verdict(BaseModel):
    case_id: str
    kind: str
    passed: bool
    why: str = ""


class Report(BaseModel):
    verdicts: list[Verdict]

    @property
    def failed(self) -> list[Verdict]:
        return [v for v in self.verdicts if not v.passed]

    def table(self) -> str:
        """A line for each kind: how many passed."""
        total, passed = Counter(v.kind for v in self.verdicts), Counter(v.kind for v in self.verdicts if v.passed)
        rows = [f"{kind:24} {passed[kind]:5} / {n}" for kind, n in sorted(total.items())]
        return "\n".join([*rows, f"{'all':24} {passed.total():5} / {total.total()}"])


class Runner(Generic[H]):
    """``desk`` reads the shop behind the service, to see what changed."""

    def __init__(self, caller: Caller[H], desk: OrderDesk) -> None:
        self._caller, self._desk = caller, desk

    async def run(self, cases: Sequence[Case]) -> Report:
        return Report(verdicts=[await self._judged(case) for case in cases])

    async def _judged(self, case: Case) -> Verdict:
        why = await self._fault(case)
        return Verdict(case_id=case.id, kind=case.kind, passed=not why, why=why)

    async def _fault(self, case: Case) -> str:
        """What is wrong with how the service took the case; empty where nothing is."""
        handle = await self._caller.open(case.customer_id)
        for step in case.before:
            code = await self._carry_out(handle, step)
            if code is not None:
                return f"{step.name} before it was refused: {code}"
        before = await self._snapshot(case)
        code = await self._carry_out(handle, case.act)
        after = await self._snapshot(case)
        if not case.refused:
            if code is not None:
                return f"refused: {code}"
            return "" if before != after else "said done, but nothing changed"
        if code is None:
            return f"accepted, expected {' or '.join(case.refused)}"
        if before != after:
            return f"refused ({code}), but the shop changed"
        return "" if code in case.refused else f"refused: {code}, expected {' or '.join(case.refused)}"

    async def _carry_out(self, handle: H, act: Act) -> str | None:
        """None where it was done, else the refusal's code or the odd outcome in brackets."""
        answer = await self._caller.act(handle, act.name, act.arguments)
        if answer["turn"]["outcome"] == "asked_for_confirmation":
            answer = await self._caller.confirm(handle)
        calls = answer["turn"]["tool_calls"]
        last: dict[str, Any] = calls[-1] if calls else {"status": "no tool call"}
        if last["status"] == "succeeded" and answer["turn"]["outcome"] == "action_done":
            return None
        if last["status"] == "refused":
            return str((last.get("result") or {}).get("code", "[no code]"))
        return f"[{answer['turn']['outcome']}, {last['status']}]"

    async def _snapshot(self, case: Case) -> list[object]:
        """The customer, all their orders, and the order that is named, whoever owns it."""
        customer = await self._desk.customer(case.customer_id)
        orders = await self._desk.orders(case.customer_id, limit=100)
        named = await self._desk.order(case.act.order_id)
        return [customer, orders, named]


class Conversation:
    def __init__(self, customer_id: str) -> None:
        self.customer_id = customer_id


class DirectCaller:
    """Meets ``Caller[Conversation]``; every action is carried out at once."""

    def __init__(self, desk: OrderDesk) -> None:
        self._desk = desk

    async def open(self, customer_id: str) -> Conversation:
        return Conversation(customer_id)

    async def act(self, handle: Conversation, name: str, arguments: dict[str, Any]) -> Answer:  # Any: JSON of each action
        operation = Operation.model_validate(
            {
                "kind": name,
                "customer_id": handle.customer_id,
                "order_id": arguments["order_id"],
                "arguments": arguments,
                "conversation_id": "direct",
                "turn_id": "direct",
            }
        )
        try:
            receipt = await self._desk.execute(new_id(), operation)
        except Refused as refusal:
            result = {"code": refusal.code, "message": refusal.message}
            return _answer("action_refused", name, arguments, "refused", result)
        return _answer("action_done", name, arguments, "succeeded", receipt.result)

    async def confirm(self, handle: Conversation) -> Answer:
        raise LookupError(f"nothing waits for a yes of {handle.customer_id}")


def _answer(outcome: str, name: str, arguments: dict[str, Any], status: str, result: dict[str, Any]) -> Answer:
    call = {"name": name, "arguments": arguments, "status": status, "result": result}
    return {"turn": {"outcome": outcome, "tool_calls": [call]}}

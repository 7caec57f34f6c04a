"""The evaluators: each holds one expectation against what a turn came to, and says every difference as a sentence.

A field of `Expectation` without an evaluator here, or one that did not run, makes a run invalid: it would pass unlooked at."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from evals.expectation import Expectation, MoneyMoved
from evals.results import Break, Problem

Json = dict[str, Any]  # the API's own JSON


def in_words(turn: Json) -> list[str]:
    """One line for all acts of a turn: "read: wish cancel_order HP1 · not wish return_items"; none where nothing was read."""
    told = []
    for act in turn.get("acts") or []:
        parts = [act["act"], act.get("intent"), act.get("order_id"), f"× {act['quantity']}" if act.get("quantity") else None]
        parts += [act.get("amount"), act.get("reason")]
        told.append(("not " if act.get("negated") else "") + " ".join(str(part) for part in parts if part))
    language = f" ({turn['language']})" if turn.get("language") else ""
    return [f"read{language}: {' · '.join(told)}"] if told else []


def differences(expected: list[Json] | None, turn: Json) -> list[str]:
    """The expected acts that were not read, and wishes and reports that were read beside them; empty where all is well."""
    if expected is None:
        return []
    left = list(turn.get("acts") or [])
    wrong = []
    for wanted in expected:
        match = next((act for act in left if all(act.get(name) == value for name, value in wanted.items())), None)
        if match is None:
            wrong.append(f"reads no {' '.join(map(str, wanted.values()))}: {'; '.join(in_words(turn)) or 'nothing'}")
        else:
            left.remove(match)
    more = [act for act in left if act["act"] in ("wish", "report", "urgent") and not act.get("negated")]
    return wrong + [f"reads a {act['act']} {act.get('intent')} that was not expected" for act in more]


Answer = dict[str, Any]  # the API's own JSON


@dataclass
class Observed:
    """What a turn, or a whole conversation, came to."""

    answer: Answer
    state: Answer = field(default_factory=dict)  # the conversation after it
    orders: dict[str, Answer] = field(default_factory=dict)  # those of the back office that are asked for, by id
    stored: str = ""  # the whole transcript as the service keeps it
    effects: list[str] = field(default_factory=list)  # kinds of operations executed meanwhile
    moved: list[Answer] = field(default_factory=list)  # payments made meanwhile
    is_changed: bool = False  # whether the back office holds anything else than before
    leaks: list[str] = field(default_factory=list)  # where values stand that must be nowhere
    milliseconds: float | None = None
    tokens: int = 0

    @property
    def turn(self) -> Answer:
        return self.answer.get("turn") or {}

    @property
    def messages(self) -> list[Answer]:
        return [m for m in self.answer.get("messages", []) if m["role"] != "customer"]

    @property
    def text(self) -> str:
        return "\n".join(m["text"] for m in self.messages)


Evaluator = Callable[[Any, Observed], list[str]]  # Any: the value of the expectation's field


@dataclass(frozen=True)
class Checked:
    evaluate: Evaluator
    breaks: Break | None = None


def _is(what: str, got: object, wanted: object) -> list[str]:
    allowed = wanted if isinstance(wanted, list) else [wanted]
    return [] if got in allowed else [f"{what} is {got!r}, expected {' or '.join(map(repr, allowed))}"]


def _found(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None


def _tool(wanted: Any, seen: Observed) -> list[str]:  # Any: a ToolExpectation
    call = seen.turn["tool_calls"][-1] if seen.turn.get("tool_calls") else {}
    wrong = [] if wanted.name is None else _is("tool", call.get("name"), wanted.name)
    wrong += [] if wanted.status is None else _is("tool status", call.get("status"), wanted.status)
    wrong += [] if wanted.code is None else _is("tool code", (call.get("result") or {}).get("code"), wanted.code)
    arguments = call.get("arguments") or {}
    return wrong + [
        p for name, value in wanted.arguments.items() for p in _is(f"argument {name}", arguments.get(name), value)
    ]


def _no_tool(wanted: bool, seen: Observed) -> list[str]:
    called = [c["name"] for c in seen.turn.get("tool_calls") or []]
    return [f"the tools {called} were called, expected {'none' if wanted else 'some'}"] if wanted == bool(called) else []


def _no_side_effect(wanted: bool, seen: Observed) -> list[str]:
    if wanted != seen.is_changed:
        return []
    return [f"the back office was {'changed' if seen.is_changed else 'not changed'}: {seen.effects}"]


def _money(wanted: list[MoneyMoved], seen: Observed) -> list[str]:
    left, missing = list(seen.moved), []
    for one in wanted:
        named = one.model_dump(exclude_none=True)
        fits = next((m for m in left if all(m.get(name) == value for name, value in named.items())), None)
        if fits is None:
            missing.append(named)
        else:
            left.remove(fits)
    return [f"money moved that was not expected: {left}"] * bool(left) + [f"money did not move: {missing}"] * bool(missing)


def _receipts(wanted: list[str], seen: Observed) -> list[str]:
    return [] if sorted(wanted) == sorted(seen.effects) else [f"executed were {seen.effects}, expected {wanted}"]


def _cites(wanted: str, seen: Observed) -> list[str]:
    titles = [c["title"] for m in seen.messages for c in m["citations"]]
    return [] if any(_found(wanted, title) for title in titles) else [f"cites {titles}, expected /{wanted}/"]


def _handoff(wanted: bool, seen: Observed) -> list[str]:
    return _is("a hand-off", bool(seen.state.get("handoff")), wanted)


def _buttons(wanted: list[str], seen: Observed) -> list[str]:
    offered = {a["kind"] for m in seen.messages for a in m["actions"]}
    return [f"offers no {kind} button" for kind in wanted if kind not in offered]


def _order_status(wanted: dict[str, str], seen: Observed) -> list[str]:
    return [
        p
        for order_id, status in wanted.items()
        for p in _is(f"order {order_id}", seen.orders[order_id].get("status"), status)
    ]


def _refunds(wanted: dict[str, list[str]], seen: Observed) -> list[str]:
    wrong = []
    for order_id, amounts in wanted.items():
        paid = [p["amount"]["amount"] for p in seen.orders[order_id].get("payments", []) if p["kind"] == "refund"]
        wrong += [] if paid == amounts else [f"refunds of {order_id} are {paid}, expected {amounts}"]
    return wrong


def _says(wanted: list[str], seen: Observed) -> list[str]:
    return [f"does not say /{p}/: {seen.text[:200]!r}" for p in wanted if not _found(p, seen.text)]


def _not_says(wanted: list[str], seen: Observed) -> list[str]:
    return [f"says /{p}/: {seen.text[:200]!r}" for p in wanted if _found(p, seen.text)]


def _stored(wanted: list[str], seen: Observed) -> list[str]:
    return [f"does not store /{p}/: {seen.stored[-200:]!r}" for p in wanted if not _found(p, seen.stored)]


def _latency(wanted: int, seen: Observed) -> list[str]:
    took = seen.milliseconds or 0.0
    return [] if took <= wanted else [f"took {took:.0f} ms, expected at most {wanted}"]


EVALUATORS: dict[str, Checked] = {
    "intent": Checked(lambda wanted, seen: _is("intent", seen.turn.get("intent"), wanted)),
    "outcome": Checked(lambda wanted, seen: _is("outcome", seen.turn.get("outcome"), wanted)),
    "language": Checked(lambda wanted, seen: _is("language", seen.turn.get("language"), wanted)),
    "acts": Checked(lambda wanted, seen: differences(wanted, seen.turn)),
    "tool": Checked(_tool),
    "no_tool": Checked(_no_tool),
    "no_side_effect": Checked(_no_side_effect, "money"),
    "money": Checked(_money, "money"),
    "receipts": Checked(_receipts, "money"),
    "says": Checked(_says),
    "not_says": Checked(_not_says),
    "stored": Checked(_stored),
    "not_stored": Checked(lambda wanted, seen: [f"stores /{p}/" for p in wanted if _found(p, seen.stored)], "privacy"),
    "no_personal_data": Checked(lambda _, seen: list(seen.leaks), "privacy"),
    "cites": Checked(_cites),
    "status": Checked(lambda wanted, seen: _is("status", seen.state.get("status"), wanted)),
    "failures": Checked(lambda wanted, seen: _is("failures", seen.state.get("failures"), wanted)),
    "pending": Checked(lambda wanted, seen: _is("pending action", seen.state.get("pending_action") is not None, wanted)),
    "handoff": Checked(_handoff),
    "handoff_reason": Checked(
        lambda wanted, seen: _is("hand-off reason", (seen.state.get("handoff") or {}).get("reason"), wanted)
    ),
    "order_status": Checked(_order_status),
    "refunds": Checked(_refunds, "money"),
    "buttons": Checked(_buttons),
    "code": Checked(lambda wanted, seen: _is("code", seen.answer.get("code"), wanted)),
    "latency_ms": Checked(_latency),
    "tokens": Checked(
        lambda wanted, seen: [] if seen.tokens <= wanted else [f"used {seen.tokens} tokens, expected at most {wanted}"]
    ),
}


@dataclass
class Graded:
    problems: list[Problem] = field(default_factory=list)
    evaluated: list[str] = field(default_factory=list)
    unevaluated: list[str] = field(default_factory=list)


def grade(where: str, expected: Expectation, seen: Observed) -> Graded:
    """Hold every expectation that is given against what was seen."""
    graded = Graded()
    for name in expected.given():
        check = EVALUATORS.get(name)
        if check is None:
            graded.unevaluated.append(f"{where} {name}")
            continue
        wrong = check.evaluate(getattr(expected, name), seen)
        graded.problems += [Problem(where, name, text, check.breaks) for text in wrong]
        graded.evaluated.append(f"{where} {name}")
    return graded


def always(where: str, seen: Observed) -> list[Problem]:
    """What holds of every turn whatever the case: a way to a person, cited answers, the assistant silent beside a person, no
    money that no tool call tells of."""
    wrong: list[Problem] = []
    assistant = [m for m in seen.messages if m["role"] == "assistant"]
    if any(not any(a["kind"] == "handoff" for a in m["actions"]) for m in assistant):
        wrong.append(Problem(where, "always", "an assistant message offers no way to a person"))
    if seen.turn.get("grounded") and not any(m["citations"] for m in seen.messages if m["role"] != "customer"):
        wrong.append(Problem(where, "always", "a grounded answer has no citation"))
    if seen.turn.get("outcome") == "relayed_to_human" and assistant:
        wrong.append(Problem(where, "always", "the assistant spoke while a person held the conversation"))
    if seen.moved and seen.turn and not _succeeded(seen.turn.get("tool_calls") or []):
        wrong.append(Problem(where, "always", f"money moved that no tool call tells of: {seen.moved}", "money"))
    return wrong


def _succeeded(calls: Collection[Answer]) -> bool:
    return any(call["status"] == "succeeded" for call in calls)

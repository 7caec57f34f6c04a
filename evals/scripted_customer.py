"""A customer who has a conversation of their own: answers what is asked, agrees to what was meant, says it again plainly once.

Unlike a list of turns it goes on from what the service said. What came of it is told in facts, one a line:
``did cancel_order HP1 all -``, ``quoted refund_order HP1 lines 2 9.00``, ``looked track_order HP1``, ``person customer_request``.
"""

import re
from collections.abc import Awaitable, Callable
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from evals.expectation import Pattern

Answer = dict[str, Any]  # the API's own JSON
Say = Callable[[str], Awaitable[Answer]]
State = Callable[[], Awaitable[Answer]]
Asked = Literal["identity", "reason", "goods", "quantity", "address", "variant", "method", "order"]
End = Literal["resolved", "handed_over", "open", "trapped"]

# What a question of ours asks for, by its English words; the first that fits is meant.
_ASKED: list[tuple[Asked, re.Pattern[str]]] = [
    ("identity", re.compile(r"that it's you|postcode|\bcode\b", re.IGNORECASE)),
    ("reason", re.compile(r"\breason\b|\bwhy\b", re.IGNORECASE)),
    ("goods", re.compile(r"which items?\b", re.IGNORECASE)),
    ("quantity", re.compile(r"how many", re.IGNORECASE)),
    ("address", re.compile(r"new address", re.IGNORECASE)),
    ("variant", re.compile(r"would you like instead", re.IGNORECASE)),
    ("method", re.compile(r"how do you want to pay|payment method", re.IGNORECASE)),
    ("order", re.compile(r"which order|order number|which one first", re.IGNORECASE)),
]
_NOT_THAT = "No, that's not what I asked for."
_NO_HELP = "That did not help."


class Script(BaseModel):
    """``says``: of their own accord, in order; ``plain``: the wish once more, said plainly; ``knows``: answers by what is asked
    (identity, reason, goods, quantity, address, variant, method, order). ``wants``: alternatives, each patterns of facts that
    must all have come about. ``never``: patterns of facts that must not."""

    model_config = ConfigDict(extra="forbid")

    says: list[str] = Field(min_length=1)
    plain: str | None = None
    knows: dict[Asked, str] = {}
    wants: list[list[Pattern]] = Field(min_length=1)
    never: list[Pattern] = []
    ends: list[End] = ["resolved", "handed_over"]
    most_turns: int = Field(default=10, ge=1, le=30)


class ScriptedCustomer:
    """One conversation of a script."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._own = list(script.says)
        self._rest = [*([script.plain] if script.plain else []), _NO_HELP]
        self._quote: Answer | None = None  # the last one
        self.facts: list[str] = []
        self.end: End = "open"

    async def talk(self, say: Say, state: State) -> None:
        """Say everything that there is to say, until it is resolved, a person is there, or nothing is left."""
        said, offered = self._own.pop(0), False
        for _ in range(self._script.most_turns):
            answer = await say(said)
            now = await state()
            self.facts += facts_of(answer, now, self._quote)
            self._quote = now.get("pending_action") or self._quote
            if now.get("handoff"):
                self.end = "resolved" if self._has_what_was_wanted() else "handed_over"
                return
            if not self._own and self._has_what_was_wanted():
                self.end = "resolved"
                return
            offered = offered or _offers_person(answer)
            following = self._next(said, answer, now)
            if following is None:
                break
            said = following
        self.end = "open" if offered else "trapped"

    def problems(self) -> list[str]:
        """What was not as the script wants it; empty where all is well."""
        bad = [fact for fact in self.facts if any(re.search(p, fact, re.IGNORECASE) for p in self._script.never)]
        bad += [fact for fact in self.facts if fact.startswith("did ") and not self._is_meant(fact.removeprefix("did "))]
        wrong = [f"came about, and was not meant: {fact}" for fact in dict.fromkeys(bad)]
        if self.end not in self._script.ends:
            wrong.append(
                f"ended {self.end}, expected {' or '.join(self._script.ends)}; facts: {'; '.join(self.facts) or 'none'}"
            )
        return wrong

    def _has_what_was_wanted(self) -> bool:
        return any(
            all(any(re.match(p, fact, re.IGNORECASE) for fact in self.facts) for p in each) for each in self._script.wants
        )

    def _is_meant(self, effect: str) -> bool:
        return any(re.match(p, f"did {effect}", re.IGNORECASE) for each in self._script.wants for p in each)

    def _next(self, said: str, answer: Answer, state: Answer) -> str | None:
        outcome = (answer.get("turn") or {}).get("outcome")
        quote = state.get("pending_action")
        if quote and outcome == "asked_for_confirmation":
            return "Yes" if self._is_meant(_effect(quote["name"], quote["arguments"], quote["amount"])) else _NOT_THAT
        asked = _asked(answer) if outcome in ("asked_for_input", "not_understood") else None
        if asked and (told := self._script.knows.get(asked)) and told != said:
            return told
        if self._own:
            return self._own.pop(0)
        if _offers_person(answer):
            return "Yes"
        return self._rest.pop(0) if self._rest else None


def facts_of(answer: Answer, state: Answer, quote: Answer | None = None) -> list[str]:
    """What a turn came to. ``quote``: the last one before it, whose amount is that of what it did."""
    turn = answer.get("turn") or {}
    facts = []
    for call in turn.get("tool_calls") or []:
        quoted = quote["amount"] if quote and quote["name"] == call["name"] else None
        amount = (call.get("result") or {}).get("amount") or quoted
        told = _effect(call["name"], call.get("arguments") or {}, amount)
        kind = {"needs_confirmation": "quoted", "refused": "refused", "needs_approval": "passed on"}.get(call["status"])
        if call["status"] == "succeeded":
            kind = "did" if (call.get("result") or {}).get("reference") else "looked"
        facts += [f"{kind} {told}"] if kind else []
    if handoff := state.get("handoff"):
        facts.append(f"person {handoff['reason']}")
    said = [m for m in answer.get("messages", []) if m["role"] != "customer"]
    facts += [f"cites {c['title']}" for m in said for c in m.get("citations", [])]
    return [*facts, f"outcome {turn.get('outcome')}"]


def _effect(name: str, arguments: dict[str, Any], amount: dict[str, Any] | None) -> str:
    """``refund_order HP1 lines 2 9.00``; a swap's lines have their new variants."""
    lines = [str(line) for line in arguments.get("line_ids") or []]
    lines += [f"{c.get('line_id')}>{c.get('variant_id')}" for c in arguments.get("changes") or []]
    pieces = {str(k): v for k, v in (arguments.get("quantities") or {}).items()}
    goods = "+".join(f"{line}*{pieces[line]}" if line in pieces else line for line in lines)
    return f"{name} {arguments.get('order_id') or '-'} {f'lines {goods}' if goods else 'all'} {(amount or {}).get('amount', '-')}"


def _asked(answer: Answer) -> Asked | None:
    text = " ".join(m["text"] for m in answer.get("messages", []) if m["role"] == "assistant")
    return next((slot for slot, pattern in _ASKED if pattern.search(text)), None)


def _offers_person(answer: Answer) -> bool:
    said = [m for m in answer.get("messages", []) if m["role"] == "assistant"]
    first = [m["actions"][0]["kind"] for m in said if m.get("actions")]
    return "handoff" in first and any(re.search(r"\bperson\b.*\?", m["text"], re.IGNORECASE) for m in said)

"""A stored conversation as an eval case: what its customer and its person did, all masked, and what each turn came to."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from pydantic import TypeAdapter

from domain.conversation import Conversation, JsonObject, Message, Outcome
from domain.errors import NotFound, ValidationFailed
from domain.recording import Recording
from insights.regression_case import words_by_turn
from records.engine.unit import Unit

_AS_RECORDED = ("intent", "outcome")
_TIMES = frozenset({"placed_at", "delivered_at", "created_at", "estimated_delivery", "at"})
_DURATION, _TIME = TypeAdapter(timedelta), TypeAdapter(datetime)
_DECISIONS = frozenset({"return_to_bot", "close", "approve", "reject"})


class TurnRecorded(Protocol):
    """The part of a stored turn that is looked at."""

    id: str
    seq: int
    kind: str
    input: JsonObject
    intent: str | None
    outcome: Outcome | None
    tool_calls: list[Any] | None
    merged_into: str | None


def conversation_case(
    conversation: Conversation,
    turns: Sequence[TurnRecorded],
    messages: Sequence[Message],
    recordings: Mapping[str, Recording],
    *,
    until: str | None = None,
    should: JsonObject | None = None,
) -> JsonObject:
    """A case of an eval suite without an id. ``turns`` and ``messages`` are the conversation's, in order; ``recordings``, by
    turn, become its back office as it was then; ``until`` is the id of the turn that ends the case. ``should``: what the last
    turn is to come to where it was wrong, in place of what it came to.

    Raises ``ValidationFailed`` where the customer did not want a model to read what they wrote, where there is no such turn, or
    where nobody said anything."""
    if conversation.consent is False:
        raise _refused("consent", "the customer does not want a model to read what they wrote")
    if until is not None:
        ids = [turn.id for turn in turns]
        if until not in ids:
            raise _refused("turn_id", "there is no such turn in this conversation")
        turns = turns[: ids.index(until) + 1]
    steps = list(_steps(turns, messages))
    if not any("agent" not in step for step in steps):
        raise _refused("turn_id", "the customer has not said or done anything by then")
    if should:
        last = next(step for step in reversed(steps) if "agent" not in step)
        last["expect"] = {**{k: v for k, v in last.get("expect", {}).items() if k != "tool"}, **should}
    was_asked = any(turn.outcome == "asked_for_consent" for turn in turns)
    seen = [recordings[turn.id] for turn in turns if turn.id in recordings]
    return {
        "tags": ["conversation"],
        "about": f"As it went in {conversation.id} on {conversation.graph_version}.",
        "customer": conversation.customer_id,
        "region": conversation.region,
        "locale": conversation.locale,
        "consent": None if was_asked else conversation.consent,
        "backoffice": _back_office(seen, conversation.created_at) or None,
        "turns": steps,
    }


def _back_office(recordings: Sequence[Recording], began: datetime) -> dict[str, list[JsonObject]]:
    """Each customer, order and product as it was first seen, with its times told from the conversation's beginning."""
    found: dict[str, dict[str, JsonObject]] = {}
    for record in (record for recording in recordings for record in recording.records):
        kind = "orders" if "placed_at" in record else "customers" if "email" in record else "products"
        is_outline = kind == "orders" and not record["lines"]  # of somebody else's: to this customer it is not there
        if not is_outline:
            found.setdefault(kind, {}).setdefault(str(record["id"]), _told_from(began, record))
    return {kind: list(by_id.values()) for kind, by_id in found.items()}


def _told_from(began: datetime, value: Any) -> Any:  # Any: JSON of any shape
    if isinstance(value, dict):
        return {
            name: _DURATION.dump_python(_TIME.validate_python(part) - began, mode="json")
            if name in _TIMES and part
            else _told_from(began, part)
            for name, part in value.items()
        }
    return [_told_from(began, part) for part in value] if isinstance(value, list) else value


def _refused(field: str, why: str) -> ValidationFailed:
    return ValidationFailed("this conversation cannot be a case", [{"field": field, "message": why}])


def _steps(turns: Sequence[TurnRecorded], messages: Sequence[Message]) -> Iterator[JsonObject]:
    words = words_by_turn(turns, messages)
    # What a person wrote belongs before the next turn of the conversation.
    said_by_person = [m for m in messages if m.role == "agent"]
    first_seq = {t.id: min((m.seq for m in messages if m.turn_id == t.id), default=0) for t in turns}
    has_claimed = False
    for turn in turns:
        while said_by_person and said_by_person[0].seq < first_seq[turn.id]:
            yield {"agent": {"claim": not has_claimed, "reply": said_by_person.pop(0).text}}
            has_claimed = True
        if turn.kind == "resume" and turn.input.get("decision") in _DECISIONS:
            yield {"agent": {"claim": not has_claimed, "resume": turn.input["decision"]}}
            has_claimed = False
        elif turn.kind == "handoff":
            yield {"ask_for_person": True, "expect": {"handoff": True}}
        elif turn.kind == "text" and words.get(turn.id):
            yield {"say": words[turn.id], "expect": _expected(turn)}
        elif turn.kind == "action" and turn.merged_into is None:
            # The id of a quote is another one in every run; without it the quote that waits is meant.
            arguments = {k: v for k, v in (turn.input.get("arguments") or {}).items() if k != "quote_id"}
            yield {"do": {"name": turn.input.get("action"), "arguments": arguments}, "expect": _expected(turn)}


def _expected(turn: TurnRecorded) -> JsonObject:
    """What the turn came to: intent, outcome and the last tool call."""
    expected: JsonObject = {name: value for name in _AS_RECORDED if (value := getattr(turn, name)) is not None}
    if turn.tool_calls:
        call = turn.tool_calls[-1]
        told = {"name": call["name"], "status": call["status"], "code": (call.get("result") or {}).get("code")}
        expected["tool"] = {name: value for name, value in told.items() if value is not None}
    return expected


async def stored_case(
    unit: Unit, conversation_id: str, *, until: str | None = None, should: JsonObject | None = None
) -> JsonObject:
    """The case of a stored conversation, with its id. Raises ``NotFound``, and ``ValidationFailed`` as above."""
    conversation = await unit.conversations.get(conversation_id)
    if conversation is None:
        raise NotFound
    turns = await unit.turns.of_conversation(conversation_id)
    messages = await unit.transcript.whole(conversation_id)
    recordings = await unit.recordings.of_conversation(conversation_id)
    case = conversation_case(conversation, turns, messages, recordings, until=until, should=should)
    return {"id": f"conversation-{conversation_id}", **case}

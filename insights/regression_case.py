"""A flagged conversation as an eval case: the same words, and what the fixed article must make of them."""

import re
from collections.abc import Sequence
from typing import Protocol

from domain.conversation import Conversation, JsonObject, Message, Outcome
from domain.flags import Flag
from insights.correction import Correction

_BEFORE = 8  # turns before the flagged one that are said again
_ANSWERABLE: frozenset[Outcome | None] = frozenset({"answered", "no_answer_found", "not_understood"})
# A turn that failed, or that went to a person, says nothing to the next one; and its repeat would count another failure.
_SAID_AGAIN: frozenset[Outcome | None] = frozenset(
    {"answered", "action_done", "action_refused", "asked_for_input", "asked_for_confirmation"}
)


class TurnMerged(Protocol):
    """A stored turn, and the one that answered it along with itself, if another did."""

    id: str
    merged_into: str | None


class TurnAsked(TurnMerged, Protocol):
    """The part of a stored turn that is looked at."""

    kind: str
    outcome: Outcome | None


def regression_case(
    flag: Flag,
    conversation: Conversation,
    turns: Sequence[TurnAsked],
    messages: Sequence[Message],
    title: str,
    change: Correction,
) -> JsonObject | None:
    """A case of an eval suite. None where the flagged message answered no words of the customer's, where an action and no
    document was asked for, or where the customer does not want a model to read what they wrote.

    ``turns`` and ``messages`` are the conversation's, in order; ``title`` is the fixed article's.
    """
    flagged = next((m for m in messages if m.id == flag.message_id), None)
    at = next((i for i, t in enumerate(turns) if flagged and t.id == flagged.turn_id), None)
    if at is None or conversation.consent is False:
        return None
    turn = turns[at]
    words = words_by_turn(turns, messages)
    if turn.kind != "text" or turn.outcome not in _ANSWERABLE or not words.get(turn.id):
        return None
    earlier = [t for t in turns[:at] if t.kind == "text" and t.outcome in _SAID_AGAIN and words.get(t.id)]
    expect: JsonObject = {"outcome": "answered", "cites": exactly(title)}
    expect |= {name: values for name, values in (("says", change.says), ("not_says", change.not_says)) if values}
    return {
        "id": f"flag-{flag.id}",
        "tags": ["flag", flag.reason],
        "about": f"Flagged as {flag.reason}; fixed in the article “{title}”.",
        "region": conversation.region,
        "locale": conversation.locale,
        "consent": conversation.consent,
        "turns": [*({"say": words[t.id]} for t in earlier[-_BEFORE:]), {"say": words[turn.id], "expect": expect}],
    }


def exactly(title: str) -> str:
    """The regular expression for a title."""
    return "^" + re.escape(title).replace("\\ ", " ") + "$"


def words_by_turn(turns: Sequence[TurnMerged], messages: Sequence[Message]) -> dict[str, str]:
    """What the customer said in each turn, with what was merged into it."""
    into = {t.id: t.merged_into or t.id for t in turns}
    said: dict[str, list[str]] = {}
    for message in messages:
        if message.role == "customer" and message.turn_id in into:
            said.setdefault(into[message.turn_id], []).append(message.text)
    return {turn_id: "\n".join(texts) for turn_id, texts in said.items()}

"""`support-v3`: what is asked about the address or another value that a quote holds, and what is put right in it."""

import json
import re

from domain.acts import Act, Reading
from domain.language.account.typed_address import NEEDED, names_a_part
from domain.language.folding import folded
from domain.language.text.entities import Entities
from domain.language.text.self_corrected import this_not_that
from domain.language.text.statements import asks_whether, place_asked
from domain.lazy_pattern import lazy_pattern
from nodes.agenda import agenda_with, all_held
from nodes.deps import Deps
from nodes.drafts import draft, replying
from nodes.reading.read_reply import withdrawing
from nodes.reading.what_waits import corrects
from nodes.state import ConversationState, Pending, Task

_A_NAME = lazy_pattern(r"\[NAME_\d+\]")


def part_of_address(state: ConversationState, text: str) -> ConversationState | None:
    """ "The city should be Portland", while a quote with an address waits."""
    pending, act = state.get("pending"), Act(act="correction", text=text, end=len(text))
    is_part = pending and pending["arguments"].get("address") and state["turn"].get("may_read", True) and names_a_part(text)
    return corrects(state, pending, act, Reading(acts=[act])) if pending and is_part else None


async def of_the_quoted_address(deps: Deps, state: ConversationState, found: Entities) -> ConversationState | None:
    """ "It's Leeds, not Bristol", "did you get that it's Leeds?", while a quote with an address waits: told where it is noted so, else put
    right and quoted anew. None where the words say nothing of the address."""
    pending, text = state.get("pending"), state["turn"].get("text", "")
    token = pending["arguments"].get("address") if pending else None
    if not pending or not token or not state["turn"].get("may_read", True):
        return None
    held = await deps.detokenize(str(token)) or ""
    known = _letters(held).split()
    for name in dict.fromkeys(_A_NAME.findall(text)):  # York is masked like a person's name
        text = text.replace(name, await deps.detokenize(name) or name)
    for this, that in this_not_that(text):
        if _letters(this) and set(_letters(this).split()) <= set(known):
            return _told(deps, state, found, deps.say("noted-value.same"))
        if (right := _with_this(held, this, that)) is not None:
            arguments = {**pending["arguments"], "address": await deps.tokenize("address", right)}
            task: Task = {"action": pending["name"], "arguments": arguments, "asked": None, "times": 0}
            typed = state["turn"].get("text", "")
            act = Act(act="correction", text=typed, end=len(typed))
            return {**withdrawing(state), "task": task, **agenda_with(state, [act]), "acts": all_held([act])}
    place = place_asked(text)
    if place and set(_letters(place).split()) <= set(known):
        return _told(deps, state, found, deps.say("noted-value.same"))
    return None


def _with_this(held: str, this: str, that: str) -> str | None:
    """The address as JSON with ``this`` where ``that`` stands in one of its parts; None where it stands in none."""
    try:
        parts: dict[str, str] = json.loads(held)
    except ValueError:
        return None
    for name in ("line2", *NEEDED):
        changed, times = re.subn(rf"\b{re.escape(that)}\b", this, str(parts.get(name) or ""), flags=re.IGNORECASE)
        if times:
            return json.dumps({**parts, name: changed})
    return None


async def whether_noted(deps: Deps, state: ConversationState, pending: Pending, found: Entities) -> ConversationState | None:
    """ "Is that 21 Wellington Street?": what was noted is told by what is held, and the quote asked for again."""
    if not asks_whether(state["turn"].get("text", "")):
        return None
    given = {"email": found.get("emails"), "phone": found.get("phones"), "address": found.get("addresses")}
    for field, tokens in given.items():
        noted = pending["arguments"].get(field)
        if not tokens or not noted:
            continue
        held, asked = [_letters(await deps.detokenize(token) or token) for token in (str(noted), tokens[0])]
        is_it = asked in held or all(word in held.split() for word in asked.split())
        return _told(deps, state, found, deps.say("noted-value.same") if is_it else deps.say("noted-value"))
    return None


def _told(deps: Deps, state: ConversationState, found: Entities, told: str) -> ConversationState:
    """It is said, and the quote asked for again."""
    text = state["turn"].get("text", "")
    act = Act(act="question", intent="policy_question", text=text, end=len(text))
    told_so: ConversationState = {"intent": "affirm", "confidence": 1.0, "entities": dict(found)}
    return {**told_so, "acts": all_held([act]), "reply": replying(state, draft(told))}


def _letters(value: str) -> str:
    """The words of a value, whatever its shape."""
    return " ".join(re.findall(r"[^\W_]+", folded(value)))

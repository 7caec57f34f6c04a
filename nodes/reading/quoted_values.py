"""`support-v3`: what is asked about the address or another value that a quote holds, and what is put right in it."""

import json
import re

from domain.acts import Act, Reading
from domain.language.account.typed_address import NEEDED, names_a_part
from domain.language.folding import folded
from domain.language.quotes.stance import means_no
from domain.language.text.entities import Entities
from domain.language.text.self_corrected import this_not_that
from domain.language.text.sentences import sentences
from domain.language.text.statements import asks_whether, place_asked
from domain.lazy_pattern import lazy_pattern
from nodes.agenda import agenda_with, all_held
from nodes.deps import Deps
from nodes.drafts import draft, replying
from nodes.reading.read_reply import withdrawing
from nodes.reading.what_waits import corrects
from nodes.state import ConversationState, Pending, Task

_A_NAME = lazy_pattern(r"\[NAME_\d+\]")
_A_TOKEN = lazy_pattern(r"\[[A-Z_]+_\d+\]")


def part_of_address(state: ConversationState, text: str) -> ConversationState | None:
    """ "The city should be Portland", while a quote with an address waits."""
    pending, act = state.get("pending"), Act(act="correction", text=text, end=len(text))
    is_part = pending and pending["arguments"].get("address") and state["turn"].get("may_read", True) and names_a_part(text)
    return corrects(state, pending, act, Reading(acts=[act])) if pending and is_part else None


async def of_the_quoted_value(deps: Deps, state: ConversationState, found: Entities) -> ConversationState | None:
    """ "Is that 21 Wellington Street?", "it should be 27 Wellington Street", "it's Leeds, not Bristol", while a quote with such a value
    waits: told where it is noted so, and the quote asked for again; else put right and quoted anew. None where nothing of it is said."""
    pending, text = state.get("pending"), state["turn"].get("text", "")
    if not pending or not state["turn"].get("may_read", True):
        return None
    noted = await _is_noted(deps, pending, found, text)
    if noted and not means_no(text, pending["name"]):
        return _told(deps, state, found, deps.say("noted-value.same"))
    if noted is False and asks_whether(text):
        return _told(deps, state, found, deps.say("noted-value"))
    token = pending["arguments"].get("address")
    if not token:
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


async def _is_noted(deps: Deps, pending: Pending, found: Entities, text: str) -> bool | None:
    """Whether the value that is typed is the one that the quote holds, or a part of it; None where none of its kind is."""
    given = {"email": found.get("emails"), "phone": found.get("phones"), "address": found.get("addresses")}
    for field, tokens in given.items():
        noted = pending["arguments"].get(field)
        if tokens and noted:
            held, typed = [_letters(await deps.detokenize(token) or token) for token in (str(noted), tokens[0])]
            is_it = typed in held or all(word in held.split() for word in typed.split())
            return await _goes_on_as(deps, text, tokens[0], held) if is_it else False
    return None


async def _goes_on_as(deps: Deps, text: str, token: str, held: str) -> bool | None:
    """True where what else of an address stands behind its street, up to the sentence's end, is noted too; else it is to be read anew."""
    rest = next((one.partition(token)[2] for one in sentences(text) if token in one), "")
    for name in dict.fromkeys(_A_TOKEN.findall(rest)):
        rest = rest.replace(name, await deps.detokenize(name) or name)
    told = [_letters(word) for word in re.findall(r"[^\W_]+", rest) if word[0].isupper() or word[0].isdigit()]
    return True if set(told) <= set(held.split()) else None


def _told(deps: Deps, state: ConversationState, found: Entities, told: str) -> ConversationState:
    """It is said, and the quote asked for again."""
    text = state["turn"].get("text", "")
    act = Act(act="question", intent="policy_question", text=text, end=len(text))
    told_so: ConversationState = {"intent": "affirm", "confidence": 1.0, "entities": dict(found)}
    return {**told_so, "acts": all_held([act]), "reply": replying(state, draft(told))}


def _letters(value: str) -> str:
    """The words of a value, whatever its shape."""
    return " ".join(re.findall(r"[^\W_]+", folded(value)))

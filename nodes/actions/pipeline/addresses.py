"""An address from a form or from words. It stays a token; only its shape is checked here."""

import json
from collections.abc import Mapping, Sequence

from pydantic import ValidationError

from domain.language.account.address_references import is_in_another_order
from domain.language.account.typed_address import NEEDED, address_pieces, corrected, parsed, puts_right
from domain.language.text.self_corrected import address_put_right
from domain.lazy_pattern import lazy_pattern
from domain.shop import Address
from nodes.actions.pipeline.own_addresses import named_address, replaced_address, same_place
from nodes.actions.pipeline.request import NeedsInput, Request

_TOKEN = lazy_pattern(r"\[[A-Z_]+_\d+\]")


async def asked_address(request: Request) -> str:
    """The token of a whole address; asks until there is one, by name for what is missing of it."""
    token, entities = request.arguments.get("address"), request.state.get("entities", {})
    kept = await _held(request, token) if token else {}
    if kept is None:
        raise NeedsInput("address", request.say("whole-address"))
    if token and is_whole(kept):
        return str(token)
    tokens = entities.get("addresses") or []
    before = kept or await _quoted_before(request)
    names_one = not kept or is_in_another_order(request.text)
    if names_one and not tokens and (own := await named_address(request)) is not None:
        return await _taken(request, own.model_dump(exclude_none=True))
    country = request.order.shipping_address.country if request.order else (request.state.get("region") or "US")
    typed = await _typed(request, tokens) if tokens else None
    said = request.text if typed is None else typed
    if said and not kept:
        whole = parsed(said, country) if typed else None
        whole = whole or (None if before else _put_right(request, said))
        if whole is not None:
            state = {k: v for k, v in _given(request, typed).items() if k == "state"} if typed else {}
            return await _taken(request, {**state, **whole.model_dump(exclude_none=True)})
    given = _given(request, typed) if typed or before or _was_asked(request) else {}
    if not puts_right(request.text):  # "BA2 4NJ, dear": a place that is known is not replaced by what only looks like one
        given = {name: value for name, value in given.items() if name not in ("city", "state") or not before.get(name)}
    parts = {"country": country, **before, **given}
    if is_whole(parts):
        return await _taken(request, parts)
    missing = [part for part in NEEDED if not parts.get(part)]
    if len(missing) == len(NEEDED):
        raise NeedsInput("address", request.say("whole-address.again") if tokens else request.say("whole-address"))
    await _taken(request, {name: value for name, value in parts.items() if name != "country"})
    raise NeedsInput("address", request.say("address-missing", parts=[request.say("address-part", part=p) for p in missing]))


def is_whole(parts: Mapping[str, object]) -> bool:
    return all(parts.get(name) for name in (*NEEDED, "country"))


async def _held(request: Request, token: str) -> dict[str, str] | None:
    """The parts that a token stands for; None where it stands for nothing that can be read."""
    original = await request.deps.detokenize(token)
    if original is None or not original.startswith("{"):
        return address_pieces(original) if original else None
    try:
        held: dict[str, str] = json.loads(original)
        return Address.model_validate(held).model_dump(exclude_none=True) if is_whole(held) else held
    except (ValueError, ValidationError):
        return None


def _given(request: Request, typed: str | None) -> dict[str, str]:
    """The parts that this message gives: a street is masked, and ``typed``; a city beside it is not."""
    beside = address_pieces(_TOKEN.sub(" , ", request.text))
    if typed is None:
        return beside
    beside.pop("line1", None)
    return {**beside, **address_pieces(typed)}


async def _quoted_before(request: Request) -> dict[str, str]:
    """The address of the quote that these words put right in part."""
    withdrawn = request.state.get("withdrawn") or request.state.get("pending") or {}
    token = (withdrawn.get("arguments") or {}).get("address")
    return (await _held(request, str(token)) or {}) if token else {}


def _was_asked(request: Request) -> bool:
    return (request.state.get("task") or {}).get("asked") == "address"


async def _taken(request: Request, parts: Mapping[str, str]) -> str:
    plain = {name: value for name, value in parts.items() if name not in ("id", "default") and value}
    text = Address.model_validate(plain).model_dump_json(exclude_none=True) if is_whole(plain) else json.dumps(plain)
    request.arguments["address"] = token = await request.deps.tokenize("address", text)
    return token


async def _typed(request: Request, tokens: Sequence[str]) -> str | None:
    """The address as it was typed, with what the words themselves put right in it. Asks where that is not sure."""
    turn = request.state["turn"]
    whole = str(turn.get("whole") or turn.get("text", ""))
    original, after = await request.deps.detokenize(tokens[0]), whole.partition(tokens[0])[2]
    if original is None or original.startswith("{"):
        return original
    for other in tokens[1:]:
        after = after.replace(other, await request.deps.detokenize(other) or other)
    meant = address_put_right(original, after)
    if meant is None:
        raise NeedsInput("address", request.say("whole-address.again"))
    return meant


def _put_right(request: Request, words: str) -> Address | None:
    """ "Only the suite is wrong, it should be 12": the address that is to be replaced, with the part that the words give."""
    present = replaced_address(request)
    address = corrected(words, present) if present and words else None
    return address if address and present and not same_place(address, present) else None

"""An address from a form or from words. It stays a token; only its shape is checked here."""

import json
import re

from pydantic import ValidationError

from domain.shop import Address
from nodes.actions.own_addresses import named_address
from nodes.actions.request import NeedsInput, Request

_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{5}(?:-\d{4})?)\b", re.IGNORECASE)
_QUESTION = "Please give me the whole new address: street and number, city, state if there is one, and postcode."


def parsed(words: str, country: str) -> Address | None:
    """Street, city, state and postcode out of one line with commas, as people type it; None if a part is missing."""
    found = list(_POSTCODE.finditer(words))
    parts = [p.strip() for p in words.split(",") if p.strip()]
    if not found or len(parts) < 2:
        return None
    postcode = found[-1][0]
    rest = [p.replace(postcode, "").strip() for p in parts]
    rest = [p for p in rest if p and p.casefold() not in ("usa", "us", "united states", "germany", "france", "uk", "canada")]
    if len(rest) < 2:
        return None
    line1, *others = rest
    state = (
        others.pop() if len(others) > 1 and len(others[-1]) <= 20 and re.fullmatch(r"[A-Za-z .]{2,20}", others[-1]) else None
    )
    city = others.pop()
    if state is None and (split := re.fullmatch(r"(.+?)\s+([A-Z]{2})", city)):
        city, state = split[1], split[2]
    return Address(line1=line1, line2=", ".join(others) or None, city=city, state=state, postcode=postcode, country=country)


async def asked_address(request: Request) -> str:
    """The token of a whole address; asks until there is one."""
    token = request.arguments.get("address")
    if not token:
        tokens = request.state.get("entities", {}).get("addresses") or []
        token = tokens[0] if tokens else None
    if not token and (own := await named_address(request)) is not None:
        plain = own.model_copy(update={"id": None, "default": None})
        token = await request.deps.hide("address", plain.model_dump_json(exclude_none=True))
    if not token:
        raise NeedsInput("address", _QUESTION)
    original = await request.deps.reveal(token)
    if original is None:
        raise NeedsInput("address", _QUESTION)
    if not original.startswith("{"):
        country = request.order.shipping_address.country if request.order else (request.state.get("region") or "US")
        address = parsed(original, country)
        if address is None:
            raise NeedsInput("address", f"I could not read all parts of it. {_QUESTION}")
        token = await request.deps.hide("address", address.model_dump_json(exclude_none=True))
    else:
        try:
            Address.model_validate(json.loads(original))
        except ValidationError:
            raise NeedsInput("address", _QUESTION) from None
    request.arguments["address"] = token
    return str(token)

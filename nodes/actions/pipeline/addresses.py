"""An address from a form or from words. It stays a token; only its shape is checked here."""

import json

from pydantic import ValidationError

from domain.language.typed_address import corrected, parsed
from domain.shop import Address
from nodes.actions.pipeline.own_addresses import named_address, replaced_address, same_place
from nodes.actions.pipeline.request import NeedsInput, Request


async def asked_address(request: Request) -> str:
    """The token of a whole address; asks until there is one."""
    token = request.arguments.get("address")
    if not token:
        tokens = request.state.get("entities", {}).get("addresses") or []
        token = tokens[0] if tokens else None
    if not token and (own := await named_address(request) or _put_right(request, request.text)) is not None:
        token = await _token_of(request, own)
    if not token:
        raise NeedsInput("address", request.say("whole-address"))
    original = await request.deps.detokenize(token)
    if original is None:
        raise NeedsInput("address", request.say("whole-address"))
    if not original.startswith("{"):
        country = request.order.shipping_address.country if request.order else (request.state.get("region") or "US")
        address = parsed(original, country) or _put_right(request, original)
        if address is None:
            raise NeedsInput("address", request.say("whole-address.again"))
        token = await _token_of(request, address)
    else:
        try:
            Address.model_validate(json.loads(original))
        except ValidationError:
            raise NeedsInput("address", request.say("whole-address")) from None
    request.arguments["address"] = token
    return str(token)


async def _token_of(request: Request, address: Address) -> str:
    plain = address.model_copy(update={"id": None, "default": None})
    return await request.deps.tokenize("address", plain.model_dump_json(exclude_none=True))


def _put_right(request: Request, words: str) -> Address | None:
    """ "Only the suite is wrong, it should be 12": the address that is to be replaced, with the part that the words give."""
    present = replaced_address(request)
    address = corrected(words, present) if present and words else None
    return address if address and present and not same_place(address, present) else None

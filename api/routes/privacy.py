"""What the guard would do with a text; nothing of it is stored."""

import asyncio

from litestar import Response, Router, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from api.auth import staff_only
from api.idempotency import answer
from api.schemas.answers import MaskAnswer
from api.schemas.requests import MaskBody
from api.service import Service


@post("/v1/privacy/mask", guards=[staff_only("admin")], status_code=200, summary="Mask a text")
async def mask_text(data: JSONBody[MaskBody], service: NamedDependency[Service]) -> Response[MaskAnswer]:
    masked, _ = await asyncio.to_thread(service.masker.mask, data.text, data.region)
    return answer(masked.model_dump(mode="json"), 200)


router = Router("/", route_handlers=[mask_text], tags=["Privacy"])

"""The eval cases that fixed answers left behind: what `supportgraph evals run flags` runs."""

from typing import Annotated

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from api.auth import staff_only
from api.idempotency import answer
from api.service import Service
from domain.conversation import JsonObject


@get(
    "/v1/evals/cases", guards=[staff_only("admin", "engineer")], summary="Cases that a fixed answer must pass, oldest first"
)
async def list_cases(
    service: NamedDependency[Service],
    limit: Annotated[int, QueryParameter(ge=1, le=200)] = 50,
    after: FromQuery[str | None] = None,
) -> Response[JsonObject]:
    async with service.database.read() as unit:
        found = await unit.eval_cases.page(after, limit + 1)
    more = found[limit - 1].id if len(found) > limit else None
    return answer({"items": [c.model_dump(mode="json") for c in found[:limit]], "next": more}, 200)


router = Router("/", route_handlers=[list_cases], tags=["From a wrong answer"])

"""The eval cases that fixed answers left behind: what `supportgraph evals run flags` runs."""

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from api.auth import staff_only
from api.schemas.listing import Limit, Listing, page
from api.schemas.problem import problems
from api.service import Service
from records.eval_cases import EvalCase


@get(
    "/v1/evals/cases",
    guards=[staff_only("admin", "engineer")],
    summary="Cases that a fixed answer must pass, oldest first",
    responses=problems(),
)
async def list_cases(
    service: NamedDependency[Service],
    limit: Limit = 50,
    after: FromQuery[str | None] = None,
) -> Listing[EvalCase]:
    async with service.database.read() as unit:
        return page(await unit.eval_cases.page(after, limit + 1), limit)


router = Router("/", route_handlers=[list_cases], tags=["From a wrong answer"])

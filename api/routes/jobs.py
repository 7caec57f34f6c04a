"""How far background work is."""

from typing import Annotated

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter

from api.auth import staff_only
from api.idempotency import answer
from api.schemas.answers import Listing
from api.schemas.jobs import JobAnswer, JobShown
from api.service import Service
from domain.errors import NotFound

_STAFF = staff_only("agent", "engineer")


@get("/v1/jobs/{job_id:str}", guards=[_STAFF], summary="A job, until it has succeeded or failed")
async def read_job(job_id: FromPath[str], service: NamedDependency[Service]) -> Response[JobAnswer]:
    async with service.database.glance() as unit:
        found = await unit.jobs.get(job_id)
    if found is None:
        raise NotFound
    return answer({"job": JobShown.of(found).model_dump(mode="json")}, 200)


@get("/v1/jobs", guards=[_STAFF], summary="Jobs of the last 30 days, newest first")
async def list_jobs(
    service: NamedDependency[Service],
    kind: FromQuery[str | None] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=200)] = 50,
    after: FromQuery[str | None] = None,
) -> Response[Listing[JobShown]]:
    async with service.database.read() as unit:
        found = await unit.jobs.list(kind=kind, after=after, limit=limit + 1)
    more = found[limit - 1].id if len(found) > limit else None
    return answer({"items": [JobShown.of(j).model_dump(mode="json") for j in found[:limit]], "next": more}, 200)


router = Router("/", route_handlers=[read_job, list_jobs], tags=["Jobs"])

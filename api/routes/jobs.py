"""How far background work is."""

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from api.auth import staff_only
from api.schemas.fields import After, Limit, Listing, page
from api.schemas.operators import JobAnswer, JobShown
from api.schemas.problem import problems
from api.service import Service
from domain.errors import NotFound

_STAFF = staff_only("agent", "engineer")


@get(
    "/v1/jobs/{job_id:str}", guards=[_STAFF], summary="A job, until it has succeeded or failed", responses=problems(NotFound)
)
async def read_job(job_id: FromPath[str], service: NamedDependency[Service]) -> JobAnswer:
    async with service.database.read_snapshot() as unit:
        found = await unit.jobs.get(job_id)
    if found is None:
        raise NotFound
    return JobAnswer(job=JobShown.of(found))


@get("/v1/jobs", guards=[_STAFF], summary="Jobs of the last 30 days, newest first", responses=problems())
async def list_jobs(
    service: NamedDependency[Service],
    kind: FromQuery[str | None] = None,
    limit: Limit = 50,
    after: After = None,
) -> Listing[JobShown]:
    async with service.database.read() as unit:
        found = await unit.jobs.list(kind=kind, after=after, limit=limit + 1)
    return page([JobShown.of(job) for job in found], limit)


router = Router("/", route_handlers=[read_job, list_jobs], tags=["Jobs"])

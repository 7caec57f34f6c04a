"""Models that were learned again: proposed, watched in the shadow, promoted by a person, taken back."""

from typing import Any

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from api.auth import staff_of, staff_only
from api.idempotency import once
from api.schemas.fields import After, Limit, Listing, NoBody, page
from api.schemas.improvements import CandidateAnswer, PromoteBody, RetrainBody, RolledBack
from api.schemas.operators import JobAnswer, JobShown
from api.schemas.problem import WRITING, problems
from api.service import Service
from domain.audit import Actor
from domain.errors import AlreadyResolved, NotFound, NotTried
from domain.retraining import CandidateShown
from records.engine.unit import Unit

_STAFF = staff_only("admin", "engineer")
_AnyRequest = Request[Any, Any, Any]


@get(
    "/v1/retraining/candidates",
    guards=[_STAFF],
    summary="Retrained models, newest first, with what they were measured on and what a shadow read otherwise",
    responses=problems(),
)
async def list_candidates(
    service: NamedDependency[Service], limit: Limit = 50, after: After = None
) -> Listing[CandidateShown]:
    async with service.database.read() as unit:
        found = await unit.intent_candidates.page(after, limit + 1)
        return page([await service.retraining.shown(unit, one) for one in found], limit)


@get(
    "/v1/retraining/candidates/{candidate_id:str}",
    guards=[_STAFF],
    summary="A retrained model with its report",
    responses=problems(NotFound),
)
async def read_candidate(candidate_id: FromPath[str], service: NamedDependency[Service]) -> CandidateShown:
    async with service.database.read() as unit:
        found = await unit.intent_candidates.get(candidate_id)
        if found is None:
            raise NotFound
        return await service.retraining.shown(unit, found)


@post(
    "/v1/retraining/candidates",
    guards=[_STAFF],
    status_code=202,
    summary="Learn again from accepted utterances, beside the service; what comes of it is proposed and answers nobody",
    responses=problems(*WRITING, AlreadyResolved),
)
async def start_retraining(
    request: _AnyRequest, service: NamedDependency[Service], data: JSONBody[RetrainBody | None] = None
) -> Response[JobAnswer]:
    by = staff_of(request).name

    async def effect(unit: Unit) -> JobAnswer:
        job = await service.retraining.start(unit, by, data.since if data else None)
        return JobAnswer(job=JobShown.of(job))

    return await once(service, request, data, 202, effect)


@post(
    "/v1/retraining/candidates/{candidate_id:str}/promote",
    guards=[staff_only("admin")],
    status_code=200,
    summary="Let a retrained model answer: for a share of conversations, then for all",
    responses=problems(NotFound, *WRITING, AlreadyResolved, NotTried),
)
async def promote_candidate(
    request: _AnyRequest,
    candidate_id: FromPath[str],
    service: NamedDependency[Service],
    data: JSONBody[PromoteBody | None] = None,
) -> Response[CandidateAnswer]:
    staff = staff_of(request)

    async def effect(unit: Unit) -> CandidateAnswer:
        moved = await service.retraining.promote(unit, candidate_id, staff.name, data.share if data else None)
        told = {"candidate_id": moved.id, "status": moved.status, "share": moved.share}
        await service.rights.audit.record(unit, Actor.of(staff), "models_changed", None, **told)
        return CandidateAnswer(candidate=moved)

    answer = await once(service, request, data, 200, effect)
    await service.refresh_models()
    return answer


@post(
    "/v1/retraining/rollback",
    guards=[staff_only("admin")],
    status_code=200,
    summary="Take back what was promoted last: the model before it reads again",
    responses=problems(NotFound, *WRITING),
)
async def roll_back_candidate(
    request: _AnyRequest, service: NamedDependency[Service], data: JSONBody[NoBody | None] = None
) -> Response[RolledBack]:
    staff = staff_of(request)

    async def effect(unit: Unit) -> RolledBack:
        undone, now = await service.retraining.roll_back(unit, staff.name)
        told = {"candidate_id": undone.id, "status": undone.status, "now": now}
        await service.rights.audit.record(unit, Actor.of(staff), "models_changed", None, **told)
        return RolledBack(candidate=undone, now=now)

    answer = await once(service, request, data, 200, effect)
    await service.refresh_models()
    return answer


router = Router(
    "/",
    route_handlers=[list_candidates, read_candidate, start_retraining, promote_candidate, roll_back_candidate],
    tags=["Retraining"],
)

"""Versions of the conversation graph: what they carry, how they did, and who gets which."""

from typing import Any

from litestar import Request, Response, Router, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from api.auth import staff_of, staff_only
from api.idempotency import once
from api.masked_fields import refuse_personal_data
from api.schemas.fields import Listing
from api.schemas.problem import WRITING, problems
from api.schemas.variants import EvalResult, EvalResultBody, RolloutBody, RolloutShown, VersionShown
from api.service import Service
from domain.audit import Actor
from domain.errors import NotFound
from graphs.versions.registry import checked_weights
from insights.history.history_service import set_shares
from records.engine.unit import Unit
from records.variants import EvalResult as Result


def _shown(row: Result) -> EvalResult:
    return EvalResult(suite=row.suite, passed=row.passed, total=row.total, ran_at=row.ran_at)


@get(
    "/v1/graph-versions",
    guards=[staff_only("admin", "engineer")],
    summary="The versions of the conversation graph",
    responses=problems(),
)
async def list_versions(service: NamedDependency[Service]) -> Listing[VersionShown]:
    versions = service.runner.versions
    async with service.database.read() as unit:
        open_by_version = await unit.conversations.open_by_version()
        weights = versions.shares(await unit.rollout.weights())
        results = await unit.rollout.eval_results()
    names = versions.names()
    items = [
        VersionShown(
            name=name,
            is_default=name == versions.check(None),
            weight=weights.get(name, 0.0),
            open_conversations=open_by_version.get(name, 0),
            schema_version=versions.version(name).schema_version if name in names else None,
            migrates_to=versions.successor(name),
            eval_results=[_shown(row) for row in results.get(name, [])],
        )
        for name in [*names, *sorted(set(open_by_version) - set(names))]
    ]
    return Listing(items=items)


@put(
    "/v1/graph-versions/rollout",
    guards=[staff_only("admin", "engineer")],
    summary="Shares of new conversations",
    responses=problems(*WRITING),
)
async def set_rollout(
    request: Request[Any, Any, Any], data: JSONBody[RolloutBody], service: NamedDependency[Service]
) -> Response[RolloutShown]:
    weights, staff = checked_weights(data.weights, service.runner.versions.names()), staff_of(request)

    async def effect(unit: Unit) -> RolloutShown:
        await set_shares(unit, weights, service.clock())
        await service.rights.audit.record(unit, Actor.of(staff), "rollout_changed", None, weights=weights)
        return RolloutShown(weights=weights)

    return await once(service, request, data, 200, effect)


@post(
    "/v1/graph-versions/{name:str}/eval-results",
    guards=[staff_only("admin", "engineer")],
    status_code=201,
    summary="Report how a version did in a suite",
    responses=problems(NotFound, *WRITING),
)
async def report_eval_result(
    request: Request[Any, Any, Any],
    name: FromPath[str],
    data: JSONBody[EvalResultBody],
    service: NamedDependency[Service],
) -> Response[EvalResult]:
    if name not in service.runner.versions.names():
        raise NotFound
    await refuse_personal_data(service, {"suite": data.suite})
    by, now = staff_of(request).name, service.clock()

    async def effect(unit: Unit) -> EvalResult:
        row = Result(graph_version=name, **data.model_dump(), ran_at=now, reported_by=by)
        await unit.rollout.report(row)
        return _shown(row)

    return await once(service, request, data, 201, effect)


router = Router("/", route_handlers=[list_versions, set_rollout, report_eval_result], tags=["Graph versions"])

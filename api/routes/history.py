"""The configuration's history: what was changed, by whom, how it differs, and what was there before."""

import asyncio
from typing import Annotated, Any

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from api.auth import staff_of, staff_only
from api.idempotency import once
from api.schemas.fields import After, Limit, Listing, NoBody, page
from api.schemas.operators import ChangeShown, RevertAnswer
from api.schemas.problem import WRITING, problems
from api.service import Service
from domain.audit import Actor
from domain.errors import Forbidden, NotFound, NotRevertible
from domain.history import ChangeKind, ChangeSet
from insights.history.documents import diff, documents
from insights.history.history_service import RanUnder, ran_under
from records.engine.unit import Unit

_STAFF = staff_only("admin", "engineer")


@get("/v1/history", guards=[_STAFF], summary="Changes of the configuration, newest first", responses=problems())
async def list_changes(
    service: NamedDependency[Service],
    kind: FromQuery[ChangeKind | None] = None,
    subject: Annotated[str | None, QueryParameter(max_length=36)] = None,
    limit: Limit = 50,
    after: After = None,
) -> Listing[ChangeSet]:
    """Without their contents."""
    async with service.database.read() as unit:
        found = await unit.history.page(kind=kind, subject=subject, after=after, limit=limit + 1)
    return page([one.model_copy(update={"content": {}}) for one in found], limit)


@get(
    "/v1/history/{change_id:str}",
    guards=[_STAFF],
    summary="A change: what it changed, before and after, and the difference",
    responses=problems(NotFound),
)
async def read_change(change_id: FromPath[str], service: NamedDependency[Service]) -> ChangeShown:
    async with service.database.read() as unit:
        change = await unit.history.get(change_id)
        if change is None:
            raise NotFound
        found = await documents(unit, change)
    return ChangeShown.of(change, found, await asyncio.to_thread(diff, found))


@post(
    "/v1/history/{change_id:str}/revert",
    guards=[_STAFF],
    status_code=200,
    summary="Put back what was there before a change; articles by admins only, files by hand",
    responses=problems(NotFound, *WRITING, NotRevertible),
)
async def revert_change(
    request: Request[Any, Any, Any],
    change_id: FromPath[str],
    service: NamedDependency[Service],
    data: JSONBody[NoBody | None] = None,
) -> Response[RevertAnswer]:
    staff = staff_of(request)

    async def effect(unit: Unit) -> RevertAnswer:
        change = await unit.history.get(change_id)
        if change is not None and change.kind == "article" and staff.role != "admin":
            raise Forbidden
        done = await service.history.revert(unit, change_id)
        by, told = Actor.of(staff), service.rights.audit
        if done.kind == "article":
            revision = done.content["revision"]
            await told.record(unit, by, "article_changed", f"article:{done.subject}", revision=revision, reverts=change_id)
        elif done.kind == "rollout":
            weights = done.content["weights"]
            await told.record(unit, by, "rollout_changed", None, weights=weights, reverts=change_id)
        elif done.kind == "experiment":
            await told.record(unit, by, "experiment_changed", None, experiment_id=done.subject, reverts=change_id)
        return RevertAnswer(change=done)

    return await once(service, request, data, 200, effect)


@get(
    "/v1/history/turns/{turn_id:str}",
    guards=[_STAFF],
    summary="What a past turn ran under",
    responses=problems(NotFound),
)
async def read_turn(turn_id: FromPath[str], service: NamedDependency[Service]) -> RanUnder:
    async with service.database.read() as unit:
        return await ran_under(unit, turn_id)


router = Router("/", route_handlers=[list_changes, read_change, revert_change, read_turn], tags=["History"])

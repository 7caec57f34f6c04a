"""What goes wrong, what is proposed about it, and the way from a proposal to what is live."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated, Any

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, QueryParameter

from api.auth import staff_of, staff_only
from api.idempotency import once
from api.masked_fields import refuse_personal_data
from api.routes.insights import Since, Until, moment_of
from api.schemas.fields import After, Limit, Listing, NoBody, page
from api.schemas.improvements import AcceptBody, DismissBody, RemedyAnswer, StruggleListing
from api.schemas.problem import WRITING, problems
from api.service import Service
from domain.audit import Actor
from domain.errors import AlreadyResolved, NotFound, NotTried
from domain.remedies import ArticleRemedy, Remedy, Wanted
from insights.struggles.proposal import Chosen
from insights.struggles.remedy_service import RemedyShown
from insights.struggles.struggle_service import StruggleShown
from records.engine.unit import Unit

_STAFF = staff_only("admin", "engineer")
_AnyRequest = Request[Any, Any, Any]
StruggleId = Annotated[str, QueryParameter(max_length=200)]


@get(
    "/v1/insights/struggles",
    guards=[_STAFF],
    summary="What conversations struggle with, each with a proposed remedy; the last thirty days where no period is given",
    responses=problems(),
)
async def list_struggles(service: NamedDependency[Service], since: Since = None, until: Until = None) -> StruggleListing:
    return _listed(await service.struggles.struggles(moment_of("from", since), moment_of("to", until)))


def _listed(found: tuple[list[StruggleShown], int]) -> StruggleListing:
    items, unread = found
    return StruggleListing(items=items, unread=unread)


@get(
    "/v1/insights/trends",
    guards=[_STAFF],
    summary="What is asked about more than in the quarter before",
    responses=problems(),
)
async def list_trends(service: NamedDependency[Service], since: Since = None, until: Until = None) -> StruggleListing:
    return _listed(await service.struggles.trends(moment_of("from", since), moment_of("to", until)))


@post(
    "/v1/insights/struggles/{struggle_id:str}/accept",
    guards=[_STAFF],
    status_code=200,
    summary="Write down the proposed remedy, or another one; nothing of it is live yet",
    responses=problems(NotFound, *WRITING),
)
async def accept_struggle(
    request: _AnyRequest,
    struggle_id: FromPath[str],
    service: NamedDependency[Service],
    data: JSONBody[AcceptBody | None] = None,
) -> Response[RemedyAnswer]:
    chosen = _chosen(data)
    labels = {"remedy.intent": chosen.intent, "remedy.wanted.intent": chosen.wanted.intent if chosen.wanted else None}
    await refuse_personal_data(service, labels)
    decided = await service.struggles.accept(struggle_id, staff_of(request).name, chosen)
    return await once(service, request, data, 200, _kept(*decided))


def _chosen(data: AcceptBody | None) -> Chosen:
    wanted = data.remedy if data else None
    if wanted is None:
        return Chosen()
    return Chosen(
        kind=wanted.kind,
        article=ArticleRemedy(**wanted.article.model_dump()) if wanted.article else None,
        intent=wanted.intent,
        policy_after=wanted.policy.after if wanted.policy else None,
        wanted=Wanted(**wanted.wanted.model_dump()) if wanted.wanted else None,
        message=wanted.text.message if wanted.text else None,
        words=wanted.text.after if wanted.text else {},
    )


@post(
    "/v1/insights/struggles/{struggle_id:str}/dismiss",
    guards=[_STAFF],
    status_code=200,
    summary="Put a struggle aside, with a reason",
    responses=problems(NotFound, *WRITING),
)
async def dismiss_struggle(
    request: _AnyRequest, struggle_id: FromPath[str], data: JSONBody[DismissBody], service: NamedDependency[Service]
) -> Response[RemedyAnswer]:
    reason = await service.masking.alone(data.reason) or ""
    decided = await service.struggles.dismiss(struggle_id, staff_of(request).name, reason)
    return await once(service, request, data, 200, _kept(*decided))


def _kept(remedy: Remedy, turns: Sequence[tuple[str, str]]) -> Callable[[Unit], Awaitable[RemedyAnswer]]:
    async def effect(unit: Unit) -> RemedyAnswer:
        await unit.remedies.add(remedy, turns)
        return RemedyAnswer(remedy=remedy)

    return effect


@get(
    "/v1/insights/remedies",
    guards=[_STAFF],
    summary="What was decided about struggles, newest first, with what it did once it was live",
    responses=problems(),
)
async def list_remedies(service: NamedDependency[Service], limit: Limit = 50, after: After = None) -> Listing[RemedyShown]:
    async with service.database.read() as unit:
        found = await unit.remedies.page(after, limit + 1)
    return page([await service.remedies.shown(one) for one in found], limit)


@get(
    "/v1/insights/remedies/{remedy_id:str}",
    guards=[_STAFF],
    summary="A remedy with its evaluation and effect",
    responses=problems(NotFound),
)
async def read_remedy(remedy_id: FromPath[str], service: NamedDependency[Service]) -> RemedyShown:
    async with service.database.read() as unit:
        remedy = await unit.remedies.get(remedy_id)
    if remedy is None:
        raise NotFound
    return await service.remedies.shown(remedy)


@post(
    "/v1/insights/remedies/{remedy_id:str}/test",
    guards=[_STAFF],
    status_code=202,
    summary="Try it, beside the service: on the conversations that it is for, and on the suites",
    responses=problems(NotFound, *WRITING, AlreadyResolved),
)
async def try_remedy(
    request: _AnyRequest,
    remedy_id: FromPath[str],
    service: NamedDependency[Service],
    data: JSONBody[NoBody | None] = None,
) -> Response[RemedyAnswer]:
    async def effect(unit: Unit) -> RemedyAnswer:
        return RemedyAnswer(remedy=await service.remedies.start_evaluation(unit, remedy_id))

    return await once(service, request, data, 202, effect)


@post(
    "/v1/insights/remedies/{remedy_id:str}/approve",
    guards=[staff_only("admin")],
    status_code=200,
    summary="Make a remedy live, or a rule or wording approved; one that breaks a suite is refused",
    responses=problems(NotFound, *WRITING, AlreadyResolved, NotTried),
)
async def approve_remedy(
    request: _AnyRequest,
    remedy_id: FromPath[str],
    service: NamedDependency[Service],
    data: JSONBody[NoBody | None] = None,
) -> Response[RemedyAnswer]:
    staff = staff_of(request)

    async def effect(unit: Unit) -> RemedyAnswer:
        remedy = await service.remedies.approve(unit, remedy_id, staff.name)
        await _tell(service, unit, Actor.of(staff), remedy.article_id, remedy.id)
        return RemedyAnswer(remedy=remedy)

    return await once(service, request, data, 200, effect)


@post(
    "/v1/insights/remedies/{remedy_id:str}/rollback",
    guards=[staff_only("admin")],
    status_code=200,
    summary="Take a remedy back: the article is as it was before, cases are gone, a rule or wording is no longer wanted",
    responses=problems(NotFound, *WRITING, AlreadyResolved),
)
async def roll_back_remedy(
    request: _AnyRequest,
    remedy_id: FromPath[str],
    service: NamedDependency[Service],
    data: JSONBody[NoBody | None] = None,
) -> Response[RemedyAnswer]:
    staff = staff_of(request)

    async def effect(unit: Unit) -> RemedyAnswer:
        remedy = await service.remedies.roll_back(unit, remedy_id, staff.name)
        await _tell(service, unit, Actor.of(staff), remedy.article_id, remedy.id)
        return RemedyAnswer(remedy=remedy)

    return await once(service, request, data, 200, effect)


async def _tell(service: Service, unit: Unit, by: Actor, article_id: str | None, remedy_id: str) -> None:
    if article_id:
        await service.rights.audit.record(unit, by, "article_changed", f"article:{article_id}", remedy_id=remedy_id)


router = Router(
    "/",
    route_handlers=[
        list_struggles,
        list_trends,
        accept_struggle,
        dismiss_struggle,
        list_remedies,
        read_remedy,
        try_remedy,
        approve_remedy,
        roll_back_remedy,
    ],
    tags=["Insights"],
)

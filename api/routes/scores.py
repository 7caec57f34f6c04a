"""How good conversations were, by the published rules, and by the people who read them."""

from typing import Annotated, Any

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from api.auth import staff_of, staff_only
from api.idempotency import once
from api.routes.insights import Since, Until, moment_of
from api.schemas.fields import After, Limit, Listing, page
from api.schemas.insights import ReviewBody
from api.schemas.problem import WRITING, problems
from api.service import Service
from domain.audit import Actor
from domain.errors import NotFound
from domain.scores import Dimension, Reading
from insights.scores.report import ScoredShown, ScoreReport
from insights.scores.score_service import ScoreShown
from records.engine.unit import Unit

Reason = Annotated[str | None, QueryParameter(max_length=40)]


@get(
    "/v1/conversations/{conversation_id:str}/score",
    guards=[staff_only("agent")],
    summary="A conversation's quality by the rules, each with its reason, and what people said of it",
    responses=problems(NotFound),
)
async def read_score(conversation_id: FromPath[str], service: NamedDependency[Service]) -> ScoreShown:
    return await service.scores.shown(conversation_id)


@post(
    "/v1/conversations/{conversation_id:str}/score/review",
    guards=[staff_only("agent")],
    status_code=200,
    summary="One's own reading of a dimension, in place of one's earlier one",
    responses=problems(NotFound, *WRITING),
)
async def review_score(
    request: Request[Any, Any, Any],
    conversation_id: FromPath[str],
    data: JSONBody[ReviewBody],
    service: NamedDependency[Service],
) -> Response[ScoreShown]:
    staff = staff_of(request)
    note = await service.masking.alone(data.note.strip() or None) if data.note else None

    async def effect(unit: Unit) -> ScoreShown:
        if await unit.conversations.lock(conversation_id) is None:
            raise NotFound
        reading = Reading(dimension=data.dimension, value=data.value, note=note, by=staff.name, at=service.clock())
        await unit.scores.read(conversation_id, reading)
        told = {"dimension": data.dimension, "value": data.value}
        await service.rights.audit.record(unit, Actor.of(staff), "score_read", f"conversation:{conversation_id}", **told)
        return await service.scores.shown_in(unit, conversation_id)

    return await once(service, request, data, 200, effect, conversation_id)


@get(
    "/v1/insights/scores",
    guards=[staff_only("admin", "engineer")],
    summary="The scores of the conversations begun in a period; of the last thirty days where none is given",
    responses=problems(),
)
async def read_scores(service: NamedDependency[Service], since: Since = None, until: Until = None) -> ScoreReport:
    return await service.scores.report(moment_of("from", since), moment_of("to", until))


@get(
    "/v1/insights/scores/conversations",
    guards=[staff_only("admin", "engineer")],
    summary="The conversations that a dimension is 0 of, newest first; `reason`: for this rule only",
    responses=problems(),
)
async def list_wrong(
    service: NamedDependency[Service],
    dimension: FromQuery[Dimension],
    reason: Reason = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    after: After = None,
) -> Listing[ScoredShown]:
    begin, end = moment_of("from", since), moment_of("to", until)
    return page(await service.scores.wrong(begin, end, dimension, reason, after, limit + 1), limit)


router = Router("/", route_handlers=[read_score, review_score, read_scores, list_wrong], tags=["Insights"])

"""Eval cases that came from conversations: what `supportgraph evals run flags` and `… run conversations` run."""

from typing import Any

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from api.auth import staff_only
from api.idempotency import once
from api.masked_fields import refuse_personal_data
from api.schemas.fields import After, Limit, Listing, page
from api.schemas.flags import EvalCaseAnswer, EvalCaseBody
from api.schemas.problem import WRITING, problems
from api.service import Service
from domain.errors import NotFound
from domain.ids import new_id
from insights.conversation_case import stored_case
from records.engine.unit import Unit
from records.flags import EvalCase, Source


@get(
    "/v1/evals/cases",
    guards=[staff_only("admin", "engineer")],
    summary="Eval cases of fixed answers and of conversations that were kept, oldest first",
    responses=problems(),
)
async def list_cases(
    service: NamedDependency[Service],
    source: FromQuery[Source | None] = None,
    limit: Limit = 50,
    after: After = None,
) -> Listing[EvalCase]:
    async with service.database.read() as unit:
        return page(await unit.eval_cases.page(after, limit + 1, source), limit)


@post(
    "/v1/conversations/{conversation_id:str}/eval-case",
    guards=[staff_only("agent")],  # who may read the conversation; engineers read the case
    status_code=201,
    summary="Keep a conversation as an eval case, masked",
    responses=problems(NotFound, *WRITING),
)
async def keep_case(
    request: Request[Any, Any, Any],
    conversation_id: FromPath[str],
    data: JSONBody[EvalCaseBody],
    service: NamedDependency[Service],
) -> Response[EvalCaseAnswer]:
    await refuse_personal_data(service, {"intent": data.intent})
    should = data.model_dump(include={"intent", "outcome"}, exclude_none=True)

    async def effect(unit: Unit) -> EvalCaseAnswer:
        case_id = new_id()
        document = await stored_case(unit, conversation_id, until=data.turn_id, should=should)
        case = EvalCase(
            id=case_id,
            flag_id=None,
            conversation_id=conversation_id,
            article_id=None,
            document={**document, "id": f"conversation-{case_id}"},
            created_at=service.clock(),
        )
        unit.eval_cases.add(case)
        return EvalCaseAnswer(case=case)

    return await once(service, request, data, 201, effect, conversation_id)


router = Router("/", route_handlers=[list_cases, keep_case], tags=["From conversations to evals"])

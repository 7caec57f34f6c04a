"""From a wrong answer to its fixed source: flags, what becomes of them, and who was given the wrong answer."""

import csv
import io
from collections.abc import AsyncIterator
from typing import Annotated, Any, Literal

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from litestar.response import Stream

from api.auth import staff_of, staff_only
from api.idempotency import answer, once
from api.schemas.article_draft import article_draft
from api.schemas.requests import FlagBody, ResolveFlagBody
from api.service import Service
from domain.conversation import JsonObject
from domain.errors import NotFound
from domain.flags import FlagCause, FlagStatus
from insights.flag_desk import FlagDesk
from records.answers import PastAnswer, cursor
from records.unit import Unit

Limit = Annotated[int, QueryParameter(ge=1, le=200)]
_PAGE = 200  # rows read at once for an export
_COLUMNS = ("message_id", "conversation_id", "revision", "created_at", "can_be_told", "customer_id", "text")


@post("/v1/messages/{message_id:str}/flags", guards=[staff_only("agent")], status_code=201, summary="Flag a wrong answer")
async def flag_answer(
    request: Request[Any, Any, Any], message_id: FromPath[str], data: JSONBody[FlagBody], service: NamedDependency[Service]
) -> Response[JsonObject]:
    words = service.handoffs.without_secrets(data.correction) if data.correction else None
    desk = FlagDesk(service.knowledge, service.clock)

    async def effect(unit: Unit) -> JsonObject:
        flag = await desk.raise_flag(unit, message_id, staff_of(request).name, data.reason, words)
        return {"flag": flag.model_dump(mode="json")}

    return await once(service, request, data, 201, effect)


@get("/v1/kb/flags", guards=[staff_only("agent")], summary="Flagged answers, newest first")
async def list_flags(
    service: NamedDependency[Service],
    status: FromQuery[FlagStatus | None] = None,
    cause: FromQuery[FlagCause | None] = None,
    limit: Limit = 50,
    after: FromQuery[str | None] = None,
) -> Response[JsonObject]:
    async with service.database.read() as unit:
        found = await unit.flags.page(status=status, cause=cause, after=after, limit=limit + 1)
    more = found[limit - 1].id if len(found) > limit else None
    return answer({"items": [f.model_dump(mode="json") for f in found[:limit]], "next": more}, 200)


@get(
    "/v1/kb/flags/{flag_id:str}",
    guards=[staff_only("agent")],
    summary="A flag with the question, the answer, what it was made from, and the article then and now",
)
async def read_flag(flag_id: FromPath[str], service: NamedDependency[Service]) -> Response[JsonObject]:
    async with service.database.read() as unit:
        flag = await unit.flags.get(flag_id)
        found = await unit.transcript.message(flag.message_id) if flag else None
        if flag is None or found is None:
            raise NotFound
        said = await unit.transcript.whole(flag.conversation_id)
        sources = await unit.answers.told(flag.segments)
        articles = [
            {
                "article_id": article_id,
                "revision": flag.revisions.get(article_id),
                "then": then.model_dump(mode="json") if then else None,
                "now": now.model_dump(mode="json") if now else None,
            }
            for article_id in flag.articles
            for then in [await unit.answers.revision(article_id, flag.revisions.get(article_id, 0))]
            for now in [await unit.articles.article(article_id)]
        ]
    asked = [m for m in said if m.role == "customer" and m.seq < found[0].seq]
    return answer(
        {
            "flag": flag.model_dump(mode="json"),
            "question": asked[-1].model_dump(mode="json") if asked else None,
            "answer": found[0].model_dump(mode="json"),
            "segments": [s.model_dump(mode="json") for s in sources],
            "articles": articles,
        },
        200,
    )


@post(
    "/v1/kb/flags/{flag_id:str}/resolve",
    guards=[staff_only("admin")],
    status_code=200,
    summary="Fix the flagged article, or dismiss the flag: once",
)
async def resolve_flag(
    request: Request[Any, Any, Any],
    flag_id: FromPath[str],
    data: JSONBody[ResolveFlagBody],
    service: NamedDependency[Service],
) -> Response[JsonObject]:
    staff, desk = staff_of(request), FlagDesk(service.knowledge, service.clock)
    draft = article_draft(data.article) if data.article else None

    async def effect(unit: Unit) -> JsonObject:
        if draft is None:
            why = service.handoffs.without_secrets(data.dismiss or "")
            flag = await desk.dismiss(unit, flag_id, staff.name, why, data.cause)
            return {"flag": flag.model_dump(mode="json"), "article": None}
        flag, article = await desk.resolve(unit, flag_id, staff.name, draft, data.article_id)
        return {"flag": flag.model_dump(mode="json"), "article": article.model_dump(mode="json")}

    result = await once(service, request, data, 200, effect)
    await service.knowledge.show()
    return result


@get(
    "/v1/kb/articles/{article_id:str}/answers",
    guards=[staff_only("agent")],
    summary="Every past answer made from an article, oldest first; `format=csv` exports them all",
)
async def list_answers(
    article_id: FromPath[str],
    service: NamedDependency[Service],
    revision: Annotated[int | None, QueryParameter(ge=1, le=2**31 - 1)] = None,
    file_format: Annotated[Literal["json", "csv"], QueryParameter(name="format")] = "json",
    limit: Limit = 50,
    after: Annotated[str | None, QueryParameter(pattern=r"^\d{1,9}\.[0-9a-f-]{1,36}$")] = None,
) -> Response[JsonObject] | Stream:
    async with service.database.read() as unit:
        if await unit.answers.revision(article_id, 1) is None:  # a deleted article's answers stay
            raise NotFound
        found = await unit.answers.page(article_id, revision, after, limit + 1) if file_format == "json" else []
    if file_format == "csv":
        headers = {"Content-Disposition": f'attachment; filename="answers-{article_id}.csv"'}
        return Stream(_as_csv(service, article_id, revision), media_type="text/csv; charset=utf-8", headers=headers)
    more = cursor(found[limit - 1]) if len(found) > limit else None
    return answer({"items": [a.model_dump(mode="json") for a in found[:limit]], "next": more}, 200)


async def _as_csv(service: Service, article_id: str, revision: int | None) -> AsyncIterator[str]:
    yield ",".join(_COLUMNS) + "\r\n"
    after: str | None = None
    while True:
        async with service.database.read() as unit:
            found = await unit.answers.page(article_id, revision, after, _PAGE)
        if not found:
            return
        text = io.StringIO()
        csv.writer(text).writerows([_cell(a, name) for name in _COLUMNS] for a in found)
        yield text.getvalue()
        after = cursor(found[-1])


def _cell(past: PastAnswer, name: str) -> str:
    """A value that no spreadsheet takes for a formula."""
    value = past.model_dump(mode="json")[name]
    text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


router = Router(
    "/", route_handlers=[flag_answer, list_flags, read_flag, resolve_flag, list_answers], tags=["From a wrong answer"]
)

"""From a wrong answer to its fixed source: flags, what becomes of them, and who was given the wrong answer."""

import csv
import io
from collections.abc import AsyncIterator
from typing import Annotated, Any, Literal

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from litestar.response import Stream

from api.auth import staff_of, staff_only
from api.idempotency import once
from api.openapi import AlsoCsv
from api.schemas.fields import After, Limit, Listing, page
from api.schemas.flags import FlagAnswer, FlagBody, FlagDetail, FlaggedArticle, ResolvedFlag, ResolveFlagBody
from api.schemas.knowledge import article_draft
from api.schemas.problem import WRITING, problems
from api.service import Service
from domain.audit import Actor
from domain.errors import AlreadyResolved, NotFound
from domain.flags import Flag, FlagCause, FlagStatus
from insights.flag_service import FlagService
from records.answers import PastAnswer, cursor
from records.engine.unit import Unit

_PAGE = 200  # rows read at once for an export
_COLUMNS = ("message_id", "conversation_id", "revision", "created_at", "can_be_told", "customer_id", "text")


@post(
    "/v1/messages/{message_id:str}/flags",
    guards=[staff_only("agent")],
    status_code=201,
    summary="Flag a wrong answer",
    responses=problems(NotFound, *WRITING),
)
async def flag_answer(
    request: Request[Any, Any, Any], message_id: FromPath[str], data: JSONBody[FlagBody], service: NamedDependency[Service]
) -> Response[FlagAnswer]:
    flags, staff = FlagService(service.knowledge, service.clock), staff_of(request)
    async with service.database.read_snapshot() as unit:
        found = await unit.transcript.message(message_id)
    if found is None:
        raise NotFound
    async with service.masking.words(found[1], data.correction or "") as words:

        async def effect(unit: Unit) -> FlagAnswer:
            flag = await flags.raise_flag(unit, message_id, staff.name, data.reason, words.texts[0] or None)
            service.masking.keep(unit, flag.conversation_id, words.sealed)
            return FlagAnswer(flag=flag)

        return await once(service, request, data, 201, effect, found[1])


@get("/v1/kb/flags", guards=[staff_only("agent")], summary="Flagged answers, newest first", responses=problems())
async def list_flags(
    service: NamedDependency[Service],
    status: FromQuery[FlagStatus | None] = None,
    cause: FromQuery[FlagCause | None] = None,
    limit: Limit = 50,
    after: After = None,
) -> Listing[Flag]:
    async with service.database.read() as unit:
        return page(await unit.flags.page(status=status, cause=cause, after=after, limit=limit + 1), limit)


@get(
    "/v1/kb/flags/{flag_id:str}",
    guards=[staff_only("agent")],
    summary="A flag with the question, the answer, what it was made from, and the article then and now",
    responses=problems(NotFound),
)
async def read_flag(flag_id: FromPath[str], service: NamedDependency[Service]) -> FlagDetail:
    async with service.database.read() as unit:
        flag = await unit.flags.get(flag_id)
        found = await unit.transcript.message(flag.message_id) if flag else None
        if flag is None or found is None:
            raise NotFound
        said = await unit.transcript.whole(flag.conversation_id)
        sources = await unit.answers.told(flag.segments)
        articles = [
            FlaggedArticle(
                article_id=article_id,
                revision=flag.revisions.get(article_id),
                then=await unit.answers.revision(article_id, flag.revisions.get(article_id, 0)),
                now=await unit.articles.article(article_id),
            )
            for article_id in flag.articles
        ]
    asked = [m for m in said if m.role == "customer" and m.seq < found[0].seq]
    return FlagDetail(
        flag=flag, question=asked[-1] if asked else None, answer=found[0], segments=list(sources), articles=articles
    )


@post(
    "/v1/kb/flags/{flag_id:str}/resolve",
    guards=[staff_only("admin")],
    status_code=200,
    summary="Fix the flagged article, or dismiss the flag: once",
    responses=problems(NotFound, *WRITING, AlreadyResolved),
)
async def resolve_flag(
    request: Request[Any, Any, Any],
    flag_id: FromPath[str],
    data: JSONBody[ResolveFlagBody],
    service: NamedDependency[Service],
) -> Response[ResolvedFlag]:
    staff, flags = staff_of(request), FlagService(service.knowledge, service.clock)
    draft = article_draft(data.article) if data.article else None
    why = await service.masking.alone(data.dismiss) or ""

    async def effect(unit: Unit) -> ResolvedFlag:
        if draft is None:
            flag = await flags.dismiss(unit, flag_id, staff.name, why, data.cause)
            return ResolvedFlag(flag=flag, article=None)
        flag, article = await flags.resolve(unit, flag_id, staff.name, draft, data.article_id)
        subject = f"article:{article.id}"
        await service.rights.audit.record(unit, Actor.of(staff), "article_changed", subject, flag_id=flag_id)
        return ResolvedFlag(flag=flag, article=article)

    return await once(service, request, data, 200, effect)


@get(
    "/v1/kb/articles/{article_id:str}/answers",
    guards=[staff_only("agent")],
    summary="Every past answer made from an article, oldest first; `format=csv` exports them all",
    operation_class=AlsoCsv,
    responses={200: ResponseSpec(Listing[PastAnswer], generate_examples=False), **problems(NotFound)},
)
async def list_answers(
    article_id: FromPath[str],
    service: NamedDependency[Service],
    revision: Annotated[int | None, QueryParameter(ge=1, le=2**31 - 1)] = None,
    file_format: Annotated[Literal["json", "csv"], QueryParameter(name="format")] = "json",
    limit: Limit = 50,
    after: Annotated[str | None, QueryParameter(pattern=r"^\d{1,9}\.[0-9a-f-]{1,36}$")] = None,
) -> Response[Listing[PastAnswer]] | Stream:
    async with service.database.read() as unit:
        if await unit.answers.revision(article_id, 1) is None:  # a deleted article's answers stay
            raise NotFound
        found = await unit.answers.page(article_id, revision, after, limit + 1) if file_format == "json" else []
    if file_format == "csv":
        headers = {"Content-Disposition": f'attachment; filename="answers-{article_id}.csv"'}
        return Stream(_as_csv(service, article_id, revision), media_type="text/csv", headers=headers)
    return Response(page(found, limit, cursor))


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

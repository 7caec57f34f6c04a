"""The knowledge base: admins write articles, staff read and search them."""

import asyncio
from typing import Annotated, Any

from litestar import Request, Response, Router, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from api.auth import staff_only
from api.idempotency import answer, once
from api.schemas.answers import Listing
from api.schemas.article_draft import article_draft
from api.schemas.requests import ArticleBody
from api.service import Service
from domain.conversation import JsonObject
from domain.errors import NotFound
from domain.knowledge import Article
from domain.revision import Revision
from records.unit import Unit

Limit = Annotated[int, QueryParameter(ge=1, le=200)]
_EDITORS = staff_only("admin")
_READERS = staff_only("agent")


@get("/v1/kb/articles", guards=[_READERS], summary="Articles, in the order of their creation")
async def list_articles(
    service: NamedDependency[Service], limit: Limit = 50, after: FromQuery[str | None] = None
) -> Response[Listing[Article]]:
    async with service.database.read() as unit:
        found = await unit.articles.articles(after=after, limit=limit + 1)
    more = found[limit - 1].id if len(found) > limit else None
    return answer({"items": [a.model_dump(mode="json") for a in found[:limit]], "next": more}, 200)


@get("/v1/kb/articles/{article_id:str}", guards=[_READERS], summary="An article")
async def read_article(article_id: FromPath[str], service: NamedDependency[Service]) -> Response[Article]:
    async with service.database.read() as unit:
        found = await unit.articles.article(article_id)
    if found is None:
        raise NotFound
    return answer(found.model_dump(mode="json"), 200)


@get(
    "/v1/kb/articles/{article_id:str}/revisions",
    guards=[_READERS],
    summary="What an article said before, newest first; of a deleted one too",
)
async def list_revisions(
    article_id: FromPath[str],
    service: NamedDependency[Service],
    limit: Limit = 50,
    after: Annotated[int | None, QueryParameter(ge=1, le=2**31 - 1)] = None,
) -> Response[Listing[Revision]]:
    async with service.database.read() as unit:
        found = await unit.articles.revisions(article_id, before=after, limit=limit + 1)
        is_known = bool(found) or bool(await unit.articles.revisions(article_id, limit=1))
    if not is_known:
        raise NotFound
    more = str(found[limit - 1].revision) if len(found) > limit else None
    return answer({"items": [r.model_dump(mode="json") for r in found[:limit]], "next": more}, 200)


@get(
    "/v1/kb/use", guards=[_READERS], summary="How often each article was answered from, and how its live revision was rated"
)
async def article_use(service: NamedDependency[Service]) -> Response[JsonObject]:
    async with service.database.read() as unit:
        use = await unit.answers.use()
    rated = {article_id: {"helpful": good, "rated": n} for article_id, (good, n) in use.ratings.items()}
    unrated = {"helpful": 0, "rated": 0}
    items = [{"article_id": i, "answers": n, **rated.get(i, unrated)} for i, n in sorted(use.answers.items())]
    return answer({"items": items, "next": None}, 200)


@post("/v1/kb/articles", guards=[_EDITORS], status_code=201, summary="Write a new article: searchable when the call returns")
async def write_article(
    request: Request[Any, Any, Any], data: JSONBody[ArticleBody], service: NamedDependency[Service]
) -> Response[Article]:
    draft = article_draft(data)

    async def effect(unit: Unit) -> JsonObject:
        article = await service.knowledge.write(unit.articles, draft)
        return article.model_dump(mode="json")

    result = await once(service, request, data, 201, effect)
    await service.knowledge.show()
    return result


@put("/v1/kb/articles/{article_id:str}", guards=[_EDITORS], summary="A new revision of an article")
async def revise_article(
    request: Request[Any, Any, Any],
    article_id: FromPath[str],
    data: JSONBody[ArticleBody],
    service: NamedDependency[Service],
) -> Response[Article]:
    async def effect(unit: Unit) -> JsonObject:
        before = await unit.articles.article(article_id)
        if before is None:
            raise NotFound
        article = await service.knowledge.write(unit.articles, article_draft(data, before.source_id), article_id)
        return article.model_dump(mode="json")

    result = await once(service, request, data, 200, effect)
    await service.knowledge.show()
    return result


@delete(
    "/v1/kb/articles/{article_id:str}", guards=[_EDITORS], status_code=204, summary="Remove an article from every search"
)
async def delete_article(article_id: FromPath[str], service: NamedDependency[Service]) -> None:
    async with service.database.begin() as unit:
        if not await service.knowledge.delete(unit.articles, article_id):
            raise NotFound
    await service.knowledge.show()


@get("/v1/kb/search", guards=[_READERS], summary="Search as the assistant does")
async def search_articles(
    service: NamedDependency[Service],
    q: Annotated[str, QueryParameter(min_length=1, max_length=1000)],
    region: Annotated[str | None, QueryParameter(pattern="^[A-Za-z]{2}$")] = None,
    locale: Annotated[str | None, QueryParameter(max_length=35)] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=50)] = 5,
) -> Response[JsonObject]:
    masked = (await asyncio.to_thread(service.masker.mask, q.encode("utf-8", "replace").decode(), region))[0].text
    result = await service.knowledge.search(masked, region=region.upper() if region else None, locale=locale, limit=limit)
    items = [
        {
            "segment_id": hit.segment.id,
            "article_id": hit.segment.article_id,
            "source_id": hit.segment.source_id,
            "title": hit.segment.title,
            "question": hit.segment.question,
            "answer": hit.segment.answer,
            "score": hit.score,
            "cosine": hit.cosine,
            "lexical": hit.lexical,
        }
        for hit in result.hits
    ]
    return answer({"items": items, "answerable": result.answerable, "confidence": result.confidence}, 200)


router = Router(
    "/",
    route_handlers=[
        list_articles,
        read_article,
        list_revisions,
        article_use,
        write_article,
        revise_article,
        delete_article,
        search_articles,
    ],
    tags=["Knowledge base"],
)

"""The knowledge base: admins write articles, staff read and search them."""

from typing import Annotated, Any

from litestar import Request, Response, Router, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from api.auth import author_of, staff_of, staff_only
from api.idempotency import once
from api.schemas.fields import After, Limit, Listing, page
from api.schemas.knowledge import ArticleBody, SearchAnswer, SearchHit, UseShown, article_draft
from api.schemas.problem import WRITING, problems
from api.service import Service
from domain.audit import Actor
from domain.errors import NotFound
from domain.knowledge import Article, Readers, Revision
from records.engine.unit import Unit

_EDITORS = staff_only("admin")
_READERS = staff_only("agent")


@get("/v1/kb/articles", guards=[_READERS], summary="Articles, in the order of their creation", responses=problems())
async def list_articles(service: NamedDependency[Service], limit: Limit = 50, after: After = None) -> Listing[Article]:
    async with service.database.read() as unit:
        return page(await unit.articles.articles(after=after, limit=limit + 1), limit)


@get("/v1/kb/articles/{article_id:str}", guards=[_READERS], summary="An article", responses=problems(NotFound))
async def read_article(article_id: FromPath[str], service: NamedDependency[Service]) -> Article:
    async with service.database.read() as unit:
        found = await unit.articles.article(article_id)
    if found is None:
        raise NotFound
    return found


@get(
    "/v1/kb/articles/{article_id:str}/revisions",
    guards=[_READERS],
    summary="What an article said before, newest first; of a deleted one too",
    responses=problems(NotFound),
)
async def list_revisions(
    article_id: FromPath[str],
    service: NamedDependency[Service],
    limit: Limit = 50,
    after: Annotated[int | None, QueryParameter(ge=1, le=2**31 - 1)] = None,
) -> Listing[Revision]:
    async with service.database.read() as unit:
        found = await unit.articles.revisions(article_id, before=after, limit=limit + 1)
        is_known = bool(found) or bool(await unit.articles.revisions(article_id, limit=1))
    if not is_known:
        raise NotFound
    return page(found, limit, lambda one: str(one.revision))


@get(
    "/v1/kb/use",
    guards=[_READERS],
    summary="How often each article was answered from, and how its live revision was rated",
    responses=problems(),
)
async def article_use(service: NamedDependency[Service]) -> Listing[UseShown]:
    async with service.database.read() as unit:
        use = await unit.answers.use()
    shown = []
    for article_id, n in sorted(use.answers.items()):
        helpful, rated = use.ratings.get(article_id, (0, 0))
        shown.append(UseShown(article_id=article_id, answers=n, helpful=helpful, rated=rated))
    return Listing(items=shown)


@post(
    "/v1/kb/articles",
    guards=[_EDITORS],
    status_code=201,
    summary="Write a new article: searchable when the call returns",
    responses=problems(*WRITING),
)
async def write_article(
    request: Request[Any, Any, Any], data: JSONBody[ArticleBody], service: NamedDependency[Service]
) -> Response[Article]:
    draft = article_draft(data)

    async def effect(unit: Unit) -> Article:
        article = await service.knowledge.write(unit.articles, draft)
        await _tell(service, request, unit, article.id, article.revision)
        return article

    return await once(service, request, data, 201, effect)


@put(
    "/v1/kb/articles/{article_id:str}",
    guards=[_EDITORS],
    summary="A new revision of an article",
    responses=problems(NotFound, *WRITING),
)
async def revise_article(
    request: Request[Any, Any, Any],
    article_id: FromPath[str],
    data: JSONBody[ArticleBody],
    service: NamedDependency[Service],
) -> Response[Article]:
    async def effect(unit: Unit) -> Article:
        before = await unit.articles.article(article_id)
        if before is None:
            raise NotFound
        article = await service.knowledge.write(unit.articles, article_draft(data, before), article_id)
        await _tell(service, request, unit, article.id, article.revision)
        return article

    return await once(service, request, data, 200, effect)


@delete(
    "/v1/kb/articles/{article_id:str}",
    guards=[_EDITORS],
    status_code=204,
    summary="Remove an article from every search",
    responses=problems(NotFound),
)
async def delete_article(
    request: Request[Any, Any, Any], article_id: FromPath[str], service: NamedDependency[Service]
) -> None:
    async with service.database.begin() as unit:
        unit.authored.by = author_of(request)
        if not await service.knowledge.delete(unit.articles, article_id):
            raise NotFound
        await _tell(service, request, unit, article_id, None)


async def _tell(
    service: Service, request: Request[Any, Any, Any], unit: Unit, article_id: str, revision: int | None
) -> None:
    """The audit log of a change to what customers are answered with; no revision: it was deleted."""
    actor = Actor.of(staff_of(request))
    await service.rights.audit.record(unit, actor, "article_changed", f"article:{article_id}", revision=revision)


@get(
    "/v1/kb/search",
    guards=[_READERS],
    summary="Search as for staff; `audience=public`: as for a customer",
    responses=problems(),
)
async def search_articles(
    service: NamedDependency[Service],
    q: Annotated[str, QueryParameter(min_length=1, max_length=1000)],
    region: Annotated[str | None, QueryParameter(pattern="^[A-Za-z]{2}$")] = None,
    locale: Annotated[str | None, QueryParameter(max_length=35)] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=50)] = 5,
    audience: FromQuery[Readers] = "staff",
) -> SearchAnswer:
    masked = await service.masking.alone(q.encode("utf-8", "replace").decode(), region)
    result = await service.knowledge.search(
        masked or "",
        region=region.upper() if region else None,
        locale=locale,
        limit=limit,
        for_staff=audience == "staff",
    )
    items = [
        SearchHit(
            segment_id=hit.segment.id,
            article_id=hit.segment.article_id,
            source_id=hit.segment.source_id,
            title=hit.segment.title,
            audience=hit.segment.audience,
            question=hit.segment.question,
            answer=hit.segment.answer,
            score=hit.score,
            cosine=hit.cosine,
            lexical=hit.lexical,
        )
        for hit in result.hits
    ]
    return SearchAnswer(items=items, answerable=result.answerable, confidence=result.confidence, doubtful=result.doubtful)


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

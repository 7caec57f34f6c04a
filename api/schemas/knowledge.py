"""Bodies of the knowledge base's calls and of its gaps, and an article as it is sent into an article as it is stored."""

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from api.schemas.fields import Listing, Locale, Region, not_blank, storable
from domain.clock import read_moment
from domain.countries import REGIONS
from domain.errors import ValidationFailed
from domain.knowledge import LINK, Article, ArticleDraft, Readers
from domain.knowledge_care import Gap, GapDraft


def _without_nul(text: str) -> str:
    if "\x00" in text:
        raise ValueError("holds a NUL character")
    return storable(text)


def _known_region(code: str) -> str:
    if code not in REGIONS:
        raise ValueError("is no country code of ISO 3166")
    return code


def _link(url: str) -> str:
    if url and not LINK.fullmatch(url):  # an editor's empty field is none
        raise ValueError("is neither an http(s) address nor a path of the site")
    return url


Written = Annotated[str, Field(min_length=1), AfterValidator(_without_nul), AfterValidator(not_blank)]


class ArticleBody(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: Annotated[Written, Field(max_length=300)]
    body: Annotated[Written, Field(max_length=200_000)]
    url: Annotated[str, Field(max_length=2000), AfterValidator(_without_nul), AfterValidator(_link)] | None = None
    audience: Readers | None = None  # None: as it is; a new article is public
    regions: list[Annotated[Region, AfterValidator(_known_region)]] = []
    locale: Locale | None = None
    valid_from: Annotated[str, Field(max_length=40)] | None = None
    valid_until: Annotated[str, Field(max_length=40)] | None = None
    review_by: Annotated[str, Field(max_length=40)] | None = None
    tags: Annotated[list[Annotated[Written, Field(max_length=200)]], Field(max_length=50)] = []


class UseShown(BaseModel):
    """How often an article was answered from, and how its live revision was rated."""

    article_id: str
    answers: int
    helpful: int
    rated: int


class SearchHit(BaseModel):
    """``answer`` is the segment's full text; ``score`` orders the hits, ``cosine`` (-1..1) and ``lexical`` (BM25, 0 and up) are
    what it was made from."""

    segment_id: str
    article_id: str
    source_id: str | None
    title: str
    audience: Readers
    question: str
    answer: str
    score: float
    cosine: float
    lexical: float


class SearchAnswer(BaseModel):
    """``confidence``: the gate's own probability, 0..1, that the documents answer the question. ``doubtful``: answerable
    perhaps, but so uncertain that a customer's answer would say so."""

    items: list[SearchHit]
    answerable: bool
    confidence: float
    doubtful: bool


def article_draft(body: ArticleBody, before: Article | None = None) -> ArticleDraft:
    """The article as it is stored; times are in UTC. Raises ``ValidationFailed``.

    Its readers stay those of the article ``before`` it where the body says nothing: no edit opens what is for staff."""
    times: dict[str, datetime] = {}
    errors = []
    for name in ("valid_from", "valid_until", "review_by"):
        value = getattr(body, name)
        if value is None:
            continue
        try:
            times[name] = read_moment(value)
        except ValueError as error:
            errors.append({"field": name, "message": str(error)})
    if not errors and "valid_from" in times and "valid_until" in times and times["valid_until"] <= times["valid_from"]:
        errors.append({"field": "valid_until", "message": "is not after valid_from"})
    if errors:
        raise ValidationFailed("", errors)
    try:
        given = body.model_dump(exclude={"audience"} if body.audience is None else set())
        kept = {"source_id": before.source_id, "audience": before.audience} if before else {}
        return ArticleDraft.model_validate({**kept, **given, **times})
    except ValidationError as error:
        raise ValidationFailed("", [{"field": str(e["loc"][0]), "message": e["msg"]} for e in error.errors()]) from None


class GapShown(Gap):
    draft: GapDraft | None  # out of what a person answered there


class GapListing(Listing[GapShown]):
    """``unread``: questions, the oldest, that there was no time to read yet; whoever asks again gets further."""

    unread: int

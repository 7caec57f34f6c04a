"""Bodies of the calls about flagged answers, and about the eval cases that conversations became."""

from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from api.schemas.fields import Body, Comment, OpaqueId, not_blank, storable
from api.schemas.knowledge import ArticleBody
from domain.conversation import Message, Outcome
from domain.flags import Flag, FlagCause, FlagReason
from domain.knowledge import Article, ArticleDraft
from records.answers import Told
from records.flags import EvalCase


class FlagBody(Body):
    reason: FlagReason
    correction: Comment | None = None


class ResolveFlagBody(BaseModel):
    """The fixed article, or why there is nothing to fix: exactly one of the two."""

    model_config = ConfigDict(extra="forbid")

    article: ArticleBody | None = None
    article_id: OpaqueId | None = None
    dismiss: Annotated[str, Field(max_length=2000), AfterValidator(storable), AfterValidator(not_blank)] | None = None
    cause: FlagCause | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.article is None) == (self.dismiss is None):
            raise ValueError("give either article or dismiss")
        if self.article_id is not None and self.article is None:
            raise ValueError("article_id goes with article")
        if self.cause is not None and self.dismiss is None:
            raise ValueError("cause goes with dismiss")
        return self


class FlagAnswer(BaseModel):
    flag: Flag


class ResolvedFlag(BaseModel):
    """``article`` is the fixed one; null for a flag that was dismissed."""

    flag: Flag
    article: Article | None


class FlaggedArticle(BaseModel):
    """An article as the answer had it and as it is: null where it was not, or is no more."""

    article_id: str
    revision: int | None
    then: ArticleDraft | None
    now: Article | None


class FlagDetail(BaseModel):
    flag: Flag
    question: Message | None
    answer: Message
    segments: list[Told]
    articles: list[FlaggedArticle]


class EvalCaseBody(Body):
    """``turn_id`` is the last turn of the case; without one it is the conversation's. ``intent`` and ``outcome`` say what that
    turn should have come to, where what it came to was wrong."""

    turn_id: OpaqueId | None = None
    intent: Annotated[str, Field(min_length=1, max_length=80)] | None = None
    outcome: Outcome | None = None


class EvalCaseAnswer(BaseModel):
    case: EvalCase

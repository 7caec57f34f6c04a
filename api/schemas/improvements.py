"""Bodies of the calls about what the service learns of its conversations: struggles with their remedies, and retrained models."""

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field

from api.schemas.fields import Body, not_blank, storable
from domain.conversation import Outcome
from domain.remedies import Remedy, RemedyKind
from domain.retraining import Candidate
from insights.struggles.struggle_service import StruggleShown

_Text = Annotated[str, Field(min_length=1), AfterValidator(storable), AfterValidator(not_blank)]

_Item = Annotated[str, Field(max_length=80)]


class StruggleListing(BaseModel):
    """``unread``: struggles, the oldest, that there was no time to read yet; whoever asks again gets further."""

    items: list[StruggleShown]
    next: None = None
    unread: int


class ArticleWritten(Body):
    """``article_id``: the article whose text it replaces; without one a new article."""

    title: Annotated[_Text, Field(max_length=300)]
    body: Annotated[_Text, Field(max_length=200_000)]
    article_id: Annotated[str, Field(max_length=36)] | None = None


class RuleWanted(Body):
    """``after``: what the proposed field of the policy is to be; an amount as text."""

    after: bool | int | Annotated[str, Field(max_length=80)] | Annotated[list[_Item], Field(max_length=20)]


class CasesWanted(Body):
    """What the conversations are to come to, where they are kept as cases."""

    intent: Annotated[str, Field(max_length=80)] | None = None
    outcome: Outcome | None = None


class TextWanted(Body):
    """``message``: other than the proposed one; ``after``: its new words by language, as a message file has them."""

    message: Annotated[str, Field(max_length=120)] | None = None
    after: Annotated[
        dict[Annotated[str, Field(max_length=35)], Annotated[_Text, Field(max_length=4_000)]],
        Field(min_length=1, max_length=20),
    ]


class RemedyBody(Body):
    """What is to be done instead of what is proposed."""

    kind: RemedyKind | None = None
    article: ArticleWritten | None = None
    intent: Annotated[str, Field(max_length=80)] | None = None  # of utterances
    policy: RuleWanted | None = None
    wanted: CasesWanted | None = None
    text: TextWanted | None = None


class AcceptBody(Body):
    remedy: RemedyBody | None = None


class DismissBody(Body):
    reason: Annotated[_Text, Field(max_length=500)]


class RemedyAnswer(BaseModel):
    remedy: Remedy


class RetrainBody(Body):
    """``from``: the first moment of the utterances that are learned from; all where it is left out."""

    since: Annotated[datetime | None, Field(alias="from")] = None


class PromoteBody(Body):
    """``share``: of conversations; 1: all. Where it is left out, a tenth first and then all."""

    share: Annotated[float, Field(gt=0, le=1)] | None = None


class CandidateAnswer(BaseModel):
    candidate: Candidate


class RolledBack(BaseModel):
    """``candidate``: what was taken back; ``now``: the candidate that reads now, or "shipped"."""

    candidate: Candidate
    now: str

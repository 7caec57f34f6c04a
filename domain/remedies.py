"""What is done about a struggle: proposed, accepted by a person, tried, approved by a person, and taken back if need be."""

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from domain.conversation import Outcome

RemedyKind = Literal["article", "utterances", "policy", "text", "eval_case"]
RemedyStatus = Literal["accepted", "testing", "tested", "approved", "live", "rolled_back", "dismissed"]


class ArticleRemedy(BaseModel):
    """A new article, or the text that replaces ``article_id``'s."""

    model_config = ConfigDict(extra="forbid")

    article_id: str | None = None
    title: str
    body: str


class PolicyChange(BaseModel):
    """``field``: its place in the policy file, "actions.return_items.window_days"; ``after`` is None until somebody says it."""

    field: str
    before: Any  # Any: JSON, each rule's own kind of value
    after: Any  # Any: as `before`


class TextChange(BaseModel):
    """Other words for ``message`` (``order-found``, ``refund.yes``): those in force and those that shall be, by language, as a message
    file has them."""

    message: str
    before: dict[str, str]
    after: dict[str, str]


class Wanted(BaseModel):
    """What the conversations are to come to, where they are kept as cases."""

    intent: str | None = None
    outcome: Outcome | None = None


class CaseTried(BaseModel):
    """A conversation that the remedy is for, said again: whether its question is answered as it should be, now and with it."""

    conversation_id: str
    before: bool
    after: bool


class SuiteTried(BaseModel):
    """Passed cases before and with the remedy; ``broken``: ids of those that passed only before."""

    suite: str
    cases: int
    before: int
    after: int
    broken: list[str]


class Evaluation(BaseModel):
    """``is_passed``: no suite is broken, no conversation is worse off, and the remedy helps at least one; ``untried``: conversations
    that cannot be said again."""

    at: datetime
    cases: list[CaseTried]
    untried: int = 0
    suites: list[SuiteTried]
    is_passed: bool
    words: str


class Remedy(BaseModel):
    """What the customers said is not kept here: it goes when their conversations do. One of a rule or of words is
    ``approved`` until the service runs with a file that has it."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    name: str
    kind: RemedyKind
    status: RemedyStatus
    words: str  # why this one
    article: ArticleRemedy | None
    intent: str | None  # that the utterances mean
    refusal: str | None  # the code of the rule that refused
    policy: PolicyChange | None
    wanted: Wanted | None
    text: TextChange | None
    reason: str | None  # of a dismissal
    evaluation: Evaluation | None
    job_id: str | None  # of the evaluation that runs or ran
    decided_by: str
    decided_at: datetime
    approved_by: str | None
    approved_at: datetime | None
    live_at: datetime | None  # None of those that went live before this was kept
    rolled_back_by: str | None
    rolled_back_at: datetime | None
    article_id: str | None  # that went live
    replaced: int | None  # the revision before; None of a new article

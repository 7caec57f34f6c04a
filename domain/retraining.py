"""Models of what customers want, learned again from what people accepted: candidates, what they were measured on, and how far they are.

A candidate is proposed by a job or a command, and goes on only where a person says so."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from domain.remedies import SuiteTried

ModelRole = Literal["intents", "acts"]
"""``intents`` reads whole messages, ``acts`` their clauses."""
CandidateStatus = Literal["refused", "shadow", "share", "live", "replaced", "rolled_back", "withdrawn"]
"""``shadow``: reads beside the model that answers; ``share``: reads for a share of conversations; ``live``: for all; ``replaced``: read for
all before the one that does now; ``withdrawn``: a newer candidate took its place in the shadow."""
ModelFiles = dict[str, bytes]
"""By path, as ``intents/arrays.npz``."""


class AcceptedUtterance(BaseModel):
    """A customer's masked words, and what a person says they mean."""

    model_config = ConfigDict(frozen=True)

    text: str
    intent: str
    turn_id: str
    conversation_id: str
    remedy_id: str
    accepted_by: str
    said_at: datetime
    accepted_at: datetime


class IntentFigure(BaseModel):
    n: int
    f1: float


class ModelFigures(BaseModel):
    """How a model reads labelled texts. Shares are 0..1, None where there is no such text."""

    n: int
    macro_f1: float
    accuracy: float | None
    out_of_scope_n: int
    out_of_scope_recall: float | None
    calibration_error: float | None
    by_intent: dict[str, IntentFigure]


class MeasuredOn(BaseModel):
    """``frozen``: the rows that no model learns from; ``sample``: a fifth of the accepted utterances of the last quarter, and cases that
    were kept in it."""

    role: ModelRole
    texts: Literal["frozen", "sample"]
    before: ModelFigures
    after: ModelFigures


class ReadOtherwise(BaseModel):
    """Of the utterances accepted as an intent, those that the model in force reads as one other, and is sure of it."""

    intent: str
    n: int
    of: int
    read_as: str


class LearnedFrom(BaseModel):
    """Numbers of rows of one model: its own data, the accepted utterances beside them, and what was left out, by reason."""

    role: ModelRole
    own: int
    accepted: int
    kept_for_sample: int
    left_out: dict[str, int]
    by_intent: dict[str, int]  # accepted utterances that were learned from
    data_sha256: str
    read_otherwise: list[ReadOtherwise] = []


class CandidateReport(BaseModel):
    """``problems``: why it is refused; none: it is proposed. ``must_hold_broken``: cases that every version has to pass."""

    learned: list[LearnedFrom]
    measured: list[MeasuredOn]
    suites: list[SuiteTried]
    must_hold_broken: list[str]
    problems: list[str]


class ShadowFigures(BaseModel):
    """Live turns that were read by both: how many would have been read otherwise, and as what, most often first."""

    turns: int
    different: int
    pairs: list["ShadowPair"]


class ShadowPair(BaseModel):
    now: str
    candidate: str
    n: int


class Candidate(BaseModel):
    """``learned_turns``: turns whose words it learned from and which are still there; ``erased_turns``: how many were erased since,
    which the next candidate will not have learned from. ``sha256`` is of its files; empty where it was refused and none are kept."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    status: CandidateStatus
    proposed_by: str
    created_at: datetime
    since: datetime | None
    based_on: str  # the model in force then: a candidate's id, or "shipped"
    sha256: str
    report: CandidateReport
    share: float | None
    changed_by: str | None
    changed_at: datetime | None


class ServingCandidate(BaseModel):
    """One that reads messages now."""

    id: str
    status: CandidateStatus
    share: float | None
    sha256: str


class CandidateShown(Candidate):
    learned_turns: int
    erased_turns: int
    shadow: ShadowFigures


class Proposed(BaseModel):
    """A candidate as it comes out of training. ``learned``: (turn id, conversation id) of the words that it learned from."""

    report: CandidateReport
    files: ModelFiles
    learned: list[tuple[str, str]]

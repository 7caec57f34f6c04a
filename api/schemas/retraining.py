"""Bodies of the calls about retrained models."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field

from api.schemas.fields import Body
from domain.retraining import Candidate


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

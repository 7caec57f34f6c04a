"""Bodies of the calls about eval cases."""

from typing import Annotated

from pydantic import BaseModel, Field

from api.schemas.fields import Body, OpaqueId
from domain.conversation import Outcome
from records.flags import EvalCase


class EvalCaseBody(Body):
    """``turn_id`` is the last turn of the case; without one it is the conversation's. ``intent`` and ``outcome`` say what that
    turn should have come to, where what it came to was wrong."""

    turn_id: OpaqueId | None = None
    intent: Annotated[str, Field(min_length=1, max_length=80)] | None = None
    outcome: Outcome | None = None


class EvalCaseAnswer(BaseModel):
    case: EvalCase

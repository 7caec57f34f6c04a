"""Work that goes on after its request was answered."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel

from domain.conversation import JsonObject

JobStatus = Literal["queued", "running", "succeeded", "failed"]

IMPORT_ARTICLES = "import_articles"
VERIFY_INDEX = "verify_index"
SEND_MAIL = "send_mail"
APPLY_RETENTION = "apply_retention"
TRY_REMEDY = "try_remedy"
SEND_REPORT = "send_report"
RETRAIN = "retrain"
SCORE = "score_conversations"


class Job(BaseModel):
    """``result`` is the kind's own: an import's counts, errors and what it skipped."""

    id: str
    kind: str
    status: JobStatus
    done: int
    total: int  # 0 until it is known
    result: JsonObject
    created_at: datetime
    finished_at: datetime | None


class JobFailed(Exception):
    """A job that no repeat will mend. ``message`` is shown: no personal data."""

    def __init__(self, message: str, result: JsonObject | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.result = result

"""What was answered from which article, and the cases that a fixed answer must pass from then on."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.conversation import TurnRow
from records.tables.model import Model

# Of a million turns a few thousand: the gaps are read from these alone. The words stand as they are in the query, since
# a planner takes a partial index only where it sees the same condition.
UNANSWERED = "outcome IN ('no_answer_found', 'not_understood')"
Index("ix_turn_unanswered", TurnRow.id, sqlite_where=text(UNANSWERED), postgresql_where=text(UNANSWERED))


class AnswerSourceRow(Model):
    """One article that a message was made from, at the revision that was live then. Its order is that of the past answers
    to an article: newest revision and message last."""

    __tablename__ = "answer_source"

    article_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    message_id: Mapped[str] = mapped_column(ForeignKey("message.id", ondelete="CASCADE"), primary_key=True, index=True)

    __table_args__ = ({"sqlite_with_rowid": False},)


class EvalCaseRow(Model):
    """A masked conversation as a case: up to a flagged answer, with what must hold of it now; or as it went, where somebody kept
    it (then no flag and no article). It goes with its conversation."""

    __tablename__ = "eval_case"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    flag_id: Mapped[str | None] = mapped_column(ForeignKey("flag.id", ondelete="CASCADE"), unique=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id", ondelete="CASCADE"), index=True)
    article_id: Mapped[str | None] = mapped_column(String(36), index=True)
    remedy_id: Mapped[str | None] = mapped_column(String(36), index=True)  # that it was kept by
    document: Mapped[dict[str, Any]]  # a case of an eval suite
    created_at: Mapped[datetime]

"""The knowledge base: articles, every revision of them, the segments cut from them, the index log; what was answered from which
article, and the cases that a fixed answer must pass from then on.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.conversation import TurnRow
from records.tables.model import Model


class ArticleRow(Model):
    """The live revision of an article. A deleted one stays for the history, without its ``source_id``."""

    __tablename__ = "article"

    id: Mapped[str] = mapped_column(primary_key=True)
    source_id: Mapped[str | None] = mapped_column(unique=True)
    revision: Mapped[int]
    title: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    url: Mapped[str | None] = mapped_column(Text)
    audience: Mapped[str] = mapped_column(String(10), server_default="public")
    regions: Mapped[list[str]]
    locale: Mapped[str | None]
    valid_from: Mapped[datetime | None]
    valid_until: Mapped[datetime | None]
    review_by: Mapped[datetime | None]
    tags: Mapped[list[str]]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]


class ArticleRevisionRow(Model):
    """What was written, whole, each time."""

    __tablename__ = "article_revision"

    article_id: Mapped[str] = mapped_column(ForeignKey("article.id"), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True)
    draft: Mapped[dict[str, Any]]  # an ArticleDraft
    created_at: Mapped[datetime]


class SegmentRow(Model):
    """A segment's question and answer never change: an edit retires it and adds another, so an id can be cited for ever."""

    __tablename__ = "segment"

    id: Mapped[str] = mapped_column(primary_key=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("article.id"))
    question: Mapped[str] = mapped_column(Text)
    answer: Mapped[str] = mapped_column(Text)
    heading_path: Mapped[list[str]]
    position: Mapped[int]
    first_revision: Mapped[int]
    last_revision: Mapped[int | None]  # null while live
    written_at: Mapped[datetime]  # when its text or its article's filters last changed

    __table_args__ = (Index(None, "article_id", "last_revision"),)


class IndexLogRow(Model):
    """What an index must do again, in the order of commits."""

    __tablename__ = "index_log"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    segment_id: Mapped[str] = mapped_column(index=True)
    op: Mapped[str]  # "write" or "remove"


class IndexHeadRow(Model):
    """One row: the last ``seq``. A writer holds it to its commit, so that a reader of the log never skips an entry.

    A database sequence would not do: numbers taken early may commit late.
    """

    __tablename__ = "index_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seq: Mapped[int]


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

"""The store of articles in SQL, on SQLite and PostgreSQL alike, and what imports brought in."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, bindparam, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.clock import utc_now
from domain.conversation import JsonObject
from domain.ids import new_id
from domain.knowledge import Article, ArticleDraft, Revision, Segment, SegmentChange, SegmentDraft
from records.engine.writes import Changes
from records.history import ChangeSets
from records.tables.jobs import ImportedRow
from records.tables.knowledge import ArticleRevisionRow, ArticleRow, IndexHeadRow, IndexLogRow, SegmentRow

_LiveSegment = Row[tuple[str, str, str, int, list[str]]]

_BATCH = 500  # bound variables in one IN (...), far below SQLite's limit
# What an index filters by or embeds; a change of these logs every segment of the article.
_INDEXED = ("title", "audience", "regions", "locale", "valid_from", "valid_until")
_ARTICLE = [c for c in ArticleRow.__table__.columns if c.name != "deleted_at"]
_SEGMENT = (
    SegmentRow.id,
    SegmentRow.article_id,
    SegmentRow.question,
    SegmentRow.answer,
    SegmentRow.heading_path,
    SegmentRow.position,
    ArticleRow.revision,
    ArticleRow.title,
    ArticleRow.url,
    ArticleRow.source_id,
    ArticleRow.audience,
    ArticleRow.regions,
    ArticleRow.locale,
    ArticleRow.valid_from,
    ArticleRow.valid_until,
)

# An import runs these once an article: built once, they cost half.
_HOLD_HEAD = update(IndexHeadRow).where(IndexHeadRow.id == 1).values(seq=IndexHeadRow.seq).returning(IndexHeadRow.seq)
_MOVE_HEAD = update(IndexHeadRow).where(IndexHeadRow.id == 1).values(seq=bindparam("head"))
_BY_SOURCE = select(*_ARTICLE).where(ArticleRow.source_id == bindparam("source"), ArticleRow.deleted_at.is_(None))


class SqlArticles:
    """Meets ``domain.ports.knowledge.ArticleStore`` within the caller's transaction: nothing here commits."""

    def __init__(self, session: AsyncSession, changes: Changes, history: ChangeSets) -> None:
        self._session, self._changes, self._history = session, changes, history

    async def article(self, article_id: str) -> Article | None:
        return await self._one(select(*_ARTICLE).where(ArticleRow.id == article_id, ArticleRow.deleted_at.is_(None)))

    async def article_by_source(self, source_id: str) -> Article | None:
        return await self._one(_BY_SOURCE, source=source_id)

    async def article_by_url(self, url: str) -> Article | None:
        """The live article that is shown at this address; the latest, should there be several."""
        statement = select(*_ARTICLE).where(ArticleRow.url == url, ArticleRow.deleted_at.is_(None))
        return await self._one(statement.order_by(ArticleRow.id.desc()).limit(1))

    async def articles(self, *, after: str | None = None, limit: int = 50) -> list[Article]:
        """Live articles in the order they were made; ``after`` is the last id of the page before."""
        query = select(*_ARTICLE).where(ArticleRow.deleted_at.is_(None)).order_by(ArticleRow.id).limit(limit)
        if after:
            query = query.where(ArticleRow.id > after)
        return [_article(row) for row in await self._session.execute(query)]

    async def revisions(self, article_id: str, *, before: int | None = None, limit: int = 50) -> list[Revision]:
        """What was written, newest first, of a deleted article too; ``before`` is the last revision of the page before."""
        row = ArticleRevisionRow
        query = select(row).where(row.article_id == article_id).order_by(row.revision.desc()).limit(limit)
        if before is not None:
            query = query.where(row.revision < before)
        return [
            Revision(revision=r.revision, created_at=r.created_at, draft=ArticleDraft.model_validate(r.draft))
            for r in await self._session.scalars(query)
        ]

    async def write(self, draft: ArticleDraft, segments: Sequence[SegmentDraft], article_id: str | None = None) -> Article:
        """Store a new revision of ``article_id``, else of the article with the draft's ``source_id``, else a new article.

        Raises ``LookupError`` for an ``article_id`` that does not exist.
        """
        head = await self._hold_log()
        before = await self._before(draft, article_id)
        now = utc_now()
        values = draft.model_dump()
        if before is None:
            return (await self._add(head, [(draft, segments)], now))[0]
        values["source_id"] = draft.source_id or before.source_id  # the editor's form does not send it
        article = Article(**values, id=before.id, revision=before.revision + 1, created_at=before.created_at, updated_at=now)
        await self._update_article(article)
        refilter = any(getattr(before, name) != getattr(article, name) for name in _INDEXED)
        await self._session.execute(insert(ArticleRevisionRow), [_revision(article, draft)])
        live = await self._live_segments(article.id)
        await self._log(head, *await self._replace_segments(article, live, segments, refilter, now))
        await self._history.record("article", article.id, article.title, {"revision": article.revision}, now)
        return article

    async def add(self, drafts: Sequence[tuple[ArticleDraft, Sequence[SegmentDraft]]]) -> list[Article]:
        """Store articles that are all new, with their segments: a statement a table, however many they are."""
        return await self._add(await self._hold_log(), drafts, utc_now())

    async def delete(self, article_id: str) -> bool:
        """Retire an article and its segments; False if there is none. Its revisions stay for the history."""
        head = await self._hold_log()
        article = await self.article(article_id)
        if article is None:
            return False
        await self._session.execute(
            update(ArticleRow).where(ArticleRow.id == article_id).values(deleted_at=utc_now(), source_id=None)
        )
        live = await self._live_segments(article_id)
        await self._retire([row.id for row in live], article.revision)
        await self._log(head, [], [row.id for row in live])
        await self._history.record("article", article_id, article.title, {"revision": None})
        return True

    async def latest_seq(self) -> int:
        return await self._session.scalar(select(IndexHeadRow.seq).where(IndexHeadRow.id == 1)) or 0

    async def changes(self, since: int, limit: int = 1000) -> list[SegmentChange]:
        last = (
            select(IndexLogRow.segment_id, func.max(IndexLogRow.seq).label("seq"))
            .where(IndexLogRow.seq > since)
            .group_by(IndexLogRow.segment_id)
            .order_by(func.max(IndexLogRow.seq))
            .limit(limit)
            .subquery()
        )
        live = and_(SegmentRow.id == last.c.segment_id, SegmentRow.last_revision.is_(None))
        query = (
            select(last.c.seq, last.c.segment_id, *_SEGMENT)
            .select_from(last)
            .outerjoin(SegmentRow, live)
            .outerjoin(ArticleRow, ArticleRow.id == SegmentRow.article_id)
            .order_by(last.c.seq)
        )
        rows = (await self._session.execute(query)).all()
        return [SegmentChange(seq=r[0], id=r[1], segment=None if r[2] is None else _segment(r[2:])) for r in rows]

    async def current_segments(self, ids: Sequence[str]) -> dict[str, Segment]:
        if not ids:
            return {}
        query = select(*_SEGMENT).join(ArticleRow, ArticleRow.id == SegmentRow.article_id)
        query = query.where(SegmentRow.id.in_(ids), SegmentRow.last_revision.is_(None))
        return {row[0]: _segment(row) for row in await self._session.execute(query)}

    async def current_segment_ids(self) -> dict[str, datetime]:
        rows = await self._session.execute(
            select(SegmentRow.id, SegmentRow.written_at).where(SegmentRow.last_revision.is_(None))
        )
        return {row.id: row.written_at for row in rows}

    async def _one(
        self, query: Select[Any], **values: str
    ) -> Article | None:  # Any: the columns are the table's, listed by name
        row = (await self._session.execute(query, values)).one_or_none()
        return None if row is None else _article(row)

    async def _before(self, draft: ArticleDraft, article_id: str | None) -> Article | None:
        if article_id is not None:
            before = await self.article(article_id)
            if before is None:
                raise LookupError(f"no article {article_id}")
            return before
        return None if draft.source_id is None else await self.article_by_source(draft.source_id)

    async def _add(
        self, head: int, drafts: Sequence[tuple[ArticleDraft, Sequence[SegmentDraft]]], now: datetime
    ) -> list[Article]:
        if not drafts:
            return []
        made = [Article(**d.model_dump(), id=new_id(), revision=1, created_at=now, updated_at=now) for d, _ in drafts]
        new = list(zip(made, drafts, strict=True))
        await self._session.execute(insert(ArticleRow), [article.model_dump() | {"deleted_at": None} for article in made])
        await self._session.execute(insert(ArticleRevisionRow), [_revision(article, draft) for article, (draft, _) in new])
        rows = [_new_segment(article, segment, now) for article, (_, segments) in new for segment in segments]
        if rows:
            await self._session.execute(insert(SegmentRow), rows)
        await self._log(head, [str(row["id"]) for row in rows], [])
        added: list[tuple[str, str, JsonObject]] = [(article.id, article.title, {"revision": 1}) for article in made]
        await self._history.record_new("article", added, now)
        return made

    async def _update_article(self, article: Article) -> None:
        values = article.model_dump(exclude={"id", "created_at"})
        await self._session.execute(update(ArticleRow).where(ArticleRow.id == article.id).values(values))

    async def _live_segments(self, article_id: str) -> Sequence[_LiveSegment]:
        query = select(SegmentRow.id, SegmentRow.question, SegmentRow.answer, SegmentRow.position, SegmentRow.heading_path)
        query = query.where(SegmentRow.article_id == article_id, SegmentRow.last_revision.is_(None))
        return (await self._session.execute(query.order_by(SegmentRow.position))).all()

    async def _replace_segments(
        self, article: Article, live: Sequence[_LiveSegment], drafts: Sequence[SegmentDraft], refilter: bool, now: datetime
    ) -> tuple[list[str], list[str]]:
        """Bring the article's segments, which are ``live``, to ``drafts``; return the ids to index and the ids to drop."""
        kept: dict[tuple[str, str], list[_LiveSegment]] = {}
        for row in live:
            kept.setdefault((row.question, row.answer), []).append(row)
        written, new = [], []
        for draft in drafts:
            same = kept.get((draft.question, draft.answer))
            if not same:
                new.append(_new_segment(article, draft, now))
                continue
            row = same.pop(0)
            place: dict[str, object] = {"position": draft.position, "heading_path": draft.heading_path}
            if refilter:
                written.append(row.id)
                place["written_at"] = now
            if refilter or (row.position, row.heading_path) != (draft.position, draft.heading_path):
                await self._session.execute(update(SegmentRow).where(SegmentRow.id == row.id).values(place))
        if new:
            await self._session.execute(insert(SegmentRow), new)
        removed = [row.id for rows in kept.values() for row in rows]
        await self._retire(removed, article.revision - 1)
        return written + [str(row["id"]) for row in new], removed

    async def _retire(self, ids: Sequence[str], last_revision: int) -> None:
        for start in range(0, len(ids), _BATCH):
            some = SegmentRow.id.in_(ids[start : start + _BATCH])
            await self._session.execute(update(SegmentRow).where(some).values(last_revision=last_revision))

    async def _hold_log(self) -> int:
        """Lock the head row until the caller's commit and return the last ``seq``: writes of articles go one by one."""
        seq = await self._session.scalar(_HOLD_HEAD)
        if seq is None:
            postgres = self._session.get_bind().dialect.name == "postgresql"
            first = (postgresql_insert if postgres else sqlite_insert)(IndexHeadRow).values(id=1, seq=0)
            await self._session.execute(first.on_conflict_do_nothing())
            seq = await self._session.scalar(_HOLD_HEAD)
        if seq is None:
            raise RuntimeError("the index log has no head")
        return seq

    async def _log(self, head: int, written: Sequence[str], removed: Sequence[str]) -> None:
        entries = [(segment_id, "write") for segment_id in written] + [(segment_id, "remove") for segment_id in removed]
        if not entries:
            return
        self._changes.articles = True
        rows = [{"seq": head + i, "segment_id": segment_id, "op": op} for i, (segment_id, op) in enumerate(entries, 1)]
        await self._session.execute(insert(IndexLogRow), rows)
        await self._session.execute(_MOVE_HEAD, {"head": head + len(rows)})


def _revision(article: Article, draft: ArticleDraft) -> dict[str, object]:
    written = {"article_id": article.id, "revision": article.revision, "created_at": article.updated_at}
    return {**written, "draft": draft.model_dump(mode="json")}


def _new_segment(article: Article, draft: SegmentDraft, now: datetime) -> dict[str, object]:
    made = {**draft.model_dump(), "id": new_id(), "article_id": article.id, "first_revision": article.revision}
    return made | {"last_revision": None, "written_at": now}


def _article(row: Row[Any]) -> Article:  # Any: see `_one`
    return Article(**row._mapping)


def _segment(row: Sequence[Any]) -> Segment:  # Any: one value a column of _SEGMENT
    return Segment(**{column.key: value for column, value in zip(_SEGMENT, row, strict=True)})


class Imports:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def hash_of(self, source_id: str) -> str | None:
        """Of the content that was last imported under this id."""
        row = await self._session.get(ImportedRow, source_id)
        return row.content_hash if row else None

    async def remember(self, source_id: str, content_hash: str, now: datetime) -> None:
        await self._session.merge(ImportedRow(source_id=source_id, content_hash=content_hash, imported_at=now))

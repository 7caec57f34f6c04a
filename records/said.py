"""What customers said in words, turn by turn, with what became of it: what struggles are found in. All of it is masked."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.conversation import JsonObject
from records.tables.conversation import ConversationRow, MessageRow, TurnRow
from records.tables.ratings import CsatRow


@dataclass
class SaidTurn:
    """``text``: the message, with what was merged into the turn; ``refusal``: the code of a refused tool call, ``refused_action``
    and ``refused_order``: what it was, and about what; ``cited``: title by article's id, of what the reply was made from; ``told``: the
    ids of our messages in it."""

    id: str
    conversation_id: str
    at: datetime
    text: str
    intent: str | None
    outcome: str | None
    failures: int
    refusal: str | None
    called: bool  # whether a tool was tried
    cited: dict[str, str] = field(default_factory=dict)
    refused_action: str | None = None
    refused_order: str | None = None
    told: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class SaidIn:
    """Of a conversation with such turns."""

    id: str
    status: str
    region: str | None
    updated_at: datetime
    csat: int | None


class Said:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def turns(self, since: datetime, until: datetime, limit: int) -> list[SaidTurn]:
        """The latest ``limit`` turns of words in [since, until) that are answered, oldest first."""
        said = and_(MessageRow.turn_id == TurnRow.id, MessageRow.conversation_id == TurnRow.conversation_id)
        t = TurnRow
        rows = await self._session.execute(
            select(
                t.id,
                t.merged_into,
                t.conversation_id,
                t.created_at,
                MessageRow.text,
                t.intent,
                t.outcome,
                t.failures,
                t.tool_calls,
                t.told,
            )
            .join(MessageRow, and_(said, MessageRow.role == "customer"))
            .where(t.kind == "text", t.created_at >= since, t.created_at < until, t.finished_at.is_not(None))
            .order_by(t.id.desc())
            .limit(limit)
        )
        found: dict[str, SaidTurn] = {}
        words: dict[str, str] = {}  # of turns that were answered along with another
        for row in rows:
            if row.merged_into:
                words[row.merged_into] = f"{row.text} {words.get(row.merged_into, '')}".strip()
                continue
            refused = _refused(row.tool_calls or [])
            found[row.id] = SaidTurn(
                row.id,
                row.conversation_id,
                row.created_at,
                row.text,
                row.intent,
                row.outcome,
                row.failures,
                str((refused.get("result") or {}).get("code") or "refused") if refused else None,
                bool(row.tool_calls),
                refused_action=refused.get("name"),
                refused_order=(refused.get("arguments") or {}).get("order_id"),
                told=list(row.told or []),
            )
        for turn_id, text in words.items():
            if turn_id in found:
                found[turn_id].text = f"{found[turn_id].text} {text}"
        await self._cite(found)
        return list(reversed(found.values()))

    async def _cite(self, found: dict[str, SaidTurn]) -> None:
        ids = list(found)
        for start in range(0, len(ids), 500):
            rows = await self._session.execute(
                select(MessageRow.turn_id, MessageRow.citations).where(
                    MessageRow.turn_id.in_(ids[start : start + 500]), MessageRow.role == "assistant"
                )
            )
            for turn_id, citations in rows:
                found[turn_id].cited |= {c["article_id"]: c["title"] for c in citations}

    async def conversations(self, ids: Sequence[str]) -> dict[str, SaidIn]:
        found: dict[str, SaidIn] = {}
        for start in range(0, len(ids), 500):
            rows = await self._session.execute(
                select(
                    ConversationRow.id,
                    ConversationRow.status,
                    ConversationRow.region,
                    ConversationRow.updated_at,
                    CsatRow.score,
                )
                .outerjoin(CsatRow, CsatRow.conversation_id == ConversationRow.id)
                .where(ConversationRow.id.in_(ids[start : start + 500]))
            )
            found |= {row.id: SaidIn(*row) for row in rows}
        return found


def _refused(calls: list[Any]) -> JsonObject:  # Any: stored JSON of tool calls
    """The first refused one; an empty one where none was."""
    return next((call for call in calls if call.get("status") == "refused"), {})

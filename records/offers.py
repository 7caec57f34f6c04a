"""Offers that pages made."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, case, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.triggers import Offer, OfferArm
from records.tables.variants import OfferRow


@dataclass(frozen=True)
class OfferCount:
    name: str
    arm: OfferArm
    made: int
    dismissed: int
    opened: int  # conversations that were opened with one, dismissed ones too
    taken: int  # with one that was not dismissed


def _n(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


class Offers:
    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, offer: Offer) -> None:
        await self._connection.execute(insert(OfferRow).values(offer.model_dump()))

    async def get(self, offer_id: str) -> Offer | None:
        found = await self._connection.execute(select(OfferRow.__table__).where(OfferRow.id == offer_id))
        row = found.mappings().one_or_none()
        return Offer.model_validate(dict(row)) if row else None

    async def dismiss(self, offer_id: str, at: datetime) -> None:
        """Once; one that was opened before stays taken."""
        is_new = (OfferRow.dismissed_at.is_(None), OfferRow.opened_at.is_(None))
        await self._connection.execute(update(OfferRow).where(OfferRow.id == offer_id, *is_new).values(dismissed_at=at))

    async def opened(self, offer_id: str, at: datetime) -> None:
        """The first time counts, to the hour: so it leads to no conversation."""
        hour = at.replace(minute=0, second=0, microsecond=0)
        never = OfferRow.opened_at.is_(None)
        await self._connection.execute(update(OfferRow).where(OfferRow.id == offer_id, never).values(opened_at=hour))

    async def counts(self, since: datetime | None, until: datetime | None) -> list[OfferCount]:
        """Those made in [since, until), by name and arm."""
        o = OfferRow
        was_opened = o.opened_at.is_not(None)
        statement = (
            select(
                o.name,
                o.arm,
                func.count(),
                _n(o.dismissed_at.is_not(None)),
                _n(was_opened),
                _n(was_opened & o.dismissed_at.is_(None)),
            )
            .group_by(o.name, o.arm)
            .order_by(o.name, o.arm.desc())
        )
        if since is not None:
            statement = statement.where(o.created_at >= since)
        if until is not None:
            statement = statement.where(o.created_at < until)
        return [OfferCount(*row) for row in await self._connection.execute(statement)]

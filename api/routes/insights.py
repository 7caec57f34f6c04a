"""Key figures, and the conversations behind them."""

import asyncio
import csv
import io
from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Any

from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery, QueryParameter

from api.auth import staff_only
from api.schemas.fields import After, Limit, Listing, page
from api.schemas.insights import CommentShown, ConversationCounted, KpiAnswer
from api.schemas.problem import problems
from api.service import Service
from domain.clock import read_moment
from domain.errors import ValidationFailed
from insights.behind_a_number import behind, counting, measures
from insights.conversation_summary import GroupBy, Summary
from insights.kpi_table import KpiTable
from insights.kpis import DEFINITIONS_VERSION, grouped_kpis

Since = Annotated[str | None, QueryParameter(name="from", max_length=40)]
Until = Annotated[str | None, QueryParameter(name="to", max_length=40)]
Only = Annotated[str | None, QueryParameter(max_length=80)]  # a group's value; empty: those without one


Filter = dict[GroupBy, str | None]


def moment_of(name: str, value: str | None) -> datetime | None:
    try:
        return None if value is None else read_moment(value)
    except ValueError as error:
        raise ValidationFailed("", [{"field": name, "message": str(error)}]) from None


async def only_those(
    graph_version: Only = None,
    region: Only = None,
    language: Only = None,
    channel: Only = None,
    intent: Only = None,
    variant: Only = None,
    offer: Only = None,
) -> Filter:
    """The values that conversations are to have, for each figure alike."""
    return {
        "graph_version": graph_version,
        "region": region,
        "language": language,
        "channel": channel,
        "intent": intent,
        "variant": variant,
        "offer": offer,
    }


async def _period(service: Service, since: str | None, until: str | None, only: Filter) -> KpiTable:
    found = await service.kpi_index.period(moment_of("from", since), moment_of("to", until))
    return found.only({by: value or None for by, value in only.items() if value is not None})


@get(
    "/v1/kpis",
    guards=[staff_only("admin", "engineer")],
    summary="Key figures of the conversations begun in a period",
    responses=problems(),
)
async def read_kpis(
    service: NamedDependency[Service],
    only: NamedDependency[Filter],
    since: Since = None,
    until: Until = None,
    group_by: FromQuery[GroupBy | None] = None,
) -> KpiAnswer:
    found = await _period(service, since, until, only)
    items = await asyncio.to_thread(grouped_kpis, found, group_by, service.clock())
    return KpiAnswer(definitions_version=DEFINITIONS_VERSION, currency=service.currency, items=items)


@get(
    "/v1/kpis/export",
    guards=[staff_only("admin", "engineer")],
    summary="The same figures as a table (CSV), a row a group",
    responses=problems(),
)
async def export_kpis(
    service: NamedDependency[Service],
    only: NamedDependency[Filter],
    since: Since = None,
    until: Until = None,
    group_by: FromQuery[GroupBy | None] = None,
) -> Response[str]:
    found = await _period(service, since, until, only)
    items = await asyncio.to_thread(grouped_kpis, found, group_by, service.clock())
    rows = [dict(_flat(item.model_dump(mode="json"))) for item in items]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    table = io.StringIO()
    writer = csv.DictWriter(table, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    headers = {"Content-Disposition": 'attachment; filename="kpis.csv"'}
    return Response(table.getvalue(), media_type="text/csv", headers=headers)


def _flat(value: dict[str, Any], before: str = "") -> Iterator[tuple[str, object]]:
    """`csat.mean` and its like, so that a column is named as the figure is in JSON."""
    for name, part in value.items():
        if isinstance(part, dict):
            yield from _flat(part, f"{before}{name}.")
        else:
            yield f"{before}{name}", part


@get(
    "/v1/kpis/conversations",
    guards=[staff_only("admin", "engineer")],
    summary="The conversations behind a number, newest first",
    responses=problems(),
)
async def list_behind(
    service: NamedDependency[Service],
    only: NamedDependency[Filter],
    measure: Annotated[str, QueryParameter(max_length=80)],
    since: Since = None,
    until: Until = None,
    day: Only = None,
    limit: Limit = 50,
    after: After = None,
) -> Listing[ConversationCounted]:
    counts = counting(measure)
    if counts is None:
        known = ", ".join([*measures(), "handoff_reasons.REASON", "handoff_hours.HOUR", "csat.SCORE"])
        raise ValidationFailed("", [{"field": "measure", "message": f"no such measure; there are {known}"}])
    found, now = await _period(service, since, until, {**only, "day": day}), service.clock()
    shown = await asyncio.to_thread(behind, found, counts, now, after, limit + 1)
    return page([_counted(s, now, came_back) for s, came_back in shown], limit)


@get(
    "/v1/insights/comments",
    guards=[staff_only("agent")],
    summary="What customers wrote beside their rating, masked, newest first",
    responses=problems(),
)
async def list_comments(
    service: NamedDependency[Service],
    since: Since = None,
    until: Until = None,
    most: Annotated[int | None, QueryParameter(ge=1, le=5)] = None,
    limit: Limit = 50,
    after: After = None,
) -> Listing[CommentShown]:
    """Rated in [from, to); `most`: with this score or a lower one."""
    begin, end = moment_of("from", since), moment_of("to", until)
    async with service.database.read() as unit:
        found = await unit.feedback.comments(since=begin, until=end, most=most, after=after, limit=limit + 1)
    shown = [
        CommentShown(id=c.conversation_id, score=c.score, comment=c.comment or "", rated_at=c.updated_at) for c in found
    ]
    return page(shown, limit)


def _counted(s: Summary, now: datetime, came_back: bool) -> ConversationCounted:
    groups: dict[str, Any] = {by: value for by, value in s.groups.items() if by != "day"}
    return ConversationCounted(
        id=s.id,
        created_at=s.created_at,
        outcome=s.result(now, came_back),
        status=s.status,
        handoff_reason=s.handoff_reason,
        csat=s.csat,
        failed_turns=s.failed_turns,
        came_back=came_back,
        handling_seconds=s.handled.total if s.handled else None,
        **groups,
    )


router = Router(
    "/",
    route_handlers=[read_kpis, export_kpis, list_behind, list_comments],
    dependencies={"only": Provide(only_those)},
    tags=["Insights"],
)

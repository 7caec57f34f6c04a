"""Key figures."""

from datetime import datetime
from typing import Annotated

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from api.auth import staff_only
from api.idempotency import answer
from api.service import Service
from domain.conversation import JsonObject
from domain.errors import ValidationFailed
from insights.kpis import DEFINITIONS_VERSION, GroupBy, grouped_kpis


def _moment(name: str, value: str | None) -> datetime | None:
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise ValidationFailed("", [{"field": name, "message": "is not an RFC 3339 time"}]) from None
    return moment if moment.tzinfo else datetime.fromisoformat(f"{moment.isoformat()}+00:00")


@get("/v1/kpis", guards=[staff_only("admin", "engineer")], summary="Key figures of the conversations begun in a period")
async def read_kpis(
    service: NamedDependency[Service],
    since: Annotated[str | None, QueryParameter(name="from", max_length=40)] = None,
    until: Annotated[str | None, QueryParameter(name="to", max_length=40)] = None,
    group_by: FromQuery[GroupBy | None] = None,
) -> Response[JsonObject]:
    begin, end = _moment("from", since), _moment("to", until)
    async with service.database.read() as unit:
        facts = await unit.kpi_facts.conversations(begin, end)
    items = grouped_kpis(facts, group_by, service.clock())
    return answer({"definitions_version": DEFINITIONS_VERSION, "items": items}, 200)


router = Router("/", route_handlers=[read_kpis], tags=["Insights"])

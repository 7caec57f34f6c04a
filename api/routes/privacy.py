"""What the law gives people: their data, its end, and who had to do with it; and what the mask would do with a text."""

from datetime import UTC, datetime
from typing import Annotated, Any

from litestar import Request, Router, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from api.auth import staff_of, staff_only
from api.schemas.fields import Limit, Listing, page
from api.schemas.operators import AuditEntryShown, MaskBody
from api.schemas.problem import WRITING, problems
from api.service import Service
from domain.audit import Actor, AuditKind
from domain.personal_data import MaskedText, ProcessingRecord
from rights.erasure import ErasureReceipt
from rights.export import CustomerExport

AnyRequest = Request[Any, Any, Any]


def _id(given: str) -> str:
    """An id that somebody else made, as text that every database takes."""
    return given.encode("utf-8", "replace").decode().replace("\x00", "")


def _in_utc(given: datetime | None) -> datetime | None:
    return given.replace(tzinfo=UTC) if given and given.tzinfo is None else given


@post(
    "/v1/privacy/mask",
    status_code=200,
    summary="Mask a text",
    responses=problems(*WRITING),
)
async def mask_text(data: JSONBody[MaskBody], service: NamedDependency[Service]) -> MaskedText:
    masking = service.masking
    masked, _ = await masking.in_lane(len(data.text), masking.masker.mask, data.text, data.region)
    return masked


@get("/v1/customers/{customer_id:str}/export", summary="Everything held on a customer", responses=problems())
async def export_customer(
    request: AnyRequest, customer_id: FromPath[str], service: NamedDependency[Service]
) -> CustomerExport:
    return await service.rights.exporter.customer(_id(customer_id), Actor.of(staff_of(request)))


@delete(
    "/v1/customers/{customer_id:str}",
    status_code=200,
    summary="Erase a customer: a receipt once every store is clean; again, a receipt of nothing",
    responses=problems(),
)
async def erase_customer(
    request: AnyRequest, customer_id: FromPath[str], service: NamedDependency[Service]
) -> ErasureReceipt:
    return await service.rights.eraser.customer(_id(customer_id), Actor.of(staff_of(request)))


@get(
    "/v1/audit-log",
    summary="Who saw, unsealed, approved, changed, exported and erased, newest first",
    responses=problems(),
)
async def read_audit_log(
    service: NamedDependency[Service],
    since: Annotated[datetime | None, QueryParameter(name="from")] = None,
    until: Annotated[datetime | None, QueryParameter(name="to")] = None,
    actor: Annotated[str | None, QueryParameter(max_length=120)] = None,
    kind: FromQuery[AuditKind | None] = None,
    subject: Annotated[str | None, QueryParameter(max_length=120)] = None,
    customer_id: Annotated[str | None, QueryParameter(max_length=200)] = None,
    limit: Limit = 50,
    after: Annotated[int | None, QueryParameter(ge=1, le=2**31 - 1)] = None,
) -> Listing[AuditEntryShown]:
    """`customer_id` finds the entries on a customer, whom the log names by a keyed digest."""
    named = service.rights.audit.customer(_id(customer_id)) if customer_id else subject and _id(subject)
    async with service.database.read() as unit:
        found = await unit.audit.page(
            since=_in_utc(since),
            until=_in_utc(until),
            actor=actor and _id(actor),
            kind=kind,
            subject=named,
            after=after,
            limit=limit + 1,
        )
    return page([AuditEntryShown.of(entry) for entry in found], limit)


@get(
    "/v1/privacy/processing",
    summary="Where each kind of data is stored and processed, for how long, and by which model endpoint",
    responses=problems(),
)
async def read_processing(service: NamedDependency[Service]) -> ProcessingRecord:
    return service.processing


router = Router(
    "/",
    guards=[staff_only("admin")],
    route_handlers=[mask_text, export_customer, erase_customer, read_audit_log, read_processing],
    tags=["Privacy"],
)

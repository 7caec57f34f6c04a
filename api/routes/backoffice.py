"""What the back office holds, for staff: orders, customers and products."""

from typing import Annotated, Any, TypeVar

from litestar import Request, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter

from api.auth import staff_of, staff_only
from api.schemas.fields import Limit, Listing
from api.schemas.problem import BACKOFFICE, problems
from api.service import Service
from domain.audit import Actor
from domain.errors import NotFound, ValidationFailed
from domain.shop import Customer, Order, OrderStatus, Product

Held = TypeVar("Held", Order, Customer, Product)


@get("/v1/backoffice/orders", summary="Orders by state or customer", responses=problems(*BACKOFFICE))
async def list_orders(
    request: Request[Any, Any, Any],
    service: NamedDependency[Service],
    status: FromQuery[OrderStatus | None] = None,
    customer_id: Annotated[str | None, QueryParameter(max_length=200)] = None,
    limit: Limit = 50,
    after: FromQuery[str | None] = None,
) -> Listing[Order]:
    if service.list_orders is not None or customer_id:
        await service.rights.audit.saw_records(Actor.of(staff_of(request)), customer_id, "orders")
    if service.list_orders is not None:
        orders, more = await service.list_orders(status, customer_id, limit, after)
        return Listing(items=orders, next=more)
    if not customer_id:
        raise ValidationFailed(
            "", [{"field": "customer_id", "message": "this back office lists orders of one customer only"}]
        )
    orders = [o for o in await service.desk.orders(customer_id, limit=limit) if status in (None, o.status)]
    return Listing(items=orders[:limit])


def _found(record: Held | None) -> Held:
    if record is None:
        raise NotFound
    return record


@get("/v1/backoffice/orders/{order_id:str}", summary="An order", responses=problems(NotFound, *BACKOFFICE))
async def read_order(request: Request[Any, Any, Any], order_id: FromPath[str], service: NamedDependency[Service]) -> Order:
    order = _found(await service.desk.order(order_id))
    await service.rights.audit.saw_records(Actor.of(staff_of(request)), order.customer_id, f"order {order.id}")
    return order


@get("/v1/backoffice/customers/{customer_id:str}", summary="A customer", responses=problems(NotFound, *BACKOFFICE))
async def read_customer(
    request: Request[Any, Any, Any], customer_id: FromPath[str], service: NamedDependency[Service]
) -> Customer:
    customer = _found(await service.desk.customer(customer_id))
    await service.rights.audit.saw_records(Actor.of(staff_of(request)), customer.id, "customer")
    return customer


@get("/v1/backoffice/products/{product_id:str}", summary="A product", responses=problems(NotFound, *BACKOFFICE))
async def read_product(product_id: FromPath[str], service: NamedDependency[Service]) -> Product:
    return _found(await service.desk.product(product_id))


router = Router(
    "/",
    guards=[staff_only("agent")],
    route_handlers=[list_orders, read_order, read_customer, read_product],
    tags=["Back office"],
)

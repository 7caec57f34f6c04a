"""What the back office holds, for staff: orders, customers and products."""

from typing import Annotated, Any

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter

from api.auth import staff_only
from api.idempotency import answer
from api.schemas.answers import Listing
from api.service import Service
from domain.errors import NotFound, ValidationFailed
from domain.shop import Customer, Order, OrderStatus, Product

Limit = Annotated[int, QueryParameter(ge=1, le=200)]


@get("/v1/backoffice/orders", summary="Orders by state or customer")
async def list_orders(
    service: NamedDependency[Service],
    status: FromQuery[OrderStatus | None] = None,
    customer_id: Annotated[str | None, QueryParameter(max_length=200)] = None,
    limit: Limit = 50,
    after: FromQuery[str | None] = None,
) -> Response[Listing[Order]]:
    if service.list_orders is not None:
        orders, more = await service.list_orders(status, customer_id, limit, after)
        return answer({"items": [o.model_dump(mode="json") for o in orders], "next": more}, 200)
    if not customer_id:
        raise ValidationFailed(
            "", [{"field": "customer_id", "message": "this back office lists orders of one customer only"}]
        )
    orders = [o for o in await service.desk.orders(customer_id, limit=limit) if status in (None, o.status)]
    return answer({"items": [o.model_dump(mode="json") for o in orders[:limit]], "next": None}, 200)


def _found(record: Any) -> Response[Any]:  # one of the three shapes below
    if record is None:
        raise NotFound
    return answer(record.model_dump(mode="json"), 200)


@get("/v1/backoffice/orders/{order_id:str}", summary="An order")
async def read_order(order_id: FromPath[str], service: NamedDependency[Service]) -> Response[Order]:
    return _found(await service.desk.order(order_id))


@get("/v1/backoffice/customers/{customer_id:str}", summary="A customer")
async def read_customer(customer_id: FromPath[str], service: NamedDependency[Service]) -> Response[Customer]:
    return _found(await service.desk.customer(customer_id))


@get("/v1/backoffice/products/{product_id:str}", summary="A product")
async def read_product(product_id: FromPath[str], service: NamedDependency[Service]) -> Response[Product]:
    return _found(await service.desk.product(product_id))


router = Router(
    "/",
    guards=[staff_only("agent")],
    route_handlers=[list_orders, read_order, read_customer, read_product],
    tags=["Back office"],
)

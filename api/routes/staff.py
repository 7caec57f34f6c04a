"""Who a member of staff is to the service, and the keys that staff hold."""

from typing import Any

from litestar import Request, Router, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from api.auth import staff_of, staff_only
from api.schemas.fields import Listing
from api.schemas.problem import WRITING, problems
from api.schemas.staff import StaffAnswer, StaffKeyBody
from api.service import Service
from domain.audit import Actor
from domain.errors import NotFound
from rights.staff import MadeKey, StaffKey


@get("/v1/staff/me", guards=[staff_only("agent", "engineer")], summary="Whose key this is", responses=problems())
async def read_me(request: Request[Any, Any, Any]) -> StaffAnswer:
    staff = staff_of(request)
    return StaffAnswer(name=staff.name, display_name=staff.name, role=staff.role)


@get(
    "/v1/staff/keys",
    guards=[staff_only("admin")],
    summary="Keys in the database, oldest first, without the keys; those of the environment are not here",
    responses=problems(),
)
async def list_staff_keys(service: NamedDependency[Service]) -> Listing[StaffKey]:
    async with service.database.read() as unit:
        return Listing(items=await service.rights.staff_keys.all(unit))


@post(
    "/v1/staff/keys",
    guards=[staff_only("admin")],
    status_code=201,
    summary="Make a key: it is shown in this answer and nowhere again",
    responses=problems(*WRITING),
)
async def make_staff_key(
    request: Request[Any, Any, Any], data: JSONBody[StaffKeyBody], service: NamedDependency[Service]
) -> MadeKey:
    async with service.database.begin() as unit:  # no idempotency key: the answer must not be kept
        return await service.rights.staff_keys.create(unit, data.role, data.name, Actor.of(staff_of(request)))


@delete(
    "/v1/staff/keys/{key_id:str}",
    guards=[staff_only("admin")],
    status_code=204,
    summary="Revoke a key: within seconds no service takes it any more",
    responses=problems(NotFound),
)
async def revoke_staff_key(
    request: Request[Any, Any, Any], key_id: FromPath[str], service: NamedDependency[Service]
) -> None:
    async with service.database.begin() as unit:
        if not await service.rights.staff_keys.revoke(unit, key_id, Actor.of(staff_of(request))):
            raise NotFound


router = Router("/", route_handlers=[read_me, list_staff_keys, make_staff_key, revoke_staff_key], tags=["Agents"])

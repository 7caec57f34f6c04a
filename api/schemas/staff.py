"""Bodies of the calls by which people sign in: staff, and the customers of the demo shop."""

from typing import Annotated

from pydantic import BaseModel, Field

from api.schemas.fields import Body, Short
from domain.staff import Role


class StaffAnswer(BaseModel):
    name: str  # as hand-offs and the record have it
    display_name: str  # as customers read it
    role: Role


class StaffKeyBody(Body):
    role: Role
    name: Annotated[str, Field(pattern=r"^[\w .@-]{1,80}$")]


class WaysIn(BaseModel):
    single_sign_on: str | None  # what staff call the identity provider; None: by a key only
    has_session: bool  # whether this browser holds a cookie, which may have ended


class SignedOut(BaseModel):
    address: str | None  # where the browser goes to sign out at the identity provider too


class SignIn(Body):
    customer_id: Short


class SignedIn(BaseModel):
    customer_token: str


class DemoCustomer(BaseModel):
    id: str
    name: str
    region: str | None
    about: str


class DemoCustomers(BaseModel):
    items: list[DemoCustomer]

"""Bodies of what the demo shop's page asks."""

from pydantic import BaseModel

from api.schemas.fields import Body, Short


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

"""Bodies of the staff's calls."""

from typing import Annotated

from pydantic import BaseModel, Field

from api.schemas.fields import Body
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

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

"""A case: a signed-in customer, what was done before, one more action, and whether it may happen."""

from typing import Any, Literal

from pydantic import BaseModel

from domain.shop import RefusalCode


class Act(BaseModel):
    """An action as the REST contract takes it from a form."""

    name: str
    arguments: dict[str, Any]  # its keys differ by action

    @property
    def order_id(self) -> str:
        return str(self.arguments["order_id"])


class Case(BaseModel):
    """``refused`` empty: the action is accepted. Else it is refused with one of these codes, and nothing changes.

    ``by``: whether a shop itself refuses it, or only the company's policy does."""

    id: str
    kind: str  # "accepted", or what is wrong with it
    customer_id: str
    before: list[Act] = []
    act: Act
    refused: list[RefusalCode] = []
    by: Literal["shop", "policy"] = "shop"

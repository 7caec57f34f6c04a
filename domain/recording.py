"""What the outside told a turn: enough to run it again, on any graph version, without asking anybody."""

from typing import Literal

from pydantic import BaseModel

from domain.conversation import JsonObject

DeskRead = Literal["customer", "customer_by_email", "orders", "order", "product", "products_named"]


# An original: the JSON of an address that a form gave, an address as somebody typed it whole, or any other value.
Shape = Literal["form", "address", "value"]


class RecordedRead(BaseModel):
    """A question to the back office. ``answer``: places in ``Recording.records``; None where there was nothing, or no answer."""

    name: DeskRead
    asked: str
    answer: int | list[int] | None
    is_away: bool = False  # the back office could not be reached


class Recording(BaseModel):
    """Of one turn. Nothing personal is in it that the conversation's own messages do not hold (`graphs/turns/recorder.py`)."""

    reads: list[RecordedRead] = []
    records: list[JsonObject] = []  # each customer, order and product once, in the contract's shapes
    tokens: list[str] = []  # that were made of values, in their order
    opened: dict[str, Shape] = {}  # tokens of which the original was still there, and what it was like
    limited: list[list[int]] = []  # of each counted try or mail, the places of those limits that were reached

    @property
    def is_empty(self) -> bool:
        return not (self.reads or self.tokens or self.opened or self.limited)

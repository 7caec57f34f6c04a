"""The merchant's order and customer system, as `backoffice.md` describes it."""

from typing import Protocol

from domain.shop import Customer, Operation, Order, Product, Receipt


class OrderDesk(Protocol):
    """Every method raises ``DeskUnavailable`` when the back office cannot be reached."""

    async def customer(self, customer_id: str) -> Customer | None: ...
    async def customer_by_email(self, email: str) -> Customer | None: ...

    async def orders(self, customer_id: str, limit: int = 50) -> list[Order]:
        """A customer's orders, newest first."""
        ...

    async def order(self, order_id: str) -> Order | None: ...

    async def order_as_typed(self, number: str) -> Order | None:
        """The order that a person means who types its number. What exists is found no sooner than what does not."""
        ...

    async def product(self, product_id: str) -> Product | None: ...

    async def products_named(self, text: str) -> list[Product]:
        """The products whose names a text names best, at most ten; none where it names none, or the back office cannot tell."""
        ...

    async def execute(self, key: str, operation: Operation) -> Receipt:
        """Carry out an operation, at most once a key; raises ``Refused``, or ``DeskUnavailable`` in doubt."""
        ...

    async def receipt(self, key: str) -> Receipt | None:
        """What became of a key: its receipt, or None if it never happened."""
        ...

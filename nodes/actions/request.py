"""What an action is given and what it answers with: a plan, a question, or a refusal."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from domain.conversation import Button, JsonObject
from domain.money import Money
from domain.policy import ActionRule
from domain.shop import Customer, OperationKind, Order
from nodes.deps import Deps
from nodes.state import ConversationState


class NeedsInput(Exception):
    """A slot is empty: ask for it."""

    def __init__(self, slot: str, question: str, buttons: Sequence[Button] = ()) -> None:
        super().__init__(slot)
        self.slot, self.question, self.buttons = slot, question, list(buttons)


class NeedsIdentity(Exception):
    """The rule wants to know better who this is."""


@dataclass
class Request:
    """An action's view of the turn. ``arguments`` are masked; the order and the customer are as the back office has them."""

    deps: Deps
    state: ConversationState
    rule: ActionRule
    arguments: JsonObject
    text: str  # masked words of this turn; empty for a form
    customer: Customer | None = None
    order: Order | None = None

    @property
    def the_order(self) -> Order:
        if self.order is None:
            raise NeedsInput("order_id", "Which order is it about? Please give me the order number.")
        return self.order

    @property
    def the_customer(self) -> Customer:
        if self.customer is None:
            raise NeedsIdentity
        return self.customer


@dataclass
class Plan:
    """Exactly what will be asked of the back office. ``words`` completes "I will …" and, for the customer, is the quote."""

    kind: OperationKind | None  # None: nothing is changed, `answer` is the result
    words: str
    arguments: JsonObject = field(default_factory=dict)  # of the operation; personal values as tokens
    amount: Money | None = None  # that returns to the customer, or that the customer pays
    method_id: str | None = None
    line_ids: list[str] = field(default_factory=list)
    yes_label: str = "Yes, do it"
    answer: str | None = None
    result: JsonObject = field(default_factory=dict)
    afterwards: str = ""  # what happens next, said once it is done


class Action(Protocol):
    """One deterministic action."""

    name: str
    needs_order: bool

    async def plan(self, request: Request) -> Plan:
        """Fill what the words give, check what is this action's own to check, and say what would be done.

        Raises ``NeedsInput``, ``NeedsIdentity``, ``Refused`` or ``DeskUnavailable``."""
        ...

"""What an action is given and what it answers with: a plan, a question, or a refusal."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

from domain.acts import Act
from domain.conversation import Button, JsonObject
from domain.dialogue import with_what_began
from domain.mails import Mail
from domain.messages.messages import Say
from domain.money import Money
from domain.ports.operations import KnownOperation
from domain.rules.policy import ActionRule
from domain.shop import Customer, OperationKind, Order, RefusalCode, Refused
from nodes.agenda import act_of
from nodes.deps import Deps
from nodes.state import ConversationState


class NeedsInput(Exception):
    """A slot is empty: ask for it."""

    def __init__(self, slot: str, question: str, buttons: Sequence[Button] = (), orders: Sequence[str] = ()) -> None:
        """``orders``: ids of those that the question names, in its order."""
        super().__init__(slot)
        self.slot, self.question, self.buttons, self.orders = slot, question, list(buttons), list(orders)


class LeftToAPerson(Refused):
    """Not done here as it was meant: what there is instead are buttons; ``about`` is what a person would do."""

    def __init__(self, code: RefusalCode, message: str, *, about: str, buttons: Sequence[Button] = ()) -> None:
        super().__init__(code, message)
        self.about, self.buttons = about, list(buttons)


class NeedsApproval(Exception):
    """A person decides, by the rule that is named."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


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
    own_key: str | None = None  # of what this very yes asks for: begun before a crash, it is no earlier operation
    _known: list[KnownOperation] | None = None
    pieces_before: int | Literal["unclear"] | None = (
        None  # that an earlier turn said of the goods of which this one tells which
    )
    for_a_person: str | None = None  # the rule by which a person decides, whatever the amount

    async def known(self) -> list[KnownOperation]:
        """What was done to the order and is being done, in any conversation; looked up when it is first asked for."""
        if self._known is None:
            found = await self.deps.ledger.known(self.order.id) if self.order else []
            self._known = [known for known in found if known.key != self.own_key]
        return self._known

    @property
    def act(self) -> Act | None:
        """What was read of the words, in versions that read acts."""
        act = act_of(self.state) if self.text else None
        task = self.state.get("task") or {}
        return with_what_began(act, Act.model_validate(task["act"])) if act and task.get("act") else act

    @property
    def say(self) -> Say:
        """The sentences, in the conversation's language."""
        return self.deps.say

    @property
    def quoted_at(self) -> datetime | None:
        """When the quote that is being confirmed was made."""
        pending = self.state.get("pending")
        expires = pending["expires_at"] if pending and self.state.get("stage") != "start" else None
        return datetime.fromisoformat(expires) - self.deps.policy.quote_lives if expires else None

    @property
    def the_order(self) -> Order:
        if self.order is None:
            raise NeedsInput("order_id", self.say("which-order.number"))
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
    # What goes to the customer; of exchanges and changes what the customer pays, below zero what goes back.
    amount: Money | None = None
    method_id: str | None = None
    quantities: dict[str, int] = field(default_factory=dict)  # pieces by line that it takes
    parts: list[tuple[str, Money]] = field(default_factory=list)  # of the money that goes back: method, amount
    done: str = ""  # the sentence once it is done; without one it is the quote's words
    answer: str | None = None
    result: JsonObject = field(default_factory=dict)
    instead: str = ""  # what there is in its place, said with the quote
    afterwards: str = ""  # what happens next, said once it is done
    buttons: list[Button] = field(default_factory=list)  # of an answer
    offers_person: bool = False  # an answer that ends with the offer of a person: a yes means that
    for_person: str = ""  # what that person would do, for their summary: nothing else does it
    about: str = ""  # what that person would look into, for their summary
    reason: str | None = None  # that was told, should money be wanted after all
    lines: list[str] = field(default_factory=list)  # goods that the answer is about: what "it" means next
    shown_orders: list[str] = field(default_factory=list)  # ids, in the order in which the answer names them
    fact: str | None = None  # that was told of the order, and may be asked back
    mails: list[Mail] = field(default_factory=list)  # sent once the turn has ended
    mail_limit: str | None = None  # the subject under which this mail counts, where it is one
    changes_email: bool = False  # of the account


class Action(Protocol):
    """One deterministic action."""

    name: str
    needs_order: bool

    async def plan(self, request: Request) -> Plan:
        """Fill what the words give, check what is this action's own to check, and say what would be done.

        Raises ``NeedsInput``, ``NeedsIdentity``, ``Refused`` or ``DeskUnavailable``."""
        ...

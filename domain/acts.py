"""What a customer's message does: its acts, one for each clause that matters. Readers write them, the dialogue decides on them.

The design keeps reading and deciding apart (`docs/understanding.md`): an act says what the words say, with references as they
were typed. It knows no order of the shop, no rule and no state, and has no effect.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

ActKind = Literal["wish", "report", "question", "value", "yes", "no", "correction", "talk", "urgent"]

# asked: the customer wants it; told: it is mentioned as done or as background; supposed: only if something else holds.
Modality = Literal["asked", "told", "supposed"]

# What is wrong, where the act is a report.
Problem = Literal[
    "damaged",  # broken, torn, scratched, leaking, not working
    "wrong_item",  # something else than was ordered: product, size, colour
    "missing",  # a part of the order is not in the parcel
    "not_received",  # said to be delivered, and not there
    "late",  # not here, and over its time
    "lost",  # the carrier lost it or sent it back
    "cancelled_by_shop",  # cancelled, and not by the customer
    "charged_twice",
    "charged_wrong",  # another amount, or for something not ordered
    "refund_overdue",
    "not_as_described",
]

# What kind of urgency, where the act is urgent.
Urgency = Literal["self_harm", "danger", "injury", "threat", "fraud", "account_taken_over", "stalking", "legal"]

# Which of several, where no number or name says it.
Which = Literal["it", "other", "last", "both", "all", "rest", "any"]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OrderReference(_Part):
    """How an order was named. At least one field is set; all that are set must fit the order that is meant."""

    number: str | None = None  # as typed, upper case without blanks: "HP104233", "104233", "#W123"
    which: Which | None = None
    ordinal: int | None = None  # "the second order" → 2; counted in what was last shown
    goods: str | None = None  # "my oyster mug order" → "oyster mug"
    status: str | None = None  # "the delivered one" → an `OrderStatus`


class GoodsReference(_Part):
    """How goods were named. ``text`` is the description as typed, without articles and numbers."""

    text: str | None = None
    ordinal: int | None = None
    which: Which | None = None
    quantity: int | None = None
    excluded: bool = False  # "everything but the skillet"
    wanted: bool = False  # of a swap: what is wanted, not what was got ("instead of", "for a", "rather than")


class Act(_Part):
    """One clause, read. ``text`` is the clause as it stands in the masked message, from ``start`` to ``end`` (code points)."""

    act: ActKind
    intent: str | None = None  # of wishes, reports (``report_problem``), questions, talk and urgent acts
    negated: bool = False  # "do not cancel it"
    modality: Modality = "asked"
    problem: Problem | None = None
    urgency: Urgency | None = None
    orders: list[OrderReference] = []
    goods: list[GoodsReference] = []
    quantity: int | None = None
    amount: str | None = None  # decimal, without a currency: "9.00"
    reason: str | None = None  # one of the reasons that policies know, where the words give it
    confidence: float = Field(default=1.0, ge=0, le=1)
    text: str = ""
    start: int = 0
    end: int = 0


class Reading(_Part):
    """All acts of a message, in its order. Empty where nothing was understood."""

    acts: list[Act] = []
    language: str | None = None  # BCP 47, where it is plain enough

    @property
    def confidence(self) -> float:
        """Of the least sure act that wants something; 0 where nothing was understood."""
        return min((act.confidence for act in self.acts), default=0.0)


class ReadingContext(_Part):
    """What the reader may know of the dialogue: names and kinds only, no person's data."""

    asked: str | None = (
        None  # the slot that our last message asked for: `order_id`, `line_ids`, `variant`, `reason`, `address`, …
    )
    question: str | None = None  # or the question: `quote`, `quote_again`, `person`, `consent`
    pending: str | None = None  # the action whose quote waits
    action: str | None = None  # the action that is being filled
    options: list[str] = []  # names of what was last shown, in their order
    product_names: list[str] = []  # of the goods in sight
    orders_shown: int = 0  # how many orders were last shown: a model may call them "order 1" to "order n"

"""What can be expected of a turn, or of a whole conversation. Each field has its evaluator in `evals/evaluators.py`."""

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from None
    return pattern


Pattern = Annotated[str, AfterValidator(_compiles)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ToolExpectation(Strict):
    """The last tool call of the turn."""

    name: str | None = None
    status: str | None = None
    code: str | None = None  # of a refusal
    arguments: dict[str, Any] = {}  # each named one must be so, as it is stored: masked


class MoneyMoved(Strict):
    """A payment that the shop's order holds after the turn and did not before. What is left out may be anything."""

    order_id: str | None = None
    kind: str | None = None  # payment, refund
    amount: str | None = None  # a decimal string
    method_id: str | None = None


class Expectation(Strict):
    """Every field given must hold. Patterns are regular expressions, searched without regard to case."""

    intent: str | list[str] | None = None
    outcome: str | list[str] | None = None
    language: str | list[str] | None = None  # BCP 47, of the customer's words
    # Each must have been read, in all its fields that are given; no other wish or report.
    acts: list[dict[str, Any]] | None = None
    tool: ToolExpectation | None = None
    no_tool: bool | None = None  # true: no tool was called
    no_side_effect: bool | None = None  # true: the back office holds byte for byte what it held before
    money: list[MoneyMoved] | None = None  # exactly these payments were made, in any order; [] none
    receipts: list[str] | None = None  # exactly these kinds of operations were executed, in any order
    says: list[Pattern] = []
    not_says: list[Pattern] = []
    stored: list[Pattern] = []  # patterns for everything said so far, the customer's words too, as it is kept and shown
    not_stored: list[Pattern] = []
    # Values that must be nowhere: not in a reply, not in any table of the service, not in a request to a chat model. Digits are
    # also looked for without what stands between them.
    no_personal_data: list[Annotated[str, Field(min_length=4)]] = []
    cites: Pattern | None = None  # a pattern for the title of a cited article
    status: str | None = None  # of the conversation after the turn
    failures: int | None = None
    pending: bool | None = None
    handoff: bool | None = None  # whether a person is waited for, or holds the conversation
    handoff_reason: str | None = None
    order_status: dict[str, str] = {}  # in the back office after the turn
    refunds: dict[str, list[str]] = {}  # amounts refunded on an order after the turn
    buttons: list[str] = []  # kinds that must be offered
    code: str | None = None  # of the problem document, where the request is refused
    latency_ms: int | None = Field(None, ge=1)  # the answer took no longer
    tokens: int | None = Field(None, ge=0)  # of the chat model, asked and answered, at most

    def given(self) -> list[str]:
        """The names of the fields that say something."""
        return (
            [name for name in type(self).model_fields if getattr(self, name) not in (None, [], {})]
            + (["money"] if self.money == [] else [])
            + (["receipts"] if self.receipts == [] else [])
            + (["acts"] if self.acts == [] else [])
        )

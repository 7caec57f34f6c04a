"""What the customer is told once something is done: the facts of the merchant's own receipt, never a promise of ours."""

from datetime import date

from pydantic import BaseModel, ConfigDict, ValidationError

from domain.conversation import JsonObject
from domain.messages.messages import Say
from domain.messages.values import Value
from domain.money import Money
from domain.shop import Customer, Receipt
from nodes.actions.pipeline.policy_checks import label_of


class RefundPart(BaseModel):
    model_config = ConfigDict(extra="ignore")

    method_id: str
    amount: Money
    days: int | None = None  # working days, at the latest


def told_by(say: Say, receipt: Receipt, customer: Customer | None) -> str:
    """Sentences on the money, the date to send goods back by, and where a message went. A fact of another shape is left out."""
    said: list[str] = []
    for part in refunds_of(receipt):
        if part.days is not None:
            told: dict[str, Value] = {
                "amount": part.amount,
                "method": label_of(say, customer, part.method_id),
                "days": max(part.days, 0),
            }
            is_return = receipt.kind == "return_items"
            said.append(say("money-arrives.after-return", **told) if is_return else say("money-arrives", **told))
    if (by := _date(receipt.result.get("return_by"))) is not None:
        said.append(say("send-goods-back-by", day=by))
    to = receipt.result.get("sent_to")
    if isinstance(to, str) and to.strip():
        where = to.strip()[:120]
        said.append(say("label-sent", to=where) if "return_by" in receipt.result else say("mail-sent", to=where))
    return " ".join(said)


def refunds_of(receipt: Receipt) -> list[RefundPart]:
    """The money that went back, by method."""
    return [part for given in _list(receipt.result.get("refunds")) if (part := _part(given))]


def _list(value: object) -> list[JsonObject]:
    return [v for v in value if isinstance(v, dict)] if isinstance(value, list) else []


def _part(given: JsonObject) -> RefundPart | None:
    try:
        return RefundPart.model_validate(given)
    except ValidationError:
        return None


def _date(value: object) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None

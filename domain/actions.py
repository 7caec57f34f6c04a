"""The actions of the contract and the shape of their arguments, the same for a form and for words."""

from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StrictInt,
    StringConstraints,
    ValidationError,
    model_validator,
)

from domain.contact import checked_country, checked_email, checked_phone
from domain.conversation import ActionRequest
from domain.errors import ValidationFailed
from domain.money import Money
from domain.shop import Address

Id = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
Postcode = Annotated[
    str, StringConstraints(min_length=2, max_length=12, strip_whitespace=True, pattern=r"^[A-Za-z0-9 .\-]+$")
]
Email = Annotated[str, StringConstraints(min_length=3, max_length=254, strip_whitespace=True), AfterValidator(checked_email)]
Phone = Annotated[str, StringConstraints(min_length=5, max_length=30, strip_whitespace=True), AfterValidator(checked_phone)]
Country = Annotated[str, StringConstraints(strip_whitespace=True, to_upper=True), AfterValidator(checked_country)]
Pieces = Annotated[StrictInt, Field(ge=1, le=10_000)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]


# They show something and change nothing, send nothing and ask for no yes.
LOOK_UPS = frozenset({"track_order", "track_refund", "list_orders", "order_details", "account_details", "product_details"})


# Other variants for goods of an order, before it leaves and once it came.
SWAPS = frozenset({"change_order_items", "exchange_items"})
SWAP_INTENTS = frozenset({"change_order", "exchange_items"})  # which of the two it is, the order's state decides


class Arguments(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NoArguments(Arguments):
    pass


class WhichQuote(Arguments):
    quote_id: Id | None = None


class OneOrder(Arguments):
    order_id: Id | None = None


class CancelOrder(OneOrder):
    reason: Words | None = None


class NewAddress(Address):
    model_config = ConfigDict(extra="forbid")

    line1: Words
    city: Words
    postcode: Postcode
    country: Country


class ChangeShippingAddress(OneOrder):
    address: NewAddress | None = None


class Change(Arguments):
    line_id: Id
    variant_id: Id


class ChangeItems(OneOrder):
    changes: list[Change] | None = None
    payment_method_id: Id | None = None

    @model_validator(mode="after")
    def _each_line_once(self) -> Self:
        lines = [c.line_id for c in self.changes or []]
        if len(set(lines)) != len(lines):
            raise ValueError("changes: a line stands there twice")
        return self


class ChangePaymentMethod(OneOrder):
    payment_method_id: Id | None = None


class SomeGoods(OneOrder):
    """Lines as a set, and how many pieces where less than a whole line is meant."""

    line_ids: Annotated[list[Id], Field(min_length=1, max_length=200)] | None = None
    quantities: Annotated[dict[Id, Pieces], Field(min_length=1, max_length=200)] | None = None

    @model_validator(mode="after")
    def _each_line_once(self) -> Self:
        if len(set(self.line_ids or [])) < len(self.line_ids or []):
            raise ValueError("line_ids: a line stands there twice; use quantities for several pieces")
        if self.line_ids and set(self.quantities or {}) - set(self.line_ids):
            raise ValueError("quantities: a line that line_ids does not name")
        return self


class ReturnItems(SomeGoods):
    refund_to: Id | None = None


_MOST_MONEY = 1_000_000_000  # no order costs as much; what is longer is some other number


def _of_an_order(money: Money) -> Money:
    if abs(money.amount) >= _MOST_MONEY:
        raise ValueError("amount: is of at most nine digits before the point")
    return money


class RefundOrder(SomeGoods):
    amount: Annotated[Money, AfterValidator(_of_an_order)] | None = None
    reason: Words | None = None


class SendPasswordReset(Arguments):
    email: Email | None = None


class UpdateAccount(Arguments):
    address: NewAddress | None = None
    email: Email | None = None
    phone: Phone | None = None
    name: Words | None = None


class ProductDetails(Arguments):
    product_id: Id | None = None
    name: Words | None = None


class Verify(OneOrder):
    email: Words | None = None
    postcode: Words | None = None
    code: Words | None = None


ARGUMENTS: dict[str, type[Arguments]] = {
    "track_order": OneOrder,
    "track_refund": OneOrder,
    "cancel_order": CancelOrder,
    "change_shipping_address": ChangeShippingAddress,
    "change_order_items": ChangeItems,
    "exchange_items": ChangeItems,
    "change_payment_method": ChangePaymentMethod,
    "return_items": ReturnItems,
    "refund_order": RefundOrder,
    "send_invoice": OneOrder,
    "send_password_reset": SendPasswordReset,
    "update_account": UpdateAccount,
    "delete_account": NoArguments,
    "list_orders": NoArguments,
    "order_details": OneOrder,
    "account_details": NoArguments,
    "product_details": ProductDetails,
    "confirm": WhichQuote,
    "cancel": WhichQuote,
    "verify": Verify,
}

# Actions and intents that take a new address: where only that is said, it belongs to the one that is being filled.
TAKE_AN_ADDRESS = frozenset({"change_shipping_address", "update_account"})

# The intent that an action stands for, where their names differ.
INTENT_OF_ACTION = {
    "refund_order": "request_refund",
    "change_order_items": "change_order",
    "send_password_reset": "reset_password",
    "confirm": "affirm",
    "cancel": "deny",
    "verify": "provide_information",
}
ACTION_OF_INTENT = {
    **{name: name for name in ARGUMENTS if name not in INTENT_OF_ACTION},
    "request_refund": "refund_order",
    "change_order": "change_order_items",
    "reset_password": "send_password_reset",
}


def checked_arguments(request: ActionRequest) -> Arguments:
    """The typed arguments of an action; raises ``ValidationFailed`` naming each wrong field."""
    shape = ARGUMENTS.get(request.name)
    if shape is None:
        raise ValidationFailed(
            "unknown action", [{"field": "action.name", "message": f"one of {', '.join(sorted(ARGUMENTS))}"}]
        )
    try:
        return shape.model_validate(request.arguments)
    except ValidationError as error:
        # `input` is left out: it may be personal.
        errors = [
            {"field": ".".join(["action.arguments", *(str(p) for p in e["loc"])]), "message": e["msg"]}
            for e in error.errors(include_url=False, include_input=False, include_context=False)
        ]
        raise ValidationFailed("the action's arguments are not valid", errors) from None

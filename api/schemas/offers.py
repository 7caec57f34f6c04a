"""Bodies of the page triggers' calls."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field

from api.schemas.conversations import PageBody
from api.schemas.fields import Body, Locale, OpaqueId, Region, storable
from domain.conversation import Button
from domain.money import Money
from insights.offers.results import OfferResults

Seconds = Annotated[float, Field(ge=0, le=1_000_000, allow_inf_nan=False, strict=False)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
ErrorWords = Annotated[str, Field(max_length=1000)]


class VisitBody(PageBody):
    """``errors``: how many the page showed, or what they said, of which only the number is looked at."""

    dwell_seconds: Seconds = 0
    visits: Count = 1
    cart_value: Money | None = None
    errors: Count | Annotated[list[ErrorWords], Field(max_length=100)] = 0

    @property
    def error_count(self) -> int:
        return self.errors if isinstance(self.errors, int) else len(self.errors)


class OfferBody(Body):
    """``visitor_id``: whatever tells visitors apart; only a keyed digest of it is kept, for as long as no other offer is made.
    ``dismissed``: an offer that the visitor has put away; then none is made."""

    page: VisitBody
    visitor_id: Annotated[str, Field(min_length=1, max_length=200), AfterValidator(storable)] | None = None
    region: Region | None = None
    locale: Locale = "en-US"
    customer_token: Annotated[str, Field(max_length=4000)] | None = None
    dismissed: OpaqueId | None = None


class OfferShown(BaseModel):
    id: str
    text: str
    actions: list[Button]


class OfferAnswered(BaseModel):
    """``offer``: what to show, if anything. ``held_out``: an offer that is not shown, to compare with; whoever opens a conversation
    on this page names its id as theirs. ``ask_again_in``: seconds after which time alone may bring an offer; null: never here."""

    offer: OfferShown | None
    held_out: str | None
    ask_again_in: int | None


class OfferResultsAnswer(BaseModel):
    items: list[OfferResults]

"""Where Harbour & Pine sells: each region's currency, price list and carrier."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Region:
    code: str
    locale: str
    currency: str
    price_list: int  # first digit of the product numbers sold there
    customers: int
    carriers: tuple[str, str]  # standard, express


@dataclass(frozen=True)
class PriceList:
    number: int
    currency: str
    factor: Decimal  # of the price in USD


# One product has one price, so each currency has its own product numbers: P1xx, P2xx, P3xx, P4xx.
PRICE_LISTS = (
    PriceList(1, "USD", Decimal("1.00")),
    PriceList(2, "GBP", Decimal("0.80")),
    PriceList(3, "EUR", Decimal("0.92")),
    PriceList(4, "CAD", Decimal("1.35")),
)

REGIONS = (
    Region("US", "en-US", "USD", 1, 90, ("UPS Ground", "UPS Next Day Air")),
    Region("GB", "en-GB", "GBP", 2, 50, ("Royal Mail Tracked 48", "Royal Mail Tracked 24")),
    Region("DE", "de-DE", "EUR", 3, 35, ("DHL Paket", "DHL Express")),
    Region("FR", "fr-FR", "EUR", 3, 25, ("Colissimo", "Chronopost")),
    Region("CA", "en-CA", "CAD", 4, 30, ("Canada Post Expedited", "Canada Post Xpresspost")),
)

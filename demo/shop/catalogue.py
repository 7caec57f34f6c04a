"""The fifty products of Harbour & Pine, each once in every price list, and the regions that it sells to: their currency and carrier."""

import itertools
import random
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from domain.money import Money
from domain.shop import Product, Variant


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


WOODS = ("oak", "walnut", "ash", "pine")
LINENS = ("sand", "slate", "moss", "ivory")
GLAZES = ("white", "sea green", "charcoal")
METALS = ("black", "brass", "steel")
SIZES = ("small", "medium", "large")
CLOTHING = ("S", "M", "L", "XL")

# Options whose later values cost more.
_PRICED = {"size", "capacity", "length", "set of", "seats"}

# name, price in USD of the first variant, options
_PRODUCTS: tuple[tuple[str, int, dict[str, tuple[str, ...]]], ...] = (
    ("Oyster Bay Dinner Plate", 14, {"glaze": GLAZES, "set of": ("1", "4")}),
    ("Oyster Bay Cereal Bowl", 12, {"glaze": GLAZES, "set of": ("1", "4")}),
    ("Oyster Bay Mug", 11, {"glaze": (*GLAZES, "rust")}),
    ("Driftwood Serving Board", 38, {"size": SIZES, "wood": ("oak", "walnut")}),
    ("Pinewood Salad Bowl", 54, {"size": ("medium", "large"), "wood": ("pine", "ash")}),
    ("Harbour Cast Iron Skillet", 62, {"size": ("20 cm", "26 cm", "30 cm")}),
    ("Harbour Cast Iron Pot", 118, {"capacity": ("3 l", "5 l", "7 l"), "colour": ("blue", "black")}),
    ("Copper Milk Pan", 74, {"capacity": ("1 l", "1.5 l", "2 l")}),
    ("Chef's Knife", 89, {"length": ("16 cm", "20 cm", "24 cm"), "handle": ("oak", "black")}),
    ("Paring Knife", 34, {"handle": ("oak", "walnut", "black")}),
    ("Linen Apron", 32, {"colour": LINENS}),
    ("Linen Tea Towel", 9, {"colour": LINENS, "set of": ("1", "3")}),
    ("Pour-Over Coffee Maker", 44, {"capacity": ("4 cups", "6 cups", "8 cups")}),
    ("Stovetop Kettle", 68, {"capacity": ("1.5 l", "2 l"), "colour": METALS}),
    ("Burr Coffee Grinder", 96, {"colour": METALS}),
    ("Glass Storage Jar", 8, {"capacity": ("0.5 l", "1 l", "2 l"), "lid": ("cork", "steel")}),
    ("Spice Rack", 46, {"wood": WOODS}),
    ("Salt and Pepper Mills", 42, {"wood": WOODS}),
    ("Stoneware Baking Dish", 36, {"size": SIZES, "glaze": ("white", "sea green")}),
    ("Measuring Cup Set", 18, {"colour": METALS}),
    ("Wool Throw", 88, {"colour": ("heather", "navy", "oatmeal", "pine")}),
    ("Linen Duvet Cover", 148, {"size": ("single", "double", "king"), "colour": ("sand", "slate")}),
    ("Linen Pillowcase", 28, {"colour": LINENS, "set of": ("1", "2")}),
    ("Feather Pillow", 48, {"size": ("50 x 70", "60 x 80", "80 x 80")}),
    ("Cotton Bath Towel", 24, {"colour": (*LINENS, "navy")}),
    ("Bath Mat", 29, {"colour": ("slate", "ivory", "navy")}),
    ("Floor Lamp", 164, {"finish": METALS, "shade": ("linen", "paper")}),
    ("Desk Lamp", 84, {"finish": METALS}),
    ("Paper Lantern", 22, {"size": SIZES}),
    ("Beeswax Candle", 13, {"size": SIZES, "scent": ("plain", "cedar")}),
    ("Round Wall Mirror", 112, {"size": ("50 cm", "70 cm", "90 cm"), "frame": ("oak", "black")}),
    ("Wall Clock", 58, {"wood": WOODS}),
    ("Coat Rack", 76, {"wood": ("oak", "ash", "pine")}),
    ("Shoe Bench", 138, {"length": ("60 cm", "90 cm"), "wood": ("oak", "walnut", "ash")}),
    ("Bedside Table", 172, {"wood": WOODS}),
    ("Bookshelf", 228, {"size": ("three shelves", "five shelves"), "wood": ("oak", "walnut", "pine")}),
    ("Dining Chair", 146, {"wood": WOODS, "seat": ("cord", "linen")}),
    ("Coffee Table", 265, {"size": ("80 cm", "100 cm"), "wood": ("oak", "walnut")}),
    ("Jute Rug", 126, {"size": ("120 x 180", "160 x 230", "200 x 300"), "edge": ("plain", "navy")}),
    ("Storage Basket", 27, {"size": SIZES, "colour": ("natural", "black")}),
    ("Folding Garden Chair", 92, {"colour": ("pine green", "white", "charcoal")}),
    ("Garden Bench", 248, {"seats": ("2", "3"), "wood": ("oak", "pine")}),
    ("Camp Hammock", 64, {"size": ("single", "double"), "colour": ("moss", "sand", "rust")}),
    ("Picnic Blanket", 49, {"size": ("150 x 150", "200 x 200"), "colour": ("navy", "moss")}),
    ("Insulated Bottle", 26, {"capacity": ("0.5 l", "0.75 l", "1 l"), "colour": ("pine green", "steel")}),
    ("Enamel Camp Mug", 10, {"colour": ("white", "navy", "pine green", "rust")}),
    ("Storm Lantern", 56, {"colour": METALS}),
    ("Waxed Canvas Tote", 72, {"colour": ("navy", "moss", "tan")}),
    ("Waxed Garden Jacket", 168, {"size": CLOTHING, "colour": ("moss", "navy")}),
    ("Gardening Gloves", 16, {"size": ("S", "M", "L")}),
)


def catalogue(rng: random.Random) -> list[Product]:
    return [_product(i, price_list, rng) for price_list in PRICE_LISTS for i in range(len(_PRODUCTS))]


def _product(i: int, price_list: PriceList, rng: random.Random) -> Product:
    name, price, options = _PRODUCTS[i]
    product_id = f"P{price_list.number}{i + 1:02d}"
    variants = [
        Variant(
            variant_id=f"{product_id}-{n}",
            options=dict(zip(options, values, strict=True)),
            price=_price(price, options, values, price_list),
            available=n <= 2 or rng.random() > 0.15,
        )
        for n, values in enumerate(itertools.product(*options.values()), 1)
    ]
    return Product(id=product_id, name=name, variants=variants)


def _price(price: int, options: dict[str, tuple[str, ...]], values: tuple[str, ...], price_list: PriceList) -> Money:
    """Each later value of a priced option adds a sixth (a set of more pieces, its pieces); rounded to half a unit."""
    amount = Decimal(price)
    for (option, choices), value in zip(options.items(), values, strict=True):
        if option in _PRICED:
            pieces = Decimal(value) * Decimal("0.9") if option == "set of" and value != "1" else Decimal(1)
            amount *= pieces if option == "set of" else 1 + Decimal(choices.index(value)) / 6
    halves = (amount * price_list.factor * 2).quantize(Decimal(1), ROUND_HALF_UP)
    bounded = min(max(halves / 2, Decimal(6)), Decimal(480))
    return Money(amount=bounded, currency=price_list.currency)

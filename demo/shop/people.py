"""Invented customers: names and places that fit a region, telephone numbers out of the ranges kept for fiction."""

import random
import unicodedata
from datetime import datetime, timedelta
from decimal import Decimal

from demo.shop.catalogue import Region
from domain.money import Money
from domain.shop import Address, Customer, PaymentMethod

_FIRST = {
    "US": "Ava Noah Harper Mason Chloe Ethan Zoe Caleb Naomi Isaac Priya Diego Grace Malik Sofia Wyatt June Andre Hazel",
    "GB": "Amelia Oliver Isla George Freya Alfie Imogen Rhys Poppy Callum Aisha Rory Beatrice Tariq Martha Euan Nia Felix",
    "DE": "Hannah Jonas Lena Lukas Mia Felix Greta Paul Frieda Emil Jana Moritz Elif Anton Klara Theo Sabine Jürgen Käthe",
    "FR": "Camille Hugo Léa Louis Manon Jules Inès Théo Chloé Gabriel Élise Antoine Margaux Yanis Océane Rémi Solène",
    "CA": "Emma Liam Maëlle Owen Aaliyah Benoît Sadie Arjun Claire Tyler Noor Étienne Paige Logan Mei Marc Skye Gavin",
}
_LAST = {
    "US": "Torres Bennett Nguyen Brooks Ramirez Fisher Coleman Patel Hayes Okafor Sullivan Reyes Chambers Whitfield Delgado",
    "GB": "Ashworth Pritchard Campbell Osborne Hughes Begum Fairfax Sinclair Barlow Whittaker Khan Loxley Drummond Penrose",
    "DE": "Schneider Becker Hoffmann Krüger Vogel Lindner Brandt Yilmaz Seidel Winkler Böhm Petersen Groß Kaiser Ziegler",
    "FR": "Lefèvre Moreau Fontaine Girard Rousseau Chevalier Perrin Marchand Benali Gauthier Renaud Colin Dumas Vidal",
    "CA": "Tremblay MacDonald Singh Gagnon Fraser Chen Bouchard Campbell Roy Wilson Pelletier Dhillon Leblanc Stewart",
}
_STREETS = {
    "US": "Maple Street|Harbor Avenue|Cedar Lane|Juniper Road|Lakeview Drive|Orchard Street|Summit Avenue|Mill Pond Road",
    "GB": "Station Road|Church Lane|Quay Street|Victoria Terrace|Mill Lane|Orchard Close|Kingfisher Way|Abbey Walk",
    "DE": "Lindenstraße|Hafenweg|Gartenstraße|Schillerstraße|Am Mühlbach|Kastanienallee|Bergstraße|Uferweg",
    "FR": "rue des Lilas|avenue Jean Moulin|rue du Port|impasse des Tilleuls|rue Victor Hugo|chemin du Moulin",
    "CA": "Birch Street|Lakeshore Road|Spruce Avenue|King Street West|Harbourfront Drive|Maple Crescent|Ridge Road",
}
# city, state or province, how its postcodes look: a digit for #, a letter for @
_CITIES: dict[str, tuple[tuple[str, str | None, str], ...]] = {
    "US": (
        ("Portland", "OR", "972##"),
        ("Austin", "TX", "787##"),
        ("Madison", "WI", "537##"),
        ("Providence", "RI", "029##"),
        ("Denver", "CO", "802##"),
        ("Savannah", "GA", "314##"),
        ("Tacoma", "WA", "984##"),
    ),
    "GB": (
        ("Bristol", None, "BS# #@@"),
        ("Leeds", None, "LS# #@@"),
        ("Edinburgh", None, "EH# #@@"),
        ("Cardiff", None, "CF1# #@@"),
        ("Norwich", None, "NR# #@@"),
        ("Liverpool", None, "L# #@@"),
    ),
    "DE": (
        ("Hamburg", None, "202##"),
        ("Leipzig", None, "041##"),
        ("Freiburg", None, "791##"),
        ("Köln", None, "506##"),
        ("Bremen", None, "281##"),
    ),
    "FR": (
        ("Nantes", None, "44##0"),
        ("Lyon", None, "6900#"),
        ("Rennes", None, "35##0"),
        ("Bordeaux", None, "33##0"),
        ("Lille", None, "59##0"),
    ),
    "CA": (
        ("Halifax", "NS", "B3@ #@#"),
        ("Toronto", "ON", "M5@ #@#"),
        ("Montréal", "QC", "H2@ #@#"),
        ("Victoria", "BC", "V8@ #@#"),
        ("Calgary", "AB", "T2@ #@#"),
    ),
}
# Numbers that regulators keep for fiction: 555-01xx; Ofcom's, the Bundesnetzagentur's and ARCEP's lists for drama.
_PHONES = {
    "US": "+1 503 555 01{:02d}",
    "GB": "+44 7700 900{:03d}",
    "DE": "+49 30 23125 {:03d}",
    "FR": "+33 6 39 98 {:02d} 17",
    "CA": "+1 416 555 01{:02d}",
}
_POSTCODE_LETTERS = "ABEHJLNPRSTW"


def customers(region: Region, first_number: int, now: datetime, rng: random.Random) -> list[Customer]:
    """As many as the region has, numbered from ``first_number``."""
    return [_customer(region, first_number + i, now, rng) for i in range(region.customers)]


def _customer(region: Region, number: int, now: datetime, rng: random.Random) -> Customer:
    name = f"{rng.choice(_FIRST[region.code].split())} {rng.choice(_LAST[region.code].split())}"
    addresses = [address(region, rng, "home").model_copy(update={"default": True})]
    if rng.random() < 0.15:
        addresses.append(address(region, rng, "other"))
    return Customer(
        id=f"C{number:04d}",
        name=name,
        email=email_of(name, number),
        phone=phone(region, rng),
        region=region.code,
        locale=region.locale if region.code != "CA" or rng.random() > 0.25 else "fr-CA",
        created_at=now - timedelta(days=rng.randint(430, 1500)),
        addresses=addresses,
        payment_methods=methods(region, number, rng),
    )


def email_of(name: str, number: int) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    return f"{plain.replace(' ', '.')}{number}@example.com"


def phone(region: Region, rng: random.Random) -> str:
    return _PHONES[region.code].format(rng.randint(0, 99))


def address(region: Region, rng: random.Random, address_id: str | None = None) -> Address:
    city, state, pattern = rng.choice(_CITIES[region.code])
    street, number = rng.choice(_STREETS[region.code].split("|")), rng.randint(2, 180)
    return Address(
        id=address_id,
        line1=f"{street} {number}" if region.code == "DE" else f"{number} {street}",
        line2=f"Apt {rng.randint(1, 40)}" if region.code in {"US", "CA"} and rng.random() < 0.3 else None,
        city=city,
        state=state,
        postcode=_postcode(pattern, rng),
        country=region.code,
    )


def _postcode(pattern: str, rng: random.Random) -> str:
    """A digit for each ``#``, a letter for each ``@``."""
    drawn = {"#": "0123456789", "@": _POSTCODE_LETTERS}
    return "".join(rng.choice(drawn[c]) if c in drawn else c for c in pattern)


def methods(region: Region, number: int, rng: random.Random) -> list[PaymentMethod]:
    """One to three: a card or PayPal or a bank account, and a gift card for every third."""
    last4 = f"{rng.randint(0, 9999):04d}"
    own = [PaymentMethod(id=f"card_{number:04d}", kind="card", brand=rng.choice(("visa", "mastercard")), last4=last4)]
    if rng.random() < 0.3:
        own.insert(rng.randint(0, 1), PaymentMethod(id=f"paypal_{number:04d}", kind="paypal"))
    elif region.currency == "EUR" and rng.random() < 0.4:
        own = [PaymentMethod(id=f"bank_{number:04d}", kind="bank")]
    if rng.random() < 0.35:
        balance = Money(amount=Decimal(rng.randrange(5, 200, 5)), currency=region.currency)
        own.append(PaymentMethod(id=f"gift_{number:04d}", kind="gift_card", balance=balance))
    return own

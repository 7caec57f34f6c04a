"""Personal data in a text: where it is, of which kind, and the token that stands for it; and the record of processing: which kind of data
is where, why, for how long (GDPR, Article 30).
"""

import re
from typing import Literal

from pydantic import BaseModel

PersonalDataKind = Literal[
    "card",
    "ssn",
    "iban",
    "bank_account",
    "email",
    "phone",
    "address",
    "name",
    "date_of_birth",
    "ip",
    "national_id",
    "passport",
    "driving_licence",
    "secret",
]

# Never sealed, never kept in any form that can be opened again.
NEVER_KEPT: frozenset[PersonalDataKind] = frozenset({"card", "ssn", "secret", "national_id", "passport", "driving_licence"})

# Refused where a field asks for something else: a card typed as a name must not be kept as a name.
NEVER_TYPED: frozenset[PersonalDataKind] = frozenset({"card", "ssn", "secret"})

PIECE = "[DIGITS]"  # stands for a piece of a card or an SSN that came in several messages or fields


class PersonalData(BaseModel):
    """Offsets are Unicode code points of the text as it was sent; ``token`` is e.g. ``[CARD_1]``."""

    kind: PersonalDataKind
    start: int
    end: int
    token: str = ""


class MaskedText(BaseModel):
    text: str
    entities: list[PersonalData]


class Sealed(BaseModel):
    """An original that an action may need later, sealed under the vault key."""

    token: str
    kind: PersonalDataKind
    digest: str  # keyed, so that equal values get equal tokens
    box: bytes | None  # None for kinds that are never kept


def in_part(field: str, value: str) -> str:
    """So much of a value as its owner knows it by, and nobody else: "s***@example.com", "…71", "E. L.", of a street "27 W. S.";
    empty where that would say it."""
    if field == "email":
        local, at, host = value.partition("@")
        return f"{local[:1]}***@{host}" if at and len(local) > 1 else ""
    if field == "phone":
        digits = "".join(sign for sign in value if sign.isdigit())
        return f"…{digits[-2:]}" if len(digits) > _FEWEST_DIGITS else ""
    if field == "street":
        return " ".join(word if word[0].isdigit() else f"{word[0]}." for word in re.findall(r"\w+", value))
    return " ".join(f"{word[0]}." for word in value.split() if word[:1].isalpha()) if field == "name" else ""


_FEWEST_DIGITS = 6


class KindOfData(BaseModel):
    """``kept_days`` is None where the policy names no end: then it is kept until it is erased."""

    data: str
    purpose: str
    stored_in: list[str]
    form: str  # "masked", "sealed", "digest" or "plain"
    kept_days: int | None
    erased_with: str


class ModelEndpoint(BaseModel):
    """A model that reads customers' text. ``region`` is where it runs, None where nobody has said."""

    name: str
    endpoint: str  # a host, or "in the process"
    region: str | None
    reads: str
    refused_for: list[str]  # regions of customers whose text it may not read, by the policy


class ProcessingRecord(BaseModel):
    controller: str
    policy_version: str
    database: str
    kinds: list[KindOfData]
    models: list[ModelEndpoint]
    recipients: list[str]
    consent: dict[str, list[str]]  # mode → regions; "*" is everywhere else

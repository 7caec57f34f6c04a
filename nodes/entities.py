"""What a masked message names: order numbers, tokens of personal data, postcodes and one-time codes. Rules, no model."""

import re
from typing import TypedDict

# Order numbers: a letter prefix with digits (HP104233, #W6067464, AB-12345) or a # with digits; bare digits only when asked for.
_ORDER = re.compile(r"(?<![\w\[])(#?[A-Za-z]{1,4}-?\d{4,12}|#\d{4,12})(?!\w)")
_BARE_NUMBER = re.compile(r"(?<![\w\[#.-])(\d{5,12})(?![\w.-]*\])")
_SAID_POSTCODE = re.compile(
    r"\b(?:zip(?: ?code)?|post ?code|postal code)\b[\s\w']{0,16}?[\s:#]*(\d{5}(?:-\d{4})?)(?!\d)", re.IGNORECASE
)
_TOKEN = re.compile(r"\[([A-Z_]+)_(\d+)\]")
_CODE = re.compile(r"(?<!\d)(\d{3}[ -]?\d{3})(?!\d)")
_POSTCODE = re.compile(
    r"\b([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d|\d{5}(?:-\d{4})?)\b", re.IGNORECASE
)


class Entities(TypedDict, total=False):
    order_ids: list[str]
    numbers: list[str]  # bare digits that may be an order number
    emails: list[str]  # tokens
    addresses: list[str]  # tokens
    phones: list[str]  # tokens
    names: list[str]  # tokens
    postcodes: list[str]
    codes: list[str]
    bare: str  # "yes" or "no" where the whole message is just that


def find_entities(text: str) -> Entities:
    """Everything that a message names, each kind in the order of the text."""
    tokens: dict[str, list[str]] = {}
    for match in _TOKEN.finditer(text):
        tokens.setdefault(match[1], []).append(match[0])
    bare = _TOKEN.sub(" ", text)
    found: Entities = {
        "order_ids": list(dict.fromkeys(m.upper() for m in _ORDER.findall(bare))),
        "numbers": _BARE_NUMBER.findall(_SAID_POSTCODE.sub(" ", bare)),
        "emails": tokens.get("EMAIL", []),
        "addresses": tokens.get("ADDRESS", []),
        "phones": tokens.get("PHONE", []),
        "names": tokens.get("NAME", []),
        "postcodes": _POSTCODE.findall(_ORDER.sub(" ", bare)),
        "codes": [re.sub(r"\D", "", c) for c in _CODE.findall(_ORDER.sub(" ", bare))],
    }
    return found

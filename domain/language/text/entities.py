"""What a masked message names: order numbers, tokens of personal data, postcodes and one-time codes. Rules, no model."""

import re

from typing_extensions import TypedDict

from domain.lazy_pattern import lazy_pattern

# Order numbers: a letter prefix with digits (HP104233, #W6067464, AB-12345) or a # with digits; bare digits only when asked for.
_ORDER = lazy_pattern(r"(?<![\w\[])(#?[A-Za-z]{1,4}-?\d{4,12}|#\d{4,12})(?!\w)")
_BARE_NUMBER = lazy_pattern(r"(?<![\w\[#.-])(\d{5,12})(?![\w.-]*\])")
_POSTCODE = (
    r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}"  # Britain
    r"|[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d"  # Canada
    r"|[AC-FHKNPRTV-Y](?:\d{2}|6W) ?[0-9AC-FHKNPRTV-Y]{4}"  # Ireland
    r"|\d{5}(?:-\d{4})?"  # the United States, Germany, France, Spain, Italy, ...
    r"|\d{4} ?(?-i:[A-Z]{2})"  # the Netherlands
    r"|\d{4}-\d{3}|\d{2}-\d{3}|\d{3} \d{2}"  # Portugal; Poland; Czechia, Slovakia, Sweden, Greece
)
_LOOSE_POSTCODE = (
    r"(?:[A-Z]{1,3}-)?\d{4,6}|[A-Z]{3} ?\d{4}"  # Austria, Latvia, Romania, Malta, ...: only where it is asked for
)
_SAID_POSTCODE = lazy_pattern(
    r"\b(?:zip(?: ?code)?|post ?code|postal code|plz|postleitzahl|code postal)\b(?:(?:(?!\border\b)[\s\w']){0,24}?\s|[\s:#=]*)"
    rf"({_POSTCODE}|{_LOOSE_POSTCODE})(?![\w-])",
    re.IGNORECASE,
)
_CLEAR_POSTCODE = lazy_pattern(rf"(?<![\w#-])({_POSTCODE})(?![\w-])", re.IGNORECASE)
_ONLY_LOOSE = lazy_pattern(rf"(?<![\w#-])({_LOOSE_POSTCODE})(?![\w-])", re.IGNORECASE)
_TOKEN = lazy_pattern(r"\[([A-Z_]+)_(\d+)\]")
_CODE = lazy_pattern(r"(?<!\d)(\d{3}[ -]?\d{3})(?!\d)")
_SAID_ORDER = lazy_pattern(
    r"\b(?:order|bestellung|commande)(?:[ -]?(?:number|no\.?|nr\.?|id))?(?: is)?\W{0,3}(\d{4,12})\b", re.IGNORECASE
)
_GOODS_NUMBER = lazy_pattern(
    r"\b(?:item|product|article|variant)s?[ -]?(?:ids?|numbers?|no\.?|nr\.?)\b(?: is| of)?\W{0,4}\d{5,14}\b", re.IGNORECASE
)
_SEVERAL = lazy_pattern(
    r"\b(?:all|both|each|every|any|two|three)\b[\w\s']{0,20}\borders?\b|\b(?:cancel|return) both\b", re.IGNORECASE
)


class Entities(TypedDict, total=False):
    order_ids: list[str]
    numbers: list[str]  # bare digits that may be an order number
    emails: list[str]  # tokens
    addresses: list[str]  # tokens
    phones: list[str]  # tokens
    names: list[str]  # tokens
    postcodes: list[str]  # said to be one last, before it those that look like one
    loose_postcodes: list[str]  # what is one only where one was asked for
    codes: list[str]
    bare: str  # "yes" or "no" where the whole message is just that
    # Away from the quote that waited: "perhaps", "corrects" where it says what is wanted instead, "unread" where that is not understood.
    leans: str


def find_entities(text: str) -> Entities:
    """Everything that a message names, each kind in the order of the text."""
    tokens: dict[str, list[str]] = {}
    for match in _TOKEN.finditer(text):
        tokens.setdefault(match[1], []).append(match[0])
    bare = _GOODS_NUMBER.sub(" ", _TOKEN.sub(" ", text))
    said = _SAID_POSTCODE.findall(bare)
    bare = _SAID_POSTCODE.sub(" ", bare)
    without_orders = _ORDER.sub(" ", bare)
    found: Entities = {
        "order_ids": list(dict.fromkeys(m.upper() for m in _ORDER.findall(bare))),
        "numbers": _BARE_NUMBER.findall(bare),
        "emails": tokens.get("EMAIL", []),
        "addresses": tokens.get("ADDRESS", []),
        "phones": tokens.get("PHONE", []),
        "names": tokens.get("NAME", []),
        "postcodes": [*_CLEAR_POSTCODE.findall(without_orders), *said],
        "loose_postcodes": _ONLY_LOOSE.findall(bare),
        "codes": [re.sub(r"\D", "", c) for c in _CODE.findall(without_orders)],
    }
    return found


def order_number_said(text: str) -> str | None:
    """Digits that are said to be an order's number: "order no. 53789"."""
    found = _SAID_ORDER.search(text)
    return found[1] if found else None


def speaks_of_several_orders(text: str) -> bool:
    return bool(_SEVERAL.search(text))

"""Order numbers as people type them."""

import re


def as_typed(number: str) -> list[str]:
    """The forms in which a shop may hold an order number that a person typed, without repeats."""
    plain = number.strip()
    bare = plain.lstrip("#")
    return list(dict.fromkeys([plain, plain.upper(), f"#{bare}", f"#{bare.upper()}", bare, bare.upper()]))


def typed_id(number: str) -> str:
    """What all forms of an order number share: ``#W2611340``, ``w2611340`` and ``W 2611340`` are ``W2611340``."""
    return "".join(sign for sign in number.upper() if sign.isalnum())


def digits_of(number: str) -> str:
    return re.sub(r"\D", "", number)


def same_number(one: str, other: str) -> bool:
    """Whether two forms are of one number, whatever their case and sign before it."""
    return one.lstrip("#").casefold() == other.lstrip("#").casefold()

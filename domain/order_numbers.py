"""Order numbers as people type them."""


def as_typed(number: str) -> list[str]:
    """The forms in which a shop may hold an order number that a person typed, without repeats."""
    plain = number.strip()
    bare = plain.lstrip("#")
    return list(dict.fromkeys([plain, plain.upper(), f"#{bare}", f"#{bare.upper()}", bare, bare.upper()]))

"""Plain text into sentences and list items."""

from domain.lazy_pattern import lazy_pattern

# A full stop after these does not end a sentence.
_ABBREVIATIONS = (
    "e.g.",
    "i.e.",
    "etc.",
    "approx.",
    "incl.",
    "no.",
    "st.",
    "mr.",
    "mrs.",
    "ms.",
    "dr.",
    "vs.",
    "min.",
    "max.",
)
ITEM = lazy_pattern(r"^\s*(-|\d+\.|•)\s")  # begins an item of a list
_BORDER = lazy_pattern(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9À-ÞА-Я•-])")


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph, in order; nothing is lost but the white space between them."""
    parts: list[str] = []
    start = 0
    for border in _BORDER.finditer(text):
        before = text[start : border.start()].rsplit(maxsplit=1)
        if before and before[-1].lower() in _ABBREVIATIONS:
            continue
        parts.append(text[start : border.end()].strip())
        start = border.end()
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def units(answer: str) -> list[str]:
    """The sentences of an answer of several lines, in order; list items stay whole."""
    parts: list[str] = []
    for line in answer.splitlines():
        if line.strip():
            parts.extend([line.rstrip()] if ITEM.match(line) else sentences(line))
    return parts

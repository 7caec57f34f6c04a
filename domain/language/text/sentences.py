"""The sentences of a text, and what commas part in them, each with the signs that end it. What may be an act of its own is told by
``clauses``."""

from domain.lazy_pattern import lazy_pattern

# A dot or a comma before a digit ends nothing: "0.5 litres", "12,50".
_SENTENCE = lazy_pattern(r"(?:[^.?!;\n…]|\.(?=\d))+[.?!;\n…]*")
_PHRASE = lazy_pattern(r"(?:[^.?!;,\n…]|[.,](?=\d))+[.?!;,\n…]*")
STOPS = " .?!;,\n…"


def sentences(text: str) -> list[str]:
    """In their order."""
    return [found.strip() for found in _SENTENCE.findall(text) if found.strip()]


def phrases(text: str) -> list[str]:
    """Sentences parted at their commas too; joined again they are the text, but for signs before the first."""
    return [found[0] for found in _PHRASE.finditer(text)]


def without_stops(parts: list[str]) -> list[str]:
    """What the parts say; those that say nothing are left out."""
    return [said for part in parts if (said := part.strip(STOPS))]

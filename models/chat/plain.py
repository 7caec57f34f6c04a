"""Text as tables compare it."""

import re
import unicodedata


def plain(text: str) -> str:
    """Lower case, without accents, one kind of apostrophe."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").lower()).replace("ß", "ss")
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def pattern(written: str) -> re.Pattern[str]:
    """A table writes a long one over several lines, which YAML joins by spaces."""
    return re.compile(written.strip().replace(" |", "|").replace(") \\b", ")\\b"))

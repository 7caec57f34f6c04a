"""Questions that are asked again and again, in the documents' own words: "verpackt ihr als Geschenk?" → "Do you offer gift wrapping?"."""

from functools import lru_cache

from domain.language.refusal import REMEMBERED, folded
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_TABLE = shipped_table("domain.language", "common_questions.yaml")
_QUESTIONS = [
    (question, lazy_pattern("|".join(f"(?:{form})" for form in forms))) for question, forms in _TABLE["questions"].items()
]


@lru_cache(maxsize=REMEMBERED)
def in_common_words(text: str) -> str | None:
    """The question in words that documents use; None where it is none of these."""
    said = folded(text)
    return next((question for question, pattern in _QUESTIONS if pattern.search(said)), None)

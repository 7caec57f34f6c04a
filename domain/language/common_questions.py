"""Questions that are asked again and again, in the documents' own words: "verpackt ihr als Geschenk?" → "Do you offer gift wrapping?"."""

import re
from functools import lru_cache

from domain.language.folding import REMEMBERED, folded
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_TABLE = shipped_table("domain.language", "common_questions.yaml")
_OUR_CONTACT = (
    "Do you have a telephone hotline that I can call?",
    "What is your e-mail address, to write to customer service?",
)


def _forms_of(group: str) -> list[tuple[str, re.Pattern[str]]]:
    return [(question, lazy_pattern("|".join(f"(?:{form})" for form in forms))) for question, forms in _TABLE[group].items()]


_FOR_DOCUMENTS, _QUESTIONS = _forms_of("for_documents"), _forms_of("questions")


@lru_cache(maxsize=REMEMBERED)
def in_common_words(text: str) -> str | None:
    """The question in words that documents use; None where it is none of these."""
    said = folded(text)
    return next((question for question, pattern in [*_FOR_DOCUMENTS, *_QUESTIONS] if pattern.search(said)), None)


@lru_cache(maxsize=REMEMBERED)
def is_for_documents(text: str) -> bool:
    """Whether only documents answer it, although it reads like a report or a wish: a card that is declined, used goods in general."""
    said = folded(text)
    return any(pattern.search(said) for _, pattern in _FOR_DOCUMENTS)


def asks_our_contact(text: str) -> bool:
    """Whether our own telephone number or address is asked for ("Wie ist Ihre Telefonnummer?"), and not what an account holds."""
    return in_common_words(text) in _OUR_CONTACT

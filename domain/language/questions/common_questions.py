"""Questions that are asked again and again, in the documents' own words ("verpackt ihr als Geschenk?"), and how goods are used, put
together, kept or mended: asked of the documents, whatever else is told of the goods.
"""

import re
from functools import lru_cache

from domain.language.folding import REMEMBERED, folded, with_pieces
from domain.language.languages.dialects import in_standard_german
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_TABLE = shipped_table("domain.language.questions", "common_questions.yaml")
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


_HOW_TO = shipped_table("domain.language.questions", "how_to.yaml")


def _any(name: str) -> re.Pattern[str]:
    return lazy_pattern("|".join(with_pieces(part, _HOW_TO["pieces"]) for part in _HOW_TO[name]))


_ASKED, _OF_ORDERS, _NOT_WANTED = _any("asked"), _any("of_orders"), _any("not_wanted")


@lru_cache(maxsize=REMEMBERED)
def asks_how_to(text: str) -> bool:
    """ "How do I tighten the legs?", "wia ziag i de Schraubn nach", "gibt es eine Anleitung?", and nothing of an order beside it."""
    said = folded(in_standard_german(text))
    return bool(_ASKED.search(said)) and not _OF_ORDERS.search(_NOT_WANTED.sub(" ", said))

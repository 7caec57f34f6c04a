"""What a reply shows of its manners: that it is sorry, that it says what it is, that it shouts."""

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_SORRY = lazy_pattern(
    r"\b(?:sorry|apologi[sz]e\w*|apolog(?:y|ies)|regret|excuse (?:me|us)|on our side|our (?:fault|mistake)|"
    r"tut (?:mir|uns) (?:sehr |wirklich )?leid|leid|entschuldig\w*|verzeih\w*|bedauer\w*|auf unserer seite|unser fehler)\b"
)
_AUTOMATED = lazy_pattern(r"\b(?:ai|a\.i\.|ki|automated|automatic|automatisch\w*|automatisiert\w*|robot|chatbot|bot)\b")
_EXCLAIMED = lazy_pattern(r"!\s*!|\?!|!\?")
_LOUD = lazy_pattern(r"\b[A-ZÄÖÜ]{2,}(?:[\s,]+[A-ZÄÖÜ]{2,}){2,}\b")


def sounds_sorry(text: str) -> bool:
    """Whether it apologises, or owns that it went wrong here."""
    return bool(_SORRY.search(folded(text)))


def says_it_is_automated(text: str) -> bool:
    return bool(_AUTOMATED.search(folded(text)))


def shouts(text: str) -> bool:
    """Several exclamation marks, or several words in capitals, one after the other."""
    return bool(_EXCLAIMED.search(text) or _LOUD.search(text))

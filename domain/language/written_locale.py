"""The locale that a conversation goes on in, once its customer plainly writes another language that we speak."""

from domain.language.folding import folded
from domain.language.plain_language import plain_language
from domain.lazy_pattern import lazy_pattern

_WRITTEN = {"de": ("DE", "AT", "CH", "LI", "LU")}  # what is spoken beside English, and where
_FEWEST_WORDS = 3
# The few words of an answer, where German is spoken.
_GERMAN = lazy_pattern(
    r"^\W*(?:ja|jo|jep|na gut|hallo|moin|servus|gruss gott|gruezi)\b|\b(?:einverstanden|gerne?|jawohl|freilich|freili|naturlich|"
    r"selbstverstandlich|nein|danke|bitte|guten (?:tag|morgen|abend)|"
    r"ich stimme zu|stimme zu|passt|klar|bestellung|paket|mitarbeiter|mensch)\b"
)


def locale_of_words(locale: str, region: str | None, text: str) -> str:
    """``de-DE`` where somebody whose conversation is in English (as it is where no locale was given) plainly writes German.

    Never back: a word of English in between changes nothing."""
    if locale.partition("-")[0].lower() != "en":
        return locale
    written = plain_language(text) if len(text.split()) >= _FEWEST_WORDS else None
    if written is None and region in _WRITTEN["de"] and len(text.split()) <= _FEWEST_WORDS and _GERMAN.search(folded(text)):
        written = "de"
    if written not in _WRITTEN:
        return locale
    places = _WRITTEN[written]
    return f"{written}-{region if region in places else places[0]}"

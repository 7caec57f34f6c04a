"""The locale that a conversation goes on in, once its customer plainly writes another language that we speak."""

from domain.language.plain_language import plain_language

_WRITTEN = {"de": ("DE", "AT", "CH", "LI", "LU")}  # what is spoken beside English, and where
_FEWEST_WORDS = 3


def locale_of_words(locale: str, region: str | None, text: str) -> str:
    """``de-DE`` where somebody whose conversation is in English (as it is where no locale was given) plainly writes German.

    Never back: a word of English in between changes nothing."""
    if locale.partition("-")[0].lower() != "en" or len(text.split()) < _FEWEST_WORDS:
        return locale
    written = plain_language(text)
    if written not in _WRITTEN:
        return locale
    places = _WRITTEN[written]
    return f"{written}-{region if region in places else places[0]}"

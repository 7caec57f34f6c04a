"""Which language a text is plainly in."""

import pytest

from domain.language.languages.written_language import plain_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("where is the rest of my order", "en"),
        ("Die Kanne ist nicht dicht", "de"),
        ("je ne trouve pas ma commande", "fr"),
        ("dónde está mi pedido", "es"),
        ("non trovo il mio ordine", "it"),
        ("onde está a minha encomenda", "pt"),
        ("ik heb mijn pakket niet", "nl"),
        ("HP104233", None),
        ("ok", None),
    ],
)
def test_small_words_tell_the_language(text: str, language: str | None) -> None:
    assert plain_language(text) == language

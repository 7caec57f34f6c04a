"""A German "nicht" that tells what is wrong is no "no" to what was asked; one that refuses is."""

import pytest

from domain.language.quotes.refusal import refuses


@pytest.mark.parametrize(
    "text",
    [
        "mein konto geht nicht",
        "das paket ist nicht da",
        "mein Paket ist noch nicht angekommen",
        "die Lampe funktioniert nicht",
        "ich kann mich nicht einloggen",
        "die Lieferung kam nicht an",
    ],
)
def test_a_report_is_no_refusal(text: str) -> None:
    assert refuses(text, "refund_order") is None


@pytest.mark.parametrize(
    "text",
    [
        "nein das will ich nicht",
        "das passt mir nicht",
        "mach das nicht",
        "bitte nicht",
        "nein, das geht nicht",
        "nicht stornieren",
    ],
)
def test_a_refusal_is_one(text: str) -> None:
    assert refuses(text, "cancel_order") is not None

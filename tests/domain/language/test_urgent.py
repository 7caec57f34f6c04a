"""What cannot wait is found by rules, and what only sounds alike is not."""

import pytest

from domain.language.urgent import NEVER_NAMES, urgent
from models.personal_data import RampartNameFinder
from privacy.masking import TextMasker
from privacy.vault import AesGcmVault


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I can't go on, I want to end it all", "self_harm"),
        ("Ich will nicht mehr leben", "self_harm"),
        ("the kitchen smells of gas since your stove is here", "danger"),
        ("the charger caught fire", "danger"),
        ("la bouilloire a pris feu", "danger"),
        ("my daughter swallowed the battery", "injury"),
        ("I cut my finger badly on the lid", "injury"),
        ("I will kill you all", "threat"),
        ("somebody used my credit card in your shop", "fraud"),
        ("my account was hacked", "account_taken_over"),
        ("my ex can see where I live in your app", "stalking"),
        ("my lawyer will be in touch", "legal"),
        ("voy a denunciarlos", "legal"),
    ],
)
def test_each_kind_is_read(text: str, kind: str) -> None:
    assert urgent(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "this mug is killer",
        "dying to get it, when does it come",
        "my bulb burned out",
        "is the knife set in stock",
        "do you sell a hacksaw",
        "shot glasses, six of them",
        "how wide is the fire pit",
        "I could kill for a coffee",
        "an attorney-style briefcase",
        "is the pan safe for gas hobs",
        "what is the legal age for wine",
        "the leg of the sofa is broken",
        "my candle melted in the post",
        "where is my order HP104233",
        "do I have to send back what arrived broken?",
        "it came back broken",
    ],
)
def test_look_alikes_are_not(text: str) -> None:
    assert urgent(text) is None


def test_words_of_danger_are_never_masked_as_somebodys_name() -> None:
    masker = TextMasker(AesGcmVault(bytes(32)), RampartNameFinder(), NEVER_NAMES).within("c")
    for text in ("My daughter swallowed one of the magnets", "my daughter swallowed the battery"):
        assert urgent(masker.mask(text, "US")[0].text), text

"""What cannot wait is found by rules, and what only sounds alike is not."""

import pytest

from domain.language.danger.urgent import NEVER_NAMES, urgent
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


# Said before a consent and in the queue, where nothing but rules reads them.
@pytest.mark.parametrize(
    "text",
    [
        "baby isn't breathing",
        "baby isn't breathing, from your cot",
        "mein Baby atmet nicht",
        "mon bébé ne respire plus",
        "mi bebé no respira",
        "mio figlio soffoca",
        "my baby's lips are blue after chewing the toy",
        "i want to unalive myself",
        "quiero acabar con mi vida",
        "j'ai envie d'en finir",
        "хочу умереть",
        "I've got nothing left to live for",
        "pills and vodka tonight",
        "i've been cutting again",
        "he has chest pain after lifting the table",
        "battery acid leaked onto my skin",
        "the battery leaked acid in my sons mouth",
        "the knife fell and went through my foot",
        "my kid swolowed a magnet",
        "they will kill me",
        "fire!!!",
        "levei um choque",
        "someone else placed HP111323 with my card",
        "not sure i'll make it through the night",
        "help me im trapped under the shelf",
        "someone is in my house",
        "i m not safe at home",
        "SOS",
        "k i l l  m y s e l f",
        "I w@nt to kill mys3lf",
        "su1cide",
        "自杀",
        "死にたい",
        "أريد أن أموت",
        "मैं मरना चाहता हूँ",
        "intihar edeceğim",
        "fire",
    ],
)
def test_danger_in_ordinary_words_is_seen_by_rules_alone(text: str) -> None:
    assert urgent(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "the throw is breathing nicely, good fabric",
        "is the mattress breathable",
        "nothing left in stock?",
        "I've been cutting fabric again with these scissors",
        "the knife went through the bread",
        "fire pit delivery",
        "is it fire safe",
        "fire red mug",
        "the blue lips mug",
        "the vase went through the post fine",
        "they will kill me if the gift is late lol",
        "my wife will kill me if this isn't here by friday",
        "I could die for these towels",
        "this skillet is fire!!!",
        "does the cot let air through",
        "can you make it through the night shift delivery",
        "someone is in my house to sign for it on monday",
        "I am not safe with knives, do you have guards",
        "choque de cor entre mug e prato",
        "do the horizontal stripes fade, you are the authority on towels",
        "the clock face is grey not white",
        "put the screw into the back of the shelf",
        "j'ai envie d'en finir avec cette commande",
        "the glass fell into the hand luggage",
        "le tissu ne respire pas",
        "the lamp gave me a heart attack when I saw the price",
        "the skillet face is all blue",
        "there was a nail in my parcel",
        "tablets with wine glasses set",
    ],
)
def test_what_only_looks_like_it_is_none(text: str) -> None:
    assert urgent(text) is None

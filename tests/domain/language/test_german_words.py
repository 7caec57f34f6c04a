"""German words for goods mean what a shop that names its own in English calls them: compounds by their parts, plurals by their ends."""

import pytest

from domain.language.languages.german_words import goods_meant, in_english, is_plural, option_meant, with_english_goods


@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("Decke", ["blanket", "throw"]),
        ("Picknickdecke", ["picnic blanket", "picnic throw"]),
        ("Gartenbank", ["garden bench"]),
        ("Kupferpfannen", ["copper pan", "copper skillet", "copper frying pan"]),
        ("Messbecher-Set", ["measuring cup"]),
        ("Handtücher", ["towel"]),
        ("Gästehandtuch", ["towel"]),
        ("Kissenbezüge", ["pillowcase", "cushion cover"]),
    ],
)
def test_goods_are_told_in_english(word: str, means: list[str]) -> None:
    assert [" ".join(way) for way in goods_meant(word)[0]] == means


@pytest.mark.parametrize("word", ["Bestellung", "Marmelade", "Schlüssel", "Nachteile", "Zahlung", "Barock", "ich"])
def test_other_words_are_no_goods(word: str) -> None:
    assert goods_meant(word) == ()


def test_plurals_and_options() -> None:
    assert is_plural("Tassen")
    assert not is_plural("Tasse")
    assert option_meant("Messing") == ("brass",)
    assert option_meant("schwarzes") == ()  # a colour that variants know by themselves
    assert with_english_goods("eine der Tassen", "Oyster Mug") == "eine der mugs"
    assert with_english_goods("eine der Tassen", "Tea Cup") == "eine der cups"


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("Darf die Kupferpfanne in die Spülmaschine?", "may copper pan skillet in dishwasher"),
        ("Wie reinige ich die Gusspfanne?", "how clean I cast iron skillet pan"),
        ("Darf die Copper Milk Pan in die Spülmaschine?", "may Copper Milk Pan in dishwasher"),
        ("How do I clean the pan?", ""),
        ("what was the set in the land of the old rock", ""),
    ],
)
def test_a_question_is_told_word_by_word(said: str, means: str) -> None:
    assert in_english(said) == means


def test_a_prefix_that_stands_apart_belongs_to_its_verb() -> None:
    assert "tighten" in in_english("Wie ziehe ich die Schrauben nach?").split()
    assert "season" in in_english("Wie brenne ich die Pfanne ein?").split()

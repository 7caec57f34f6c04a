"""Which nouns are goods: told by the encoder from the sentence they stand in."""

import pytest

from domain.acts import Act, GoodsReference, ReadingContext
from domain.language.goods.tagged_goods import places_of, with_tagged_goods
from domain.ports.understanding import TaggedWord
from models.acts.embedded_reader import EmbeddedReader


@pytest.fixture(scope="module")
def reader() -> EmbeddedReader:
    return EmbeddedReader.shipped()


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("The courier rang my neighbour's bell and the blender he left there is cracked", {"blender"}),
        ("I stood in the rain at the depot for an hour and the lamp you sent does not work", {"lamp"}),
        ("my grandmother opened the parcel in the kitchen and the teapot was in pieces", {"teapot"}),
        ("Der Mixer, den ich letzte Woche bekommen habe, ist kaputt", {"mixer"}),
        ("le grille-pain ne fonctionne plus depuis hier", {"grille-pain"}),
    ],
)
async def test_of_all_nouns_those_that_were_bought_are_goods(reader: EmbeddedReader, text: str, goods: set[str]) -> None:
    reading = await reader.read(text, ReadingContext())
    assert {ref.text for act in reading.acts for ref in act.goods} == goods


def tagged(text: str, **shares: float) -> list[TaggedWord]:
    words, at = [], 0
    for word in text.split():
        words.append(TaggedWord(at, at + len(word), shares.get(word, 0.0), 0.0, 0.0))
        at += len(word) + 1
    return words


def report(text: str, *goods: str) -> Act:
    named = [GoodsReference(text=name) for name in goods]
    return Act(act="report", intent="report_problem", problem="damaged", text=text, start=0, end=len(text), goods=named)


def test_a_noun_that_is_surely_none_is_left_out_and_one_that_was_passed_over_is_taken_with_its_number() -> None:
    text = "two kettles fell from the shelf"
    act = with_tagged_goods(report(text, "shelf"), text, tagged(text, kettles=0.9, shelf=0.02))
    assert [(ref.text, ref.quantity) for ref in act.goods] == [("kettles", 2)]


def test_what_nobody_is_sure_of_stays_as_the_rules_have_it() -> None:
    text = "the kettle fell from the shelf"
    assert with_tagged_goods(report(text, "kettle"), text, tagged(text, kettle=0.4, shelf=0.3)).goods == [
        GoodsReference(text="kettle")
    ]
    person = Act(act="wish", intent="human_agent", text=text, start=0, end=len(text))
    assert with_tagged_goods(person, text, tagged(text, kettle=0.99)) == person


def test_goods_that_were_passed_over_stand_beside_those_that_were_not() -> None:
    text = "the kettle and the toaster are broken"
    act = with_tagged_goods(report(text, "kettle"), text, tagged(text, kettle=0.9, toaster=0.9))
    assert [ref.text for ref in act.goods] == ["kettle", "toaster"]


def test_words_are_found_in_singular_and_plural() -> None:
    assert places_of("tea towel", ["two", "tea", "towels", "and", "tea"]) == {1, 2}
    assert places_of("", ["a"]) == set()

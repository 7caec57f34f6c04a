"""Damage that is denied, supposed, somebody else's, of the packaging or put right is no report; what is reported beside it is."""

import pytest

from domain.acts import ReadingContext
from models.acts.embedded_reader import EmbeddedReader


@pytest.fixture(scope="module")
def reader() -> EmbeddedReader:
    return EmbeddedReader.shipped()


async def kinds(reader: EmbeddedReader, text: str) -> set[str]:
    return {act.act for act in (await reader.read(text, ReadingContext())).acts if act.act not in ("value", "talk")}


@pytest.mark.parametrize(
    "text",
    [
        "the skillet is not broken, dont worry",
        "nothing is broken",
        "the skillet had a crack but it is sorted now",
        "the mug was chipped but I already got a refund",
        "the box was crushed but the teapot is fine",
        "die Pfanne ist nicht kaputt",
        "die Verpackung war beschädigt, aber die Pfanne ist heil",
    ],
)
async def test_what_is_denied_put_right_or_of_the_packaging_is_a_no(reader: EmbeddedReader, text: str) -> None:
    assert await kinds(reader, text) == {"no"}


@pytest.mark.parametrize(
    "text",
    [
        "my friend got a cracked skillet",
        "my friend got a cracked skillet, do you refund that?",
        "can i get a refund for the skillet if it is scratched?",
        "what happens if the skillet cracks",
        "can I return the mug if it is chipped",
        "was passiert, wenn die Pfanne kaputt geht?",
    ],
)
async def test_what_is_supposed_or_somebody_elses_is_a_question(reader: EmbeddedReader, text: str) -> None:
    assert await kinds(reader, text) == {"question"}


@pytest.mark.parametrize(
    "text",
    [
        "the skillet is not torn but the lid is cracked",
        "the skillet is not only cracked, it is rusty",
        "you sent a new one but it is cracked too",
        "you already sent a replacement, still the skillet is broken",
        "the box was damaged and the skillet is broken",
        "the jewellery box was damaged",
        "the skillet I ordered for my friend came cracked",
        "it is not broken, it is the wrong colour",
    ],
)
async def test_what_is_reported_beside_it_is_a_report(reader: EmbeddedReader, text: str) -> None:
    assert "report" in await kinds(reader, text)


async def test_a_denial_beside_a_wish_is_no_reason_of_it(reader: EmbeddedReader) -> None:
    (act,) = (await reader.read("the skillet isn't cracked, I just want to return it", ReadingContext())).acts
    assert (act.act, act.intent, act.problem, act.reason) == ("wish", "return_items", None, None)
    assert [ref.text for ref in act.goods] == ["skillet"]

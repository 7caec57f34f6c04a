"""One remedy wanted and another refused, some of several orders or goods, parts and wholes: in the languages that people write."""

import pytest

from domain.acts import ReadingContext
from models.acts.embedded_reader import EmbeddedReader


@pytest.fixture(scope="module")
def reader() -> EmbeddedReader:
    return EmbeddedReader.shipped()


@pytest.mark.parametrize(
    ("text", "wanted", "denied"),
    [
        ("Keine Erstattung, sondern bitte Ersatz", "exchange_items", "request_refund"),
        ("Kein Umtausch, ich möchte mein Geld", "request_refund", "exchange_items"),
        ("Die Schuhe behalte ich, aber den Gürtel schicke ich zurück", "return_items", "return_items"),
        ("je garde la veste, mais je renvoie le bonnet", "return_items", "return_items"),
        ("me quedo con la taza y devuelvo el plato", "return_items", "return_items"),
        ("refund please, no exchange", "request_refund", "exchange_items"),
        ("storniert HP104233, HP104234 aber nicht", "cancel_order", "cancel_order"),
        ("annuleer HP104233, maar laat HP104234 staan", "cancel_order", "cancel_order"),
        ("annulez HP104233 mais pas HP104234", "cancel_order", "cancel_order"),
    ],
)
async def test_what_is_refused_is_not_wanted(reader: EmbeddedReader, text: str, wanted: str, denied: str) -> None:
    acts = (await reader.read(text, ReadingContext())).acts
    assert {(act.intent, act.negated) for act in acts} == {(wanted, False), (denied, True)}


@pytest.mark.parametrize("text", ["Ich habe keine Erstattung bekommen", "pas de remboursement depuis un mois"])
async def test_money_that_did_not_come_is_not_refused(reader: EmbeddedReader, text: str) -> None:
    acts = (await reader.read(text, ReadingContext())).acts
    assert acts
    assert not any(act.negated for act in acts)


@pytest.mark.parametrize("text", ["I'd rather have the money than a new one", "lieber das Geld statt Ersatz"])
async def test_what_is_put_behind_is_not_wanted(reader: EmbeddedReader, text: str) -> None:
    acts = (await reader.read(text, ReadingContext())).acts
    assert [act.intent for act in acts if not act.negated] == ["request_refund"]


async def test_of_two_orders_the_one_that_is_told_by_its_place(reader: EmbeddedReader) -> None:
    acts = (await reader.read("HP104233 and HP104234 are the same, cancel the second one please", ReadingContext())).acts
    assert [[ref.number for ref in act.orders] for act in acts if act.intent == "cancel_order"] == [["HP104234"]]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("zwei der vier Tassen sind kaputt", [("tassen", 2)]),
        ("deux des six verres sont cassés", [("verres", 2)]),
        ("of the six glasses two are broken", [("glasses", 2)]),
        ("einer der beiden Stühle ist kaputt", [("stuhle", 1)]),
        ("the lid of the teapot is missing", [("lid", None)]),
        ("manca il coperchio della teiera", [("coperchio", None)]),
        ("My teapot arrived broken on 7 Nov; we are a farm.", [("teapot", None)]),
    ],
)
async def test_so_many_pieces_and_the_part_that_is_meant(
    reader: EmbeddedReader, text: str, goods: list[tuple[str, int | None]]
) -> None:
    acts = (await reader.read(text, ReadingContext())).acts
    assert [(ref.text, ref.quantity) for act in acts for ref in act.goods] == goods

"""German words for goods and for what they are made of, in a shop and in documents that are English: bound, or asked about."""

import pytest

from tests.merchant import Market
from tests.service import Served, Talk, text_of

SHELF = [
    ("Picnic Blanket", 1, "45.00"),
    ("Coffee Table", 1, "244.00"),
    ("Linen Apron", 1, "32.00"),
    ("Oyster Bay Mug", 1, "12.00"),
]


def buyer(market: Market, *lines: tuple[str, int, str], status: str = "delivered") -> tuple[Talk, str]:
    customer = market.merchant.customer()
    order = market.merchant.order(customer, list(lines), status=status)
    return market.served.signed_in(customer, region="DE", locale="de-DE"), order


def lines_quoted(talk: Talk) -> list[str]:
    pending = talk.state()["pending_action"]
    return list(pending["arguments"].get("line_ids") or []) if pending else []


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Die Decke", "1"),
        ("Picknickdecke", "1"),
        ("nur die Picknickdecke bitte", "1"),
        ("den Couchtisch", "2"),
        ("Der Wohnzimmertisch", "2"),
        ("die Schürze", "3"),
        ("Leinenschürze", "3"),
        ("den Becher", "4"),
        ("die Tasse", "4"),
    ],
)
def test_goods_are_chosen_by_their_german_names(market: Market, said: str, line: str) -> None:
    talk, _ = buyer(market, *SHELF)
    talk.say("Ich möchte etwas zurückgeben")
    answer = talk.say(said)
    assert lines_quoted(talk) == [line], text_of(answer)


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Ich möchte die Decke zurückgeben", []),  # which of the two?
        ("Ich möchte die Wolldecke zurückgeben", ["2"]),
        ("Die Picknickdecke möchte ich zurückgeben", ["1"]),
    ],
)
def test_a_word_that_may_mean_two_is_asked_about(market: Market, said: str, lines: list[str]) -> None:
    talk, _ = buyer(market, ("Picnic Blanket", 1, "45.00"), ("Wool Throw", 1, "60.00"))
    talk.say(said)
    assert lines_quoted(talk) == lines


@pytest.mark.parametrize("said", ["Die Gartenbank ist nicht da! Wo ist die?", "wo bleibt meine gartenbank"])
def test_an_order_is_found_by_its_goods_in_german(market: Market, said: str) -> None:
    talk, order = buyer(market, ("Garden Bench", 1, "228.00"), status="shipped")
    market.merchant.order(market.owner(order), [("Shoe Bench", 1, "90.00"), ("Linen Pillowcase", 1, "20.00")])
    assert f"Bestellung {order}" in text_of(talk.say(said))


def test_a_material_is_chosen_in_german(demo: Served) -> None:
    talk = demo.signed_in("C0003", region="DE", locale="de-DE")
    assert "oak" in text_of(talk.say("Gibt es die Gartenbank auch in Eiche?"))
    assert "Coffee Table" in text_of(talk.say("Was kostet der Couchtisch?"))
    assert "Picnic Blanket" in text_of(talk.say("Haben Sie die Picknickdecke noch auf Lager?"))


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("Darf die Copper Milk Pan in die Spülmaschine?", "Copper Milk Pan"),
        ("copper milk pan spülmaschine ok?", "Copper Milk Pan"),
        ("Bei wie viel Grad kann ich die Leinenschürze waschen?", "Geschirrtücher aus Leinen"),
        ("Wie viel Gewicht trägt die Hängematte?", "Camp Hammock"),
        ("Wie hänge ich den Spiegel an die Wand?", "hang a mirror"),
        ("Kann ich das Federkissen in der Waschmaschine waschen?", "Federkissen"),
        ("Wie lange brennt die Bienenwachskerze?", "brenne ich eine Kerze"),
        ("Ist ein Geschenkgutschein unbegrenzt gültig?", "Geschenkkarten"),
        ("Liefern Sie auch an eine Packstation?", "Lieferung in Deutschland"),
        ("Sind die Vorratsgläser luftdicht?", "airtight"),
        ("Wie pflege ich die Gartenbank im Winter?", "garden furniture"),
        ("Muss ich für die Rücksendung etwas bezahlen?", "Ware zurückgeben"),
        ("Wie kriege ich Kalk aus dem Wasserkessel?", "limescale"),
        ("Verträgt der Emaillebecher die Mikrowelle?", "Emaillebecher"),
        ("Wie stelle ich den Mahlgrad der Kaffeemühle ein?", "Burr Coffee Grinder"),
        ("Kann ich den Wasserkessel auf Induktion benutzen?", "Herd"),
    ],
)
def test_german_questions_are_answered_out_of_documents_of_either_language(
    demo: Served, question: str, article: str
) -> None:
    answer = demo.signed_in("C0003", region="DE", locale="de-DE").say(question)
    cited = [citation["title"] for message in answer["messages"] for citation in message["citations"]]
    assert any(article in title for title in cited), (cited, text_of(answer))


def test_what_no_document_holds_is_still_not_guessed(demo: Served) -> None:
    talk = demo.signed_in("C0003", region="DE", locale="de-DE")
    for question in ("Verkaufen Sie auch Kettensägen mit Benzinmotor?", "Wie wird morgen das Wetter in Köln?"):
        answer = talk.say(question)
        assert answer["turn"]["outcome"] in ("no_answer_found", "not_understood"), text_of(answer)

"""Of the right article the sentence that answers: the words that tell it from its neighbours decide, in any section and either language."""

import pytest

from tests.service import Served, text_of

_OVEN, _OFEN = "up to 270 °C", "bis zu 270 °C"
_AT_DISPATCH, _BEI_VERSAND = "made when the order ships", "wenn die Bestellung versandt wird"


@pytest.mark.parametrize(
    ("region", "said", "told", "not_told"),
    [
        ("US", "is the enamel mug ok in the oven", _OVEN, "Microwave"),
        ("US", "can I put the enamel camp mug into the oven?", _OVEN, "Dishwasher"),
        ("US", "enamel mug in the microwave?", "Microwave: no", "270"),
        ("US", "can the cast iron skillet go in the oven?", "in the oven", "Rust"),
        ("US", "is it ok to put the oyster bay bowls in the microwave", "Microwave | yes", "1,240"),
        ("DE", "darf der emaillebecher auch in den ofen?", _OFEN, "Mikrowelle"),
        ("DE", "darf die emailletasse in den backofen?", _OFEN, "Mikrowelle"),
        ("DE", "kann ich den emaillebecher in die mikrowelle stellen", "Mikrowelle: nein", "270"),
        ("DE", "kann die gusseisenpfanne in den ofen?", "im Backofen", "Stahlwolle"),
        ("DE", "dürfen die oyster bay teller in den ofen", "bis 180 °C", "1.240"),
    ],
)
def test_the_sentence_with_the_word_that_is_asked_about(
    demo: Served, region: str, said: str, told: str, not_told: str
) -> None:
    answer = demo.talk(region=region, locale="de-DE" if region == "DE" else "en-US", consent=True).say(said)
    assert told in text_of(answer), text_of(answer)
    assert not_told not in text_of(answer), text_of(answer)
    assert any(message["citations"] for message in answer["messages"])


@pytest.mark.parametrize(
    ("region", "said", "told"),
    [
        ("US", "when will I get the invoice?", _AT_DISPATCH),
        ("US", "when does the invoice come?", _AT_DISPATCH),
        ("DE", "wann kommt die Rechnung?", _BEI_VERSAND),
        ("DE", "wann bekomme ich meine rechnung", _BEI_VERSAND),
        ("US", "how do I get an invoice?", "Account, Orders, Invoice"),
        ("US", "do I lose the balance on my gift card if I don't spend it all", "See the balance"),
    ],
)
def test_the_section_that_answers(demo: Served, region: str, said: str, told: str) -> None:
    answer = text_of(demo.talk(region=region, locale="de-DE" if region == "DE" else "en-US", consent=True).say(said))
    assert told in answer


def test_an_article_that_only_speaks_of_the_same_goods_is_not_added(demo: Served) -> None:
    answer = demo.talk(region="US").say("skillet cracked after 3 yrs is that still covered")
    titles = [citation["title"] for message in answer["messages"] for citation in message["citations"]]
    assert titles == ["What exactly does the 25-year cast iron warranty cover?"]

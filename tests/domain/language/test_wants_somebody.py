"""A wish for a person in short, indirect words; "somebody" in what is told is none."""

import pytest

from domain.language.people.asks_for_person import asks_for_person

ASK = """ok then, someone|well, somebody then|someone, anyone, please|just get me somebody|just give me someone|oh just get someone
can somebody just look at this|can't somebody just sort this out|can someone take over|could somebody have a look at it please
let somebody else deal with this|i'd rather have somebody from your team|anyone there who can fix this?
kann da nicht mal wer drüberschauen|kann da mal jemand draufschauen|kann sich das mal jemand ansehen|dann halt irgendwer
kann das bitte mal jemand prüfen|kann sich da bitte wer drum kümmern|na gut, dann jemand|gebt mir einfach irgendwen
kann das mal einer von euch übernehmen|ich will dass sich das mal jemand anschaut|da muss mal jemand drüberschauen
gibt es da niemanden der mir helfen kann|könnte sich das jemand anschauen|jemand soll sich das angucken"""
TELL = """someone stole it|is somebody home|someone signed for it|somebody took my parcel|can somebody tell me where my order is
is anyone home when you deliver|someone else ordered it|does someone need to be home|can I send it to someone else
then someone took it from the porch|ok then someone from your warehouse packed it wrong|can someone else pick it up
can somebody sign for it|can someone check where my order is|someone opened the box
jemand hat es gestohlen|muss jemand zu hause sein|kann jemand anders das Paket annehmen|kann mir jemand sagen wo mein Paket ist
wer hat unterschrieben|kann ich es jemandem schenken|kann man das prüfen|kann jemand das Paket für mich abholen
kann jemand prüfen ob es da ist|es ist für jemanden"""


def phrases(text: str) -> list[str]:
    return text.replace("\n", "|").split("|")


@pytest.mark.parametrize("words", phrases(ASK))
def test_asks(words: str) -> None:
    assert asks_for_person(words)


@pytest.mark.parametrize("words", phrases(TELL))
def test_only_tells(words: str) -> None:
    assert not asks_for_person(words)

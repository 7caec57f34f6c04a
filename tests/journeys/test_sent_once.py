"""An invoice that was sent is not sent again unless that is asked for; what is to stand on it is for a person. Of an article on several
things that part is quoted which the question names."""

import pytest

from tests.merchant import Market
from tests.service import Served, Talk, says_any, text_of


@pytest.fixture
def sent(market: Market) -> Talk:
    talk, _ = market.bought(("Bookshelf", 1, "80.00"))
    answer = talk.say("Can I get the invoice for my last order?")
    assert answer["turn"]["outcome"] == "action_done"
    return talk


@pytest.mark.parametrize(
    "words",
    [
        "I need my company on the invoice for taxes. can you add it",
        "no not send it again, the company name is missing. Brightwater LLC",
        "please put my company on it",
        "Da muss meine Firma drauf",
        "Bitte meine Firma auf der Rechnung ergänzen",
    ],
)
def test_what_is_to_stand_on_it_sends_nothing(sent: Talk, words: str) -> None:
    answer = sent.say(words)
    assert answer["turn"]["outcome"] != "action_done"
    assert says_any(answer, "can't change what stands", "kann ich nicht ändern"), text_of(answer)


@pytest.mark.parametrize(
    "words", ["I need the invoice by tomorrow", "I'd like the invoice for my taxes", "I have the invoice, thanks"]
)
def test_nothing_is_sent_a_second_time_unasked(sent: Talk, words: str) -> None:
    assert sent.say(words)["turn"]["outcome"] != "action_done"


@pytest.mark.parametrize("words", ["send it again please", "please resend the invoice", "schick die Rechnung bitte nochmal"])
def test_it_is_sent_again_when_asked(sent: Talk, words: str) -> None:
    answer = sent.say(words)
    assert answer["turn"]["outcome"] == "action_done", text_of(answer)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("Can the chef's knives go in the dishwasher?", "knives by hand"),
        ("KNIFE. dishwasher yes or no", "knives by hand"),
        ("can i put the paring knife in the dishwasher", "knives by hand"),
        ("is the cutting board dishwasher safe", "boards by hand"),
    ],
)
def test_the_part_that_is_named_is_quoted(demo: Served, words: str, says: str) -> None:
    assert says in text_of(demo.talk(consent=True, region="US").say(words))

"""After an answer on how goods are used, what is asked on is told out of the same article; what that does not tell is not told by saying
the last answer once more."""

import pytest

from tests.service import Served, Talk, text_of


def talk_of(demo: Served, locale: str, question: str) -> Talk:
    talk = demo.talk(region=locale[-2:], locale=locale, consent=True)
    assert talk.say(question)["turn"]["outcome"] == "answered"
    return talk


@pytest.mark.parametrize(
    ("locale", "question", "words", "told"),
    [
        ("en-GB", "is the oyster bay mug dishwasher safe?", "and in the microwave?", "Microwave | yes"),
        ("en-GB", "is the oyster bay mug dishwasher safe?", "what about the oven", "180"),
        ("en-GB", "is the oyster bay mug dishwasher safe?", "ok and on the grill?", "Grill or flame | no"),
        ("en-GB", "can the cast iron pot go in the dishwasher?", "and in the oven?", "in the oven"),
        ("en-GB", "can i wash the wool throw?", "and tumble dry?", "No tumble dryer"),
        ("en-US", "can the enamel mug go in the dishwasher?", "And the oven?", "270"),
        ("de-DE", "darf die Emailletasse in die Spülmaschine?", "Und im Backofen?", "270"),
        ("de-DE", "darf die Emailletasse in die Spülmaschine?", "und in der Mikrowelle", "Mikrowelle: nein"),
        ("de-DE", "darf die Emailletasse in die Spülmaschine?", "was ist mit dem Backofen", "270"),
    ],
)
def test_it_is_told_out_of_the_same_article(demo: Served, locale: str, question: str, words: str, told: str) -> None:
    answer = talk_of(demo, locale, question).say(words)
    assert told in text_of(answer), text_of(answer)


@pytest.mark.parametrize(
    ("locale", "question", "words", "last"),
    [
        ("en-GB", "can i wash the wool throw?", "and iron it?", "Wool cleans itself"),
        ("de-DE", "darf die Emailletasse in die Spülmaschine?", "und auf dem Grill?", "Spülmaschine: ja"),
    ],
)
def test_the_last_answer_is_not_said_again(demo: Served, locale: str, question: str, words: str, last: str) -> None:
    assert last not in text_of(talk_of(demo, locale, question).say(words))


@pytest.mark.parametrize("words", ["how long is delivery?", "what about returns?", "and the opening hours?"])
def test_what_is_of_something_else_is_told_of_that(demo: Served, words: str) -> None:
    answer = talk_of(demo, "en-GB", "can the cast iron pot go in the dishwasher?").say(words)
    cited = [citation["title"] for message in answer["messages"] for citation in message["citations"]]
    assert cited
    assert not any("cast iron" in title for title in cited)


@pytest.mark.parametrize(
    ("locale", "question", "words", "told"),
    [
        ("en-GB", "how do i get limescale out of the kettle?", "how often?", "once a month"),
        ("de-DE", "Wie entkalke ich den Kessel?", "und wie oft?", "once a month"),
        ("en-GB", "does the candle need a long burn the first time?", "how long?", "one hour"),
    ],
)
def test_a_bare_question_is_of_the_last_answer(demo: Served, locale: str, question: str, words: str, told: str) -> None:
    answer = talk_of(demo, locale, question).say(words)
    assert told in text_of(answer), text_of(answer)


@pytest.mark.parametrize(
    ("question", "words", "told"),
    [
        ("where do i drop off a return?", "what if i lose the label?", "I lost the return label"),
        ("how long does a refund take?", "and with paypal?", "When will I get my refund?"),
        ("how long does delivery take?", "and on sundays?", "Saturdays or Sundays"),
    ],
)
def test_another_passage_goes_before_the_last_one_once_more(demo: Served, question: str, words: str, told: str) -> None:
    answer = talk_of(demo, "en-GB", question).say(words)
    assert any(told in citation["title"] for message in answer["messages"] for citation in message["citations"])


def test_another_colour_of_what_was_told_is_of_that(demo: Served) -> None:
    talk = talk_of(demo, "en-GB", "do you have the wool throw in navy?")
    assert "Wool Throw" in text_of(talk.say("and in pine?"))

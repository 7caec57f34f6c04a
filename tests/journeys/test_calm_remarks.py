"""What is only remarked on what was looked up is no complaint; what is asked while one waits for a person is answered, each once."""

import pytest

from tests.service import Served, Talk, text_of

SORRY = ("haven't been of help", "Tell me what went wrong")


@pytest.fixture
def looked(demo: Served) -> Talk:
    talk = demo.signed_in("C0001", region="US")
    assert "on its way" in text_of(talk.say("where is HP104251"))
    return talk


@pytest.mark.parametrize(
    "said",
    [
        "ok so its not delivered then, strange. thanks",
        "ok so its still on the way, odd. thanks",
        "hm strange, but ok thanks",
        "right, so tomorrow then. cheers",
        "ah i see, so not today then. thank you",
        "oh no thats late, thanks anyway",
        "ach so, noch nicht da, komisch. danke",
        "na dann eben morgen, danke",
    ],
)
def test_what_is_noted_is_thanked_for(looked: Talk, said: str) -> None:
    answer = looked.say(said)
    assert answer["turn"]["intent"] == "thanks", text_of(answer)
    assert not answer["turn"]["tool_calls"]


@pytest.mark.parametrize(
    "said",
    [
        "are you sure?",
        "but the text said something else, are you sure",
        "but the app says delivered",
        "that cant be right",
        "that's strange",
        "weird but ok",
        "sind Sie sicher?",
        "hm komisch",
    ],
)
def test_what_is_doubted_is_all_that_is_known(looked: Talk, said: str) -> None:
    answer = text_of(looked.say(said))
    assert "all that I can see" in answer or "mehr sehe ich nicht" in answer, answer
    assert not any(sorry in answer for sorry in SORRY)
    assert looked.say("yes please")["turn"]["outcome"] == "handed_off"


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("ok so cancel it then, thanks", "cancel_order"),
        ("ok it still hasnt come, i want my money back, thanks", "report_problem"),
        ("this is ridiculous, thanks for nothing", "complaint"),
        ("right, get me a person then. thanks", "human_agent"),
    ],
)
def test_what_is_no_remark(looked: Talk, said: str, intent: str) -> None:
    answer = looked.say(said)
    assert answer["turn"]["intent"] == intent
    assert "all that I can see" not in text_of(answer)


@pytest.mark.parametrize(
    "said", ["Please stop sending me marketing emails. I have asked twice already.", "unsubscribe me from the newsletter"]
)
def test_how_to_unsubscribe_is_told_once(demo: Served, said: str) -> None:
    answer = text_of(demo.signed_in("C0001", region="US").say(said))
    assert answer.lower().count('"unsubscribe"') == 1
    assert "take you off the list" in answer


def test_what_is_asked_in_the_queue_is_answered(demo: Served) -> None:
    talk = demo.signed_in("C0001", region="US")
    assert talk.say("a person please")["turn"]["outcome"] == "handed_off"
    for said, told in (
        ("ok thanks how long do i wait", "can't tell how long"),
        ("does it cost anything", "costs nothing"),
        ("is anybody there?", "nobody has taken this up yet"),
        ("wie lange dauert das?", "kann ich nicht sagen"),
    ):
        answer = talk.say(said)
        assert told in text_of(answer), (said, text_of(answer))
        assert answer["turn"]["outcome"] == "relayed_to_human"
    noted = text_of(talk.say("my board came broken, I want a new one"))
    assert "notiert" in noted
    assert "Warteschlange" not in noted  # that one waits was told

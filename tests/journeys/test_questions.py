"""Questions to the help centre: in parts, with what came before, and with doubt."""

import pytest

from tests.service import ADMIN, Served, text_of


def cited(answer: dict) -> list[str]:
    """Of the whole reply: a question of ours that is still open follows the answer."""
    return [citation["title"] for message in answer["messages"] for citation in message["citations"]]


@pytest.mark.parametrize(
    ("region", "first", "then", "said"),
    [
        ("US", "How long does delivery take?", "and for Germany?", "2 to 5 in Germany"),
        ("US", "How long does delivery take?", "what about express?", "1 to 2 working days"),
        ("US", "How do I return an item?", "how long does that take?", "within 3 working days of their arrival"),
        ("GB", "How long does delivery take?", "and what does it cost?", "4.95 GBP"),
        ("US", "When must I order for delivery before Christmas?", "and furniture?", "4 December"),
        ("US", "What warranty do your products have?", "and for cast iron?", "25 years"),
        ("US", "Do gift cards expire?", "can I return them?", "Gift cards cannot be returned"),
    ],
)
def test_a_follow_up_is_answered_in_the_light_of_the_question_before(
    demo: Served, region: str, first: str, then: str, said: str
) -> None:
    talk = demo.talk(consent=True, region=region)
    talk.say(first)
    answer = talk.say(then)
    assert answer["turn"]["outcome"] == "answered"
    assert said in text_of(answer)


def test_a_new_question_is_not_mistaken_for_a_follow_up(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    talk.say("How do I clean a cast iron skillet?")
    assert cited(talk.say("And how can I track my order?")) != ["How do I care for cast iron cookware?"]
    assert "warranty" in " ".join(cited(talk.say("How long is the warranty on knives?"))).lower()


def test_both_parts_of_a_question_are_answered_and_cited(demo: Served) -> None:
    answer = demo.talk(consent=True, region="GB").say("How long does delivery take and how much does it cost?")
    assert "2 to 4 working days" in text_of(answer)
    assert "4.95 GBP" in text_of(answer)
    assert cited(answer) == [
        "How long does delivery take in the United Kingdom?",
        "How much does delivery cost in the United Kingdom?",
    ]


def test_an_uncertain_answer_says_so(demo: Served) -> None:
    found = demo.call("GET", "/v1/kb/search?q=Do you sell coffee beans?&region=US", key=ADMIN).json()
    assert found["answerable"]
    answer = demo.talk(consent=True, region="US").say("Do you sell coffee beans?")
    assert text_of(answer).startswith("I'm not certain")
    assert cited(answer)
    assert not text_of(demo.talk(consent=True, region="US").say("Do gift cards expire?")).startswith("I'm not")


@pytest.mark.parametrize("question", ["What is the return policy of IKEA in Sweden?", "Do you rent opera glasses?"])
def test_what_the_help_centre_lacks_is_not_answered(demo: Served, question: str) -> None:
    answer = demo.talk(consent=True, region="US").say(question)
    assert answer["turn"]["outcome"] in ("no_answer_found", "not_understood")
    assert not answer["messages"][-1]["citations"]


def test_search_puts_the_customers_own_region_first(demo: Served) -> None:
    for region, title in [("DE", "Germany"), ("CA", "Canada"), ("GB", "United Kingdom")]:
        path = f"/v1/kb/search?q=How long does delivery take?&region={region}"
        items = demo.call("GET", path, key=ADMIN).json()["items"]
        assert title in items[0]["title"]
        assert not any("Delivery prices until" in item["title"] for item in items)


@pytest.mark.parametrize(
    "question",
    [
        "Can I have a copy of this chat?",
        "Who answers press enquiries, and may I use your photos?",
    ],
)
def test_a_question_that_reads_like_talk_is_answered_from_the_documents(demo: Served, question: str) -> None:
    answer = demo.talk(consent=True, region="US").say(question)
    assert answer["turn"]["outcome"] == "answered"
    assert cited(answer) or answer["turn"]["intent"] not in ("greeting", "complaint"), answer


@pytest.mark.parametrize("words", ["Hello, how are you?", "Hi there?", "Why is everything so terrible with you people?"])
def test_talk_that_no_document_answers_stays_talk_and_is_no_failure(demo: Served, words: str) -> None:
    answer = demo.talk(consent=True, region="US").say(words)
    assert answer["turn"]["outcome"] == "answered", answer
    assert cited(answer) == []
    assert answer["conversation"]["failures"] == 0

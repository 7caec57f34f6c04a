from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language.quotes.phrases import asks_for_person, read_confirmation
from domain.language.text.small_talk import reads_as

DATA = Path(__file__).parents[1] / "data"

YES = """yes|Yes!|yes please|Yeah, sure|ok|okay|okk|OKAYYY|sure|go ahead|yes, do it|yes please go ahead
confirm|ja|oui|👍|👍🏽|ok sir|y|yes that's correct|Yes, that’s correct. Please proceed.|yesss|yep|yup|of course
yesokay|ok ok|Yes, please go ahead and do it.|d'accord|bien sûr|That's fine|sounds good|I confirm
Yes, I confirm. Please go ahead.|ja, bitte|Ｙes|yes 😊|Please proceed|Sure thing|go for it|**yes**|let's do it
Yes, please proceed. Thank you for your help.|Yes, go ahead, thanks!|Yes, that sounds perfect!|yes correct
okey|alright|Absolutely"""
NO = """no|No.|nope, leave it|no thanks|cancel that|don't|Don’t do it|stop|never mind|nevermind|no thank you
NO!!!|nah|nein danke|non merci|👎|I changed my mind|no, that's all|not now|no, cancel|no please don't
No, thank you. Bye|absolutely not|forget it|no no no"""
NEITHER = """ok thanks|okay thank you|yes and also change my address|yes but not today|yes if it is free
no yes maybe|yes bye|ok bye|sure here are the receipts|Sure, my name is Anna|yes?|ok?|are you sure|sure?
not sure|yes no|yes 2|yes, the second one|[CARD_1]|yes [EMAIL_1]|please|thanks|great|perfect|hmm|hmm ok|maybe
yes I did|no, I want the blue one|Yes, please go ahead and change it to my visa card. Thank you!|ok great
okay got it|ok take your time|Jay|yeah right|yes, refund it to PayPal|Yes, please refund 50|it's ok|that's ok
I said yes yesterday|yes not now|ok no|yes, cancel it|Yes, please proceed with the exchange.
go ahead with the professional size|🤔|yes 🤔|yes/no|yes & no|❓|ok 100%?|yes, Manuel|Do you confirm?
you should confirm the address first|is it ok|fine print|sure, how long does it take|yes I want a refund"""


def _cases(block: str) -> list[str]:
    return [case for line in block.splitlines() for case in line.split("|")]


def _lines(name: str) -> list[str]:
    return [line for line in (DATA / name).read_text().splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("text", _cases(YES))
def test_a_bare_yes_reads_as_yes(text: str) -> None:
    assert read_confirmation(text) == "yes"


@pytest.mark.parametrize("text", _cases(NO))
def test_a_bare_no_reads_as_no(text: str) -> None:
    assert read_confirmation(text) == "no"


@pytest.mark.parametrize("text", _cases(NEITHER))
def test_what_adds_or_doubts_or_only_thanks_is_neither(text: str) -> None:
    assert read_confirmation(text) is None


@given(
    yes=st.sampled_from(_cases(YES)),
    glue=st.sampled_from([" and also ", ", but ", " if ", " unless ", " or ", " after "]),
    rest=st.one_of(st.text(max_size=40), st.sampled_from(_cases(YES))),
)
def test_a_yes_with_a_condition_or_a_wish_is_never_a_yes(yes: str, glue: str, rest: str) -> None:
    assert read_confirmation(f"{yes}{glue}{rest}") != "yes"
    assert read_confirmation(f"{yes}{glue}{rest}", "refund_order") != "yes"


@given(yes=st.sampled_from(_cases(YES)), no=st.sampled_from(_cases(NO)), turned=st.booleans())
def test_yes_and_no_together_are_never_a_yes(yes: str, no: str, turned: bool) -> None:
    assert read_confirmation(f"{no}, {yes}" if turned else f"{yes}. {no}") != "yes"


@pytest.fixture(scope="module")
def compiled() -> None:
    """The patterns are compiled at their first use, which is not what a text's time is measured by."""
    asks_for_person("compiled")


@pytest.mark.usefixtures("compiled")
@given(text=st.text(max_size=300))
def test_any_text_at_all_is_read_without_an_error(text: str) -> None:
    assert read_confirmation(text) in {"yes", "no", None}
    assert reads_as(text) in {"thanks", "goodbye", "greeting", None}
    assert asks_for_person(text) in {True, False}


def test_naming_the_quoted_action_confirms_it_and_no_other() -> None:
    text = "Yes, please proceed with the exchange. Thank you!"
    assert read_confirmation(text, "exchange_items") == "yes"
    assert read_confirmation(text, "refund_order") is None
    assert read_confirmation("Yes, please cancel the order", "cancel_order") == "yes"
    assert read_confirmation("yes, refund it", "refund_order") == "yes"
    assert read_confirmation("yes, refund it to my gift card", "refund_order") is None


def test_cancel_it_asks_again_where_a_cancellation_waits() -> None:
    assert read_confirmation("cancel it") == "no"
    assert read_confirmation("cancel it", "refund_order") == "no"
    assert read_confirmation("cancel it", "cancel_order") is None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("thank u", "thanks"),
        ("okaythank you so much", "thanks"),
        ("Thanks for your help!", "thanks"),
        ("thnks", "thanks"),
        ("ok thanks bye", "thanks"),
        ("bye bye", "goodbye"),
        ("have a nice day", "goodbye"),
        ("okay byee", "goodbye"),
        ("hai", "greeting"),
        ("Hello there!", "greeting"),
        ("hi good morning", "greeting"),
        ("How are you?", "greeting"),
        ("thanks but it is still broken", None),
        ("no thanks", None),
        ("hi, where is my order", None),
        ("ok", None),
        ("then", None),
        ("have a look at my order", None),
        ("?", None),
        ("", None),
    ],
)
def test_small_talk_is_read_from_the_whole_message(text: str, read: str | None) -> None:
    assert reads_as(text) == read


def test_the_lists_of_requests_for_a_person_are_long_enough_to_mean_something() -> None:
    assert len(_lines("human_phrases.txt")) >= 80
    assert len(_lines("not_human_phrases.txt")) >= 60


@pytest.mark.parametrize("text", _lines("human_phrases.txt"))
def test_a_request_for_a_person_is_heard(text: str) -> None:
    assert asks_for_person(text)


@pytest.mark.parametrize("text", _lines("not_human_phrases.txt"))
def test_the_same_words_with_another_meaning_are_not(text: str) -> None:
    assert not asks_for_person(text)

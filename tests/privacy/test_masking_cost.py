"""Masking costs in proportion to the text, whatever is in it: no message can be made to hold the service up."""

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy.masking import TextMasker

LONGEST = 4000  # half of what may be said at once: what grows with the square of it shows there, too
MOST_SECONDS = 2.5  # of CPU, far above what is needed (0.2): only a quadratic rule gets there
PIECES = [
    "1.", "1", "1 ", "1/", "1-", "1, ", "1:", "(1) ", "12-34-", "one ", "oh ", "double ", "٣.", "€1 ", "+1 ", "DE89 ",
    "a", "a ", "Aa ", "A.", "a-", "'", '"', "@", "a@", "a@b.", "a at b dot ", "x@y.com ", "://a:", "::", "f:", "[", "(",
    "[CARD_1]", "\n", " ", "-", "\u200b", "😀", "漢", "Ο", "12 Oak ", "12 a street ", "rue de la ", "Am A 1 ", "unit 1 ",
    "PO Box ", "my name is ", "password ", "password for a ", "pin is - ", "security code is ", "last 4 ssn ", "born ",
    "account 1 ", "phone 1 ", "card number ", "4 of ", "eyJa.", "-----BEGIN PRIVATE KEY-----", "Mr ", "1 22 333 ",
    "+1", "%20", "&nbsp;", "via Aa ", "Aastraat 1 ", "address: Aa 1 ", "A, ", "1) 4916 ", "4916 then ", "is my passport ", "<<",
    "login: a/", "cvv ", "otp 1", "regards ", "my wife Aa ", "12 Aa Bb st n ", "東京都",
    "<td>1</td>", "<b>1", "<a ", "<!--", "[b]", "[a=", "](", "[1](x)", '"a":1,', '", "a', "<a> ", "1<br>\n",
]  # fmt: skip


def _seconds(work: Callable[[str], object], text: str) -> float:
    """CPU of this thread alone: other processes on the machine do not count."""
    begun = time.thread_time()
    work(text)
    return time.thread_time() - begun


def _grows_linearly(work: Callable[[str], object], unit: str) -> None:
    """Four times the text may take eight times as long on a busy machine; sixteen times is quadratic. Measured once more in doubt."""
    quarter, whole = ((unit * LONGEST)[:length] for length in (LONGEST // 4, LONGEST))
    for is_last in (False, True):
        first, second = _seconds(work, quarter), _seconds(work, whole)
        if second <= 8 * first + 0.1 and second < MOST_SECONDS:
            return
        told = f"{unit!r}: {first:.3f} s for {LONGEST // 4} characters, {second:.3f} s for {LONGEST}"
        assert not is_last, told


@pytest.mark.parametrize("unit", PIECES)
def test_time_grows_with_the_text_and_no_faster(rules: TextMasker, unit: str) -> None:
    _grows_linearly(lambda text: rules.mask(text, "US"), unit)


@pytest.mark.parametrize("unit", ["1.", "1 ", "1/", "٣.", "one ", "oh ", "€1 ", "123 ", "order 1 ", "a"])
def test_so_it_is_with_six_such_messages_before(rules: TextMasker, unit: str) -> None:
    _grows_linearly(lambda text: rules.completes_split_number([text] * 6, text), unit)
    _grows_linearly(lambda text: rules.completes_split_number([text] * 6, "12 3"), unit)
    _grows_linearly(rules.mask_digits, unit)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="1 .-/aA@:(+é\n", min_size=1, max_size=12))
def test_and_with_any_other_piece(rules: TextMasker, unit: str) -> None:
    _grows_linearly(lambda text: (rules.mask(text, "US"), rules.completes_split_number([text] * 6, text)), unit)


def test_values_after_hostile_signs_are_found_all_the_same(rules: TextMasker) -> None:
    noise = "1/2 " * 1900
    masked, _ = rules.mask(f"{noise} my card is 4111 1111 1111 1111, call +1 415 555 2671", "US")
    assert masked.text.endswith("my card is [CARD_1], call [PHONE_1]")


def test_a_card_is_put_together_across_long_messages(rules: TextMasker) -> None:
    talk = "nothing here but words " * 300
    assert rules.completes_split_number([f"{talk} 4111 1111", "and then"], f"1111 1111 {talk}") == 2
    assert rules.completes_split_number(["4111 1111", "1 " * 4000], "1111 1111") == 2, (
        "single digits between are passed over"
    )
    assert rules.completes_split_number(["4111 1111", "123 " * 2000], "1111 1111") == 0

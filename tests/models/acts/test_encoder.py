"""The encoder of whole messages: several acts of one message, where each is said, and what names goods for which."""

import pytest

from domain.intents import REPORT_PROBLEM
from models.acts.encoder import MAX_TOKENS, STATUSES, MessageEncoder


@pytest.fixture(scope="module")
def encoder() -> MessageEncoder:
    return MessageEncoder()


def test_one_message_may_hold_two_acts_and_each_has_its_place(encoder: MessageEncoder) -> None:
    text = "the lamp is broken and where is my second parcel"
    message = encoder.encode_now(text)
    damaged, asked = f"{REPORT_PROBLEM}.damaged", "track_order"
    assert min(message.share("asked", damaged), message.share("asked", asked)) > 0.5
    second = text.index("where")
    assert message.said_in("asked", damaged, 0, second) > 0.5


def test_what_is_denied_is_told_apart_from_what_is_asked(encoder: MessageEncoder) -> None:
    denied, asked = encoder.encode_now("don't cancel HP104233"), encoder.encode_now("cancel HP104233")
    assert denied.share("negated", "cancel_order") > 0.5 > asked.share("negated", "cancel_order")


def test_words_that_name_goods_stand_out(encoder: MessageEncoder) -> None:
    text = "my sister says the blue kettle leaks"
    goods = {text[word.tagged.start : word.tagged.end]: word.tagged.goods for word in encoder.encode_now(text).words}
    assert goods["kettle"] > 0.5 > max(goods["sister"], goods["leaks"])


@pytest.mark.parametrize("text", ["", " ", "🙂", "[NAME_1]", "\x00\u202e", "ÅÄÖ" * 700, "a" * 2000])
def test_odd_texts_are_read_too(encoder: MessageEncoder, text: str) -> None:
    message = encoder.encode_now(text)
    assert len(message.shares) % len(STATUSES) == 0
    assert all(0 <= share <= 1 for share in message.shares.values())
    assert message.said_in("asked", "no such label", 0, 9) == 0


def test_words_behind_what_it_reads_are_left_out(encoder: MessageEncoder) -> None:
    words = encoder.encode_now("kettle " * 2 * MAX_TOKENS).words
    assert 0 < len(words) < MAX_TOKENS

import pytest

from privacy.masking import TextMasker


@pytest.mark.parametrize(
    ("messages", "held"),
    [
        (["4111", "1111 1111", "1111"], 2),
        (["here it comes", "4111", "1111", "1111", "1111"], 3),
        (["the first part is 4111", "then 1111", "ok?", "and 1111", "the rest is 1111"], 4),
        (["4111 1111 1111", "1111"], 1),
        (["41111111", "11111111"], 1),
        (["four one one one", "one one one one", "one one one one", "one one one one"], 3),
        (["3782", "822463", "10005"], 2),
        (["my ssn is", "123", "45", "6789"], 2),
        (["ssn 123-45", "6789"], 1),
        (["4111", "[EMAIL_1]", "1111 1111", "by the way I have 2 lamps", "1111"], 4),
        (["４１１１", "1111 1111", "1111"], 2),
    ],
)
def test_pieces_that_make_a_card_or_an_ssn_are_counted_back_to_the_first(
    messages: list[str], held: int, rules: TextMasker
) -> None:
    assert rules.completes_split_number(messages[:-1], messages[-1]) == held
    for end in range(1, len(messages)):
        assert rules.completes_split_number(messages[: end - 1], messages[end - 1]) == 0, "not before the last piece"


@pytest.mark.parametrize(
    "messages",
    [
        ["order 41111111", "order 11111111"],
        ["HP411111", "HP111111"],
        ["104233", "104234"],
        ["482913", "10115"],
        ["$4111.11", "1111.11"],
        ["123", "45", "6789"],  # nobody speaks of an SSN
        ["4111", "1111", "1111", "1112"],
        ["4111", "a", "b", "c", "d", "e", "f", "1111 1111 1111"],  # more than six messages ago
        ["I want 4", "no, 1"],
        ["[CARD_4111]", "1111 1111 1111"],
    ],
)
def test_other_numbers_complete_nothing(messages: list[str], rules: TextMasker) -> None:
    for end in range(1, len(messages) + 1):
        assert rules.completes_split_number(messages[: end - 1], messages[end - 1]) == 0


def test_the_pieces_are_masked_and_tokens_and_order_numbers_stay(rules: TextMasker) -> None:
    text = "for HP104233 it is 4111 and 11 11, mail [EMAIL_12], I want one"
    assert rules.mask_digits(text) == "for HP104233 it is [DIGITS] and [DIGITS] [DIGITS], mail [EMAIL_12], I want one"
    assert rules.mask_digits("four one one one") == "[DIGITS] [DIGITS] [DIGITS] [DIGITS]"
    assert rules.mask_digits(rules.mask_digits(text)) == rules.mask_digits(text)

"""What a conversation knows is masked again where no recognizer would see it."""

import time

import pytest

from privacy.masking import TextMasker

KNOWN = "I'm Zebulon Quackenbush, mail ana.b@example.com, call +1 415 555 2671, I live at 12 Oak Street"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("zzz Zebulon Quackenbush zzz", "zzz [NAME_1] zzz"),
        ("quackenbush, zebulon here", "[NAME_1] here"),
        ("ZEBULON QUACKENBUSH", "[NAME_1]"),
        ("zebulon_quackenbush", "[NAME_1]"),
        ("ref 4155552671x and 415/5552671", "ref 4155552671x and [PHONE_1]"),
        ("it is 12 OAK street", "it is [ADDRESS_1]"),
    ],
)
def test_a_known_value_keeps_its_token_however_it_is_written(rules: TextMasker, text: str, masked: str) -> None:
    known = rules.mask(KNOWN)[1]
    assert {"[NAME_1]", "[EMAIL_1]", "[PHONE_1]", "[ADDRESS_1]"} <= {sealed.token for sealed in known}
    assert rules.mask(text, known=known)[0].text == masked


def test_among_other_findings_a_known_name_is_masked(rules: TextMasker) -> None:
    known = rules.mask(KNOWN)[1]
    masked = rules.mask("call +1 415 555 2671 4539 5787 6362 1486 Zebulon Quackenbush", known=known)[0].text
    assert "quackenbush" not in masked.casefold()
    assert "zebulon" not in masked.casefold()
    assert masked.endswith("[NAME_1]")


def test_a_part_of_a_name_is_masked_where_it_is_no_word(rules: TextMasker) -> None:
    known = rules.mask("My name is Rose Quackenbush")[1]
    assert rules.mask("a rose for the table", known=known)[0].text == "a rose for the table"
    assert "Rose" not in rules.mask("zzz Rose zzz", known=known)[0].text
    assert "quackenbush" not in rules.mask("zzz quackenbush zzz", known=known)[0].text
    assert rules.mask("primrose quackenbushes", known=known)[0].text == "primrose quackenbushes"


def test_what_is_known_elsewhere_is_not_known_here(rules: TextMasker) -> None:
    known = rules.within("c2").mask(KNOWN)[1]
    assert rules.mask("quackenbush, zebulon here", known=known)[0].text == "quackenbush, zebulon here"


def test_many_known_values_cost_little(rules: TextMasker) -> None:
    known = rules.mask(KNOWN)[1] * 60
    began = time.process_time()
    rules.mask("zebulon 1 12 oak 4155 " * 360, known=known)
    assert time.process_time() - began < 2

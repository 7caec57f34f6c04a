"""Who is writing is set apart from what is wanted."""

import pytest

from domain.language.text.introductions import without_introduction


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Hi, my name is [NAME_1]. Where is my order?", "Where is my order?"),
        ("This is [NAME_1] from Dayton. Cancel HP104233.", "Cancel HP104233."),
        ("Cancel it please.\n\nKind regards,\n[NAME_1]\n[PHONE_1]", "Cancel it please."),
        ("A refund please. You can also call me on [PHONE_1].", "A refund please."),
        ("A refund please. My mobile is [PHONE_1], my name is [NAME_1].", "A refund please."),
        ("Where is it? Thanks,\n[NAME_1]\n[EMAIL_1]", "Where is it?\n[EMAIL_1]"),
    ],
)
def test_an_introduction_and_a_signature_are_left_out(said: str, wanted: str) -> None:
    assert without_introduction(said) == wanted


@pytest.mark.parametrize(
    "said",
    [
        "my name is [NAME_1]", "Change my name to [NAME_1]", "my phone is [PHONE_1]", "Can somebody call me?",
        "my e-mail is [EMAIL_1]", "It was ordered by [NAME_1].", "Thanks", "",
    ],
)  # fmt: skip
def test_what_is_all_there_is_or_wanted_stays(said: str) -> None:
    assert without_introduction(said) == said

"""Names that are known to be somebody's are found wherever they stand, and words that only look like them stay."""

import pytest

from privacy.masking import TextMasker
from privacy.vault import AesGcmVault

PEOPLE = ["Xandrellia Voskuijlen", "Will Page"]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Hello Xandrellia!", "Hello [NAME_1]!"),
        ("hello xandrellia voskuijlen", "hello [NAME_1]"),
        ("VOSKUIJLEN wrote", "[NAME_1] wrote"),
        ("Will Page wrote", "[NAME_1] wrote"),
        ("Will you look at the page?", "Will you look at the page?"),
        ("the Voskuijlenstraat", "the Voskuijlenstraat"),
    ],
)
def test_a_known_name(vault: AesGcmVault, text: str, masked: str) -> None:
    assert TextMasker(vault).mask_all([text], PEOPLE) == [masked]
    assert TextMasker(vault).within("c1", PEOPLE).mask(text)[0].text == masked


def test_over_several_texts_a_value_has_one_token_and_no_token_means_two_things(vault: AesGcmVault) -> None:
    texts = ["[EMAIL_1] wrote", "to a@example.org", "and a@example.org and b@example.org"]
    assert TextMasker(vault).mask_all(texts) == [
        "[EMAIL_1] wrote", "to [EMAIL_2]", "and [EMAIL_2] and [EMAIL_3]",
    ]  # fmt: skip


def test_an_agents_own_name_stays(masker: TextMasker) -> None:
    own = masker.within("c1", spared=["Quentin"])
    assert own.mask("My name is Quentin, yours is Ottokar?")[0].text.startswith("My name is Quentin")


def test_small_letters_of_staff_are_words(masker: TextMasker) -> None:
    said = "line 351 of your invoice and dlv are fine, write to Ottokar Brandstetter"
    staff = masker.within("c1", spared=["Quentin"])
    assert staff.mask(said)[0].text == "line 351 of your invoice and dlv are fine, write to [NAME_1]"

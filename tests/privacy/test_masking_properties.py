"""What holds for any text, found by trying many."""

import string

from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum import luhn

from privacy.folding import fold
from privacy.masking import TextMasker
from privacy.vault import AesGcmVault

RULES = TextMasker(AesGcmVault(bytes(32))).within("c1")
WORDS = {
    "0": ["zero", "oh", "O"], "1": ["one"], "2": ["two"], "3": ["three"], "4": ["four"],
    "5": ["five"], "6": ["six"], "7": ["seven"], "8": ["eight"], "9": ["nine"],
}  # fmt: skip


@st.composite
def card_numbers(draw: st.DrawFn) -> str:
    prefix, length = draw(
        st.sampled_from([("4", 16), ("51", 16), ("55", 16), ("2221", 16), ("34", 15), ("37", 15), ("6011", 16)])
    )
    body = prefix + draw(st.text("0123456789", min_size=length - len(prefix) - 1, max_size=length - len(prefix) - 1))
    return body + str(luhn.calc_check_digit(body))


@st.composite
def written_cards(draw: st.DrawFn) -> str:
    digits = draw(card_numbers())
    style = draw(st.sampled_from(["plain", "groups", "single", "words", "wide"]))
    if style == "words":
        return draw(st.sampled_from([" ", "-", ", "])).join(draw(st.sampled_from(WORDS[digit])) for digit in digits)
    if style == "wide":
        return "".join(chr(0xFF10 + int(digit)) for digit in digits)
    separator = draw(st.sampled_from([" ", "-", ".", "_", "\u00a0", "\u2011", "\u200b", " - ", "  ", "/"]))
    if style == "single":
        return separator.join(digits)
    if style == "groups":
        cuts = [4, 8, 12] if len(digits) == 16 else [4, 10]
        return separator.join(digits[a:b] for a, b in zip([0, *cuts], [*cuts, len(digits)], strict=True))
    return digits


@given(
    written_cards(),
    st.sampled_from(["", "my card is ", "hello\n", "pay with ", "2 lamps, "]),
    st.sampled_from(["", " thanks", ".", "\nbye"]),
)
@settings(max_examples=300, deadline=None)
def test_every_card_is_masked_however_it_is_written(card: str, before: str, after: str) -> None:
    text = before + card + after
    masked, new = RULES.mask(text)
    assert masked.text == f"{before}[CARD_1]{after}"
    assert new[0].kind == "card"
    assert new[0].box is None


PLAIN = ["where", "when", "my", "the", "parcel", "lamp", "kettle", "late", "please", "thanks", "and", "is", "not", "blue"]
ANY_TEXT = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from(
            [
                "my",
                "card",
                "ssn",
                "is",
                "12",
                "Oak Street",
                "4111",
                "1111",
                "[CARD_1]",
                "ana@example.com",
                "\n",
                "+49",
                "DE89",
            ]
        ),
        max_size=30,
    ).map(" ".join),
)


@given(ANY_TEXT)
@settings(max_examples=300, deadline=None)
def test_offsets_lie_in_the_text_in_order_and_rebuild_it(text: str) -> None:
    masked, _ = RULES.mask(text)
    rebuilt, at = "", 0
    for entity in masked.entities:
        assert at <= entity.start < entity.end <= len(text)
        rebuilt += text[at : entity.start] + entity.token
        at = entity.end
    assert rebuilt + text[at:] == masked.text


@given(ANY_TEXT)
@settings(max_examples=300, deadline=None)
def test_masking_again_changes_nothing(text: str) -> None:
    masked, known = RULES.mask(text)
    again, new = RULES.mask(masked.text, known=known)
    assert again.text == masked.text
    assert new == []


@given(
    st.lists(
        st.sampled_from(PLAIN),
        max_size=30,
    )
)
def test_plain_words_stay_as_they_are(words: list[str]) -> None:
    text = " ".join(words)
    assert RULES.mask(text)[0].text == text


@given(
    st.sampled_from(["HP######", "#W#######", "W00#####", "P0##", "C1###"]),
    st.text("0123456789", min_size=12, max_size=12),
    st.sampled_from(["order {}", "where is {}?", "{}", "{} and {}", "my order is {} please"]),
)
@settings(max_examples=300)
def test_order_customer_and_product_numbers_survive(form: str, digits: str, sentence: str) -> None:
    number = form[:1] if form.startswith("#") else ""
    pool = iter(digits)
    number += "".join(next(pool) if sign == "#" else sign for sign in form[len(number) :])
    text = sentence.format(number, number)
    assert RULES.mask(text)[0].text == text


@given(
    st.text("0123456789", min_size=5, max_size=10).filter(lambda n: n[0] != "0"),
    st.sampled_from(["US", "GB", "DE", "FR", "CA", None]),
)
@settings(max_examples=300, deadline=None)
def test_plain_order_numbers_survive_in_every_region(number: str, region: str | None) -> None:
    for text in (number, f"order {number}", f"my order number is {number}", f"#{number} please", f"where is {number}?"):
        assert RULES.mask(text, region)[0].text == text


@given(st.text(max_size=100))
def test_folding_keeps_a_way_back_for_every_sign(text: str) -> None:
    folded = fold(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    assert folded.starts == sorted(folded.starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))


# "%20" and "&nbsp;" are what a page or an address bar makes of a sign.
@given(st.text([sign for sign in string.printable if sign not in "%&"], max_size=100))
def test_folding_leaves_plain_text_alone(text: str) -> None:
    kept = "".join(sign for sign in text if sign.isprintable() or sign in "\n\r\t")
    assert fold(text).text == kept

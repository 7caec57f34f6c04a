"""A bare answer, and a line that was sent too early: what was said just before tells what it is."""

import pytest

from domain.ports.privacy import SaidBefore
from privacy.masking import TextMasker

WHOLE_ADDRESS = "Please tell me the whole new address: street and number, town, and postcode."


@pytest.mark.parametrize(
    ("by", "before", "text", "masked"),
    [
        ("assistant", WHOLE_ADDRESS, "Av Paulista 1000 ap 12, São Paulo 01310-100", "[ADDRESS_1]"),
        ("assistant", WHOLE_ADDRESS, "Długa 5 m. 3, 00-238 Warszawa", "[ADDRESS_1]"),
        ("assistant", WHOLE_ADDRESS, "улица Ленина дом 5 квартира 12, Москва", "[ADDRESS_1]"),
        ("assistant", WHOLE_ADDRESS, "91 lakeview madison wisconsin", "[ADDRESS_1]"),
        ("assistant", WHOLE_ADDRESS, "Bağdat Caddesi No:12 D:5, Kadıköy", "[ADDRESS_1]"),
        ("assistant", WHOLE_ADDRESS, "keep it, and where is my order 104233", "keep it, and where is my order 104233"),
        ("assistant", WHOLE_ADDRESS, "no, cancel it", "no, cancel it"),
        ("assistant", "Darf ich nach dem Grund fragen?", "versehentlich 2 statt 1", "versehentlich 2 statt 1"),
        ("assistant", "I need its e-mail address or postcode.", "HP104233 97201", "HP104233 97201"),
        ("assistant", "What is the e-mail address of your account?", "mtorres77 on gmail", "[EMAIL_1]"),
        ("assistant", "What is the e-mail address of your account?", "maya.torres@@example.com", "[EMAIL_1]"),
        ("assistant", "A link to set a new password is on its way.", "thanks bro", "thanks bro"),
        ("agent", "Could you tell me your date of birth?", "4 July 1980", "[DATE_OF_BIRTH_1]"),
        ("agent", "What's your passport number?", "X12345678", "[PASSPORT_1]"),
        ("agent", "and the CVV please", "737", "[SECRET_1]"),
        ("agent", "Please send me your account number.", "000123456789", "[BANK_ACCOUNT_1]"),
        ("agent", "What are the last four of your SSN?", "1120", "[SSN_1]"),
        ("agent", "Which password did you use last?", "sunflower12", "[SECRET_1]"),
        ("agent", "Did you change your password?", "yes I did", "yes I did"),
        ("agent", "What number can I call you on?", "five oh three five five five oh one two seven", "[PHONE_1]"),
        ("agent", "Which order is it?", "104233", "104233"),
        ("customer", "my password is", "sunflower", "[SECRET_1]"),
        ("customer", "my pin is", "4821", "[SECRET_1]"),
        ("customer", "passport number", "X12345678", "[PASSPORT_1]"),
        ("customer", "dob", "4 July 1980", "[DATE_OF_BIRTH_1]"),
        ("customer", "my phone is 503", "5550127", "[PHONE_1]"),
        ("customer", "DE 89 37 04 00", "44 05 32 01 30 00", "[IBAN_1]"),
        ("customer", "I forgot my password", "what now", "what now"),
        ("customer", "reset my password", "please", "please"),
        ("customer", "where is order 104233", "97201", "97201"),
    ],
)
def test_what_was_said_before_tells_what_an_answer_is(
    rules: TextMasker, by: str, before: str, text: str, masked: str
) -> None:
    said = SaidBefore(before, by)  # type: ignore[arg-type]  # a parameter is a plain str; each is one of the three
    assert rules.mask(text, None, (), said)[0].text == masked

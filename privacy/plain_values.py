"""The one form of a value, however it was written: what is compared, and what an action gets to use."""

from collections.abc import Callable

from domain.personal_data import PersonalDataKind
from privacy.folding import fold
from privacy.markup import shown
from privacy.recognizers.digits import digit_groups
from privacy.recognizers.emails import plain_email
from privacy.recognizers.phones import plain_phone

# An address of a form is kept as its fields, which are no markup; a secret is kept as it was sent.
_FOUND_BEHIND_MARKUP = frozenset({"card", "iban", "email", "ssn", "national_id", "phone"})


def plain_value(kind: PersonalDataKind, value: str, region: str | None) -> str:
    """``region`` tells how a phone number without its country is meant."""
    text = fold(value).text
    if kind in _FOUND_BEHIND_MARKUP and (plain := shown(text)):
        text = plain.text
    if kind == "phone":
        return plain_phone(text, region)
    return _FORMS.get(kind, _spaced)(text)


def _digits(text: str) -> str:
    """Digits only, spelled ones too; the words where there are none."""
    return "".join(group.digits for group in digit_groups(text)) or _compact(text)


def _compact(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum()).upper()


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _as_sent(text: str) -> str:
    return text


_FORMS: dict[PersonalDataKind, Callable[[str], str]] = {
    "card": _digits,
    "ssn": _digits,
    "bank_account": _digits,
    "iban": _compact,
    "email": plain_email,
    "national_id": _compact,
    "passport": _compact,
    "driving_licence": _compact,
    "secret": _as_sent,
}

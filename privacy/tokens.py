"""Tokens that stand for personal data (``[CARD_1]``, numbered per kind over a conversation), and the one form of the value behind one,
however it was written: what is compared, and what an action gets to use.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import get_args

from domain.lazy_pattern import lazy_pattern
from domain.personal_data import PIECE, PersonalDataKind, Sealed
from privacy.folding import fold, shown
from privacy.recognizers.digits import digit_groups
from privacy.recognizers.internet import plain_email
from privacy.recognizers.phones import plain_phone

_LABELS = {kind.upper(): kind for kind in get_args(PersonalDataKind)}
TOKEN = lazy_pattern(rf"\[(?:{'|'.join(_LABELS)})_\d{{1,6}}\]")


class TokenNumbers:
    """Gives the next free token of each kind. Numbers of ``known`` are never given again, nor are those that a customer
    typed in this text: a typed "[CARD_1]" stands for nothing."""

    def __init__(self, known: Sequence[Sealed], typed: Iterable[str]) -> None:
        self._taken = {sealed.token for sealed in known} | set(typed)
        self._last: dict[PersonalDataKind, int] = {}
        for sealed in known:
            self._last[sealed.kind] = max(self._last.get(sealed.kind, 0), _number(sealed.token))

    def next(self, kind: PersonalDataKind) -> str:
        number = self._last.get(kind, 0) + 1
        while (token := f"[{kind.upper()}_{number}]") in self._taken:
            number += 1
        self._last[kind] = number
        return token


def typed_tokens(text: str) -> list[tuple[int, int]]:
    """Where something that looks like a token stands in the text, and the marks of masked pieces."""
    spans = [match.span() for match in TOKEN.finditer(text)]
    spans += [(match.start(), match.end()) for match in re.finditer(re.escape(PIECE), text)]
    return sorted(spans)


def kind_of(token: str) -> PersonalDataKind | None:
    """The kind that a token names; None for the mark of a masked piece."""
    return _LABELS.get(token[1:].rpartition("_")[0])


def _number(token: str) -> int:
    digits = token.rpartition("_")[2].rstrip("]")
    return int(digits) if digits.isdigit() else 0


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

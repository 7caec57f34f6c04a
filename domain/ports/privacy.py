"""Masking and the vault, as the runner and the actions see them."""

from collections.abc import Sequence
from typing import Protocol

from domain.personal_data import MaskedText, PersonalData, PersonalDataKind, Sealed


class Masker(Protocol):
    def within(self, context: str) -> "Masker":
        """The masker of one conversation: its digests and boxes are bound to ``context`` (the conversation's id), so
        that ``Vault.open(box, context)`` opens them. ``mask`` and ``seal`` of the unbound masker make no boxes."""
        ...

    def find(self, text: str, region: str | None = None) -> list[PersonalData]:
        """Every piece of personal data, in order, without overlaps, tokens empty."""
        ...

    def mask(self, text: str, region: str | None = None, known: Sequence[Sealed] = ()) -> tuple[MaskedText, list[Sealed]]:
        """Replace personal data by tokens. Values in ``known`` (of the same conversation) keep their token; the second
        part is what is new, to be stored with the message."""
        ...

    def seal(self, kind: PersonalDataKind, value: str, known: Sequence[Sealed] = ()) -> tuple[str, list[Sealed]]:
        """The token for one value of a form field, as ``mask`` gives it."""
        ...

    def completes(self, earlier: Sequence[str], text: str) -> int:
        """How many of the latest ``earlier`` messages (oldest first, masked) hold the first pieces of a card or SSN that
        ``text`` completes; 0 for none. Then each of those and ``text`` itself go through ``mask_digits``."""
        ...

    def mask_digits(self, text: str) -> str:
        """Mask every group of digits in a message that turned out to be a piece of a card or an SSN. Tokens and order
        numbers stay."""
        ...


class Vault(Protocol):
    def seal(self, value: str, context: str) -> bytes:
        """AES-GCM with ``context`` (the conversation's id) as associated data."""
        ...

    def open(self, box: bytes, context: str) -> str:
        """Raises ``ValueError`` for another key or context."""
        ...

    def digest(self, value: str, context: str) -> str:
        """A keyed digest: equal for equal values of one context, meaningless without the key."""
        ...

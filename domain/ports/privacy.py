"""Masking and the vault, as the runner and the actions see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from domain.conversation import Conversation
from domain.personal_data import MaskedText, PersonalData, PersonalDataKind, Sealed


@dataclass(frozen=True)
class SaidBefore:
    """The message right before the one that is masked: what it asks for, or leaves unfinished, tells what a bare answer is."""

    text: str
    by: Literal["customer", "assistant", "agent"]
    offered: tuple[str, ...] = ()  # the labels of its buttons: words of ours, and nobody's names where they answer it


class Masker(Protocol):
    def within(self, context: str, people: Sequence[str] = (), spared: Sequence[str] = ()) -> "Masker":
        """The masker of one conversation: its digests and boxes are bound to ``context`` (the conversation's id), so
        that ``Vault.open(box, context)`` opens them. ``mask`` and ``seal`` of the unbound masker make no boxes.

        ``people`` are names that are masked wherever they stand, ``spared`` such as never are (an agent's own)."""
        ...

    def find(self, text: str, region: str | None = None) -> list[PersonalData]:
        """Every piece of personal data, in order, without overlaps, tokens empty."""
        ...

    def mask(
        self, text: str, region: str | None = None, known: Sequence[Sealed] = (), before: SaidBefore | None = None
    ) -> tuple[MaskedText, list[Sealed]]:
        """Replace personal data by tokens. Values in ``known`` (of the same conversation) keep their token; the second
        part is what is new, to be stored with the message. ``before``: what the text may answer or go on with."""
        ...

    def mask_all(self, texts: Sequence[str], people: Sequence[str] = ()) -> list[str]:
        """Several texts as they may leave the house together: equal values have equal tokens, and nothing is kept."""
        ...

    def seal(self, kind: PersonalDataKind, value: str, known: Sequence[Sealed] = ()) -> tuple[str, list[Sealed]]:
        """The token for one value of a form field, as ``mask`` gives it."""
        ...

    def completes_split_number(self, earlier: Sequence[str], text: str) -> int:
        """How many of the latest ``earlier`` messages (oldest first, masked) hold the first pieces of a card or SSN that
        ``text`` completes; 0 for none. Then each of those and ``text`` itself go through ``mask_digits``."""
        ...

    def mask_digits(self, text: str) -> str:
        """Mask every group of digits in a message that turned out to be a piece of a card or an SSN. Tokens and order
        numbers stay."""
        ...


class KnownPeople(Protocol):
    async def names_of(self, conversation: Conversation) -> list[str] | None:
        """The names of the conversation's customer, as the merchant knows them; None where that cannot be known now."""
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

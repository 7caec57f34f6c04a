"""Whether words show personal data that should have been masked; by rules alone."""

from collections.abc import Callable

from domain.personal_data import PersonalDataKind
from privacy.masking import TextMasker
from privacy.vault import new_key, vault_with

# What rules tell surely. Names and addresses are what replies are about.
_KINDS: frozenset[PersonalDataKind] = frozenset({"card", "ssn", "iban", "bank_account", "email", "phone", "national_id"})


def holds_personal_data() -> Callable[[str], bool]:
    masker = TextMasker(vault_with([new_key()]))  # it only finds: nothing is sealed

    def holds(text: str) -> bool:
        found = (one for one in masker.find(text) if one.kind in _KINDS)
        return any("*" not in text[one.start : one.end] for one in found)  # a receipt's "h***@example.com" shows nobody

    return holds

"""The guard: finds personal data in a text as it was sent, and puts tokens in its place."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Self

from domain.personal_data import NEVER_KEPT, MaskedText, PersonalData, PersonalDataKind, Sealed
from domain.ports.names import NameFinder
from domain.ports.privacy import Vault
from privacy import digit_buffer
from privacy.folding import Folded, fold
from privacy.overlaps import without_overlaps
from privacy.plain_values import plain_value
from privacy.recognizers.addresses import addresses, whole_address
from privacy.recognizers.bank_accounts import bank_accounts
from privacy.recognizers.birth_dates import birth_dates
from privacy.recognizers.cards import cards
from privacy.recognizers.documents import documents
from privacy.recognizers.emails import emails
from privacy.recognizers.finding import Finding
from privacy.recognizers.iban import ibans
from privacy.recognizers.ip import ips
from privacy.recognizers.names import names, whole_name
from privacy.recognizers.national_ids import national_ids
from privacy.recognizers.phones import phones
from privacy.recognizers.secrets import secrets
from privacy.recognizers.ssn import ssns
from privacy.recognizers.word_set import word_set
from privacy.tokens import TokenNumbers, typed_tokens

_RULES: tuple[Callable[[str], Iterator[Finding]], ...] = (
    cards, ibans, emails, ssns, secrets, national_ids, documents, bank_accounts, birth_dates, ips, addresses, names,
)  # fmt: skip

# Carriers and the like, and small talk, which a name finder takes for names.
_NOBODY = word_set(
    """
    hermes evri dhl ups fedex usps dpd gls klarna paypal visa mastercard apple google amazon
    siri alexa goodbye bye byebye bubye cya hello helo hallo hi hii hiya hey heya heyy howdy wassup sup
    ciao tschau tschüss salut bonjour thanks thank thanx thx ta cheers danke merci
    okay ok okey fine man mate dude sir madam ma'am bro
    """
)


class TextMasker:
    """Meets ``domain.ports.privacy.Masker``.

    ``names`` adds what no rule can describe; ``spared`` are names that are nobody's (the shop's, its products'): what a
    name finder reports is dropped where it lies inside one. Not bound to a conversation it makes no boxes: see ``within``.
    """

    def __init__(self, vault: Vault, names: NameFinder | None = None, spared: Iterable[str] = ()) -> None:
        self._vault = vault
        self._names = names
        self._spared = frozenset(name.casefold() for name in spared if name)
        self._context: str | None = None

    def within(self, context: str) -> Self:
        bound = type(self)(self._vault, self._names, self._spared)
        bound._context = context
        return bound

    def find(self, text: str, region: str | None = None) -> list[PersonalData]:
        folded = fold(text)
        found = []
        for finding in self._findings(folded, region):
            start, end = folded.span(finding.start, finding.end)
            found.append(PersonalData(kind=finding.kind, start=start, end=end))
        return found

    def mask(self, text: str, region: str | None = None, known: Sequence[Sealed] = ()) -> tuple[MaskedText, list[Sealed]]:
        numbers = TokenNumbers(known, (text[start:end] for start, end in typed_tokens(text)))
        by_digest = {(sealed.kind, sealed.digest): sealed.token for sealed in known}
        new: list[Sealed] = []
        pieces, entities, at = [], [], 0
        for found in self.find(text, region):
            sealed = self._sealed(found.kind, text[found.start : found.end], region)
            token = by_digest.get((sealed.kind, sealed.digest))
            if token is None:
                token = numbers.next(found.kind)
                by_digest[sealed.kind, sealed.digest] = token
                new.append(sealed.model_copy(update={"token": token}))
            pieces += [text[at : found.start], token]
            entities.append(found.model_copy(update={"token": token}))
            at = found.end
        return MaskedText(text="".join([*pieces, text[at:]]), entities=entities), new

    def seal(self, kind: PersonalDataKind, value: str, known: Sequence[Sealed] = ()) -> tuple[str, list[Sealed]]:
        sealed = self._sealed(kind, value, None)
        for other in known:
            if (other.kind, other.digest) == (kind, sealed.digest):
                return other.token, []
        token = TokenNumbers(known, ()).next(kind)
        return token, [sealed.model_copy(update={"token": token})]

    def completes(self, earlier: Sequence[str], text: str) -> int:
        return digit_buffer.completes(earlier, text)

    def mask_digits(self, text: str) -> str:
        return digit_buffer.mask_digits(text)

    def _sealed(self, kind: PersonalDataKind, value: str, region: str | None) -> Sealed:
        """Without its token. The box holds the value that an action can use: an e-mail address, not "ana at …"."""
        plain = plain_value(kind, value, region)
        box = None
        if self._context is not None and kind not in NEVER_KEPT:
            box = self._vault.seal(plain, self._context)
        # Equal values get equal tokens however they are written; the kind keeps "1234" of a PIN and of an SSN apart.
        digest = self._vault.digest(f"{kind}:{plain.casefold()}", self._context or "")
        return Sealed(token="", kind=kind, digest=digest, box=box)

    def _findings(self, folded: Folded, region: str | None) -> list[Finding]:
        text = folded.text
        tokens = typed_tokens(text)
        for start, end in tokens:  # nothing is found in or across a token
            text = text[:start] + "\x00" * (end - start) + text[end:]
        found = [finding for rule in _RULES for finding in rule(text)]
        found += phones(text, region)
        found = [f for f in found if not (f.kind == "address" and self._is_spared(text, f.start, f.end))]
        if self._names is not None:
            found += self._guessed(text, self._names)
        return without_overlaps(text, (f for f in map(partial(_whole, text), found) if "\x00" not in text[f.start : f.end]))

    def _guessed(self, text: str, finder: NameFinder) -> Iterator[Finding]:
        for guess in finder.find(text):
            if not self._is_spared(text, guess.start, guess.end):
                yield Finding(guess.kind, guess.start, guess.end, is_sure=False)

    def _is_spared(self, text: str, start: int, end: int) -> bool:
        """Whether it lies in a spared name, or is one with a number before it ("20 Pine Circle points")."""
        value = text[start:end].casefold()
        around = text[max(0, start - 40) : end + 40].casefold()
        return value in _NOBODY or any(
            (value in name and name in around) or not any(sign.isalpha() for sign in value.replace(name, ""))
            for name in self._spared
        )


def _whole(text: str, finding: Finding) -> Finding:
    if finding.kind not in ("address", "name"):
        return finding
    start, end = (whole_address if finding.kind == "address" else whole_name)(text, finding.start, finding.end)
    return finding._replace(start=start, end=end)

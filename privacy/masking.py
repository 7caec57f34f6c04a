"""The guard: finds personal data in a text as it was sent, and puts tokens in its place."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Self

from domain.goods_names import GoodsNames
from domain.lazy_pattern import lazy_pattern
from domain.personal_data import NEVER_KEPT, MaskedText, PersonalData, PersonalDataKind, Sealed
from domain.ports.names import NameFinder
from domain.ports.privacy import SaidBefore, Vault
from privacy import digit_buffer
from privacy.asked_for import LONGEST_ANSWER, AskedFor
from privacy.findings import Finding, without_overlaps
from privacy.folding import Folded, as_shown, fold
from privacy.known_values import KnownValues
from privacy.people import is_brand, is_count, is_thing, people_pattern
from privacy.reading import Reading
from privacy.recognizers.addresses import addresses, whole_address
from privacy.recognizers.birth_dates import birth_dates
from privacy.recognizers.codes import codes
from privacy.recognizers.encoded import encoded
from privacy.recognizers.internet import emails, ips
from privacy.recognizers.named_numbers import named_numbers
from privacy.recognizers.names import names, whole_name
from privacy.recognizers.national_ids import national_ids, ssns
from privacy.recognizers.payment import cards, ibans
from privacy.recognizers.phones import phones
from privacy.recognizers.secrets import secrets
from privacy.tokens import TokenNumbers, kind_of, plain_value, typed_tokens
from privacy.vocabulary import word_set

_RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    cards, ibans, emails, ssns, secrets, codes, national_ids, named_numbers, birth_dates, ips, phones, addresses, names,
)  # fmt: skip
_TELLING = (cards, ibans, emails, ssns, secrets, national_ids, phones)  # looked for behind code and markup too

# Carriers and the like, and small talk, which a name finder takes for names.
_NO_ONE = (["kein"], ["keine"], ["keinen"], ["keinem"], ["keiner"])  # "keine Person": nobody's name begins so
_NOBODY = word_set(
    """
    hermes evri dhl ups fedex usps dpd gls klarna paypal visa mastercard apple google amazon
    siri alexa goodbye bye byebye bubye cya hello helo hallo hi hii hiya hey heya heyy howdy wassup sup
    ciao tschau tschüss salut bonjour thanks thank thanx thx ta cheers danke merci
    okay ok okey fine man mate dude sir madam ma'am bro
    gern gerne klar genau claro freili freilich bardzo graag adios adiós gracias arrivederci grazie
    """
)
# Small words, of which a row in small letters ("na egal") is nobody's name.
_SMALL_WORDS = word_set(
    """
    na naja egal ja nein nee doch ach so also halt eben mal gut bitte damit zurück nochmal noch dann schon gar nix nichts wieder
    weg her hin los klar genau stimmt passt gerne sehr zu und oder aber ich du er sie es wir ihr mir dir der die das den dem
    yes no nope yeah well just then now there here again please thanks never mind whatever anyway back still only too and or but
    """
)


_ORDER = lazy_pattern(r"(?<!\w)[A-Za-z]{1,3}\d{6,10}(?!\w)")
# "4539 is my door code, where is HP104251": a code is told, and never asked about.
_ASKED_ABOUT = lazy_pattern(
    r"\b(?:where(?:'?s| is| are)|when (?:is|does|will)|what about|(?:track|cancel|return|refund|order|bestellung|wo (?:ist|bleibt)|"
    r"wann kommt)(?: my| the| order| meine| die)*)\s+#?[A-Za-z]{1,3}\d{6,10}$",
    re.IGNORECASE,
)


class TextMasker:
    """Meets ``domain.ports.privacy.Masker``.

    ``names`` adds what no rule can describe; ``spared`` are names that are nobody's (the shop's), ``goods`` those of its
    products: what a name finder reports is dropped where it lies inside one. Not bound to a conversation it makes no boxes: see ``within``.
    """

    def __init__(
        self,
        vault: Vault,
        names: NameFinder | None = None,
        spared: Iterable[str] = (),
        goods: GoodsNames | None = None,
    ) -> None:
        self._vault = vault
        self._names = names
        self._spared = frozenset(name.casefold() for name in spared if name)
        self._goods = goods or GoodsNames()
        self._context: str | None = None
        self._people: re.Pattern[str] | None = None
        self._own: frozenset[str] = frozenset()  # words of names that may stay

    def within(self, context: str, people: Sequence[str] = (), spared: Sequence[str] = ()) -> Self:
        bound = type(self)(self._vault, self._names, self._spared, self._goods)
        bound._context, bound._people = context, people_pattern(people)
        bound._own = frozenset(word.casefold() for name in spared for word in name.split())
        return bound

    def find(self, text: str, region: str | None = None) -> list[PersonalData]:
        return self._found(text, region, KnownValues(()))

    def _found(
        self, text: str, region: str | None, values: KnownValues, before: SaidBefore | None = None
    ) -> list[PersonalData]:
        folded = fold(text)
        findings = self._findings(folded, region, values)
        if len(text) <= LONGEST_ANSWER and (asked := AskedFor(before)):
            findings = without_overlaps(folded.text, [*findings, *self._answers(asked, folded.text, region, values)])
        offered = frozenset(word for label in (before.offered if before else ()) for word in _words(label))
        found = []
        for finding in findings:
            if finding.kind == "name" and offered.issuperset(_words(folded.text[finding.start : finding.end])):
                continue  # "Double sand", of the sizes that were just offered
            start, end = folded.span(finding.start, finding.end)
            found.append(PersonalData(kind=finding.kind, start=start, end=end))
        return found

    def _answers(self, asked: AskedFor, text: str, region: str | None, values: KnownValues) -> Iterator[Finding]:
        """What is found in the text, read with what asked for it in front."""
        at = len(asked.lead)
        for finding in self._findings(fold(asked.lead + text), region, values, guesses=False):
            if finding.end > at:
                yield finding._replace(start=max(0, finding.start - at), end=finding.end - at)
        yield from asked.answers(text)

    def mask(
        self, text: str, region: str | None = None, known: Sequence[Sealed] = (), before: SaidBefore | None = None
    ) -> tuple[MaskedText, list[Sealed]]:
        numbers = TokenNumbers(known, (text[start:end] for start, end in typed_tokens(text)))
        by_digest = {(sealed.kind, sealed.digest): sealed.token for sealed in known}
        values = KnownValues(self._opened(known))
        new: list[Sealed] = []
        pieces, entities, at = [], [], 0
        for found in self._found(text, region, values, before):
            sealed = self._sealed(found.kind, text[found.start : found.end], region)
            token = by_digest.get((sealed.kind, sealed.digest)) or values.token(sealed.kind, text[found.start : found.end])
            if token is None:
                token = numbers.next(found.kind)
                by_digest[sealed.kind, sealed.digest] = token
                new.append(sealed.model_copy(update={"token": token}))
            pieces += [text[at : found.start], token]
            entities.append(found.model_copy(update={"token": token}))
            at = found.end
        return MaskedText(text="".join([*pieces, text[at:]]), entities=entities), new

    def mask_all(self, texts: Sequence[str], people: Sequence[str] = ()) -> list[str]:
        masker = type(self)(self._vault, self._names, self._spared, self._goods)
        masker._people = people_pattern(people)
        # Tokens that stand in any of the texts mean something there already.
        typed = {text[start:end] for text in texts for start, end in typed_tokens(text)}
        known = [Sealed(token=token, kind=kind, digest=token, box=None) for token in typed if (kind := kind_of(token))]
        masked = []
        for text in texts:
            clean, new = masker.mask(text, None, known)
            masked.append(clean.text)
            known += new
        return masked

    def seal(self, kind: PersonalDataKind, value: str, known: Sequence[Sealed] = ()) -> tuple[str, list[Sealed]]:
        sealed = self._sealed(kind, value, None)
        for other in known:
            if (other.kind, other.digest) == (kind, sealed.digest):
                return other.token, []
        token = TokenNumbers(known, ()).next(kind)
        return token, [sealed.model_copy(update={"token": token})]

    def completes_split_number(self, earlier: Sequence[str], text: str) -> int:
        return digit_buffer.completes_split_number(earlier, text)

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

    def _opened(self, known: Sequence[Sealed]) -> Iterator[tuple[PersonalDataKind, str, str]]:
        """Kind, value and token of what can be opened."""
        for sealed in known:
            if sealed.box is not None and self._context is not None:
                try:
                    yield sealed.kind, self._vault.open(sealed.box, self._context), sealed.token
                except ValueError:  # sealed under a key that is gone
                    continue

    def _findings(self, folded: Folded, region: str | None, values: KnownValues, *, guesses: bool = True) -> list[Finding]:
        """``guesses``: also what the name finder holds for somebody's, which costs more than all rules."""
        text = folded.text
        tokens = typed_tokens(text)
        for start, end in tokens:  # nothing is found in or across a token
            text = text[:start] + "\x00" * (end - start) + text[end:]
        reading = Reading(text, region)
        found = [finding for rule in _RULES for finding in rule(reading)]
        found += encoded(reading, _TELLING)
        found += as_shown(reading, _TELLING)
        found = [f for f in found if not self._is_nobodys(text, f)]
        if self._people is not None:
            found += (Finding("name", match.start(), match.end()) for match in self._people.finditer(text))
        if self._names is not None and guesses:
            found += self._guessed(text, self._names)
        if self._own:
            found = [f for f in found if f.kind != "name" or not self._own.issuperset(_words(text[f.start : f.end]))]
        whole = [f for f in map(partial(_whole, text), found) if "\x00" not in text[f.start : f.end]]
        kept = without_overlaps(text, [*whole, *self._known(text, values)])
        again = self._stands_again(folded.text, kept, region)
        for finding in kept:  # what is known may stand beside, and partly in, what was found
            text = text[: finding.start] + "\x00" * (finding.end - finding.start) + text[finding.end :]
        beside = without_overlaps(text, [*self._known(text, values), *self._known(text, again)])
        return sorted([*kept, *beside], key=lambda f: f.start)

    def _stands_again(self, text: str, found: Sequence[Finding], region: str | None) -> KnownValues:
        """What this very text gave away: from its next message on the conversation knows it, so it is looked for here too."""
        kept = [f for f in found if self._context is not None and f.kind not in NEVER_KEPT]
        return KnownValues((f.kind, plain_value(f.kind, text[f.start : f.end], region), "") for f in kept)

    def _known(self, text: str, values: KnownValues) -> list[Finding]:
        return [f for f in values.find(text) if f.kind != "name" or not self._own.issuperset(_words(text[f.start : f.end]))]

    def _is_nobodys(self, text: str, finding: Finding) -> bool:
        """Whether what a rule took for somebody's is the shop's, a product's or a brand's."""
        if finding.kind == "secret":
            return _ASKED_ABOUT.search(text, 0, finding.end) is not None
        if finding.kind == "address":
            return (
                _ORDER.search(text, finding.start, finding.end) is not None
                or is_count(text, finding.start, finding.end)
                or self._is_spared(text, finding.start, finding.end)
            )
        return finding.kind == "name" and is_brand(text, finding.start, finding.end)

    def _guessed(self, text: str, finder: NameFinder) -> Iterator[Finding]:
        for guess in finder.find(text):
            # Staff write names with capitals; a guess at small letters would hide words that the customer must read.
            is_word = bool(self._own) and text[guess.start : guess.end].islower()
            is_small = text[guess.start : guess.end].islower() and _SMALL_WORDS.issuperset(
                _words(text[guess.start : guess.end])
            )
            is_denied = _words(text[guess.start : guess.end])[:1] in _NO_ONE
            if is_word or is_small or is_denied or self._is_spared(text, guess.start, guess.end):
                continue
            is_nobodys = is_thing if guess.kind == "name" else is_count
            if not is_nobodys(text, guess.start, guess.end):
                yield Finding(guess.kind, guess.start, guess.end, is_sure=False)

    def _is_spared(self, text: str, start: int, end: int) -> bool:
        """Whether it lies in a spared name, or is one with a number before it ("20 Pine Circle points")."""
        value = text[start:end].casefold()
        big = " ".join(word for word in re.findall(r"[^\W\d_]+", text[start:end]) if word[0].isupper())
        around = text[max(0, start - 40) : end + 40].casefold()
        if self._goods.holds(value, around) or (" " in big and self._goods.holds(big, around)):
            return True
        return value in _NOBODY or any(
            (value in name and name in around) or not any(sign.isalpha() for sign in value.replace(name, ""))
            for name in self._spared
        )


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.casefold())


def _whole(text: str, finding: Finding) -> Finding:
    if finding.kind not in ("address", "name"):
        return finding
    start, end = (whole_address if finding.kind == "address" else whole_name)(text, finding.start, finding.end)
    return finding._replace(start=start, end=end)

"""Values that a conversation knows already, found wherever they stand again and however the words around them look."""

import re
from collections.abc import Iterable, Iterator

import phonenumbers

from domain.lazy_pattern import lazy_pattern
from domain.personal_data import PersonalDataKind
from privacy.findings import Finding
from privacy.people import COMMON_WORDS

_WORD = lazy_pattern(r"[^\W_]+")
_BETWEEN = lazy_pattern(r"[^\x00\w]{0,3}|_")  # what may stand between the parts of a value; never a token
_LEAST_SIGNS = 6  # letters and digits of a value that is no name: less is too little to tell it from other words
_RARE = 8  # letters from which a part of a name is one in lower case too


class KnownValues:
    """``values``: (kind, plain value, token) each. Finding costs no more than the text and the longest value are long."""

    def __init__(self, values: Iterable[tuple[PersonalDataKind, str, str]]) -> None:
        self._tokens: dict[tuple[PersonalDataKind, str], str] = {}
        self._kinds: dict[str, PersonalDataKind] = {}  # by the compact form
        self._beginnings: set[str] = set()
        self._names: dict[str, set[int]] = {}  # a part → the names that it is of
        for number, (kind, value, token) in enumerate(values):
            self._tokens.setdefault((kind, _key(kind, value)), token)
            if kind == "name":
                for part in _words(value):
                    self._names.setdefault(part, set()).add(number)
                continue
            for form in _forms(kind, value):
                if len(form) >= _LEAST_SIGNS:
                    self._tokens.setdefault((kind, form), token)
                    self._kinds.setdefault(form, kind)
                    self._beginnings.update(form[:end] for end in range(1, len(form) + 1))

    def token(self, kind: PersonalDataKind, value: str) -> str | None:
        """Of a whole value, however it is written; a part of a name is a value of its own."""
        return self._tokens.get((kind, _key(kind, value)))

    def find(self, text: str) -> Iterator[Finding]:
        if not self._tokens:
            return
        words = list(_WORD.finditer(text))
        yield from self._compact(text, words)
        yield from self._named(text, words)

    def _compact(self, text: str, words: list[re.Match[str]]) -> Iterator[Finding]:
        for first in range(len(words)):
            form, last, found = "", first, None
            while last < len(words) and (last == first or _adjoin(text, words[last - 1], words[last])):
                form += words[last][0].casefold()
                if form not in self._beginnings:
                    break
                if form in self._kinds:
                    found = Finding(self._kinds[form], words[first].start(), words[last].end())
                last += 1
            if found:
                yield found

    def _named(self, text: str, words: list[re.Match[str]]) -> Iterator[Finding]:
        """Runs of parts of one name, in any order; a part alone where it is written like a name or is a rare word."""
        at = 0
        while at < len(words):
            names = self._names.get(words[at][0].casefold())
            end = at + 1
            if names:
                while end < len(words) and _adjoin(text, words[end - 1], words[end]):
                    shared = names & self._names.get(words[end][0].casefold(), set())
                    if not shared:
                        break
                    names, end = shared, end + 1
                run = {word[0].casefold() for word in words[at:end]}
                if len(run) > 1 or _tells_alone(words[at][0]):
                    yield Finding("name", words[at].start(), words[end - 1].end())
            at = end


def _tells_alone(word: str) -> bool:
    if len(word) < 2 or word.casefold() in COMMON_WORDS:
        return False
    return word[0].isupper() or len(word) >= _RARE


def _adjoin(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    return _BETWEEN.fullmatch(text, left.end(), right.start()) is not None


def _words(value: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(value)]


def _key(kind: PersonalDataKind, value: str) -> str:
    """A name's parts may come in any order."""
    return " ".join(sorted(_words(value))) if kind == "name" else "".join(_words(value))


def _forms(kind: PersonalDataKind, value: str) -> Iterator[str]:
    yield _key(kind, value)
    if kind == "phone" and value.startswith("+"):
        try:
            national = str(phonenumbers.parse(value).national_number)
        except phonenumbers.NumberParseException:
            return
        yield from (national, f"0{national}")

"""Misspelt words of a message put right before it is read, where one word that the rules know is near and no other.

Only words that are in no dictionary are touched, and only towards the words below: names, goods and other languages stay.
"""

import re
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from domain.language.languages.written_language import plain_language
from domain.lazy_pattern import lazy_pattern
from models.embeddings import tokenizer_words

# What the rules read by. Words that are one letter from another plain word ("lost", "late", "send") are left out.
_KNOWN_TO_RULES = """
cancel cancelled cancellation return returned returning refund refunded exchange exchanged replace replacement receipt invoice
invoices address delivery delivered deliver parcel package order ordered orders purchase broken damaged cracked scratched shattered
smashed chipped missing wrong received receive arrived arrive charged twice account password delete unsubscribe newsletter track
tracking shipped shipping shipment address payment customer service human person agent operator representative manager supervisor
    someone somebody speak talk please different colour color instead incomplete faulty defective supposed yesterday tomorrow doesnt
wasnt werent isnt havent hasnt wouldnt couldnt status courier carrier neighbour describe described description quality money
change changed update wrong size second another blender working stopped leaking stolen still nothing anything everything
"""
_TARGETS = _KNOWN_TO_RULES.split()
_ENDINGS = ("s", "es", "ed", "er", "ers", "ing", "ings", "y", "ly", "r", "rs", "d")
_WORD = lazy_pattern(r"(?<![\w\[@.'’-])[A-Za-z]{4,}(?:['’][a-z]{1,2})?(?![\w\]@'’-])")
_SHORT = 7  # letters; below, one slip is put right, from here on two


@dataclass(frozen=True)
class Corrected:
    """A message with its misspelt words put right. ``back`` finds where a place of it stood."""

    text: str
    _ours: tuple[int, ...] = (0,)  # places in ``text`` from which on …
    _theirs: tuple[int, ...] = (0,)  # … the message's own places run along

    def back(self, place: int) -> int:
        """The place in the message as typed of a place in ``text``; both in code points."""
        at = bisect_right(self._ours, place) - 1
        return self._theirs[at] + place - self._ours[at]


def corrected(text: str, product_names: Collection[str] = ()) -> Corrected:
    """``text`` with its misspelt English words put right; goods in ``product_names`` are never misspelt."""
    if plain_language(text, least=1) not in (None, "en"):
        return Corrected(text)
    names = {word for name in product_names for word in name.lower().split()}
    parts, ours, theirs, at = [], [0], [0], 0
    for word in _WORD.finditer(text):
        right = _put_right(re.sub(r"['’]", "", word[0].lower()))
        if right is None or word[0].lower() in names:
            continue
        parts += [text[at : word.start()], right]
        at = word.end()
        ours.append(sum(map(len, parts)))
        theirs.append(at)
    if not parts:
        return Corrected(text)
    return Corrected("".join([*parts, text[at:]]), tuple(ours), tuple(theirs))


@lru_cache(maxsize=4096)
def _put_right(word: str) -> str | None:
    if _is_word(word):
        return None
    near = process.extract(word, _TARGETS, scorer=OSA.distance, score_cutoff=1 if len(word) < _SHORT else 2, limit=2)
    near = [match for match in near if match[1] == near[0][1]]
    if len({match[0] for match in near}) != 1 or len(near[0][0]) < 5:
        return None
    return near[0][0]


def _is_word(word: str) -> bool:
    known = _dictionary()
    stems = [word, *(word[: -len(end)] for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= 3)]
    return any(stem in known or (stem != word and f"{stem}e" in known) for stem in stems)


@lru_cache(maxsize=1)
def _dictionary() -> frozenset[str]:
    """The whole words that the embedding's tokenizer knows, and those that the rules know."""
    return frozenset(word for word in tokenizer_words() if word.isalpha()) | frozenset(_TARGETS)

"""Whole messages made of known phrases only. Pure word rules: no model, no guess."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from domain.lazy_pattern import lazy_pattern

_REMEMBERED = 256  # texts: a clause is held against several books by many rules of one turn
MOST_WORDS = 24  # a bare answer is short; longer messages are never read by phrases

_EMOJI = {
    "thumbsup": "👍👌✅🆗☑✔💯",
    "thumbsdown": "👎❌🚫✖🙅🛑✋⛔",
    "wave": "👋",
    "folded": "🙏",
    "": "🙂😊😀😃😄😁☺❤💛💙🎉\ufe0f🏻🏼🏽🏾🏿\u200d♀♂",
}
_EMOJI_WORDS = str.maketrans({sign: f" {word} " for word, signs in _EMOJI.items() for sign in signs})
_SOFT_PUNCTUATION = set('.,!;:-–—…"“”()~*·')
_THANKS = lazy_pattern(r"t+h?[ae]?n[kxg]+[sz]?|than?[skx]+|thnks?|thx|tnx|tks")


@lru_cache(maxsize=_REMEMBERED)
def split_words(text: str) -> tuple[str, ...]:
    """Lower-case words without accents, apostrophes, soft punctuation and doubled letters; other signs stand as words.

    "Yesss, please!" → ("yes", "please"); "don't" → ("dont",); "okay?" → ("okay", "?").
    """
    text = unicodedata.normalize("NFKC", text).translate(_EMOJI_WORDS).lower()
    text = re.sub(r"['’`´]", "", text)
    text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    words = re.findall(r"[^\W_]+|[^\w\s]|_", text)
    return tuple(squeeze(word) for word in words if word not in _SOFT_PUNCTUATION)


def squeeze(word: str) -> str:
    """One letter for each run of it: "okayyy" → "okay", "good" → "god" (phrases are squeezed alike)."""
    return re.sub(r"(.)\1+", r"\1", word)


class Phrasebook:
    """Phrases by kind. ``read`` tells which kinds make up a message, if known phrases are all that it is."""

    def __init__(self, phrases: Mapping[str, Iterable[str]], run_together: Iterable[str] = ()) -> None:
        """``run_together`` are the words that people run together, as in "okthanks"."""
        self._kinds = {split_words(phrase): kind for kind, group in phrases.items() for phrase in group}
        self._longest = max(map(len, self._kinds))
        self._words = {word for phrase in self._kinds for word in phrase}
        parts = "|".join(sorted({squeeze(word) for word in run_together}, key=len, reverse=True)) or r"(?!)"
        self._run_together = lazy_pattern(rf"({parts})({parts})({parts})?({parts})?")

    def read(self, text: str) -> frozenset[str] | None:
        """The kinds of the phrases that cover the whole message, or None where a word is left over or there is none."""
        words = self._known_words(text)
        if not 0 < len(words) <= MOST_WORDS:
            return None
        found: set[str] = set()
        at = 0
        while at < len(words):
            for size in range(min(self._longest, len(words) - at), 0, -1):
                kind = self._kinds.get(tuple(words[at : at + size]))
                if kind is not None:
                    found.add(kind)
                    at += size
                    break
            else:
                return None
        return frozenset(found)

    def _known_words(self, text: str) -> list[str]:
        words: list[str] = []
        for word in split_words(text[:400]):
            if word not in self._words:
                if _THANKS.fullmatch(word):
                    words.append("thanks")
                    continue
                if together := self._run_together.fullmatch(word):
                    words.extend(part for part in together.groups() if part)
                    continue
            words.append(word)
        return words

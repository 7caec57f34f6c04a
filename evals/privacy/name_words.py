"""Writes `models/name_words.txt` and `models/plain_words.txt`: `python -m evals.privacy.name_words`.

The words of the name model's vocabulary that are names in some language, by the lists of `faker`: first names in any case, surnames
and names that are everyday words of the intent model's utterances with a capital only (they are written with one), function words
never. The plain words are those of the utterances, the demo's articles and the service's messages that the vocabulary lacks.
"""

import csv
import pkgutil
import re
import unicodedata
from collections import Counter
from importlib import import_module
from pathlib import Path

import faker.providers.person

from models.personal_data import RampartNameFinder

_ROOT = Path(__file__).parents[2]
_UTTERANCES = _ROOT / "models" / "intents" / "training" / "utterances.csv"
_MODELS = _ROOT / "models"
_EVERYDAY = 2  # times that an everyday word is said at least
_FUNCTION = 50  # times that a word like "the" or "can" is
_TEXTS = ("demo/articles/*.md", "domain/messages/en*.ftl")


def main() -> None:
    first, last = _names("first"), _names("last")
    said: Counter[str] = Counter()
    with _UTTERANCES.open(encoding="utf-8") as rows:
        for row in csv.reader(rows):
            said.update(re.findall(r"[^\W\d_]+", row[0].lower()))
    lines = []
    vocabulary = RampartNameFinder().vocabulary
    for word in sorted((first | last) & vocabulary):
        if said[word] >= _FUNCTION:
            continue
        is_plain = word in first and said[word] < _EVERYDAY
        lines.append(word if is_plain else word.capitalize())
    (_MODELS / "name_words.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for pattern in _TEXTS:
        for path in _ROOT.glob(pattern):
            said.update(re.findall(r"\b[a-z]+\b", path.read_text(encoding="utf-8")))
    plain = (word for word, times in said.items() if times >= _EVERYDAY and word.isascii() and len(word) > 1)
    unknown = sorted(set(plain) - vocabulary - first - last)
    (_MODELS / "plain_words.txt").write_text("\n".join(unknown) + "\n", encoding="utf-8")


def _names(which: str) -> set[str]:
    found: set[str] = set()
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        provider = import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            if attribute.startswith(which) and isinstance(values := getattr(provider, attribute), dict | list | tuple):
                found.update(part for value in values for part in _plain(str(value)))
    return found


def _plain(name: str) -> list[str]:
    letters = "".join(sign for sign in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(sign))
    return [part for part in re.findall(r"[a-z]+", letters) if len(part) > 2]


if __name__ == "__main__":
    main()

"""Words that customers and writers use for one thing, of no trade in particular: a parcel is a package."""

from functools import lru_cache
from importlib import resources

from kb.text.words import stems

AS_GOOD_AS = 0.6  # what a synonym counts for, of the word itself


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in resources.files("kb.text").joinpath("synonyms.txt").read_text(encoding="utf-8").splitlines():
        group = set(stems(line))
        for stem in group:
            found.setdefault(stem, set()).update(group - {stem})
    return {stem: frozenset(others) for stem, others in found.items()}


def synonyms(stem: str) -> frozenset[str]:
    """The stems of words that may stand in a text in place of ``stem``'s."""
    return _groups().get(stem, frozenset())

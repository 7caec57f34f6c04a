"""One subject over many tiny articles, which would answer better as one."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from kb.audit.neutral import keys
from kb.audit.reading import Reading, same_readers

_TINY = 40  # words
_MANY = 4  # articles
_SUBJECT = 2  # words of the title that they share: one word alone is a field, not a subject


def fragmented(readings: Sequence[Reading]) -> list[tuple[str, list[Reading]]]:
    """(subject, its articles), the largest first; an article is in one of them at most."""
    groups: dict[tuple[str, ...], list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading.length <= _TINY:
            for subject in combinations(sorted(reading.title), _SUBJECT):
                groups[subject].append(reading)
    used: set[str] = set()
    found = []
    for _, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        left = [r for r in group if r.article.id not in used and same_readers(r.article, group[0].article)]
        if len(left) >= _MANY:
            used |= {r.article.id for r in left}
            found.append((_spoken(left), left))
    return found


def _spoken(group: Sequence[Reading]) -> str:
    """The words that all the titles share, as the first one writes them."""
    shared = frozenset.intersection(*(r.title for r in group))
    words = [word for word in group[0].article.title.split() if keys(word) & shared]
    return " ".join(words).strip(" :,.?!") or group[0].article.title

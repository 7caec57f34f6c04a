"""What stands in several articles: the same in nearly the same words, or one subject in many tiny pieces."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kb.audit.reading import Reading, apart, keys, same_readers

_RUN = 3  # words in a row that are compared
_COMMON = 20  # articles that hold the same run: a phrase of the house
_SAME = 0.6  # of all runs of both
_HELD = 0.85  # of the shorter one's runs, where the longer one holds it whole
_SHORTEST = 8  # words of an article that is looked at
_SAME_WORDS = 0.8  # of the words in any order, under nearly the same title
_SAME_TITLE = 0.6


@dataclass(frozen=True)
class Duplicate:
    a: Reading
    b: Reading
    share: float  # 0..1, of what both say


def near_duplicates(readings: Sequence[Reading]) -> list[Duplicate]:
    """The pairs, the most alike first."""
    runs = [_runs(reading) for reading in readings]
    found = []
    for i, j in _candidates(readings, runs):
        a, b = readings[i], readings[j]
        if not same_readers(a.article, b.article) or apart(a, b):
            continue
        share = _share(a, b, runs[i], runs[j])
        if share is not None:
            found.append(Duplicate(a, b, share))
    return sorted(found, key=lambda one: (-one.share, one.a.article.id, one.b.article.id))


def _share(a: Reading, b: Reading, ours: frozenset[str], theirs: frozenset[str]) -> float | None:
    both = len(ours & theirs)
    same = both / len(ours | theirs)
    if same >= _SAME:
        return same
    held = both / min(len(ours), len(theirs))
    if held >= _HELD and min(len(a.words), len(b.words)) >= 2 * _SHORTEST:
        return held
    words = _jaccard(a.everything, b.everything)
    return words if words >= _SAME_WORDS and _jaccard(a.title, b.title) >= _SAME_TITLE else None


def _candidates(readings: Sequence[Reading], runs: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Pairs that share a run of words that is not a phrase of the house, or nearly a title."""
    holding: dict[str | frozenset[str], list[int]] = defaultdict(list)
    for i, (reading, own) in enumerate(zip(readings, runs, strict=True)):
        if len(reading.words) >= _SHORTEST:
            marks: set[str | frozenset[str]] = {*own, reading.title}
            for mark in marks:
                holding[mark].append(i)
    seen: set[tuple[int, int]] = set()
    for found_in, rows in holding.items():
        if found_in and len(rows) <= _COMMON:
            seen.update((i, j) for i in rows for j in rows if i < j)
    yield from sorted(seen)


def _runs(reading: Reading) -> frozenset[str]:
    words = reading.words
    return frozenset(" ".join(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1)))


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0


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

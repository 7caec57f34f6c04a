"""Two articles that tell the same readers different figures about the same thing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.figures import Figure
from kb.audit.reading import Reading, Statement, same_readers

_LARGEST = 300  # statements that share a word: a word of more is no subject
_RAREST = 3  # words of a statement by which its partners are looked for
_ALIKE = 0.5  # of all their words, subject or not
_IDENTICAL = 4  # words: sentences that differ in nothing but figures may differ in several of them


@dataclass(frozen=True)
class Contradiction:
    a: Reading
    b: Reading
    said: tuple[str, str]  # the sentences
    figures: tuple[str, str]


def contradictions(readings: Sequence[Reading]) -> list[Contradiction]:
    """One for each pair of articles, the first that is met."""
    by_id = {reading.article.id: reading for reading in readings}
    found: dict[tuple[str, str], Contradiction] = {}
    for s, t in _partners(readings):
        a, b = by_id[s.article_id], by_id[t.article_id]
        pair = (min(a.article.id, b.article.id), max(a.article.id, b.article.id))
        if pair in found or not same_readers(a.article, b.article) or _of_other_things(a, b):
            continue
        differing = _differing(s, t)
        if differing:
            found[pair] = Contradiction(a, b, (s.text, t.text), differing)
    return list(found.values())


def _of_other_things(a: Reading, b: Reading) -> bool:
    """A word of a title that the other article never says narrows what it is about: the figures may well differ."""
    return bool(a.title - b.everything) or bool(b.title - a.everything)


def _partners(readings: Sequence[Reading]) -> Iterator[tuple[Statement, Statement]]:
    """Statements of different articles that share one of their rarest words."""
    statements = [s for reading in readings for s in reading.statements]
    holding: dict[str, list[int]] = defaultdict(list)
    for i, statement in enumerate(statements):
        for word in statement.about | statement.context:
            holding[word].append(i)
    seen: set[tuple[int, int]] = set()
    for i, statement in enumerate(statements):
        rare = sorted(statement.about, key=lambda word: (len(holding[word]), word))[:_RAREST]
        for word in rare:
            if len(holding[word]) > _LARGEST:
                continue
            for j in holding[word]:
                pair = (min(i, j), max(i, j))
                if statements[j].article_id != statement.article_id and pair not in seen:
                    seen.add(pair)
                    yield statements[pair[0]], statements[pair[1]]


def _differing(s: Statement, t: Statement) -> tuple[str, str] | None:
    """The figures in which two sentences about the same thing differ."""
    shared = s.about & t.about
    if not shared or s.about - t.about - t.context or t.about - s.about - s.context:
        return None
    if len(shared) < _ALIKE * len(s.about | t.about):
        return None
    ours, theirs = _by_unit(s), _by_unit(t)
    different = []
    for unit in ours.keys() & theirs.keys():
        mine, other = ({f.value for f in side[unit]} for side in (ours, theirs))
        if mine != other:
            if len(mine) != len(other):
                return None  # one says more than the other: not the same claim
            different.append(unit)
    alike = s.about == t.about and len(s.about) >= _IDENTICAL
    if not different or (len(different) > 1 and not alike) or (ours.keys() != theirs.keys() and not alike):
        return None
    unit = min(different)
    return _text(ours[unit], theirs[unit]), _text(theirs[unit], ours[unit])


def _by_unit(statement: Statement) -> dict[tuple[str, str], list[Figure]]:
    found: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in statement.figures:
        found[figure.kind, figure.unit].append(figure)
    return found


def _text(figures: Sequence[Figure], others: Sequence[Figure]) -> str:
    known = {f.value for f in others}
    return next(f.text for f in figures if f.value not in known)


def pairs_of(found: Sequence[Contradiction]) -> set[frozenset[str]]:
    return {frozenset((one.a.article.id, one.b.article.id)) for one in found}

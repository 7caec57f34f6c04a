"""The versions of an article in several languages, by their ``source_id``: `returns.md` and `returns.de.md`, `zendesk/1/en-us` and
`zendesk/1/de`. The models of the search read English best: where there is an English version, that one is searched, and what was
found is quoted in the customer's language.
"""

from collections.abc import Iterable

from domain.knowledge import Segment, work_of
from kb.index.filters import language

SEARCHED = "en"


class Versions:
    """Which live segments say the same: those at the same place of versions that have as many segments."""

    def __init__(self) -> None:
        self._of: dict[str, tuple[str, str, int]] = {}  # segment id → work, language, position
        self._held: dict[str, dict[str, dict[int, str]]] = {}  # work → language → position → segment id

    def apply(self, written: Iterable[Segment], removed: Iterable[str]) -> tuple[set[str], set[str]]:
        """Of the works that these belong to: the segments that are found through their English version, and those that are not."""
        works = {self._forget(segment_id) for segment_id in removed}
        for segment in written:
            self._forget(segment.id)
            if (work := work_of(segment.source_id, segment.locale)) is not None:
                spoken = language(segment.locale)
                self._of[segment.id] = (work, spoken, segment.position)
                self._held.setdefault(work, {}).setdefault(spoken, {})[segment.position] = segment.id
                works.add(work)
        ids = {i for work in works if work for places in self._held.get(work, {}).values() for i in places.values()}
        through = {i for i in ids if self.is_found_through_another(i)}
        return through, ids - through

    def clear(self) -> None:
        self._of.clear()
        self._held.clear()

    def is_found_through_another(self, segment_id: str) -> bool:
        return self.in_language(segment_id, SEARCHED) is not None

    def in_language(self, segment_id: str, wanted: str) -> str | None:
        """The segment that says it in the language ``wanted`` (``de``); None where it says it itself, or none does."""
        if not wanted or segment_id not in self._of or self._of[segment_id][1] == wanted:
            return None
        work, spoken, position = self._of[segment_id]
        theirs = self._held[work].get(wanted, {})
        return theirs.get(position) if len(theirs) == len(self._held[work][spoken]) else None

    def _forget(self, segment_id: str) -> str | None:
        """Drop it, and say of which work it was."""
        own = self._of.pop(segment_id, None)
        if own is None:
            return None
        work, spoken, position = own
        if self._held[work][spoken].get(position) == segment_id:
            del self._held[work][spoken][position]
        return work

"""BM25 over the segments, in memory: tantivy with English stems."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from math import log
from typing import TYPE_CHECKING

from domain.knowledge import Segment
from kb.index.filters import Audience, SegmentFilters
from kb.text.words import analyzer, stems

if TYPE_CHECKING:
    from tantivy import Document, Query

_ANY = "*"
_PUBLIC, _STAFF = "public", "staff"
_FIELDS = {"question": 1.3, "answer": 1.0}  # weights
_SHORTEST = 5  # letters of a word that may be misspelled
_CLOSE = 0.8


class LexicalIndex:
    """Held in memory and filled from the database at each start."""

    def __init__(self) -> None:
        from tantivy import Index, SchemaBuilder

        builder = SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        for field in _FIELDS:
            builder.add_text_field(field, tokenizer_name="support", index_option="freq")
        builder.add_text_field("region", tokenizer_name="raw", index_option="basic")
        builder.add_text_field("language", tokenizer_name="raw", index_option="basic")
        builder.add_text_field("audience", tokenizer_name="raw", index_option="basic")
        builder.add_integer_field("valid_from", indexed=True, fast=True)  # milliseconds since the epoch
        builder.add_integer_field("valid_until", indexed=True, fast=True)
        self._schema = builder.build()
        self._index = Index(self._schema)
        self._index.register_tokenizer("support", analyzer())
        self._writer = self._index.writer(15_000_000, 1)
        self._searcher = self._index.searcher()
        self._spellings: dict[str, str | None] = {}

    def apply(self, written: Iterable[Segment], removed: Iterable[str]) -> None:
        """Write and remove segments, then make both visible at once. Blocking: tens of milliseconds and more."""
        for segment_id in removed:
            self._writer.delete_documents_by_term("id", segment_id)
        for segment in written:
            self._writer.delete_documents_by_term("id", segment.id)
            self._writer.add_document(self._document(segment))
        self._writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()
        self._spellings = {}

    def clear(self) -> None:
        self._writer.delete_all_documents()
        self.apply([], [])

    def search(self, terms: Sequence[str], audience: Audience, limit: int) -> dict[str, float]:
        """BM25 by segment id of the best matches for stems (see ``corrected``) among what is served to ``audience``."""
        query = self._matching(terms)
        return {} if query is None else self._scores(query.and_must_match(*self._filters(audience)), limit)

    def scores(self, terms: Sequence[str], ids: Sequence[str]) -> dict[str, float]:
        """BM25 of each of ``ids`` that shares a stem."""
        from tantivy import Query

        query = self._matching(terms)
        if query is None or not ids:
            return {}
        wanted = Query.const_score_query(Query.term_set_query(self._schema, "id", list(ids)), 0.0)
        return self._scores(query.and_must_match(wanted), len(ids))

    def corrected(self, text: str) -> list[str]:
        """The stems of ``text``; one that no segment holds gives way to a close spelling that some do."""
        return [self.known(stem) or stem for stem in dict.fromkeys(stems(text))]

    def known(self, stem: str) -> str | None:
        """``stem`` if segments hold it, else the closest spelling among those they hold, else None."""
        if stem not in self._spellings:
            if len(self._spellings) > 5000:  # a cache, never a leak
                self._spellings = {}
            self._spellings[stem] = stem if self.frequency(stem) else self._closest(stem)
        return self._spellings[stem]

    def frequency(self, stem: str) -> int:
        """The number of segments that hold ``stem``, retired ones perhaps included for a while."""
        return max(self._searcher.doc_freq(field, stem) for field in _FIELDS)

    def worth(self, terms: Sequence[str]) -> dict[str, float]:
        """Inverse document frequency of each stem."""
        n = len(self)
        held = {term: min(n, self.frequency(term)) for term in terms}
        return {term: log(1 + (n - k + 0.5) / (k + 0.5)) for term, k in held.items()}

    def __len__(self) -> int:
        return self._searcher.num_docs

    def _closest(self, stem: str) -> str | None:
        if len(stem) < _SHORTEST or any(c.isdigit() for c in stem):
            return None
        words: dict[str, int] = {}
        for field in _FIELDS:
            for word, n in self._searcher.terms_with_prefix(field, stem[0]):
                if abs(len(word) - len(stem)) <= 2:
                    words[word] = max(n, words.get(word, 0))
        close = get_close_matches(stem, words, n=1, cutoff=_CLOSE)
        return close[0] if close else None

    def _document(self, segment: Segment) -> "Document":
        from tantivy import Document

        filters = SegmentFilters.of(segment)
        document = Document()
        for field, value in [("id", segment.id), ("question", segment.question), ("answer", segment.answer)]:
            document.add_text(field, value)
        for region in filters.regions or [_ANY]:
            document.add_text("region", region)
        document.add_text("language", filters.language or _ANY)
        document.add_text("audience", _STAFF if filters.is_for_staff else _PUBLIC)
        document.add_integer("valid_from", int(filters.valid_from * 1000))
        document.add_integer("valid_until", int(filters.valid_until * 1000))
        return document

    def _matching(self, terms: Sequence[str]) -> "Query | None":
        from tantivy import Occur, Query

        parts = [
            (Occur.Should, Query.boost_query(Query.term_query(self._schema, field, term, "freq"), weight))
            for term in terms
            for field, weight in _FIELDS.items()
        ]
        return Query.boolean_query(parts) if parts else None

    def _filters(self, audience: Audience) -> list["Query"]:
        from tantivy import FieldType, Query

        def between(field: str, low: int | None, high: int | None) -> Query:
            return Query.range_query(self._schema, field, FieldType.Integer, low, high, True, True)

        now = int(audience.now * 1000)
        filters = [
            Query.term_set_query(self._schema, "region", [_ANY, *([audience.region] if audience.region else [])]),
            between("valid_from", None, now),
            between("valid_until", now + 1, None),
        ]
        if not audience.is_staff:
            filters.append(Query.term_query(self._schema, "audience", _PUBLIC))
        if audience.language:
            filters.append(Query.term_set_query(self._schema, "language", [_ANY, audience.language]))
        return [Query.const_score_query(query, 0.0) for query in filters]

    def _scores(self, query: "Query", limit: int) -> dict[str, float]:
        searcher = self._searcher
        found = searcher.search(query, limit, count=False).hits
        return {str(searcher.doc(address).get_first("id")): float(score) for score, address in found if score > 0}

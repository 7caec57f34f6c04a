"""Builds an answer from what a model streams, out of the sentences that their cited segments carry."""

from collections.abc import Iterator, Sequence

from domain.knowledge import Segment
from domain.lazy_pattern import lazy_pattern
from domain.ports.understanding import GroundedAnswer
from models.chat.prompts import NO_ANSWER
from models.chat.sentences import Sentence, SentenceSplitter
from models.chat.support import Source, supported_by

_WHOLE = lazy_pattern(r"[.!?…。！？\])】\"'»”’]\s*$")


class GroundedWriter:
    """Feed it the model's pieces; it gives the pieces of the answer, which joined are the answer's text."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._offered = [Source(segment) for segment in segments]
        self._splitter = SentenceSplitter()
        self._written: list[str] = []
        self._cited: list[str] = []
        self._refused = False

    @property
    def has_written(self) -> bool:
        return bool(self._written)

    def feed(self, piece: str) -> Iterator[str]:
        yield from self._supported(self._splitter.feed(piece))

    def finish(self) -> Iterator[str]:
        """The last sentence, unless the stream broke off inside it."""
        rest = self._splitter.finish()
        if rest and (_WHOLE.search(rest[-1].text) or rest[-1].cites):
            yield from self._supported(rest)

    def answer(self) -> GroundedAnswer | None:
        if not self._written:
            return None
        return GroundedAnswer(text="".join(self._written), cited=self._cited)

    def _supported(self, sentences: Sequence[Sentence]) -> Iterator[str]:
        for sentence in sentences:
            self._refused = self._refused or NO_ANSWER in sentence.text
            sources = [] if self._refused else supported_by(sentence, self._offered)
            if not sources:
                continue
            self._cited += [source.id for source in sources if source.id not in self._cited]
            piece = (_separator(sentence.before) if self._written else "") + sentence.text
            self._written.append(piece)
            yield piece


def _separator(before: str) -> str:
    if "\n" not in before:
        return " "
    return "\n\n" if before.count("\n") > 1 else "\n"

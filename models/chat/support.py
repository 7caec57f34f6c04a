"""Whether a sentence of a model says only what the segments that it cites say."""

import re
from collections.abc import Sequence
from functools import cached_property

from domain.knowledge import Segment
from models.chat.facts import Facts, facts_of, word_stems
from models.chat.language import language_of
from models.chat.sentences import Sentence

# Tuned on paraphrases of the demo's articles: below, a sentence shares too little with its source to be its paraphrase.
_LEAST_OVERLAP = 0.5
_LEAST_OVERLAP_ACROSS_LANGUAGES = 0.1
_ECHO = 0.75  # from here on a sentence repeats a source's sentence, so that a lone "not" turns its meaning

_LINK = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|shop|co|info|biz|app|dev|de|fr|uk|ca|eu|ru|cn|xyz)\b",
    re.I,
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TOKEN = re.compile(r"\[[A-Z_]+_\d+\]")
_MARKUP = re.compile(r"<[a-zA-Z/!][^>]*>|!?\[[^\]]*\]\([^)]*\)")
_LIST_MARK = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+")
_SOURCE_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


class Source:
    """What an offered segment says, read once an answer."""

    def __init__(self, segment: Segment) -> None:
        self.id = segment.id
        self.text = f"{segment.title}\n{segment.question}\n{segment.answer}"

    @cached_property
    def facts(self) -> Facts:
        return facts_of(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        return word_stems(self.text)

    @cached_property
    def language(self) -> str:
        return language_of(self.text)

    @cached_property
    def sentences(self) -> list[str]:
        return [part for part in _SOURCE_SENTENCE.split(self.text) if part.strip()]


def supported_by(sentence: Sentence, offered: Sequence[Source]) -> list[Source]:
    """The cited sources if they carry the sentence, else none. Citations count from 1; those of nothing offered are void."""
    cited = [offered[n - 1] for n in dict.fromkeys(sentence.cites) if 1 <= n <= len(offered)]
    text = _LIST_MARK.sub("", sentence.text)
    if not cited or not text:
        return []
    joined = "\n".join(source.text for source in cited)
    if _points_elsewhere(text, joined):
        return []
    if not facts_of(text).stand_in([source.facts for source in cited]):
        return []
    said = word_stems(text)
    known = frozenset[str]().union(*(source.stems for source in cited))
    share = len(said & known) / len(said) if said else 0.0
    same_language = any(source.language == language_of(text) for source in cited)
    if share < (_LEAST_OVERLAP if same_language else _LEAST_OVERLAP_ACROSS_LANGUAGES):
        return []
    if _turns_meaning(text, said, cited):
        return []
    return cited


def _points_elsewhere(text: str, source: str) -> bool:
    """Whether it holds a link, an address, a masking token or markup that its sources do not."""
    known = source.lower()
    if _MARKUP.search(text):
        return True
    return any(
        found.group().rstrip(".,;:!?)").lower() not in known
        for pattern in (_EMAIL, _LINK, _TOKEN)
        for found in pattern.finditer(text)
    )


def _turns_meaning(text: str, said: frozenset[str], cited: Sequence[Source]) -> bool:
    """Whether the source's sentence that it repeats says the opposite."""
    best, closest = 0.0, ""
    for part in (part for source in cited for part in source.sentences):
        stems = word_stems(part)
        share = len(said & stems) / max(len(said | stems), 1)
        if share > best:
            best, closest = share, part
    return best >= _ECHO and facts_of(text).is_negative != facts_of(closest).is_negative

"""Whether a sentence of a model says only what one sentence of a segment that it cites says.

Each clause is held against one sentence of one source: its numbers with their units, its "not", its bounds ("only", "before") have
to stand in that sentence, nearly all of its words in the segment. What points elsewhere, speaks of this customer's own case or asks for a
secret is dropped before that. In another language than the source's, words are compared by their concepts (``paraphrase.py``)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from domain.knowledge import Segment
from domain.language.languages.written_language import plain_language
from domain.lazy_pattern import lazy_pattern
from models.chat.claims import (
    asks_for_a_secret,
    asks_us_a_secret,
    is_yours,
    names_a_secret,
    points_elsewhere,
    tells_of_a_deed,
)
from models.chat.facts import Facts, facts_of
from models.chat.paraphrase import Content, content_of
from models.chat.sentences import Sentence, SentenceSplitter

# Shares of a clause's words, tuned on the first half of the labelled sentences (`evals/suites/grounding`).
_MOST_NEW = 0.2  # words that the segment lacks
_MOST_NEW_ABROAD = 0.25
_MOST_UNREAD_ABROAD = 0.4  # words of no concept, which nobody can compare
_FEWEST_WORDS = 2  # of a clause that is held by itself
_AT_LEAST, _AT_MOST = frozenset({"atleast", "over"}), frozenset({"upto", "under"})
_OF_MONEY = frozenset({"=cost"})  # what an amount says by itself
_NEEDED = frozenset({"all", "forever", "without", "before", "now", "half", "only", "except"})

_LIST_MARK = lazy_pattern(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+")
_CLAUSE = lazy_pattern(r"\s*;\s+|,?\s+(?:and|but|while|und|aber|et|mais|y|pero|e|ma|mas|en|maar)\s+(?=\w+ )", re.IGNORECASE)
_GROUP = lazy_pattern(r"[;,]\s+|\s+(?:but|while|and|aber|und|mais|et|pero|y|ma|e|mas|maar|en)\s+")
_PART = lazy_pattern(r";\s+|,?\s+(?:but|aber|mais|pero|ma|mas|maar)\s+")
_PRONOUN = lazy_pattern(
    r"\b(?:it|they|them|this|these|es|sie|diese|il|elle|ils|elles|lo|los|las|essi|isso|het|ze)\b", re.IGNORECASE
)
_FIRST_NUMBER = lazy_pattern(r"\d")


@dataclass(frozen=True)
class Statement:
    """One sentence of a source, or a part of it that could be one. ``before`` are the words of the sentence before."""

    text: str
    before: tuple[str, ...] = ()

    @cached_property
    def facts(self) -> Facts:
        return facts_of(self.text)

    @cached_property
    def content(self) -> Content:
        return content_of(self.text)

    @cached_property
    def meant(self) -> frozenset[str]:
        """What its "it" and "they" may stand for."""
        return frozenset(self.before) if _PRONOUN.search(self.text) else frozenset()

    @cached_property
    def groups(self) -> list["Statement"]:
        """Its parts, each with the words about its own numbers: "3 to 5 days in France", "2 to 4 in Spain"."""
        groups: list[str] = []
        for part in _GROUP.split(self.text):
            if groups and (not facts_of(part).numbers or not facts_of(groups[-1]).numbers):
                groups[-1] += ", " + part
            else:
                groups.append(part)
        return [Statement(group) for group in groups]

    @cached_property
    def plain_numbers(self) -> frozenset[str]:
        """Without their units, which the part before may have said."""
        return frozenset(number for number, _ in self.facts.numbers)

    @cached_property
    def subject(self) -> frozenset[str]:
        """The words before its first number."""
        return frozenset(content_of(_FIRST_NUMBER.split(self.text, maxsplit=1)[0]).words)


class Source:
    """What an offered segment says, read once an answer."""

    def __init__(self, segment: Segment) -> None:
        self.id = segment.id
        self.text = f"{segment.title}\n{segment.question}\n{segment.answer}"
        self._above = f"{segment.title} {segment.question}"

    @cached_property
    def above(self) -> Content:
        return content_of(self._above)

    @cached_property
    def words(self) -> frozenset[str]:
        words = frozenset(content_of(self.text).words)
        return words | _OF_MONEY if facts_of(self.text).currencies else words

    @cached_property
    def language(self) -> str:
        return plain_language(self.text, least=1) or "en"

    @cached_property
    def statements(self) -> list[Statement]:
        splitter = SentenceSplitter()
        found: list[Statement] = []
        for one in [*splitter.feed(self.text), *splitter.finish()]:
            if one.text and not one.text.endswith("?"):
                before = found[-1].content.words if found else ()
                parts = _PART.split(text := _LIST_MARK.sub("", one.text))
                found += [Statement(part, before) for part in dict.fromkeys([text, *parts])]
        return found


def supported_by(sentence: Sentence, offered: Sequence[Source]) -> list[Source]:
    """The cited sources that carry the sentence by themselves. Citations count from 1; those of nothing offered are void."""
    cited = [offered[n - 1] for n in dict.fromkeys(sentence.cites) if 1 <= n <= len(offered)]
    text = _LIST_MARK.sub("", sentence.text)
    if not text or asks_us_a_secret(text):
        return []
    return [source for source in cited if _carries(source, text)]


def _carries(source: Source, text: str) -> bool:
    if points_elsewhere(text, source.text):
        return False
    if names_a_secret(text) and not names_a_secret(source.text):
        return False
    if _holds(source, text):
        return True
    parts = [part for part in _CLAUSE.split(text) if part.strip()]
    return len(parts) > 1 and all(_holds_part(source, part) for part in parts)


def _holds_part(source: Source, part: str) -> bool:
    """A clause alone; what says nothing ("please") needs no source."""
    content, facts = content_of(part), facts_of(part)
    says_nothing = not content.words and not content.operators and facts.is_empty and not facts.is_negative
    return says_nothing or _holds(source, part)


def _holds(source: Source, text: str) -> bool:
    content, facts = content_of(text), facts_of(text)
    if not content.words or not _known(source, text, content, facts):
        return False
    claim = _Claim(text, content, facts)
    return any(
        _says(statement, source, content, facts)
        and _numbers_stand_with_their_words(text, statement)
        and claim.may_follow_from(statement)
        for statement in _closest(source.statements, content, facts)
    )


@dataclass(frozen=True)
class _Claim:
    """What is said beyond the subject itself: only what the statement says of the same kind allows it."""

    text: str
    content: Content
    facts: Facts

    @cached_property
    def _deed(self) -> bool:
        return tells_of_a_deed(self.text) or bool(self.facts.dates and is_yours(self.text))

    def may_follow_from(self, statement: Statement) -> bool:
        if asks_for_a_secret(self.text) and not asks_for_a_secret(statement.text):
            return False
        if not self._deed:
            return True
        told = tells_of_a_deed(statement.text) or bool(statement.facts.dates and is_yours(statement.text))
        return told and set(self.content.words) <= set(statement.content.words)


def _closest(statements: Sequence[Statement], content: Content, facts: Facts) -> list[Statement]:
    """Those that have most of the words and numbers: what one speaks of more closely than the others, that one has to say.

    Of a sentence and its part the part, where nothing of the rest is meant."""
    shares = [(_shared(content, facts, statement), statement) for statement in statements]
    most = max((share for share, _ in shares), default=0)
    closest = [statement for share, statement in shares if share == most > 0]
    return [one for one in closest if not any(other is not one and other.text in one.text for other in closest)]


def _shared(content: Content, facts: Facts, statement: Statement) -> int:
    return len(set(content.words) & set(statement.content.words)) + len(facts.numbers & statement.facts.numbers)


def _known(source: Source, text: str, content: Content, facts: Facts) -> bool:
    """Whether nearly all words are the segment's own."""
    new = [word for word in content.words if word not in source.words]
    language = plain_language(text, least=1)
    if language in (None, source.language) and len(new) <= _MOST_NEW * len(content.words):
        return True
    if language == source.language or (language is None and content.unknown):
        return False
    unread = [word for word in new if word in content.unknown]
    compared = len(content.words) - len(unread)
    return (
        compared + len(facts.numbers) >= _FEWEST_WORDS
        and len(unread) <= _MOST_UNREAD_ABROAD * len(content.words)
        and len(new) - len(unread) <= _MOST_NEW_ABROAD * compared
    )


def _says(statement: Statement, source: Source, content: Content, facts: Facts) -> bool:
    """Whether this one sentence has the facts, the bounds and the "not", and the words that the segment has at all."""
    if facts.is_negative != statement.facts.is_negative or not facts.stand_in(statement.facts):
        return False
    if (content.operators & _NEEDED) - statement.content.operators or not _same_bound(content, statement.content):
        return False
    here = set(statement.content.words)
    known = [word for word in content.words if word in source.words]
    if not here & set(known):
        return False
    if "only" in statement.content.operators - content.operators:
        return set(known) <= here
    return set(known) <= here | set(source.above.words) | statement.meant | (_OF_MONEY if facts.currencies else frozenset())


def _same_bound(said: Content, source: Content) -> bool:
    """Whether "at least" is not said of what is at most, nor of what has no such bound."""
    if said.operators & _AT_LEAST and not source.operators & _AT_LEAST:
        return False
    if "after" in said.operators and "before" in source.operators and "after" not in source.operators:
        return False
    return not (said.operators & _AT_MOST and source.operators & _AT_LEAST and not source.operators & _AT_MOST)


def _numbers_stand_with_their_words(text: str, statement: Statement) -> bool:
    """Whether each number stands with its words: "3 to 5 days in Spain" is not "3 to 5 days in France, 2 to 4 in Spain"."""
    if len(statement.groups) < 2:
        return True
    return all(_stands_in_group(said, statement) for said in Statement(text).groups if said.facts.numbers)


def _stands_in_group(said: Statement, statement: Statement) -> bool:
    """Whether no part with other numbers has more of the words."""
    numbers = said.plain_numbers
    own = [group for group in statement.groups if numbers <= group.plain_numbers]
    own = own or [group for group in statement.groups if numbers & group.plain_numbers]
    others = [group for group in statement.groups if group not in own and group.plain_numbers]
    words = set(said.content.words)
    here = set[str]().union(*(_words_of(group, statement) for group in own))
    return all(len(words & here) >= len(words & _words_of(group, statement)) for group in others)


def _words_of(group: Statement, statement: Statement) -> frozenset[str]:
    """With those of the first part's subject where it has none of its own: "…, 2 to 4 in Spain"."""
    own = frozenset(group.content.words)
    return own if group.subject else own | statement.groups[0].subject

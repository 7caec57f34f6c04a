"""A clause that is nothing but a person who is wanted: "COLLEAGUE pls, for the leg".

It counts where each of its words is known: "my colleague has it" says something else, "colleague please" does not."""

from functools import lru_cache

from domain.language.folding import REMEMBERED, folded
from domain.language.refusal import refuses
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

WORDS = {kind: frozenset(words.split()) for kind, words in shipped_table("domain.language", "names_a_person.yaml").items()}

_CLAUSE = lazy_pattern(r"[.!;,:\n()–—]+|\s-\s|\b(?:but|aber|because|weil)\b")
_WORD = lazy_pattern(r"[^\W_]+")
_MOST_WORDS = 12  # of a clause


@lru_cache(maxsize=REMEMBERED)
def names_a_person(text: str) -> bool:
    """Whether a clause only names a person, be one offered or not."""
    clauses = clauses_of(text)
    is_named = any(
        is_made_of(words := words_of(clause), "person") and not WORDS["of_goods"] & set(words) for clause in clauses
    )
    return is_named and "?" not in text and not is_taken_back(clauses)


def clauses_of(text: str) -> list[str]:
    return [clause.strip() for clause in _CLAUSE.split(folded(text)) if clause.strip()]


def words_of(clause: str) -> list[str]:
    return _WORD.findall(clause)


def is_made_of(words: list[str], *kinds: str) -> bool:
    """Whether a clause is short, has a word of one of the kinds, and else only what may stand beside it."""
    people = frozenset[str]().union(*(WORDS[kind] for kind in kinds))
    known = people | WORDS["beside"] | WORDS["one"]
    return len(words) <= _MOST_WORDS and not people.isdisjoint(words) and known.issuperset(words)


def is_taken_back(clauses: list[str]) -> bool:
    """Whether the last clause leans away: "a person, no thanks"."""
    return refuses(clauses[-1]) is not None

"""What cannot wait: danger, injury, self-harm, threats, fraud, a taken-over account, stalking, legal action.

Recall first: a false alarm costs one hand-off, a miss may cost a life. Rules only, so that it holds before consent and without a
model. What only sounds alike ("dying to get it", "fire pit") is taken out before anything is looked for.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import cast

from domain.acts import Urgency
from domain.language.danger.hard_times import tells_of_a_death, without_deaths
from domain.language.folding import REMEMBERED, folded, with_pieces
from domain.language.reports.problems import says_stolen
from domain.language.text.as_typed import in_pieces, undisguised
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_TABLE = shipped_table("domain.language.danger", "urgent.yaml")
_GERMAN = shipped_table("domain.language.danger", "urgent_de.yaml")  # joined to what is said in English and elsewhere
_PIECES = {**_TABLE["pieces"], **_GERMAN["pieces"]}


def _pattern(parts: list[str]) -> re.Pattern[str]:
    return lazy_pattern(with_pieces("|".join(f"(?:{part})" for part in parts), _PIECES))


# Words of danger that a name finder may take for somebody's name ("my daughter swallowed the battery"): masked, they would not be read.
NEVER_NAMES: tuple[str, ...] = tuple(_TABLE["never_names"].split())

_SHORT = 6  # letters: what is no longer is a whole word
_PARTS_WORDS = "ᄀ"  # scripts from here on put no space between words


def _beginning(word: str) -> str:
    """A word, or the beginning of one: "hori" burns in Czech, and neither in "authority" nor in "horizontal"."""
    if word >= _PARTS_WORDS:
        return re.escape(word)
    return rf"(?<!\w){re.escape(word)}" + (r"(?!\w)" if len(word) <= _SHORT else "")


_HARMLESS = _pattern([rf"\b(?:{part})\b" for part in (*_TABLE["harmless"], *_GERMAN["harmless"])])
_KINDS = [
    (cast(Urgency, kind), _pattern([*parts, *_GERMAN["patterns"].get(kind, ())]))
    for kind, parts in _TABLE["patterns"].items()
]
_ELSEWHERE = [
    (cast(Urgency, kind), lazy_pattern("|".join(_beginning(folded(word)) for word in words)))
    for kind, words in _TABLE["elsewhere"].items()
]
_NEARLY = _pattern([*_TABLE["nearly"], *_GERMAN["nearly"]])
_OF_GOODS = _pattern([rf"\b(?:{part})" for part in _TABLE["of_goods"]])
_OF_SOMEBODY = _pattern([r"\b(?:<who>|<body>|<kin>)\b"])
# "i m", "don t": an apostrophe that was typed as a space.
_APART = lazy_pattern(
    r"\b(i (?=m\b)|(?:i|you|we|they) (?=ve\b|ll\b|re\b)|(?:he|she|it) (?=s\b|ll\b)|(?:do|ca|wo|did|is|does|could)n (?=t\b))"
)
_SPACES = lazy_pattern(r"[^\S\n]{2,}")
_OF_THINGS = frozenset({"fraud", "account_taken_over"})


@lru_cache(maxsize=REMEMBERED)
def urgent(text: str) -> Urgency | None:
    """The kind of urgency of a message of any length, the gravest first; None where nothing in it is urgent."""
    pieces = in_pieces(text)
    hidden = [reading for piece in pieces for reading in undisguised(piece)]
    found = {kind for piece in (*pieces, *hidden) for kind in _kinds_in(piece)}
    return gravest(found) if found else None


def _kinds_in(text: str) -> list[Urgency]:
    joined = _APART.sub(lambda word: word[0].rstrip(), _SPACES.sub(" ", without_deaths(text)))
    said = _HARMLESS.sub(" ~ ", joined)
    is_parcel = says_stolen(text)  # a parcel that was stolen is no fraud and no stolen account
    found = (kind for kind, pattern in _KINDS if not (is_parcel and kind in _OF_THINGS) and pattern.search(said))
    kind = next(found, None)
    if kind == "injury" and not dict(_KINDS)[kind].search(_NEARLY.sub(" ~ ", said)):
        kind = "danger"
    return [*([kind] if kind else []), *(other for other, pattern in _ELSEWHERE if pattern.search(said))]


def gravest(kinds: Iterable[Urgency]) -> Urgency:
    """Which of several is told to whoever takes it. Raises StopIteration for none."""
    among = set(kinds)
    return next(kind for kind, _ in _KINDS if kind in among)


def as_it_happened(kind: Urgency, text: str) -> Urgency:
    """Nobody is told to be sorry for who was only nearly hurt: that is danger, and no injury."""
    return "danger" if kind == "injury" and _NEARLY.search(folded(text)) else kind


def only_sounds_urgent(text: str) -> bool:
    """Whether a saying stands in it that is known to be harmless ("gave me a shock when I saw the price"), or it tells of a death
    that is no alarm, or of goods alone that somebody harmed ("my dog chewed the rug")."""
    return bool(_HARMLESS.search(folded(text))) or tells_of_a_death(text) or _tells_of_goods_alone(text)


def _tells_of_goods_alone(text: str) -> bool:
    """Of what is left beside the harm to goods, nothing may be of a person or an animal."""
    rest = _OF_GOODS.sub(" ", folded(text))
    return rest != folded(text) and not _OF_SOMEBODY.search(rest)

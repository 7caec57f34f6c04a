"""What cannot wait: danger, injury, self-harm, threats, fraud, a taken-over account, stalking, legal action.

Recall first: a false alarm costs one hand-off, a miss may cost a life. Rules only, so that it holds before consent and without a
model. What only sounds alike ("dying to get it", "fire pit") is taken out before anything is looked for.
"""

import re
from functools import lru_cache
from typing import cast

from domain.acts import Urgency
from domain.language.hard_times import tells_of_a_death, without_deaths
from domain.language.pattern_table import with_pieces
from domain.language.refusal import REMEMBERED, folded
from domain.language.theft import says_stolen
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_TABLE = shipped_table("domain.language", "urgent.yaml")


def _pattern(parts: list[str]) -> re.Pattern[str]:
    return lazy_pattern(with_pieces("|".join(f"(?:{part})" for part in parts), _TABLE["pieces"]))


# Words of danger that a name finder may take for somebody's name ("my daughter swallowed the battery"): masked, they would not be read.
NEVER_NAMES: tuple[str, ...] = tuple(_TABLE["never_names"].split())

_HARMLESS = _pattern([rf"\b(?:{part})\b" for part in _TABLE["harmless"]])
_KINDS = [(cast(Urgency, kind), _pattern(parts)) for kind, parts in _TABLE["patterns"].items()]

_OF_THINGS = frozenset({"fraud", "account_taken_over"})


@lru_cache(maxsize=REMEMBERED)
def urgent(text: str) -> Urgency | None:
    """The kind of urgency of a message, the gravest first; None where nothing in it is urgent."""
    said = _HARMLESS.sub(" ~ ", without_deaths(text))
    is_parcel = says_stolen(text)  # a parcel that was stolen is no fraud and no stolen account
    return next((kind for kind, pattern in _KINDS if not (is_parcel and kind in _OF_THINGS) and pattern.search(said)), None)


def only_sounds_urgent(text: str) -> bool:
    """Whether a saying stands in it that is known to be harmless ("gave me a shock when I saw the price"), or it tells of a death
    that is no alarm."""
    return bool(_HARMLESS.search(folded(text))) or tells_of_a_death(text)

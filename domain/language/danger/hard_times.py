"""What people tell of a death in the family or of want: it is why they write, and neither danger nor damage.

Where something that was sold had a part in it, or who writes does not want to go on, it stays what `urgent` and the models make of it.
"""

import re
from functools import lru_cache

from domain.language.folding import REMEMBERED, folded, with_pieces
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_TABLE = shipped_table("domain.language.danger", "hard_times.yaml")


def _pattern(name: str) -> re.Pattern[str]:
    return lazy_pattern(with_pieces("|".join(_TABLE["patterns"][name]), _TABLE["pieces"]))


_DEATH, _CAUSED, _DESPAIR = _pattern("death"), _pattern("caused"), _pattern("despair")
_MISREAD, _OTHER_THAN_ME = _pattern("misread"), _pattern("other_than_me")
_GONE, _OTHER_GOODS, _DENIED, _WANT, _SAFE = (
    _pattern("gone"),
    _pattern("other_goods"),
    _pattern("denied"),
    _pattern("want"),
    _pattern("safe"),
)


@lru_cache(maxsize=REMEMBERED)
def tells_of_a_death(text: str) -> bool:
    """Whether somebody has died, of nothing that was sold, and who tells it is in no danger by their words."""
    said = folded(text)
    return bool(_DEATH.search(said)) and not _CAUSED.search(said) and not _DESPAIR.search(said)


def without_deaths(text: str) -> str:
    """The folded words without those that tell of a death, where these are no alarm."""
    return _DEATH.sub(" ~ ", folded(text)) if tells_of_a_death(text) else folded(text)


def is_in_want(text: str) -> bool:
    """ "I can't pay my rent": no payment that failed here."""
    return bool(_WANT.search(folded(text)))


def is_hard_time(text: str) -> bool:
    """Why something is not wanted any more, whatever it is that the policy calls it."""
    return tells_of_a_death(text) or is_in_want(text)


def wants_it_gone(text: str) -> bool:
    """ "I can't have it in the house": back, and nothing in its place."""
    return bool(_GONE.search(folded(text)))


def denies_danger(text: str) -> bool:
    """ "I'm not in danger", "nobody is hurt": said after an alarm."""
    return bool(_SAFE.search(folded(text)))


def calls_off_alarm(text: str) -> bool:
    """ "What? Nobody is hurt, I only asked about the broken board": the alarm of an injury was none. Not where somebody else may be
    hurt ("I'm fine but she isn't"), nor where the words are an alarm themselves, which is the caller's to ask."""
    said = folded(text)
    return bool(_SAFE.search(said) or _MISREAD.search(said)) and not _OTHER_THAN_ME.search(said)


def wants_other_goods(text: str) -> bool:
    said = folded(text)
    return bool(_OTHER_GOODS.search(_DENIED.sub(" ", said)))

"""How goods are used, put together, kept or mended: asked of the documents, whatever else is told of the goods."""

import re
from functools import lru_cache

from domain.language.dialects import in_standard_german
from domain.language.folding import REMEMBERED, folded
from domain.language.pattern_table import with_pieces
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_TABLE = shipped_table("domain.language", "how_to.yaml")


def _any(name: str) -> re.Pattern[str]:
    return lazy_pattern("|".join(with_pieces(part, _TABLE["pieces"]) for part in _TABLE[name]))


_ASKED, _OF_ORDERS, _NOT_WANTED = _any("asked"), _any("of_orders"), _any("not_wanted")


@lru_cache(maxsize=REMEMBERED)
def asks_how_to(text: str) -> bool:
    """ "How do I tighten the legs?", "wia ziag i de Schraubn nach", "gibt es eine Anleitung?", and nothing of an order beside it."""
    said = folded(in_standard_german(text))
    return bool(_ASKED.search(said)) and not _OF_ORDERS.search(_NOT_WANTED.sub(" ", said))

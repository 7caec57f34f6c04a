"""Names that are known to be somebody's: found wherever they stand, however rare they are."""

import re
from collections.abc import Sequence

from domain.lazy_pattern import lazy_pattern
from privacy.folding import fold
from privacy.recognizers.word_set import word_set

_LEAST = 2  # letters of a part of a name: an initial is no name
_RARE = 7  # letters from which a name is taken for one in lower case too: shorter ones are often words
COMMON_WORDS = word_set("will may mark grace hope faith joy rich art bill dean summer april june august august page price")


def people_pattern(people: Sequence[str]) -> re.Pattern[str] | None:
    """Whole names in any case; their parts as written or in capitals, and rare long ones in any case.

    "Will you" at the beginning of a sentence is no name: parts that are common words count only in the whole name."""
    whole = {" ".join(fold(name).text.split()) for name in people}
    parts = {part for name in whole for part in re.split(r"[\s,]+", name) if len(part) >= _LEAST and not part.endswith(".")}
    forms = [rf"(?i:{_spaced(name)})" for name in whole if " " in name]
    for part in parts:
        if part.casefold() in COMMON_WORDS:
            continue
        forms.append(f"(?i:{re.escape(part)})" if len(part) >= _RARE else f"{re.escape(part)}|{re.escape(part.upper())}")
    if not forms:
        return None
    return lazy_pattern(rf"(?<![^\W_])(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?![^\W_])")


def _spaced(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))

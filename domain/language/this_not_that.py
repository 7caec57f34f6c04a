"""What words put in the place of what else: "it's Leeds not Bristol", "14 instead of 41", "nicht Bristol, sondern Leeds"."""

import re

from domain.lazy_pattern import lazy_pattern

_NAME = r"[^\W_][\w'’-]*"
_LEAD = r"(?:(?:in|at|the|to|number|no\.?|nr\.?|nach|der|die|das|hausnummer) )*"
_FIRST = lazy_pattern(
    rf"(?P<this>{_NAME}(?: {_NAME})?),? (?:and |und )?(?:not|nicht|instead of|rather than|(?:an)?statt) {_LEAD}(?P<that>{_NAME})",
    re.IGNORECASE,
)
_SECOND = lazy_pattern(
    rf"\b(?:not|nicht|(?:an)?statt|instead of) {_LEAD}(?P<that>{_NAME}),? (?:but|sondern|it['’]?s|it is|es ist|bitte|lieber) {_LEAD}"
    rf"(?P<this>{_NAME}(?: {_NAME})?)",
    re.IGNORECASE,
)
_NO_NAME = frozenset(
    word
    for line in (
        "its it's it’s it is are in at to the a an no yes dear love sorry wait oh and but my should be i meant mean said want number",
        " house from for",
        "es ist sind die der das nein ja und aber bitte nach von hausnummer nummer ich meine meinte will please or of lives live your",
    )
    for word in line.split()
)


def this_not_that(text: str) -> list[tuple[str, str]]:
    """(what is meant, what it stands in the place of), as typed and without small words."""
    pairs = [(m["this"], m["that"]) for pattern in (_SECOND, _FIRST) for m in pattern.finditer(text)]
    named = [(" ".join(w for w in this.split() if w.casefold() not in _NO_NAME), that) for this, that in pairs]
    return [
        (this, that)
        for this, that in named
        if this and that.casefold() not in _NO_NAME and this.casefold() != that.casefold()
    ]

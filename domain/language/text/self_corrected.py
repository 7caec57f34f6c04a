"""What is put in the place of what else: "it's Leeds not Bristol", "cancel HP1, sorry, I mean HP2", "… York YO1 7AA. Sorry, 21
not 12".
"""

import re

from domain.lazy_pattern import lazy_pattern

_NAME = r"[^\W_][\w'’-]*"
_LEAD_IN = r"(?:(?:in|at|the|to|number|no\.?|nr\.?|nach|der|die|das|hausnummer) )*"
_FIRST = lazy_pattern(
    rf"(?P<this>{_NAME}(?: {_NAME})?),? (?:and |und )?(?:not|nicht|instead of|rather than|(?:an)?statt) {_LEAD_IN}(?P<that>{_NAME})",
    re.IGNORECASE,
)
_SECOND = lazy_pattern(
    rf"\b(?:not|nicht|(?:an)?statt|instead of) {_LEAD_IN}(?P<that>{_NAME}),? (?:but|sondern|it['’]?s|it is|es ist|bitte|lieber) {_LEAD_IN}"
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


_CUE = (
    r"(?:(?:oh |ah |ach )?(?:sorry|oops|whoops|ups|scratch that|correction|actually|wait|hang on|my mistake|my bad|i meant?|i mean|rather|"
    r"make that|nein|quatsch|falsch|stopp?|entschuldigung|pardon|ich meinte?|ich meine|perdon|digo)\b"
    r"|(?:no|nope|nein|non)\b(?=[,.!;:]| (?:wait|sorry|i mean|actually|it|the|number|\[|[a-z]{0,3}\d{5,}|oh)))"
)
_GAP = r"[\s,.:;!()–-]*"
_LEAD = (
    r"(?:(?:it(?:['’]s| is| should be| was)?|its|the|order|number|nr\.?|no\.?|nummer|house|only|just|should be"
    r"|make it|ist|es ist|nur)\b\.?[\s,:#]*)*"
)
_ORDER = r"#?[A-Za-z]{0,3}-?\d{5,10}(?!\d)"
_SAME_KIND = [rf"(?:{kind})" for kind in (r"\[EMAIL_\d+\]", r"\[PHONE_\d+\]", _ORDER)]
_TAKEN_BACK = [
    lazy_pattern(
        rf"(?<![\w#])({kind})(?: please| pls)?{_GAP}(?:{_CUE}{_GAP})+{_LEAD}({kind})(?:,? not {kind})?", re.IGNORECASE
    )
    for kind in _SAME_KIND
]
_N = r"(?:one|two|three|four|five|six|eins?|eine[rn]?|zwei|drei|vier|\d{1,2})"
_PIECES = lazy_pattern(
    rf"\b({_N})\b((?: (?!no\b|sorry\b)[\w-]+){{0,3}}?)[\s,.;!–-]+(?:{_CUE}{_GAP})+{_LEAD}({_N})\b(?! (?:is|was|are"
    rf"|were|has|have|came|arrived|ist|sind|war))"
    r"((?: (?:of them|mugs?|pieces?))?)",
    re.IGNORECASE,
)


def self_corrected(text: str) -> str:
    """The text with the value that was meant in place of the one that was taken back; as it is where none was."""
    for pattern in _TAKEN_BACK:
        text = pattern.sub(lambda found: found[2], text)
    return _PIECES.sub(_pieces, text)


def _pieces(found: re.Match[str]) -> str:
    return f"{found[3]}{found[2] or found[4]}"


_CUT = lazy_pattern(rf"[\s.,;:!(–-]+{_CUE}{_GAP}(?:{_CUE}{_GAP})*", re.IGNORECASE)
_HOUSE_ONLY = lazy_pattern(
    rf"^{_LEAD}(?:not \d{{1,5}}[a-z]?,? ?(?:but |it['’]?s )?)?{_LEAD}(\d{{1,5}} ?[a-z]?)\b(?:,? (?:not|instead of"
    rf"|nicht|statt) (\d{{1,5}}[a-z]?))?\W*$",
    re.IGNORECASE,
)
_HOUSE = lazy_pattern(r"\b\d{1,5}[a-z]?\b", re.IGNORECASE)
_STREET = lazy_pattern(r"^(?:\d{1,5}\w?,? [^\W\d]|[^\W\d][\w .'-]+ \d)")


def address_put_right(address: str, after: str) -> str | None:
    """An address as it was typed, with what is put right in it or in the words ``after`` it. None where that is not sure: what
    is said of it then is no part of an address."""
    address = " ".join(address.split())
    text = " ".join(f"{address} {after}".split())
    cut = _CUT.search(text)
    if cut is None:
        return address
    head, tail = text[: min(cut.start(), len(address))].strip(" ,.;"), text[cut.end() :].strip()
    if not re.search(r"\d", head):
        return address
    first = re.split(r"[.!?\n]\s|[.!?\n]$", f"{tail} ")[0].strip(" ,;")
    if number := _HOUSE_ONLY.match(first):
        return _with_house(head, number[1], number[2])
    if not re.search(r"\d", first):
        return head
    if not _STREET.match(first):
        return None
    street, _, rest = head.partition(",")
    if "," in first or not rest:
        return first
    return f"{first},{rest}" if _words(first) == _words(street) else None


def _with_house(head: str, number: str, instead_of: str | None) -> str | None:
    house = _HOUSE.search(head)
    if (
        house is None
        or len(number) > max(4, len(house[0]))
        or (instead_of and house[0].replace(" ", "").casefold() != instead_of.casefold())
    ):
        return None
    return f"{head[: house.start()]}{number.strip()}{head[house.end() :]}"


def _words(street: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", street.casefold())

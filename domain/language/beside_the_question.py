"""Words that neither answer what was asked nor want something else: who is writing, that a number is not at hand, or
that there is no order at all."""

from domain.language.entities import Entities
from domain.language.folding import folded
from domain.language.statements import gives_a_value
from domain.lazy_pattern import lazy_pattern

_NUMBER = (
    r"(?:(?:order|item|product|reference|confirmation)s? (?:id|ids|number|numbers|no|nr|details?)|order|number|numbers|ids?|"
    r"(?:that|this|the) (?:info|information|number|detail)|(?:exact |all the |all |the )?details?)"
)
_NOT_AT_HAND = lazy_pattern(
    r"\b(?:(?:dont|do not|didnt|did not|cant|cannot|cant seem to) (?:\w+ )?(?:have|know|remember|recall|find|see|got|access|have access to)"
    rf"|forgot|forgotten|lost|no idea of|not sure (?:of|about|what|which)|dunno)\b[^.;!?]{{0,25}}?\b{_NUMBER}\b"
    rf"|\b{_NUMBER}\b[^.;!?]{{0,12}}\b(?:is not|isnt|not) (?:at hand|handy|with me|here|to hand)\b"
    r"|\b(?:dont|do not|cant|cannot) (?:remember|recall|find) (?:it|that|them|which)\b"
    r"|\b(?:weiss|habe|finde) (?:die|meine|keine) (?:bestell)?nummer\b|\bje n ?ai pas le numero\b|\bno tengo el numero\b"
)

_NO_ORDER = lazy_pattern(
    r"\b(?:(?:dont|do not|havent|have not|never|didnt|did not|not) (?:\w+ )?(?:have|had|got|made|make|place|placed) (?:\w+ )?"
    r"(?:an?|any|one|single) orders?(?! (?:number|no|nr|id|confirmation|email|mail|here|there|with (?:me|the|that|this)))\b"
    r"|\b(?:never|not|havent|didnt|did not|have not) (?:actually |even |yet |ever )*(?:ordered|order|bought|buy|purchased) "
    r"(?:anything|from you|with you|yet|here|a thing)\b"
    r"|^\W*(?:(?:as i said|again|but|there (?:is|are)|theres|i have|ive got|got)\W+)*(?:no|0|zero) orders?(?! (?:number|no|nr|id))\b"
    r"|\b(?:havent|have not|not|didnt|did not|never) (?:even |yet |actually |ever )*(?:ordered|bought|order|buy)"
    r"\W*(?:yet|before|so far)?\W*$|\bnot (?:yet )?(?:a customer|ordered)\b|\bordered nothing\b"
    r"|\b(?:ich )?hab\w* (?:\w+ ){0,2}?keine bestellung(?:en)?\b"
    r"|\b(?:noch (?:nie|nicht)|nichts|nix) (?:\w+ ){0,3}?(?:bestellt|gekauft)\b"
    r"|\b(?:bin|war) (?:\w+ ){0,3}?(?:noch |gar )?kein\w* kund\w*\b"
    r"|\bes gibt keine bestellung\b)"
)


def has_no_order(text: str) -> bool:
    """Whether somebody who is asked for an order says that there is none."""
    return bool(_NO_ORDER.search(folded(text)))


def is_not_at_hand(text: str) -> bool:
    """Whether the words say that a number or the like is not known just now."""
    return bool(_NOT_AT_HAND.search(folded(text)))


def introduces(found: Entities, text: str) -> bool:
    """Whether the words say who is writing. A lone name says nothing."""
    return bool(found.get("emails") or found.get("postcodes") or found.get("phones")) or (
        bool(found.get("names")) and gives_a_value(text)
    )


_LITTLE = frozenset(
    word
    for line in (
        "a an and are at be by for from hello hey hi i id im in is it its me my no nr number of oh ok okay on one order",
        "orders parcel please pls so sorry thank thanks that the this to was with yes you sure here actually about what status",
    )
    for word in line.split()
)
_WORD = lazy_pattern(r"[^\W\d_]{2,}")
_VALUE = lazy_pattern(r"\[\w+\]|#?\b[A-Za-z]{0,4}-?\d[\w-]*")


def says_more_than_values(text: str) -> bool:
    """Whether words stand beside numbers and personal data that say something of their own."""
    words = [word for word in _WORD.findall(folded(_VALUE.sub(" ", text))) if word not in _LITTLE]
    return len(words) >= 2

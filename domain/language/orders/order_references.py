"""How a clause names orders: numbers any way they are typed, "the other one", "my last order", "the oyster mug order"; and by their state:
"the one that's on its way".
"""

import re
from typing import Literal

from domain.acts import OrderReference, Which
from domain.language.folding import folded
from domain.language.languages.german_words import goods_of_text
from domain.language.languages.written_language import SMALL_WORDS
from domain.lazy_pattern import lazy_pattern

_NO_PREFIX = (
    r"(?:no|nr|is|of|to|my|it|id|am|pm|at|in|on|by|the|for|and|or|not|but|was|num|from|with|code|zip|"
    r"pin|usd|eur|gbp|than|over|paid|only|just|me|we|so|order|und|de|le|el|von|van|em|en)"
)

_NUMBER = lazy_pattern(
    rf"(?<![\w\[.'’-])(?:(?!{_NO_PREFIX}\b)(?P<prefix>[A-Za-z]{{1,4}})(?P<gap>[ -]?)(?P<digits>\d{{5,12}}|\d(?:[ -]?\d){{3,11}})|"
    rf"(?P<hash>#)\s?(?P<hd>[A-Za-z]{{0,3}}-?\d{{4,12}})|"
    r"(?P<bare>\d{5,12}|\d{3} \d{3}(?! ?\d)))(?!\w|[.,]\d|[-@\]])",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset({"di"}).union(*SMALL_WORDS.values())
_SAID = lazy_pattern(
    r"(?:order|orders|no|nr|number|num|nummer|bestellung|commande|pedido|ordine|encomenda|bestelling|"
    r"parcel|#|and|,|&)[\s.:#]*(?:no\.?|nr\.?|number|is|it's)?[\s.:#]*$",
    re.IGNORECASE,
)
_OTHER_NUMBER = lazy_pattern(
    r"(?:zip|post ?code|postal code|plz|code|pin|item|product|article|(?:item|product|article) (?:id|number|no)|"
    r"phone|tel|call me (?:on|at)|card|ending|ending in|"
    r"ends in|last four|account)(?: \w+){0,2}[\s.:]*$",
    re.IGNORECASE,
)
_SOMETHING_ELSE = lazy_pattern(
    r"\b(?:something|(?:an|some|other|another|different|earlier|older|old) (?:items?|orders?|things?|ones?)|etwas|was anderes|ander\w+"
    r"|earlier|last (?:week|month|year))\b"
)
ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5, "sixth": 6, "6th": 6,
    "erste": 1, "zweite": 2, "dritte": 3, "premiere": 1, "deuxieme": 2, "primero": 1, "segundo": 2, "primera": 1, "segunda": 2,
}  # fmt: skip
_ORDINAL = "|".join(ORDINALS)
_O = r"(?:orders?|purchases?|parcels?|packages?|deliver(?:y|ies)|shipments?)"
_WHICH: list[tuple[Which, re.Pattern[str]]] = [
    (
        "last",
        lazy_pattern(
            rf"\b(?:last|latest|most recent|newest|previous|recent) (?:one |of my )?{_O}\b|\b(?:letzte|derniere|"
            rf"ultim[oa]|laatste) (?:bestellung|commande|pedido|ordine|encomenda|bestelling)"
        ),
    ),
    ("other", lazy_pattern(rf"\b(?:other|another) {_O}\b")),
    ("both", lazy_pattern(rf"\bboth (?:of )?(?:my |the |these |those )?{_O}\b|\b{_O} both\b")),
    (
        "all",
        lazy_pattern(
            rf"\b(?:all|every|each)(?: of)?(?: my| the| our| these)? {_O}\b(?<!order)|\bevery order\b|\ball (?:of )?my orders\b"
        ),
    ),
]
_ALONE: list[tuple[Which, re.Pattern[str]]] = [
    ("last", lazy_pattern(r"\b(?:last|latest|most recent|newest)(?: one)?\b")),
    (
        "other",
        lazy_pattern(
            r"\bother(?: one)?\b(?! (?:credit )?(?:card|account|address|method|bank|way|day|side|end|phone|number|e?mail|option)s?\b)"
        ),
    ),
    ("both", lazy_pattern(r"\bboth\b")),
    ("all", lazy_pattern(r"\b(?:all|everything|every one)\b")),
]
_NTH = lazy_pattern(rf"\b(?:the |my )?({_ORDINAL}) {_O}\b")
# "HP1 and HP2 are the same, drop the second": of the two that were just named.
_NTH_OF_THESE = lazy_pattern(
    r"\b(?:the|den|die|das|la|le|el|il|de) (?:(?P<first>first|former|1st|erste\w?|premiere?|primer[oa]?|prim[oa]|eerste)"
    r"|(?:second|latter|2nd|zweite\w?|letztere\w?|deuxieme|seconde?|segund[oa]|tweede))"
    r"(?: (?:one|order|bestellung|commande|pedido|ordine))?(?: (?:please|pls|bitte|stornieren|svp|por favor))*\W*$"
)
_NTH_ALONE = lazy_pattern(rf"\b(?:the |my )?({_ORDINAL})(?: one)?\b|\b(?:number|no|option|order) (\d)\b|^\W*(\d)\W*$")
_IT = lazy_pattern(
    # "I don't have the order ID" speaks of a number, and of no order that was spoken of
    r"\b(?:it|(?:that|this|the) (?:(?:entire|whole|complete|full|same) )?order(?!\W*(?:id|number|no|nr|code|confirmation)s?\b)"
    r"|that one|this one)\b"
    r"|\b(?:cancelar|anular|devolver|cambiar|rastrear)(?:l[oa]s?)\b|\bl[oa]s? (?:quiero|puedo|cancelo|devuelvo|anulo|voglio)\b"
    r"|\b(?:cancellar|annullar|restituir|rimandar)l[oaie]\b|\bl (?:annuler|echanger)\b|\bl(?:annuler|echanger)\b"
    r"|\bl[ea] (?:retourner|renvoyer|rendre)\b"
    r"|\b(?:es|ihn|das|diese[ns]?) (?:\w+ ){0,2}(?:storn\w*|abbestell\w*|zuruck\w*|umtausch\w*)\b"
    r"|\bstorn\w* (?:sie |ihr )?(?:es|ihn|das|diese[ns]?)\b"
)
_STATUS = lazy_pattern(
    r"\b(?:the|my) (pending|processed|shipped|delivered|cancelled|canceled|returned|unshipped|open) (?:one|order)\b"
)
_BY_GOODS = lazy_pattern(
    r"\b(?:my|the|a|that|this) ((?!(?:same|of|in|what|where|is|customers?|another|total|details?|status|"
    r"whole|entire|last|other|latest|recent|second|first|third|"
    r"new|old|full|wrong|my|next|open|pending|delivered|shipped|current|complete|right|online|original|"
    r"please|cancel|previous|most|existing|cancelled|entire|above|damaged|missing|big|small|christmas|holiday)\b)"
    r"[a-z][\w-]+(?: (?!(?:order|in|my|from|of|is|the|on|to|for|with|and|another|this|that|please|pls|cancel|stop)\b)"
    r"[a-z][\w-]+){0,2}) order\b"
    r"|\b(?:one|order|parcel|package) (?:with|containing|that ha[sd]|which ha[sd]|that contain(?:s|ed)) (?:the |my |a |an )?"
    r"([a-z][\w-]+(?: [a-z][\w-]+)?)"
)
_ONLY_GOODS = lazy_pattern(
    r"^(?:the |my )?((?!(?:where|what|when|another|cancel|track|status|is|and|my)\b)[a-z][a-z-]+(?: (?!(?:is|"
    r"my|the|of|to|with)\b)[a-z][a-z-]+){0,2}) (?:one|order)$"
)


def order_numbers(text: str, *, bare: bool = True) -> list[str]:
    """The order numbers of a text, upper case without blanks and hyphens ("hp 104-233" → "HP104233"); with ``bare`` also
    digits alone, which may be something else."""
    found = []
    for match in _NUMBER.finditer(text):
        before = text[: match.start()]
        if match["bare"]:
            named = bool(_SAID.search(before))
            if (
                _OTHER_NUMBER.search(before)
                or not (bare or named)
                or (not named and not re.fullmatch(r"\d{6,}", match["bare"]))
            ):
                continue
        elif match["prefix"]:
            digits = re.sub(r"[ -]", "", match["digits"])
            if len(digits) < 4 or (match["gap"] and len(digits) < 5):
                continue
            is_word = len(match["prefix"]) > 2 or match["prefix"].lower() in _SMALL_WORDS
            if is_word and match["gap"] == " ":  # before a number: "umm 144103", "di 106301"
                if bare and len(digits) >= 6 and not _OTHER_NUMBER.search(f"{before}{match['prefix']} "):
                    found.append(digits)
                continue
        found.append(re.sub(r"[ -]", "", match[0]).upper())
    return list(dict.fromkeys(found))


def without_order_numbers(text: str) -> str:
    """The text with a blank for each order number."""
    return _NUMBER.sub(" ", text)


def orders_in(text: str, *, asked: bool = False) -> list[OrderReference]:
    """The orders that a clause names. With ``asked``, an order was asked for: a bare ordinal or "the last one" is one too."""
    found = [OrderReference(number=number) for number in order_numbers(text)]
    said = folded(without_order_numbers(text)).strip()
    if found:
        nth_of_these = _NTH_OF_THESE.search(said) if len(found) == 2 else None
        return found if nth_of_these is None else [found[0] if nth_of_these["first"] else found[1]]
    if (nth := _NTH.search(said)) is not None:
        return [OrderReference(ordinal=ORDINALS[nth[1]])]
    for which, pattern in _WHICH:
        if pattern.search(said):
            return [OrderReference(which=which)]
    if status := _STATUS.search(said):
        name = {"canceled": "cancelled", "unshipped": "pending", "open": "pending"}.get(status[1], status[1])
        return [OrderReference(status=name)]
    goods = _BY_GOODS.search(said) or (_ONLY_GOODS.match(said) if asked else None)
    if goods and not (asked and _NTH_ALONE.search(said)) and not any(p.search(goods[0]) for _, p in _ALONE):
        return [OrderReference(goods=next(part for part in goods.groups() if part))]
    if asked:
        for which, pattern in _ALONE:
            if pattern.search(said):
                return [OrderReference(which=which)]
        if nth := _NTH_ALONE.search(said):
            return [OrderReference(ordinal=ORDINALS.get(nth[1] or "") or int(nth[2] or nth[3]))]
    return [OrderReference(which="it")] if _IT.search(said) else []


_NEWEST = lazy_pattern(
    r"\b(?:just|recently|only just|gerade(?: eben)?|eben erst|zuletzt) (?:ordered|bought|placed|bestellt|gekauft)\b"
    r"|\b(?:the|my|die|das|der|den) (?:newer|newest|new|latest|last|most recent|more recent|recent|neuere?|neueste|neue|letzte)[nrs]?"
    r"(?: (?:one|order|bestellung))?\W*$|\bnot (?:the|my) (?:old|older|previous|first)(?: (?:one|order))?\b|\bnicht die alte\w*"
)
_OLDEST = lazy_pattern(
    r"\b(?:the|my|die|das|der|den) (?:older|oldest|old|previous|earlier|altere?|alteste|alte)[nrs]?(?: (?:one|order|bestellung))?\W*$"
    r"|\bnot (?:the|my) (?:new|newer|latest|recent)(?: (?:one|order))?\b|\bnicht die neue\w*"
)


def means_something_else(text: str) -> bool:
    """ "I want a refund for something", "for an older order": none that was spoken of."""
    return bool(_SOMETHING_ELSE.search(folded(text)))


def age_meant(text: str) -> Literal["newest", "oldest"] | None:
    """Which of several orders is told by when it was placed: "the one I just ordered", "not the old one"."""
    said = folded(text).strip()
    if _NEWEST.search(said):
        return "newest"
    return "oldest" if _OLDEST.search(said) else None


_THAT_ORDER = lazy_pattern(
    r"\b(?:that|this|the same) (?:order|purchase)\b|\b(?:diese|dieser|die gleiche) bestellung\b", re.IGNORECASE
)
_DENIED = lazy_pattern(r"\b(?:nicht|not|keine?|no) (?:the |my |die |der |das |den |dem |meine )?\w+", re.IGNORECASE)


def means_that_order(text: str) -> bool:
    """ "An invoice for that order": the one that was just spoken of."""
    return bool(_THAT_ORDER.search(text))


def without_the_denied(text: str) -> str:
    """ "The lamp, not the mug" → "The lamp, "."""
    return _DENIED.sub(" ", text)


_STATES = [
    (("pending", "processed"), lazy_pattern(
        r"\b(?:not (?:yet )?(?:shipped|sent|left)|hasnt (?:left|shipped)|havent (?:sent|shipped)|being prepared|still (?:open|"
        r"pending)|pending|"
        r"in preparation|noch nicht (?:verschickt|versendet|raus|unterwegs|abgeschickt)|in vorbereitung|vorbereitet|offene?)\b"
    )),
    (("shipped",), lazy_pattern(
        r"\b(?:on (?:its|it s|the|their|it is) way|underway|under way|in transit|(?:being |been |was |is |just )?(?:shipped|"
        r"sent out|dispatched)|"
        r"not (?:yet )?(?:here|arrived|delivered|come)|hasnt (?:come|arrived)|unterwegs|auf dem weg|(?:noch )?nicht (?:da|"
        r"angekommen|hier|gekommen)|"
        r"verschickt|versendet|versandt)\b"
    )),
    (("delivered",), lazy_pattern(
        r"\b(?:delivered|already (?:here|came|arrived|have)|arrived|that came|which came|came (?:yesterday|today|last)|zugestellt|"
        r"geliefert|"
        r"angekommen|(?:schon|bereits) da)\b"
    )),
    (("cancelled",), lazy_pattern(r"\b(?:cancell?ed|storniert\w*)\b")),
]  # fmt: skip


def status_meant(text: str) -> tuple[str, ...] | None:
    """The statuses that words tell an order by; None where they tell none. The first that fits: "not delivered" is no "delivered"."""
    said = folded(text)
    return next((status for status, pattern in _STATES if pattern.search(said)), None)


_POINTS = lazy_pattern(
    r"^\W*(?:(?:no|nein|ah|oh|na|well|i mean|ich meine)\W+)*(?:the|that|those|my|die|der|das|den|dem|meine?[nr]?)\b"
)
_MOST_WORDS = 7


def points_at_one(text: str) -> bool:
    """Whether words that answer "which order?" point at one by its state or its goods: "die Tassen halt", "the delivered one"."""
    said = folded(text)
    if "?" in said or len(said.split()) > _MOST_WORDS or not _POINTS.match(said):
        return False
    return status_meant(text) is not None or bool(goods_of_text(text))

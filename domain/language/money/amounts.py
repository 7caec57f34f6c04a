"""Amounts of money that a text names, as decimals without a currency, and the one of them that is asked for."""

import re
from decimal import Decimal

from domain.language.folding import folded
from domain.language.text.sentences import phrases
from domain.lazy_pattern import lazy_pattern

_AMOUNT = lazy_pattern(
    r"(?:[$€£]\s?(\d+(?:[.,]\d{2})?)|(?<![\d.,])(\d+[.,]\d{2})(?![\d.,]*\d)|"
    r"\b(\d+) ?(?:euros?|dollars?|pounds|eur|usd|gbp|quid|bucks?|€|£)(?!\w))",
    re.IGNORECASE,
)
_UNIT = r"(?:euros?|dollars?|pounds|eur|usd|gbp|quid|bucks?|[$€£])"
_NUMBER = rf"(?:[$€£]\s?)?(?P<n>\d+(?:[.,]\d{{2}})?)(?![\d%]|[.,]\d| ?(?:%|percent|prozent))(?: ?{_UNIT}(?!\w))?"
# "Refund me 50": a bare number of two digits and more; of a smaller one pieces may be meant, and what it counts may follow.
_MONEY = (
    rf"(?:(?=[$€£]|\d+[.,]\d\d|\d+ ?{_UNIT}(?!\w))"
    r"|(?=\d\d+(?: ?(?:back|off|please|pls|for|and|then|instead|zuruck|bitte|fur|und|$|[.,!?;]))))"
)
_WANTS = (
    r"(?:refund\w*|reimburse|give|pay|send|credit|compensate|knock|take|get|(?:can|could|may) (?:i|we) have|wants?|wanted|need|accept|"
    r"like|expect|erstatte\w*|gib|gebt|geben|zahl\w*|will|mochte|hatte|bekomm\w*|krieg\w*|nehme|make (?:it|that)|how about|what about|"
    r"wie waers? mit|wie ware es mit|sagen wir|(?:refund|discount|reduction|rabatt|nachlass|erstattung|ruckzahlung) (?:of|von))"
)
_SMALL = (
    r"(?:me|us|mir|uns|ich|sie|wir|back|only|just|about|around|roughly|at least|nur|bloss|bitte|please|gerne|another|ca|etwa|a|an|of|off|"
    r"maybe|perhaps|to|be|refunded|get|have|partial|discount|refund|von|einen?|rabatt|nachlass|zuruck|noch|eher|lieber|dann|say)"
)
_ASKED = lazy_pattern(
    rf"\b{_WANTS}(?: {_SMALL}){{0,4}} {_MONEY}{_NUMBER}"
    r"(?! (?:i|we|that|which|ich|wir|die ich|order|orders|bench|chair|lamp|item|product|one|ones)\b)"
)
_GIVEN_BACK = lazy_pattern(
    rf"(?<![\w$€£.,]){_MONEY}{_NUMBER}(?: of it)? (?:back|off|refund\w*|discount|reduction|compensation|zuruck|nachlass|rabatt|erstattung|"
    rf"erstattet|gutschrift)\b"
)
# "My 250 dollars back" tells what was paid.
_TELLS = lazy_pattern(r"\b(?:my|the|our|your|those|mein\w*|die|der|das|for|fur|over|worth|of|all) $")
_LEADS = (
    r"(?:no|nope|nein|yes|yeah|ja|ok|okay|but|aber|and|then|well|hm+|please|about|at least|rather|lieber|dann|eher|a refund of|"
    r"i (?:said|meant?|want(?:ed)?|would like)|ich (?:sagte|meinte|will|mochte)|"
    r"(?P<offers>say|maybe|perhaps|vielleicht|how about|what about|sagen wir|wie waers mit)|"
    r"(?P<only>only|just|nur|bloss|make it|make that|make it only))"
)
# A counter-offer, with nothing beside it: "no, only 40 dollars", "10 dollars is ok".
_OFFERED = lazy_pattern(
    rf"^\W*(?:{_LEADS}\W+)*{_MONEY}{_NUMBER}(?:\W+(?:(?:is|would be|ist|ware) (?:ok\w*|fine|enough|good|alright)|(?:would|will) do|please|"
    r"pls|only|then|off|back|reicht|reichen|genugt|passt|bitte|nur|instead|for (?:it|the \w+(?: \w+)?)|fur (?:es|d\w\w \w+)))*\W*$"
)
# What was told of an amount is no wish for it: "why only 250?", "250 is not enough".
_COMPLAINS = lazy_pattern(
    r"\b(?:why|how come|warum|wieso|weshalb|not enough|too little|reicht nicht|zu wenig|more than|mehr als|instead of|statt|rather than|"
    r"paid|spent|i (?:only|just) (?:get|got)|(?:so|do|will|did) (?:i|we) (?:only |just |really )?(?:get|got)|costs?|gekostet|kostet|"
    r"bezahlt|gezahlt|worth|not good enough|not for|charged|dont|do not|wont|never|nicht|kein\w*)\b"
)
# "I said 50, not 500".
_NOT_THIS = lazy_pattern(rf"\b(?:and )?(?:not|nicht) (?:only |just |nur )?{_NUMBER}")
_WHOLE = lazy_pattern(
    r"\b(?:(?:full|whole|entire|complete|total) (?:amount|price|sum|refund|money|cost|value)|in full|all (?:of )?(?:the|my) money|"
    r"(?<!send )(?<!sending )(?<!return )(?<!bring )(?:(?:all|everything)(?: of (?:it|that))? (?:back|refunded)|all (?:it|that) back)|"
    r"all \d+(?:[.,]\d\d)?(?: \w+)? (?:of it|back)|all of the \d+|the (?:full|whole) (?:(?:[$€£] ?)?\d+|thing back)|"
    r"(?:everything|all|(?<!not )what(?:ever)?|the \d+(?:[.,]\d\d)?(?: \w+)?) (?:that )?(?:i|we) (?:have )?paid(?! for)|"
    r"not (?:just |only )?(?:a )?part|the lot back|"
    r"(?:voll|ganz|gesamt|komplett)\w* (?:betrag|preis|summe|erstattung|geld|kaufpreis|ruckerstattung)|komplett (?:zuruck|erstatt\w*)|"
    r"(?:alles|das ganze) (?:zuruck|erstattet|wieder)|was ich (?:be)?zahlt habe|nicht nur (?:einen teil|die halfte))\b"
)
_PAID = lazy_pattern(rf"\b(?:paid|bezahlt|gezahlt)(?: you| over| about| fur| ich)? {_NUMBER}")
_NOT_THE_WHOLE = lazy_pattern(
    r"\b(?:not|dont|no|nicht|kein\w*) (?:\w+ ){0,3}(?:full|whole|all|everything|vol\w+|ganz\w*|alles)\b"
)


def amounts_in(text: str) -> list[str]:
    """Each once, in the order of the text: "I would take $10 or 12,50" → ["10", "12.50"]."""
    found = [next(part for part in match.groups() if part).replace(",", ".") for match in _AMOUNT.finditer(text)]
    return list(dict.fromkeys(found))


def amount_asked(text: str) -> str | None:
    """The one amount that a text asks to have back: "refund me 50". None for prices that it only tells ("not good enough for 250
    dollars"), for several amounts, and where all of the money is wanted."""
    if wants_the_whole(text):
        return None
    said = _NOT_THIS.sub(" ", folded(text)).strip()
    if (offered := _OFFERED.search(said)) and _is_an_offer(offered, said, alone=True):
        return _decimal(offered["n"])
    found: list[str] = []
    for clause in phrases(said):
        offered = _OFFERED.search(clause)
        if offered and _is_an_offer(offered, clause, alone=False):
            found.append(offered["n"])
        elif not offered and not _COMPLAINS.search(clause):
            found += [match["n"] for match in _ASKED.finditer(clause)]
            found += [match["n"] for match in _GIVEN_BACK.finditer(clause) if not _TELLS.search(clause[: match.start()])]
    asked = dict.fromkeys(Decimal(_decimal(one)) for one in found)
    return str(next(iter(asked))) if len(asked) == 1 else None


def wants_the_whole(text: str) -> bool:
    """Whether all of the money is wanted, and not a part: "I paid 289.50. Refund me the full amount"."""
    said = folded(text)
    return bool(_WHOLE.search(said)) and not _NOT_THE_WHOLE.search(said)


def amounts_paid(text: str) -> list[str]:
    """What a text says that was paid: "but I paid 289.50"."""
    return [_decimal(match["n"]) for match in _PAID.finditer(folded(text))]


def _is_an_offer(offered: re.Match[str], clause: str, *, alone: bool) -> bool:
    """ "Only 250?" wonders, and "250 dollars" beside other words may be anything."""
    return bool(offered["offers"]) or ("?" not in clause and (alone or bool(offered["only"])))


def _decimal(said: str) -> str:
    return said.replace(",", ".")

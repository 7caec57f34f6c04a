"""A part of the price that somebody wants taken off or paid back while the goods stay: "knock 20 off", "half back and I keep it"."""

from functools import lru_cache

from domain.language.folding import REMEMBERED, folded
from domain.lazy_pattern import lazy_pattern

_SHARE = r"(?:half|part|some|a third|a quarter|\d+ ?(?:%|percent|prozent))"
_SUM = (
    r"(?:\d+(?:[.,]\d+)? ?(?:%|percent|prozent|bucks?|dollars?|euros?|pounds?|quid|usd|eur)?|half|a bit|a little|something"
    r"|some(?: money)?|a few (?:bucks|dollars|euros))"
)
_OFF = lazy_pattern(
    "|".join(
        (
            r"\b(?:knock|take|chop|shave|slash|drop|cut|get|give me|have|want|need) (?:me |us )?"
            rf"(?:another |like |about |maybe |at least )?{_SUM} off\b(?! the (?:list|order|table|porch|invoice))",
            r"\b(?:discount|price reduction|reduction|rebate|markdown|goodwill|compensation|partial refund|part refund|money off|% off)\b",
            r"\b(?:lower|reduce|drop|cut|come down on) the price\b|\b(?:make|get|have|do) (?:it|this|them|that) (?:a bit )?cheaper\b",
            r"\bdo (?:something|better) (?:on|about|with) the price\b|\bhalf (?:the )?(?:price|money|off)\b",
            rf"\b{_SHARE} (?:of (?:it|the (?:money|price)) )?(?:back|refunded|refund)\b|\brefund (?:me )?{_SHARE}(?! of)\b",
            r"\b(?:rabatt|nachlass|preisnachlass|preisminderung|teilerstattung|kulanz\w*|halben preis)\b",
            r"\b(?:die halfte|einen teil)\b.{0,20}\b(?:zuruck|erstatt\w*|wieder)\b",
            r"\b(?:erstatt\w*|gebt?|geben sie)\b.{0,20}\b(?:die halfte|einen teil)\b",
            r"\b(?:billiger|gunstiger) (?:machen|geben|bekommen)\b|\bmit (?:dem )?preis runter\b",
        )
    )
)
_KEEPS = lazy_pattern(
    r"\b(?:i(?:ll| will| would|d)?|we(?:ll)?) (?:just |rather |then |can )?keep (?:it|them|the|that|this)\b|\bbehalt\w*\b"
)
_MONEY_BACK = lazy_pattern(
    rf"\b{_SUM} (?:back|zuruck)\b|\bgive me {_SUM}\b|\bget {_SUM} back\b|\b(?:gib|gebt|geben sie) mir {_SUM}"
)
# Codes and campaigns are for the documents.
_CAMPAIGN = lazy_pattern(
    r"\b(?:codes?|coupons?|vouchers?|students?|newsletter|first (?:order|time)|welcome|black friday|sale|campaign|military|senior|teacher"
    r"|staff|members?|new (?:customers?|people|users?|members?)|erst(?:e[nr]?)? ?(?:bestellung|einkauf)"
    r"|bulk|gutschein\w*|studenten\w*|rabattcode\w*|neukunden\w*|price match|policy|worked|work|applied|checkout)\b"
)
_WANTS = lazy_pattern(
    r"\b(?:give|knock|take|chop|shave|slash|drop|cut|get|want|need|like|lower|reduce|make|offer|how about|can (?:you|i)|could (?:you|i)"
    r"|refund|keep|please|pls|gib|gebt|geben|mochte|will|kann ich|konnen sie|bekomme|behalt\w*|erstatt\w*|bitte|cheaper|off|half)\b"
)
_MOST_WORDS = 25
# However much small talk stands around it: "any chance of a lil something off for a loyal customer?".
_FOR_LOYALTY = lazy_pattern(
    r"\bchance (?:of|for|on) (?:\w+ ){0,4}off\b(?! (?:the|my|this|of)\b)"
    r"|\b(?:anything|something|a bit|(?:lil|little|wee)(?: bit| something)?) off (?:the price\b|(?:for|as) (?:\w+ ){0,2}"
    r"(?:loyal|regular|returning|repeat|existing|long ?time|good)\w*)"
    r"|\b(?:rabatt|nachlass)\b.{0,20}\b(?:treue|stamm)\w*"
)


# Goods that somebody sends: "can I send some back?".
_SENT_BACK = lazy_pattern(
    r"\b(?:send|sending|ship|bring|post|mail|returning?) (?:you )?(?:some|something|any|half|part|a (?:few|bit|little))"
    r"(?: of \w+(?: \w+)?)? back\b"
)


def _without_goods(text: str) -> str:
    return _SENT_BACK.sub(" ~ ", folded(text))


@lru_cache(maxsize=REMEMBERED)
def asks_for_a_discount(text: str, *, sums: bool = False) -> bool:
    """Whether a message wants goods kept for less: no refund or return of goods that a rule knows. ``sums``: so is a sum that is to
    come back while the goods stay; else that is read as a refund of so much, which a reason may bear."""
    said = _without_goods(text)
    if _FOR_LOYALTY.search(said) and not _CAMPAIGN.search(said):
        return True
    if len(said.split()) > _MOST_WORDS or _CAMPAIGN.search(said) or not _WANTS.search(said):
        return False
    return bool(_OFF.search(said) or (sums and _KEEPS.search(said) and _MONEY_BACK.search(said)))


_SOME = lazy_pattern(
    r"\b(?:(?:a |some |any |any sort of )?(?:little|small|tiny|bit|partial|part|few|modest)|some|something|half|a third|a quarter)"
    r"(?: bit)?(?: of)?(?: (?:the|my|a|your|an))?"
    r"(?: (?:money|refund|discount|reduction|compensation|dollars?|euros?|pounds?|bucks|cash|price|reimbursement))(?: back| off)?\b"
    r"|\b(?:something|a bit|a little|some) (?:off|back)\b|\bmoney off\b|\b(?:a |any |the )?(?:discount|price reduction)\b"
    r"|\bpartial(?:ly)? (?:refund\w*|reimburs\w*)|\bpart of (?:my|the) (?:money|price|refund)"
    r"|\bnot (?:all|the whole|all of) (?:the |my )?(?:money|price|amount)"
    r"|\b(?:etwas|ein bisschen|ein wenig|einen teil|ein teil|teilweise|die halfte)\b.{0,20}\b(?:geld|erstatt\w*|nachlass|rabatt|zuruck\w*)"
    r"|\b(?:preis)?nachlass\b|\bpreisminderung\b|\bteilerstattung\b|\bkleine[nrs]? (?:rabatt|erstattung|entschadigung)\b"
)


def wants_some_money(text: str) -> bool:
    """Whether a refund is asked for that is less than the price, without saying how much."""
    return bool(_SOME.search(_without_goods(text)))

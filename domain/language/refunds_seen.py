"""A refund that was told of, and does not show: "I don't see it on my card"."""

from domain.language.refusal import folded
from domain.lazy_pattern import lazy_pattern

_PLACE = (
    r"(?:cards?|accounts?|statements?|bank|balance|paypal|karte|konto|kontoauszug|abrechnung|tarjeta|cuenta|compte|carte)"
)
_NOT_SEEN = lazy_pattern(
    rf"\b(?:dont|do not|cant|cannot|cant even|not|havent|have not|didnt|nothing|no sign|isnt|is not|hasnt"
    rf"|never)\b.{{0,30}}\b(?:on|in|to|into|from) (?:my |the |our )?(?:\w+ )?{_PLACE}\b"
    rf"|\b{_PLACE}\b.{{0,25}}\b(?:nothing|not|isnt|doesnt|no)\b.{{0,15}}(?:there|show\w*|yet|it|money|\b)"
    rf"|\b(?:nicht|nichts|kein\w*)\b.{{0,20}}\b(?:auf|in) (?:meine[mrn]? |der |dem )?{_PLACE}\b|\b(?:auf"
    rf"|in) meine[mr] {_PLACE}\b.{{0,20}}\b(?:nicht|nichts)\b"
    r"|^(?:but |and )?(?:i )?(?:dont|cant|do not|cannot) (?:see|find) (?:it|anything|the money|any money|the refund)(?: yet| there)?\W*$"
)


def is_not_seen(text: str) -> bool:
    """Whether money is said not to have come; of what, has to be known."""
    return bool(_NOT_SEEN.search(folded(text).strip()))


_MONEY = (
    r"(?:money|refund\w*|cash|funds|amount|dollars?|euros?|pounds?|quid|payment back|credit|geld|erstattung|ruckerstattung|ruckzahlung"
    r"|betrag|argent|remboursement|dinero|reembolso)"
)
_OF_MONEY = lazy_pattern(rf"\b{_MONEY}\b|[$€£]\s?\d|\b(?:my|the|our) (?:\w+ )?{_PLACE}\b|\bmeine[mnr]? {_PLACE}\b")
_SENT = (
    r"(?:sen[dt]|sending|issued?|ma[dk]e|paid|pay|refund(?:ed)?|transfer+ed|transfer|process(?:ed)?|go out|went out|gone out|leave|left"
    r"|geschickt|uberwiesen|erstattet|angewiesen|gesendet|veranlasst|raus)"
)
_WHEN = r"(?:when|what day|which day|what date|which date|on what (?:day|date)|on which (?:day|date)|wann|an welchem tag|seit wann)"
_ASKS_WHEN = lazy_pattern(
    rf"\b{_WHEN}\b (?:exactly |genau )?(?:did|was|were|has|have|is|had|habt|haben|hast|wurde|ist|war|habe)\b.{{0,40}}\b{_SENT}\b"
    rf"|\b(?:has|have|did|was|is|hast|habt|haben|wurde|ist)\b.{{0,25}}\b{_MONEY}\b.{{0,20}}\b(?:been )?{_SENT}\b"
    rf"|\bhow long\b.{{0,20}}\b(?:once|after|from when|when) (?:you|u|its|it|they|theyve|the|my)\b"
    rf"|\b{_MONEY}\b.{{0,20}}\b(?:after|once|when) (?:you|u|its|it|the|my)\b|\bwie lange\b.{{0,25}}\b(?:nachdem|sobald|wenn|ab dem)\b"
    rf"|\b(?:date|day|datum) (?:of|when|for|der|on which) .{{0,15}}\b(?:{_MONEY}|{_SENT})\b"
)


def asks_when_it_was_sent(text: str) -> bool:
    """Whether it is asked when, or whether, something was sent that may be money: "when did you send it?"."""
    return bool(_ASKS_WHEN.search(folded(text)))


def is_of_money(text: str) -> bool:
    return bool(_OF_MONEY.search(folded(text)))

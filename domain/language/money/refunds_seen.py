"""A refund that was told of, and does not show: "I don't see it on my card"."""

from domain.language.folding import folded
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


_WAY = (
    r"(?:(?:credit |debit |bank |visa |gift )?cards?|visa|master ?card|amex|american express|pay ?pal|apple pay|klarna|"
    r"(?:bank |paypal )?accounts?|bank|gift ?card|voucher|(?:kredit|bank|geschenk|debit)?karten?|(?:bank|giro|paypal)?konto)"
)
_WRONG_WAY = lazy_pattern(
    "|".join(
        (
            # how it was paid: "I paid with card"
            rf"\b(?:i|we) (?:\w+ )?(?:paid|payed) (?:\w+ ){{0,3}}?(?:with|by|via|using|from|on|through) (?:\w+ ){{0,2}}?{_WAY}\b",
            rf"\b(?:mit|per|uber|von) (?:\w+ ){{0,2}}?{_WAY} (?:be|ge)zahlt\b",
            # that there is no such way: "I never had paypal", "that's not my card", "that card is closed"
            r"\b(?:dont|do not|never|didnt|did not|no longer|havent|have not|nie|kein\w*)(?: (?:even|ever|actually|really))?"
            r"(?: (?:have|had|own|owned|use|used|got|hold))?(?: (?:an?|any|my|this|that|the|your|got|ein\w*))*"
            rf" {_WAY}(?: (?:account|konto))?\b(?! (?:number|yet))",
            rf"\b(?:not|isnt|wasnt|nicht) (?:\w+ )?(?:my|meine?) {_WAY}\b",
            rf"\b(?:wrong|different|another|other|old|expired|closed|(?:somebody|someone) elses|falsche\w*|andere\w*|alte\w*) {_WAY}\b",
            rf"\b{_WAY} (?:is|was|ist|war) (?:\w+ )?(?:closed|expired|blocked|gekundigt|gesperrt|abgelaufen)\b",
            # where it should have gone, and did not: "should go to my mastercard", "never went to my card"
            r"\b(?:should(?:ve| have)?|supposed to|was to|has to|had to|needs? to|ought to|must|wanted it|sollte?|muss|gehort)"
            rf" (?:\w+ ){{0,4}}?(?:to|on|onto|into|auf) (?:\w+ ){{0,3}}?{_WAY}\b",
            rf"\bnever (?:\w+ ){{0,2}}?(?:to|on|onto|into) (?:\w+ ){{0,2}}?{_WAY}\b",
            # that it is wondered at: "paypal??", "why to paypal", "whose card"
            rf"^\W*(?:(?:what|wait|but|huh|why|ok|okay|wieso|warum|was|auf|to|on)\W+)*(?:\w+ )?{_WAY}\W*\?",
            rf"\b(?:why|wieso|warum) (?:\w+ ){{0,4}}?(?:to|on|auf) (?:\w+ )?{_WAY}\b|\b(?:which|what|whose|welche\w*) {_WAY}\b",
        )
    )
)


def disputes_the_way(text: str) -> bool:
    """ "Paypal?? I paid with card", said of a refund that was told: it went, or should have gone, another way."""
    return bool(_WRONG_WAY.search(folded(text).strip()))


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

"""What is said of an invoice: something is to stand on it, it is to be sent once more, or elsewhere than to the account's own address."""

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_DETAIL = (
    r"(?:vat(?: (?:number|no|id|reg\w*))?|tax (?:number|no|id)|ust ?-?id\w*|umsatzsteuer\w*|steuernummer|company (?:name|address|details)|"
    r"firmen\w*|firma|billing (?:name|address|details)|rechnungsadresse|rechnungsanschrift|po number|purchase order(?: number)?|"
    r"cost cent(?:re|er)|kostenstelle|bestellreferenz)"
)
_FIRM = r"(?:(?:my|our|the|a|mein\w*|unser\w*|die) (?:company|business|firm|employer|firma)|[\w\]]+ (?:llc|ltd|inc|corp|plc|gmbh|ag|kg|ug))"
_ON_IT = lazy_pattern(
    rf"\b(?:add|put|include|change|correct|update|replace|insert|write|print|need|needs|want|must|should|missing|wrong|without|fehlt|falsch|"
    rf"erganz\w*|hinzufug\w*|andern|korrigier\w*|eintrag\w*|drauf|aufnehmen)\b.{{0,40}}\b{_DETAIL}\b"
    rf"|\b{_DETAIL}\b.{{0,40}}\b(?:on(?:to)?|to|in|auf|missing|wrong|added|changed|fehlt|falsch|erganz\w*|hinzufug\w*|drauf|eintrag\w*)\b"
    rf"|\b(?:add|put|include|insert|write|print|erganz\w*|hinzufug\w*|eintrag\w*)\b.{{0,30}}\b{_FIRM}"
    rf"|\b{_FIRM}\b(?: \w+){{0,2}} (?:on|onto|auf|drauf|missing|fehlt)\b"
)
# Said of one that was spoken of.
_WANTED_ON_IT = lazy_pattern(
    r"\b(?:want|need|put|have|should (?:be|say|have)|must|add)\b.{0,40}\b(?:on|onto|to) (?:it|there|the (?:invoice|receipt|bill))\b"
    r"|\b(?:auf|in) (?:die|der) rechnung\b.{0,40}\b(?:stehen|soll\w*|muss|haben)\b"
    r"|\b(?:soll|muss)\w*\b.{0,30}\b(?:drauf|auf (?:die|der) rechnung)\b"
)
# "A VAT receipt" is what an invoice is called; a plain one is to say nothing else.
_KIND = lazy_pattern(r"\b(?:vat|tax|sales tax|mwst|umsatzsteuer) ?-?(?:invoices?|receipts?|rechnung|beleg)\b")
_PLAIN = lazy_pattern(
    r"\b(?:normal|regular|ordinary|plain|usual|standard|simple|normale|einfache|gewohnliche) (?:invoice|receipt|bill|rechnung|one)\b"
)
_TAX = r"(?:sales tax|vat|tax(?:es)?|mwst|mehrwertsteuer|umsatzsteuer|steuern?|net price|company name)"
_ASKS_OF_IT = lazy_pattern(
    r"^(?!.*\b(?:add|put|change|correct|can you|could you|please|wrong)\b).*"
    rf"(?:\b(?:does|do|is|are|will|would|ist|steht|stehen|sind|zeigt)\b"
    rf".{{0,40}}\b{_TAX}\b.{{0,30}}\b(?:on|in|auf|drauf|included|shown|listed|there|enthalten|ausgewiesen)\b"
    rf"|\b(?:does|do|will|would|zeigt|enthalt)\b.{{0,40}}\b(?:show|include|list|have|say|state|zeigt?|enthalt\w*|rechnung)\b.{{0,25}}\b{_TAX}\b)"
)
_INVOICE = lazy_pattern(r"\b(?:invoices?|bills?|receipts?|rechnung\w*|beleg\w*)\b")
_SENDS = lazy_pattern(
    r"\b(?:send|re-?send|e?mail|forward|again|another|copy|where|didnt|havent|not (?:here|arrived|come|received)|lost|deleted|cant find"
    r"|schick\w*|sende\w*|zusend\w*|noch ?mals?|erneut|nicht (?:da|angekommen|bekommen|erhalten)|envoy\w*|enviar?)\b"
    r"|^\W*(?:the |my )?(?:invoice|rechnung)\W*$"
)
_REGRETS = lazy_pattern(
    r"\b(?:rather|wish|wished) (?:you|u|i|it) (?:hadnt|had not|didnt|did not)\b|\b(?:didnt|did not|dont|do not"
    r"|never) (?:ask|want|need)\w*\b"
    r"|\b(?:why|wieso|warum)\b.{0,20}\b(?:again|twice|second|noch ?mal|zweimal)\b|\bnicht (?:noch ?mal|erneut)\b|\bnot again\b"
    r"|\b(?:not|dont|do not|no need to|nicht) (?:\w+ ){0,2}(?:re-?)?(?:send|sending|schicken|senden)\b"
    r"|\bi (?:got|have|received) (?:it|the (?:invoice|receipt))\b"
)


def is_about_what_it_says(text: str, *, spoken_of: bool) -> bool:
    """Whether an invoice is to say something else: "can you add her VAT number to it?". ``spoken_of``: an invoice was, just before."""
    said = _KIND.sub(" invoice ", folded(text))
    is_on_it = _ON_IT.search(said) or (spoken_of and _WANTED_ON_IT.search(said))
    return bool(is_on_it) and (spoken_of or bool(_INVOICE.search(said))) and not _PLAIN.search(said)


def asks_what_it_shows(text: str, *, spoken_of: bool) -> bool:
    """Whether it is only asked what stands on an invoice: "is the sales tax on there?". ``spoken_of``: one was, just before."""
    said = folded(text)
    return bool(_ASKS_OF_IT.search(said)) and (spoken_of or bool(_INVOICE.search(said)))


def asks_for_it_once_more(text: str) -> bool:
    """Whether words after an invoice was sent want it sent again, and do not only mention it."""
    said = folded(text)
    return bool(_SENDS.search(said)) and not _REGRETS.search(said)


_NOT_HERE = lazy_pattern(
    r"\b(?:still|noch|immer noch|noch immer|bisher) (?:\w+ )?(?:no|kein\w*|without|ohne) (?:\w+ ){0,2}?"
    r"(?:invoice|receipt|bill|rechnung|beleg)\b"
    r"|\b(?:no|kein\w*) (?:\w+ )?(?:invoice|receipt|bill|rechnung|beleg)\b.{0,30}"
    r"\b(?:yet|so far|arrived|came|come|here|received|in the (?:box|parcel)|attached|da|angekommen|bekommen|erhalten|dabei)\b"
)


def is_still_without(text: str) -> bool:
    """ "Still no invoice for HP1", "keine Rechnung bekommen": it is wanted, whatever the "no"."""
    return bool(_NOT_HERE.search(folded(text)))


_MAIL = r"(?:e ?-?mails?|mails?|mail ?adress\w*|e-?mail ?adress\w*|adress\w*|inbox|address\w*|one)"
_ELSEWHERE = lazy_pattern(
    rf"\b(?:different|another|other|new|second|alternative|separate) (?:\w+ )?{_MAIL}\b"
    rf"|\b(?:to|at|use|via|for) my (?:\w+ )?(?:work|business|company|office|private|personal|school|uni\w*) {_MAIL}\b"
    r"|\b(?:to|for) (?:my|our|the) (?:accountant|bookkeeper|boss|company|office|work|employer|wife|husband|partner|tax \w+|accounting)\b"
    rf"|\b(?:andere[nmrs]?|neuen?|zweite[nr]?|private[nr]?|geschaftliche[nr]?|dienstliche[nr]?) {_MAIL}"
    r"|\ban (?:mein\w*|unser\w*|die|den) (?:steuerberat\w*|buchhalt\w*|chef\w*|firma|arbeit\w*|mann|frau)\b"
)
_OF_THE_ACCOUNT = lazy_pattern(
    r"\b(?:chang\w*|updat\w*|ander\w*|aktualisier\w*)\b.{0,40}"
    r"\b(?:account|profile|konto\w*|profil|my e ?-?mail|meine e ?-?mail)"
)
_EMAIL = lazy_pattern(r"\[EMAIL_\d+\]")


def is_to_go_elsewhere(text: str) -> bool:
    """Whether the words name another place for what is mailed, and do not ask to change the account itself."""
    return bool(_ELSEWHERE.search(folded(text)) or _EMAIL.search(text)) and not _OF_THE_ACCOUNT.search(folded(text))

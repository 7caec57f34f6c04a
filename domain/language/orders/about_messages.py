"""Whether what did not come is a message or a paper of the shop's, not goods: a confirmation, a mail, a label, the instructions."""

import re

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_MESSAGES = lazy_pattern(
    r"\b(?:confirmations?|e-?mails?|mails?|messages?|repl(?:y|ies)|answers?|response|sms|text|newsletters?|invoices?|receipts?"
    r"|(?:return )?labels?|codes?|links?|vouchers?|notifications?|updates?|tracking (?:numbers?|ids?))\b",
    re.IGNORECASE,
)
_NOT_COME = lazy_pattern(r"\b(?:receiv\w*|got|get|came|come|arriv\w*|sent|see|find)\b", re.IGNORECASE)
# Papers that lie beside goods, and what is no goods at all: only where they are what is lacking.
_PAPER = (
    r"(?:slips?|forms?|notes?|stickers?|paperwork|instructions?|manuals?|guides?|labels?|receipts?|invoices?|codes?|accounts?|discounts?|"
    r"coupons?|printers?|etikett\w*|\w*schein\w*|\w*code|rechnung\w*|beleg\w*|quittung\w*|\w*anleitung\w*|\w*bestatigung\w*|sendungsnummer\w*)"
)
_NO_PAPER = lazy_pattern(
    rf"\b(?:never|no|without|didnt|did not|havent|have not|missing|lacks?|lost|kein\w*|ohne|nie)\b(?: [\w-]+){{0,4}}? {_PAPER}\b"
    rf"|\b{_PAPER}(?: (?:from|for|of|von|fur) \w+ \w+)?(?: (?:is|was|are|were|has|have|ist|war|sind))? "
    r"(?:missing|not|never|isnt|wasnt|werent|lacking|gone|lost|fehlt|fehlen|nicht|nie)\b"
)
# What goods came in, where somebody has it no more: a box that never came is a parcel.
_PACKING = lazy_pattern(
    r"\b(?:had|have|has|lost|kept|keep|threw|habe?|hatte|kein\w*|ohne|without|no)\b(?: \w+){0,3}? (?:(?:original|outer) )?"
    r"(?:box|packaging|carton|wrapping|karton|verpackung)\b(?! (?:of|came|arrived|was|has|ever|kam|ist)\b)",
    re.IGNORECASE,
)
# "I never had one": of what was spoken of.
_ONE = lazy_pattern(
    r"\b(?:never|didnt|did not|havent|have not|dont|do not|hasnt)(?: (?:even|ever|actually))? (?:have|had|get|got|receive|received)"
    r"(?: (?:even|ever))? (?:one|any|either)\b(?! (?:of|\w+))|\bthere was(?:nt)? (?:none|any|one)\b(?! of)"
    r"|\b(?:hatte|habe?|bekam)(?: ich)? (?:doch |noch )?(?:nie|keine?[nrs]?)(?: eine?[nrs]?)?(?: (?:bekommen|gehabt|erhalten))?\W*$"
)

_GOODS = lazy_pattern(
    r"\b(?:parcels?|packages?|boxe?s?|orders?|deliver\w*|shipments?|goods|items?|things?|stuff|purchases?|products?|"
    r"pakete?|sendung|bestellung|lieferung|ware|teile?|courier|carrier|driver|porch|neighbou?rs?|door)\b",
    re.IGNORECASE,
)
_CONFIRMATION = (
    r"(?:(?:order |confirmation )?confirmations?"
    r"|confirmation (?:e ?-?mails?|mails?|messages?)|(?:bestell|auftrags)?bestatigung(?:s ?-?e?-?mail)?)"
)
_NO_CONFIRMATION = lazy_pattern(
    rf"\b(?:never|not|no|didnt|dont|doesnt|havent|hasnt|without|kein\w*|nie|nicht|ohne)\b(?: [\w-]+){{0,5}}? {_CONFIRMATION}\b"
    rf"|\b{_CONFIRMATION}\b(?: \w+){{0,4}}? (?:never|not|missing|isnt|hasnt|didnt|nicht|nie|fehlt)\b"
    rf"|\bwhere(?:s| is| are) (?:my |the )?{_CONFIRMATION}\b|\bwo (?:ist|bleibt) (?:meine |die )?{_CONFIRMATION}\b"
)
# Of a booking, a return or a refund it is another mail.
_OF_ELSE = lazy_pattern(
    r"\b(?:return|refund|cancel\w*|exchange|password|newsletter|ruckgabe|retoure|erstattung|storn\w*|please|send|schick\w*)\b"
)
_MOST_WORDS_TOLD = 24
_MOST_WORDS = 12


def may_be_a_message(text: str) -> bool:
    """Whether "it didn't come" may be of a mail: it names no parcel, no order and no goods."""
    return len(text.split()) <= _MOST_WORDS and not _GOODS.search(text)


def is_about_messages(text: str) -> bool:
    said = folded(text)
    return bool((_MESSAGES.search(text) and _NOT_COME.search(text)) or _NO_PAPER.search(said) or _PACKING.search(said))


def misses_a_confirmation(text: str) -> bool:
    """ "I placed an order last week but never got any confirmation email": the mail that says that an order was made."""
    said = folded(text)
    is_one = bool(_NO_CONFIRMATION.search(said)) and not _OF_ELSE.search(said)
    return is_one and len(said.split()) <= _MOST_WORDS_TOLD


def is_of_what_was_spoken_of(text: str) -> bool:
    """ "I didn't lose it, I never had one": what is missing was named before, and are no goods of these words."""
    return bool(_ONE.search(folded(text)))

"""An order is cancelled as a whole, and nothing is added to it: words that want a part of it gone, or more of it."""

from functools import lru_cache

from domain.language.folding import REMEMBERED, folded
from domain.language.goods.quantities import says_part
from domain.language.text.clauses import clauses
from domain.lazy_pattern import lazy_pattern

_REMOVES = lazy_pattern(
    r"\b(?:take|get|leave|strike|knock)\b.{0,40}\b(?:off|out)\b|\b(?:remove|drop|delete|scrap|omit)\b|\bcancel\w* (?:just|only)\b"
    r"|\b(?:just|only) (?:cancel|remove|take)\b|\b(?:from|off|out of) (?:my|the|that|this) (?:order|purchase)\b"
    r"|\b(?:aus|von) (?:der|meiner) bestellung\b|\b(?:entfern\w*|rausnehmen|herausnehmen|weglassen|streichen)\b"
    r"|\bnur (?:das|die|den|der|ein\w*) [\w ]{2,30}\b(?:storn\w*|abbestell\w*)\b"
)
_KEEPS_THE_REST = lazy_pattern(
    r"\b(?:cancel\w*|drop|remove|scrap|take\b.{1,30}\boff|get rid of|lose|storn\w*|entfern\w*"
    r"|(?:he)?raus\w*|weg\w*|aus (?:der|meiner) bestellung)\b.+\b(?:keep|leave|behalt\w*|bleib\w*)\b"
    r"|\b(?:keep|leave|behalt\w*)\b.+\b(?:cancel\w*|drop|remove|storn\w*|entfern\w*)\b"
    r"|\bnot (?:the |my )?(?:whole|entire|complete|full)\b|\bnicht (?:die |alles|die ganze |komplett)"
)
_ONLY_SOME = lazy_pattern(
    r"\b(?:cancel\w*|remove|drop) (?:just|only) (?!it\b|this\b|that\b)|\b(?:just|only) (?:cancel|remove|drop) (?!it\b|this\b|that\b)"
)
_FEWER = lazy_pattern(
    r"\b(?:only|just|nur) (?:\w+ )?(?:one|two|three|\d|ein\w*|zwei|drei)\b.{0,25}"
    r"\b(?:instead of|not|rather than|statt|nicht) (?:one|two|three|four|\d|zwei|drei|vier)\b"
    r"|\b(?:one|two|\d|ein\w*|zwei) (?:\w+ )?(?:less|fewer|weniger)\b|\breduce\b.{0,30}\bto\b"
    r"|\b(?:statt|instead of) (?:two|three|four|[2-9]|zwei|drei|vier)\b(?: \w+)? (?:nur|bloss|just|only) (?:one|two|[1-3]|ein\w*|zwei)\b"
    r"|\b(?:quantity|qty|menge|anzahl|stuckzahl)\b.{0,70}\b(?:auf|to|be|is|sei\w*) (?:only |just |nur )?(?:1|one|ein\w*)\b"
    r"|\b(?:1|one|ein\w*) (?:\w+ ){0,3}(?:statt|instead of|rather than|and not|not|nicht) (?:2|3|4|two|three|four|zwei|drei|vier)\b"
    r"|\b(?:from|von) (?:2|3|4|two|three|four|zwei|drei|vier) (?:\w+ ){0,3}"
    r"(?:to|auf) (?:just |only |nur )?(?:1|2|one|two|ein\w*|zwei)\b(?! \w+)"
    r"|\b(?:two|three|four|[2-4]|zwei|drei|vier)\b.{0,50}\b(?:i|ich) (?:only |just |hab\w* |nur )*"
    r"(?:ordered|wanted|wollte|bestellt) (?:only |just |nur )?(?:1|one|ein\w*)\b"
    r"|\b(?:cancel\w*|remove|storn\w*) (?:the |die |das |den )"
    r"(?:extra|second|duplicate|spare|zweite\w*|doppelte\w*|uberzahlige\w*) (?:one|\w+)"
)
_WANTS_FEWER = lazy_pattern(
    r"\b(?:(?:only|just) (?:want|need|wanted|needed|require)|(?:want|need|id like|i would like|wanted|needed) (?:only|just)|"
    r"(?:mochte|brauche?|will|wollte) (?:\w+ ){0,5}?(?:nur|bloss))\b(?: \w+){0,2}? (?:one|1|two|2|ein\w*|zwei)\b"
)
_CAME = lazy_pattern(
    r"\b(?:got|get|received|receive|came|come|arrived|sent|missing|"
    r"there (?:was|were)|in the (?:box|parcel)|kam\w*|bekommen|erhalten|fehlt)\b"
)
_ADDS = lazy_pattern(
    r"\badd(?:ing|ed)?\b(?! up)"
    r"|\b(?:one|two|three|four|\d|a few|some) more\b(?! (?:time|thing|question|day|week|try|chance|info\w*|hour|minute))"
    r"|\b(?:put|include|chuck|throw|pop|stick|squeeze) (?:in |me )?(?:a|an|another|one|two|some|the)\b.{0,40}"
    r"\b(?:in|into|to|too|as well|also|on)\b"
    r"|\b(?:another|an extra|an additional|extra)\b.{0,30}\b(?:to|in|into|on|onto) (?:my|the|that|this) (?:order|purchase|parcel)\b"
    r"|\b(?:no )?more\b.{0,12}\b(?:\d|two|three|four|five)\b.{0,20}\b(?:total|altogether|in all)\b"
    r"|\bmake (?:it|that) (?:two|three|four|five|[2-9])\b"
    r"|\b(?:hinzufug\w*|dazubestell\w*|dazupack\w*|dazuleg\w*|erganz\w*|nachbestell\w*|mit dazu|dazu bestellen)\b"
    r"|\bnoch (?:ein|zwei|drei)\w* (?!mal\b|bitte\b|frage)\w+|\b(?:ein|zwei|drei)\w* \w+ mehr\b"
)
_AGREES = (
    r"(?:yes|yeah|yep|ok|okay|oh|alright|all right|fine|well|right|sure|whatever|then|so|in that case|just|please|pls|i guess|go ahead|and"
    r"|do|i(?:ll| will)?|want|take|id|like|to|me|you|can|lets|ja|jo|na|gut|also|dann|eben|halt|bitte|von mir aus|meinetwegen|nehmen"
    r"|sie|wir|machen|ich|will|mochte|cancel\w*|storn\w*)"
)
_TAKES_THE_WHOLE = lazy_pattern(
    rf"(?:{_AGREES}[.!]? )*(?:the |my |die |das |den )?(?:(?:whole|entire|complete|full|ganze\w*|komplette\w*|gesamte\w*)(?: \w+)?"
    r"|all(?! (?:good|fine|clear|set|done|right|ok|okay))|everything|it all|both"
    r"|alles(?! (?:klar|gut|ok|okay|bestens|in ordnung|super))|alle|beide\w*|komplett)\b"
)
_NOT_THE_WHOLE = lazy_pattern(
    r"\b(?:not|nt|dont|do not|no|never|keep|but|except|nicht|kein\w*|nein|behalt\w*|aber|ausser)\b"
)
_NOT_GOODS = lazy_pattern(
    r"\b(?:address\w*|adresse\w*|note|notes|name|namen|number|nummer|vat|ust\w*|tax|gift wrap\w*|message|phone|telefon\w*|apartment|flat|"
    r"suite|company|firma|e?mail\w*|card|karte|method|instructions?|code|voucher|coupon|discount|comment|account|konto|steuer\w*|invoice|rechnung\w*)\b"
)
_OF_AN_ORDER = lazy_pattern(
    r"\b(?:orders?|purchase|bestellung\w*|auftrag\w*|commande|pedido|ordine|encomenda|[a-z]{0,3}\d{5,})\b|\[order"
)


_KEEPS = lazy_pattern(
    r"(?<!\bnot )(?<!\bdont )(?<!\bnicht )\b(?:keep|keeping|behalten?|behalte|drinlassen|drin lassen|bleibt|bleiben)\b"
    r"(?! (?:getting|asking))"
)
_ONLY_THIS = lazy_pattern(
    r"\b(?:only|just|nur|bloss|lediglich|einzig) (?:about |wegen )?(?:das|die|den|der|the|my|mein\w*|this|these)\b"
)
_OUT_OF_ONE = lazy_pattern(
    r"\b(?:from|out of|in|off|of|aus|von|in|bei)(?: the| my| this| that| our| der| meiner| dieser| unserer| einer)?"
    r"(?: (?:last|latest|newest|recent|other|first|second|letzten|neuesten|anderen|ersten|zweiten|vorigen))? "
    r"(?:orders?|bestellung|[a-z]{0,3}\d{5,}|(?:order|bestellung) [a-z]{0,3}\d{5,})\b"
)


@lru_cache(maxsize=REMEMBERED)
def removes_a_part(text: str) -> bool:
    """ "Take the towel off", "cancel only the towel", "drop it but keep the mugs"."""
    said = folded(text)
    return any(p.search(said) for p in (_REMOVES, _KEEPS_THE_REST, _FEWER)) or wants_fewer(text) or says_part(text)


def counts_fewer(text: str) -> bool:
    """ "One pan instead of two", "from 2 to 1": a number of pieces in the place of a larger one, and no other goods."""
    return bool(_FEWER.search(folded(text))) or wants_fewer(text)


def wants_fewer(text: str) -> bool:
    """ "I ordered two, but I'd like just the one": too many were ordered, and none is missing."""
    said = folded(text)
    return bool(_WANTS_FEWER.search(said)) and not _CAME.search(said)


def takes_the_whole(text: str) -> bool:
    """ "Ja gut, dann alles", "ok cancel the whole thing", said where a part cannot be."""
    said = " ".join(folded(text).replace(",", " ").split())
    return bool(_TAKES_THE_WHOLE.match(said)) and not _NOT_THE_WHOLE.search(said) and "?" not in text


@lru_cache(maxsize=REMEMBERED)
def adds_to_an_order(text: str) -> bool:
    """ "Add one more mug", "can you put a bath mat in as well"."""
    said = folded(text)
    return bool(_ADDS.search(said)) and not _NOT_GOODS.search(said)


def speaks_of_an_order(text: str) -> bool:
    """Whether the order itself is named, by the word or its number. "The knife from my last order" names what is in it."""
    return bool(_OF_AN_ORDER.search(_OUT_OF_ONE.sub(" ", folded(text))))


def apart_from_the_order(text: str) -> list[str]:
    """The clauses that speak of no order: of "cancel HP1, the knife isn't needed any more" the second."""
    return [clause.text for clause in clauses(text) if not speaks_of_an_order(clause.text)]


def keeps_some(text: str) -> bool:
    """ "Den Messbecher will ich behalten": something stays."""
    return bool(_KEEPS.search(folded(text)))


def means_only(text: str) -> bool:
    """ "Nur das Messer": what is named, and nothing beside it."""
    return bool(_ONLY_THIS.search(folded(text)))


def only_cancels_some(text: str) -> bool:
    """ "Cancel only the blue one": a part, whatever it may be."""
    return bool(_ONLY_SOME.search(folded(text))) and not speaks_of_an_order(text)


def keeps_the_rest(text: str) -> bool:
    """Whether what is to stay is named beside what is to go: no refusal of it all."""
    return bool(_KEEPS_THE_REST.search(folded(text)))

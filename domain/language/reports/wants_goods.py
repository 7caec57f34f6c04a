"""Somebody wants the goods and not money: what is missing sent, what came wrong or broken sent again, what was ordered.

Said of goods that something is wrong with. Where nothing is, "send me a lamp" is shopping, so who asks has to know."""

import re
from functools import lru_cache
from typing import Literal

from domain.language.folding import REMEMBERED, folded
from domain.language.goods.put_aside import without_put_aside
from domain.language.languages.german_words import goods_meant
from domain.language.text.clauses import clauses
from domain.lazy_pattern import lazy_pattern

# What is sent, but is no goods; and ways of sending that are another wish.
_NO_GOODS = lazy_pattern(
    r"\b(?:labels?|invoices?|receipts?|bills?|passwords?|links?|codes?|(?<!royal )e?mails?|confirmations?|photos?|pictures?|tracking|"
    r"refund\w*|money|address\w*|office|work|home|neighbou?rs?|details|back|return\w*|send you|ship you|"
    r"rechnung\w*|etikett\w*|passwor\w*|adresse\w*|zuruck\w*|rucksend\w*|geld|beleg\w*|bestatigung\w*|"
    r"schicke ich|sende ich|ich schicke|ich sende|i (?:will |can |could )?(?:send|ship|post))\b"
)
_SENDS = lazy_pattern(
    r"\b(?:(?:can|could|will|would|please|pls|just|to|must|should|not|and|so|you|then|yes|no|ok|well) )+(?:you )?(?:please |just )?"
    r"(?:re ?-?send|re ?-?ship|send|ship|post|deliver)\b"
    r"|^(?:(?:please|pls|then|so|just|yes|no|and)\W+)*(?:re ?-?send|re ?-?ship|send|ship)\b"
    r"|\b(?:re ?-?send|re ?-?ship|re ?-?deliver)\b"
    r"|\b(?:schick\w*|schickt|sende[nt]?|senden sie|zusenden|zuschicken|nachliefern|nachsenden|nachschicken|nachlieferung|"
    r"neu liefern|liefer(?:t|n sie))\b"
    r"|\b(?:(?:nach|zu)ge|neu ge|noch ?mal ge)(?:schickt|sandt|sendet|liefert|reicht) (?:bekommen|kriegen|haben|werden)\b"
)
_NEW = lazy_pattern(
    r"\b(?:want|need|like|have|get|prefer|rather|expect|send|give|mochte\w*|will|wollen|hatt\w*|brauche\w*|"
    r"lieber|bekomm\w*|haben)\b.{0,30}\b(?:a |an |the |ein\w* )?"
    r"(?:new|another|fresh|replacement|intact|working|undamaged|unbroken|proper|neue[nrsm]?|heile[nrsm]?|andere[nrsm]? ohne)\b"
    r"(?! (?:size|colou?r|model|version|variant|shade|address|\w* ?(?:grosse|farbe))\b)"
    r"|\b(?:swap|exchange|change|umtausch\w*|tausch\w*)\b.{0,30}\b(?:for|gegen) (?:a |an |the |ein\w* )?"
    r"(?:new|replacement|working|intact|undamaged|unbroken|fresh|neue[nrsm]?|heile[nrsm]?)\b(?! (?:size|colou?r))"
    r"|\breplacements?\b|\breplace (?:it|them|that|this|the|my)\b|\bersatz\w*|\bersetzen\b|\bersetzt\b"
    r"|^(?:(?:no|and|but|just|please|rather|nein|und|aber|nur|bitte|lieber)\W+)*"
    r"(?:(?:a |the )?new ones?\b|(?:ein\w*|ne|nen|n|das|die|den) neue\w*\b(?! (?:\w* ?(?:grosse|farbe)|adresse)\b))"
    r"|\b(?:kann|konnte\w*|darf) (?:ich|man|wir)\b.{0,25}\bneue[nrsm]?\b(?! (?:adresse|\w* ?(?:grosse|farbe)))"
)
_SAME = (
    r"(?:(?:the|a) (?:very |exact )?(?:same|identical)|(?:die|das|den|der|dem) ?selbe\w*"
    r"|(?:die|das|den|der|eine?n?|genau) (?:gleiche?|identische?)\w*)"
)
_NO_SAME_GOODS = r"(?! (?:day|time|address|card|way|price|thing happ|tag|zeit|adresse|karte|preis|gro(?:ss|ß)e|farbe))"
_THE_SAME_AGAIN = lazy_pattern(
    rf"\b{_SAME}\b.{{0,30}}\b(?:again|noch ?mals?|noch ?einmal|erneut|wieder|neu)\b"
    rf"|\b(?:noch ?mal|noch ?einmal|again)\b.{{0,12}}\b{_SAME}\b"
    r"|\b(?:want|need|like|have|get|prefer|rather|send|give|mocht\w*|will|hatt\w*|brauch\w*|lieber|bekomm\w*|krieg\w*)\b.{0,30}"
    rf"\b{_SAME}\b{_NO_SAME_GOODS}"
)
_RIGHT = lazy_pattern(
    r"\b(?:want|need|like|get|have|swap|exchange|change|for|mochte\w*|will|brauche\w*|gegen|bekomm\w*)\b.{0,30}"
    r"\b(?:the |my |die |das |den |der )(?:right|correct|actual|richtige[nrsm]?|korrekte[nrsm]?)\b"
)
_ORDERED = lazy_pattern(
    r"\b(?:want|need|like|have|get|expect|give|mochte\w*|will|brauche\w*|hatt\w*)\b.{0,50}"
    r"\b(?:(?:i|we) (?:actually |originally |really |had |have )*(?:ordered|paid for|bought|asked for)"
    r"|(?:ich|wir) (?:\w+ ){0,2}(?:bestellt|bezahlt|gekauft))\b"
)
_OWN_GOODS = r"(?:die|das|den|der|meine?n?) (?!geld|erstattung|ander\w*|gro(?:ss|ß)e|farbe)\w+"
_RATHER = lazy_pattern(
    r"\b(?:id|i would|i d) (?:rather|prefer to|sooner) (?:just |simply )?(?:have|get|keep waiting for) (?:the|my) "
    r"(?!(?:\w+ ){0,2}(?:ones?|colou?r|size)\b)\w+"
    rf"|\b(?:ich|wir) (?:hatten?|mochten?|will|wollen|bekame|nehme|nahme) (?:\w+ )?lieber {_OWN_GOODS}"
    rf"|\b(?:mir|uns) ware {_OWN_GOODS} lieber|{_OWN_GOODS} ware (?:mir|uns) lieber"
)
_ONLY_THE_GOODS = lazy_pattern(
    r"\b(?:i|we) (?:just |only |simply |really )*(?:want|need) (?:just |only )?(?:the|my|our) \w+"
    r"|\b(?:i|we) (?:would|d) (?:just |only )?like (?:the|my|our) \w+|\bid (?:rather|like|prefer) (?:have )?(?:the|my|our) \w+"
    rf"|\b(?:(?:ich|wir) )?(?:will|wollen|mochten?|brauchen?|hatten?|wurden?)(?: ich| wir)? "
    rf"(?:(?:doch|nur|einfach|blo(?:ss|ß)|gern\w*|lieber|halt|schon) )*{_OWN_GOODS}"
    rf"|^(?:\w+ )?(?:dann )?(?:lieber|nur|blo(?:ss|ß)|einfach) {_OWN_GOODS}"
)
# What is wanted in place of money, however the sentence is built: "ne neue uhr will ich", "one that works".
_IN_ITS_PLACE = lazy_pattern(
    r"\b(?:eine?[nrs]?|ne|nen|n|a|the) "
    r"(?:neue[nrsm]?|neie|heile[nrsm]?|ganze[nrs]?|intakte[nrs]?|funktionierende[nrs]?|new|working|whole|intact)\b"
    r"(?! (?:address|adresse|order|bestellung|frage|question|card|karte|konto|account))"
    r"|\b(?:a|the) (?:good|proper|decent|perfect|undamaged|unbroken|fresh) one\b"
    r"|\b(?:one|eine[nrs]?|\w+),? (?:that|which|die|der|das) (?:works|work|functions|geht|funktioniert|lauft|ganz ist)\b"
    r"|\bumtausch\w*\b|\bersatz\w*\b|\bexchange\b"
)
_WANTS_THEM = (_SENDS, _NEW, _THE_SAME_AGAIN, _RIGHT, _ORDERED, _RATHER)
_MONEY = (
    r"(?:(?:my |the |your |any |a |the full )?(?:money|refund\w*|cash)(?: back)?"
    r"|(?:mein |das |kein )?(?:geld|kohle|knete)(?: zuruck)?|erstattung)"
)
_NO_MONEY = lazy_pattern(
    r"\b(?:dont|do not|dnt|didnt|not|never|no) (?:\w+ ){0,3}?(?:want|need|like|after|interested in|ask\w*|looking for)?(?: for)? ?"
    rf"{_MONEY}|\b(?:not|no|instead of|than|without|statt|als|ohne) {_MONEY}"
    r"|\bkein(?:e|en)? (?:geld|kohle|knete|erstattung|ruckerstattung)\b"
    r"|\b(?:geld|kohle) (?:will|mochte|brauche?) ich nicht|\bnicht (?:das )?geld\b"
    r"|\b(?:keep|behalt\w*) (?:\w+ )?(?:the|your|my|das|euer|ihr|mein) (?:money|geld|kohle)\b"
)
# "I got no refund yet", "noch kein Geld bekommen": it is missed, and not declined.
_NO_MONEY_CAME = lazy_pattern(
    r"\b(?:got|gets?|getting|had|have|has|sees?|seen|received?|is|was|theres|still|why|ive|hab\w*|noch|bisher|bekomm\w*|krieg\w*|sehe|gibt|kam"
    rf"|warum|wieso) (?:\w+ ){{0,3}}?(?:no|not|never|kein\w*|nicht) (?:\w+ )?{_MONEY}"
    rf"|\b(?:no|kein\w*) {_MONEY} (?:\w+ )?(?:bekommen|erhalten|gekriegt|gekommen|da|arrived|came|yet|received)\b"
)
_WANTS_MONEY = lazy_pattern(
    r"\b(?:want|need|like|get|give|have|send|prefer|please|rather|mochte\w*|will|hatt\w*)\b.{0,25}"
    rf"\b{_MONEY}\b|\brefund (?:me|it|them|please|the)\b|\bgeld zuruck\b"
)
_NOT_GOODS = lazy_pattern(
    r"\b(?:dont|do not|dnt|never|no need to|not to|need not|neednt|instead of|rather than|without|not|no) (?:\w+ ){0,3}?"
    r"(?:re-?send\w*|send\w*|ship\w*|replac\w*|a new|another|exchang\w*)"
    r"|\bkein\w* (?:ersatz\w*|neue\w*|umtausch)|\bnicht (?:noch ?mal |erneut |neu )?(?:schicken|senden|liefern|zusenden)\b"
)
_TOLD = lazy_pattern(
    r"\b(?:you|they) (?:already |have |had |ve )*(?:sent|replaced|shipped)\b|\bwhy (?:didnt|did|dont|do|have|havent|cant)\b"
    r"|\b(?:do|does|when|where|how|which|liefert|versendet) (?:\w+ ){0,3}?(?:re-?send|send|ship|deliver|post|replace)\b(?! me\b)"
    r"|^(?:liefern|liefert|versenden|versendet|verschickt) (?:sie|ihr)\b.{0,10}\b(?:auch|nach|in)\b"
    r"|\bif (?:you|it|they)\b.{0,30}\b(?:send|ship|replace)"
)
_STRONG = lazy_pattern(
    r"\b(?:re-?send|re-?ship|re-?deliver|replacement|ersatzlieferung|nachliefer\w*|nachlieferung|again|missing|erneut|noch ?mal|"
    r"right ones?|correct ones?|richtige[nrsm]?|fehlende[nrsm]?|new one|neue[nrsm]?)\b"
)

_THE_SAME = lazy_pattern(
    r"\b(?:the )?(?:same|identical|very same) (?:one|ones|size|colou?r|thing|item|model|\w+)\b|\bwhat i ordered\b"
    r"|\b(?:die|der|das|den) ?selben?\b|\b(?:die|das|den) gleiche[nrs]?\b|\bgenau (?:die|das|den)\b"
)

_OPENS = lazy_pattern(r"^(?:(?:no|nope|nah|nein|nee|but|aber|oh|well|actually|sorry)\W+)+")
_OF_A_PART = lazy_pattern(r"\b(?:only|nur|blo(?:ss|ß)|einfach)\b")  # "only the lamp": what the money is for
_OF_ANY_QUOTE = frozenset(
    ("order", "refund", "visa", "mastercard", "paypal", "card", "bestellung", "for", "of", "to", "with")
)

Wanted = Literal["clearly", "beside_trouble"]


@lru_cache(maxsize=REMEMBERED)
def wants_goods(text: str) -> Wanted | None:
    """Whether the goods themselves are asked for. ``beside_trouble``: it means that only where something is known to be wrong."""
    found: Wanted | None = None
    said_no_money = declines_money(text)
    for clause in clauses(without_put_aside(text)):
        said = " ".join(_NO_MONEY.sub(" ", folded(clause.text)).split())
        if not said or _NOT_GOODS.search(said) or _TOLD.search(said):
            continue
        if said_no_money and (_ONLY_THE_GOODS.search(said) or _IN_ITS_PLACE.search(said)) and not _NO_GOODS.search(said):
            return "clearly"
        if _NO_GOODS.search(said) or not any(p.search(said) for p in _WANTS_THEM):
            continue
        if said_no_money:
            return "clearly"
        found = found or "beside_trouble"
    return found


def wants_the_goods_named(text: str, quote: str) -> bool:
    """ "No, I want the mug, it's a present", to the ``quote`` of a refund that names a mug: the goods, and no money of any kind."""
    known = set(re.findall(r"\w+", folded(quote)))
    for clause in clauses(text):
        said = " ".join(_OPENS.sub("", folded(clause.text)).split())
        found = None if clause.asks else _ONLY_THE_GOODS.search(said) or _RATHER.search(said)
        if found is None or _OF_A_PART.search(found[0]) or _NO_GOODS.search(said) or _NOT_GOODS.search(said):
            continue
        named = found[0].split()[-1]
        if (named in known and named not in _OF_ANY_QUOTE) or goods_meant(named):
            return True
    return False


def is_sent_again(text: str) -> bool:
    """Whether words that want goods say by themselves that it is for the second time: "a replacement, please"."""
    return bool(_STRONG.search(folded(text)))


@lru_cache(maxsize=REMEMBERED)
def declines_money(text: str) -> bool:
    """ "I don't want money": a refund is what is not wanted."""
    return bool(_NO_MONEY.search(_NO_MONEY_CAME.sub(" ", folded(text))))


def wants_money(text: str) -> bool:
    """Whether money is asked for, beside whatever else is."""
    return bool(_WANTS_MONEY.search(_NO_MONEY.sub(" ", folded(text))))


def says_the_same(text: str) -> bool:
    """ "The same size, the sand ones": what was ordered, and nothing else."""
    return bool(_THE_SAME.search(folded(text)))

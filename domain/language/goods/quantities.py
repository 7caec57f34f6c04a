"""How many pieces of goods a text speaks of: "one of the two atlases", "2 mugs", "both"; and that it is fewer than all: "nur eins",
"one too many".
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from domain.language.folding import folded
from domain.language.goods.product_names import singular
from domain.language.languages.german_words import with_english_goods
from domain.language.money.amounts import amount_asked
from domain.lazy_pattern import lazy_pattern
from domain.shop import OrderLine

SEVERAL = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "zwei": 2, "drei": 3, "vier": 4, "funf": 5, "sechs": 6,
}  # fmt: skip
_NUMBERS = {
    **dict.fromkeys(("a", "an", "one", "single", "ein", "eine", "einen", "einem", "einer", "eines", "eins"), 1),
    **dict.fromkeys(("both", "couple", "pair", "beide", "beiden"), 2),
    **SEVERAL,
}
_NUMBER = rf"(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_COUNTED = r"(?:two|three|four|five|six|zwei|drei|vier|funf|sechs|\d{1,3})"
_OUR = "(?:the|my|these|those|them|our|der|den|die|meiner|meinen|diesen|dieser|unserer)"
_OF = "(?:of|von|out of|aus)"
_SOME = (
    r"(?:(?:only|just|the|other|more|of|my|these|those|them|two|three|four|five|six|\d{1,3}|pieces?|items?|x|×|nur|andere[nrs]?"
    r"|stuck|von|der|den|meiner|meinen)\s+){0,4}"
)
_WORD = lazy_pattern(r"[a-z0-9]+")
_IS = r"(?:is|are|was|were|came|arrived|has|have|had|got|broke|cracked|turned|ist|sind|war|waren|kam|kamen|hat|haben)"
_OF_THEM = lazy_pattern(
    rf"\b{_NUMBER} (?:(?:of|von) (?:them|these|those|ihnen|denen|diesen|the (?:two|three|four|five|\d+))"
    r"|davon|piece|pieces|stuck|only)\b"
)
_WRONG = (
    r"(?:torn|broken|cracked|damaged|chipped|scratched|dented|faulty|defective|bent|burnt|ripped|split|leaking|stained|missing"
    r"|kaputte[nr]?|defekte[nr]?|gerissene[nr]?|zerbrochene[nr]?|beschadigte[nr]?)"
)
_ONE_IS = lazy_pattern(
    rf"\b(?P<n>one|two|three|four|five|six|eine[rs]?|zwei|drei|vier|\d{{1,2}}) (?:of (?:them|these|those) |davon )?(?:{_IS}|{_WRONG})\b"
)
# "Eine der beiden Decken", "von den zweien hat eine einen Riss".
_OF_THE_TWO = lazy_pattern(
    rf"\b(?:one|eine[rs]?) (?:{_OF} )?{_OUR} (?:two|three|four|beiden|zwei|drei|vier|\d{{1,2}})\b"
    r"|\b(?:hat|ist|war|kam) (?:nur |aber |leider )?eine[rs]? (?:einen|ein|davon|leider|kaputt|defekt|gerissen|zerbrochen)\b"
    r"|\bvon (?:den|meinen|unseren|diesen) (?:beiden|zwei|drei|vier) (?:\w+ )?(?:hat|ist|war|kam) (?:nur |aber |leider )?ein\w*\b"
    r"|\b(?:bei|an) (?:nur )?eine[mr] (?:davon|von|der|set|stuck)\b"
)
# "One's got a tear", "the one that is torn", "the torn one", "just the one": of several one.
_ONE_HAS = lazy_pattern(r"\b(one|two|three|four)['’]s\b", re.IGNORECASE)
_THE_ONE = lazy_pattern(
    r"\b(?:just|only|nur|bloss) (?:the |die |den |das )?(?:other |andere[nr]? )?(?:one|eine[nrs]?)\b(?! (?:order|thing|question|parcel))"
    r"|\b(?:send|return|give|bring|take|ship|post) (?:back )?one(?= (?:back|please|pls|only)\b|$)"
    r"|\b(?:the|die|den|das) (?:one|eine[nrs]?) (?:that|which|thats|with|mit|die|der|das)\b"
    rf"|\b(?:the|die|den|das) {_WRONG}(?: one)?$|\b(?:the|die|den|das) {_WRONG} one\b"
)
_ONLY = lazy_pattern(rf"(?:just |only |it is |its |about |nur )?{_NUMBER}(?: (?:please|pls|only|pieces?|of|bitte|stuck))*")
# Numbers that say what goods are: "30 cm", "50 x 70", "2-pack", "a set of two", "size 42".
_SO_MANY = r"(?:\d+|two|three|four|five|six|zwei|drei|vier|sechs)"
_MEASURED = lazy_pattern(
    r"\b\d+(?:[.,]\d+)?[ -]?(?:cm|mm|m|ml|l|inch(?:es)?|in|ft|feet|oz|kg|g|w|watts?|gb|tb|lit(?:re|er)s?|cups?|tassen)\b|\b\d+ ?x ?\d+\b"
    rf"|\b{_SO_MANY}(?:[ -]?er)?[ -]?(?:pack|packs|set|sets|pc|piece set|seater|teilig\w*|sitzer)\b"
    rf"|\b(?:set|pack|box|size|grosse|große|packung) (?:of |von |mit )?{_SO_MANY}\b"
)
_ALL = lazy_pattern(r"\b(?:all|both|every|everything|each|whole|entire|alle[ns]?|beide[n]?|jede[rs]?|ganze[nrs]?)\b")
_NOT_SAID = r"(?:some|a few|few|several|most|many|half|part|einige|manche|mehrere|ein paar|die halfte)"


def pieces_in(text: str, alike: Sequence[OrderLine]) -> int | Literal["unclear"] | None:
    """The pieces of lines of one product that a text means, as `pieces_named`; ``unclear`` too where they have not so many."""
    said = pieces_named(text, alike[0].name)
    most = sum(line.quantity for line in alike)
    return "unclear" if isinstance(said, int) and not 0 < said <= most else said


def pieces_named(text: str, name: str) -> int | Literal["unclear"] | None:
    """The number of pieces of goods of a name that a text means, whatever lines of an order hold them. ``unclear``: one or some
    of them, and not how many. None where all of them are meant, or nothing is said of it."""
    text = _ONE_HAS.sub(r"\1 is", text)
    said = " ".join(_WORD.findall(_MEASURED.sub(" ", folded(with_english_goods(text, name)))))
    head = _head(name)
    goods = rf"(?:\w+ ){{0,3}}?{head}(?:e?s)?\b"
    if re.search(rf"\b{_NOT_SAID} (?:{_OF} )?(?:{_OUR} )?{goods}", said):
        return "unclear"
    one_of = re.search(rf"\b{_NUMBER} (?:{_OF} )?{_OUR} (?:{_COUNTED} )?{goods}", said)
    one_of = one_of or re.search(rf"\b{_NUMBER} {_OF} (?:{_COUNTED} )?{goods}", said)
    counted = one_of or _ONE_IS.search(said) or re.search(rf"\b{_NUMBER} {_SOME}{goods}", said)
    found = counted or _OF_THEM.search(said) or _ONLY.fullmatch(said)
    if found:
        return _NUMBERS.get(found["n"]) or int(found["n"])
    if _THE_ONE.search(said) or _OF_THE_TWO.search(said):
        return 1
    if _ALL.search(said) or re.search(rf"\b{head}e?s\b", said):
        return None
    return "unclear" if re.search(rf"\b{head}\b", said) else None


def says_only(text: str, named: str) -> bool:
    """Whether a text says of what it names that only that is meant: "the table only", "just the lamp", "nur die Matte"."""
    only, name = r"(?:only|just|solely|nur|bloss|lediglich|allein)", re.escape(folded(named))
    return bool(re.search(rf"\b{only}\b(?: \w+){{0,3}} {name}\b|\b{name} (?:only|alone|allein|nur)\b", folded(text)))


def says_all(text: str) -> bool:
    return bool(_ALL.search(folded(text)))


def pieces_of_word(word: str) -> int | None:
    return _NUMBERS.get(word) or (int(word) if word.isdecimal() else None)


def is_only_a_measure(number: int, text: str) -> bool:
    """Whether a number tells goods by what they are, and not how many: "the set of 2", "30 cm"."""
    forms = {str(number), *(word for word, n in _NUMBERS.items() if n == number)}
    said, counted = folded(text), _MEASURED.sub(" ", folded(text))
    return bool(forms & set(_WORD.findall(said))) and not forms & set(_WORD.findall(counted))


def _head(name: str) -> str:
    """A pattern of what goods of a name are called, in the singular where the name has one."""
    words = _WORD.findall(folded(name))
    if not words:
        return "piece"
    last, one = words[-1], singular(words[-1])
    forms = [last, one, *([f"{one[:-1]}ie"] if one.endswith("y") else [])]
    return rf"(?:{'|'.join(re.escape(form) for form in dict.fromkeys(forms))})"


_SHARE = lazy_pattern(
    # "A half zipper" is a kind of zipper.
    r"\b(?:(?<!\ba )half(?! (?:zip\w*|lit\w+|hour|past|year|size|sleeve|length|an? (?:hour|year|day)))|half of"
    r"|a (?:part|portion|third|quarter)(?: of)?|part of|some of (?:it|the (?:money|order|price))|partial(?:ly)?|partly"
    r"|die h(?:ae|ä)lfte|la moiti(?:e|é)|la mitad)\b"
)
_PIECES = lazy_pattern(
    r"\b(?:one of|two of|some of|only (?:one|two|some)|(?:drop|remove|take) (?:one|two|some|the|a|an|out)"
    r"|out of (?:my|the|this|that|order|hp|#))\b"
)
_WHOLE = lazy_pattern(r"\b(?:whole|entire|complete|both|all|everything)\b")


def says_share(text: str) -> bool:
    """Whether a text speaks of a share that no number of pieces says: half of it, a part of the money."""
    return bool(_SHARE.search(text.casefold()))


def says_part(text: str) -> bool:
    """Whether a text speaks of a part of an order: a share, or some of its things."""
    said = text.casefold()
    return says_share(text) or (bool(_PIECES.search(said)) and not _WHOLE.search(said))


_SEVERAL = lazy_pattern(r"\b(?:ones|others|rest|those|all)\b", re.IGNORECASE)


def says_several(text: str) -> bool:
    """ "The other ones", "the rest": more than one."""
    return bool(_SEVERAL.search(text))


_THE_SEVERAL = lazy_pattern(
    r"\W*(?:(?:no|sorry|oh|oops|wait|actually|i meant?|i mean|make (?:it|that)|its|it is|rather|well|nein|ich meinte?)\W+)*"
    r"(?:both|all|alle|beide)(?: (?:two|three|four|five|\d+))?(?: of (?:them|those|these|the (?:two|three|four)))?"
    r"(?: (?:have|are|were) \w+)?"
    r"(?:\W+(?:actually|please|pls|sorry|bitte|i meant?))*\W*",
    re.IGNORECASE,
)


def means_the_several(text: str) -> bool:
    """ "Sorry, I meant both of them": the several of what was just named, not everything there is."""
    return bool(_THE_SEVERAL.fullmatch(text))


_ANY = r"\d{1,2}|one|two|three|four|five|six|eins|eine[nrsm]?|ein|zwei|drei|vier|funf|sechs"
_N = rf"(?P<n>{_ANY})"
_PLAIN = r"(?P<n>\d{1,2}|one|two|three|four|five|six|eins|eine[nrs]|zwei|drei|vier|funf|sechs)"  # "ein" is an article there
# What else is counted: "nur eine Frage", "one order", "only one click".
_NO_GOODS = (
    r"(?! ?(?:\w+ )?(?:orders?|bestellung\w*|auftr\w*|mal|times?|things?|questions?|fragen?|sachen?|minuten?|sekunden?|tage?n?|days?"
    r"|weeks?|wochen?"
    r"|months?|monate?|reasons?|grund|person|mensch|moment|cents?|euros?|dollars?|prozent|percent|klicks?|clicks?|andere\w*|mehr|more"
    r"|cheaper|gunstiger\w*|bess\w*|better|refund|erstattung)\b| ?[%€$£])"
)
_MORE = rf"(?:{_ANY}|two|three|all|both|beide\w*)"
_STORNO = r"(?:cancel\w*|storn\w*|abbestell\w*|remove|loswerden|wegnehmen|rausnehmen|streichen)"
_COUNTED_FEWER = [
    lazy_pattern(pattern)
    for pattern in (
        rf"\b(?:only|just|nur|bloss|bloß|lediglich) (?:(?:need|want|wanted|noch|the|das|die|den|wegen|about) ){{0,2}}{_N}\b{_NO_GOODS}",
        # "I ordered two, wanted one", "brauche eigentlich eins".
        rf"\b(?:want|wanted|need|needed|meant|ordered|order|wollte|will|brauche?|mochte|bestelle) (?:to (?:order|buy|get|have) )?"
        rf"(?:(?:only|just|ich|wir|eigentlich|ja|doch|nur|bloss|actually) )*{_PLAIN}\b{_NO_GOODS}",
        rf"\b{_N} (?:\w+ )?(?:of (?:them|the|these|those|my)|davon|von (?:den|ihnen|denen|diesen|meinen|beiden)|out of)\b"
        r"(?! (?:orders?|bestellungen)\b)",
        rf"\b{_PLAIN} (?:der|dieser|meiner) (?!bestellung)\w+",
        rf"\b{_N} (?:\w+ )?(?<!click )(?<!klick )(?:zu ?viel|too many|to many|too much)\b",
        rf"\b{_N} (?:\w+ )?(?:instead of|rather than|statt|anstatt|not|nicht) (?:the )?{_MORE}\b",
        rf"\b(?:statt|instead of) {_MORE} (?:\w+ )?(?:nur |just |only )?{_N}\b",
        rf"\b{_N} (?:\w+ )?(?:will|mochte|wurde|behalte?|soll|sollen|bleibt|mag) (?:\w+ ){{0,2}}(?:behalten|bleiben)\b",
        rf"\b(?:keep|keeping|behalte?n?) (?:(?:the|just|only|nur|das|die|den|ich|wir) ){{0,2}}{_N}\b{_NO_GOODS}",
        rf"\b{_STORNO} (?:(?:bitte|please|just|only|nur|mir|mal) )*{_PLAIN}\b{_NO_GOODS}",
        rf"\b{_PLAIN} (?:\w+ )?(?:zu )?{_STORNO}\b",
    )
]
_IN_PLACE = lazy_pattern(rf"\b({_ANY}) (?:\w+ )?(?:instead of|rather than|statt|anstatt) (?:just |only |nur )?({_ANY})\b")
_NOT_ALL = lazy_pattern(
    r"\b(?:not|nicht) (?:both|beide\w*|alle|alles|all of them|everything)\b"
    r"|\b(?:zu ?viele|too many|to many)\b(?! (?:\w+ )?(?:orders?|bestellung\w*|clicks?|klicks?|questions?|fragen|e?mails?|problems?|times))"
    r"|\b(?:das|die|den) andere[nr]? (?:\w+ )?(?:konnt|konnen|bitte|storn\w*|will|brauch\w*)"
    r"|\bthe other (?:one|piece) (?:can|please|should|is not|isnt)\b"
)

_DOUBLED = lazy_pattern(
    r"\b(?:twice|two times|double[d]?|duplicate\w*|doppelt\w*|zweimal|2 ?x|2 ?mal)\b"
    r"(?! (?:orders?|bestellung\w*|charged|billed|paid|abgebucht|bezahlt|berechnet))"
)


def says_doubled(text: str) -> bool:
    """ "I ordered it twice", "doppelt angeklickt": of several alike, what is not wanted is the one too many."""
    return bool(_DOUBLED.search(folded(text)))


_ONLY_THESE_OUT = lazy_pattern(
    r"\b(?:nur|bloss|only|just) (?:das|die|den|the|my|mein\w*) (?!(?:orders?|bestellung)\b)\w+(?: \w+)?"
    r" (?:(?:da|wieder|he)?raus(?:nehmen)?|weg(?:nehmen|lassen)?|off|out|gone)\b"
)
_ONE_OUT = lazy_pattern(r"\b(?:ein\w*|one|\d) (?!bestellung)\w+ (?:wieder |bitte |da )?(?:he)?rausnehmen\b")


def means_fewer_than(pieces: int, text: str) -> bool:
    """Whether a text that wants an order cancelled says of fewer than its ``pieces`` that they are meant."""
    said = folded(text)
    counts = [pieces_of_word(match["n"]) for pattern in _COUNTED_FEWER for match in pattern.finditer(said)]
    # "Two instead of one": whichever stands first, the fewer are meant.
    counts += [pieces_of_word(n) for match in _IN_PLACE.finditer(said) for n in match.groups()]
    return bool(_NOT_ALL.search(said)) or any(n is not None and n < pieces for n in counts)


_GIVES_BACK = r"(?:return|send|give|bring|take|ship|post|exchange|swap|refund|zuruckgeben|zuruckschicken|zuruck|retournieren|umtauschen)"
_SO_MANY_BACK = lazy_pattern(
    rf"\b{_GIVES_BACK} (?:back )?(?:just |only )?{_PLAIN}\b(?= (?:back|please|pls|only|of)\b|$)"
    r"|\b(?P<behind>one|two|three|four|five|six|eine[nrs]?|eins|zwei|drei|vier)"
    r" (?:(?:of (?:them|these|those)|davon|bitte|wieder|gern\w*|lieber) )?"
    r"(?:go(?:es)? back|(?:geht|gehen|soll|sollen) zuruck|zuruck\w+|umtauschen|retournieren)\b"
)

_MOST_SAID = 12  # of pieces; what is more is a sum or a size


def fewest_said(text: str) -> int | None:
    """Of the numbers of pieces that a text says of what is meant, the smallest: "I have two lamps, return one", "two coffee makers, one
    has a crack". None where it says none."""
    said = " ".join(folded(_ONE_HAS.sub(r"\1 is", text)).split()).strip(" .,;!?")
    words = [match["n"] for pattern in (*_COUNTED_FEWER, _ONE_IS) for match in pattern.finditer(said)]
    words += [match["n"] or match["behind"] for match in _SO_MANY_BACK.finditer(said)]
    numbers = [number for word in words if (number := pieces_of_word(word)) is not None]
    sum_asked = amount_asked(text)  # "I want 5 back" counts no pieces
    found = [number for number in numbers if number <= _MOST_SAID and (sum_asked is None or number != Decimal(sum_asked))]
    found += [1] if _THE_ONE.search(said) or _OF_THE_TWO.search(said) else []
    return min(found, default=None)


def says_how_many(text: str) -> bool:
    """Whether a text says of how many pieces it speaks, or that not all are meant."""
    said = folded(text)
    return bool(_NOT_ALL.search(said)) or any(pattern.search(said) for pattern in _COUNTED_FEWER)


_CANCELS = lazy_pattern(r"\b(?:cancel\w*|storn\w*|abbestell\w*|(?:he)?rausnehmen|rausnimmst|streichen)\b")
_CANCELS_NOT = lazy_pattern(
    r"\b(?:was|were|been|got|gets|being|wurden?|worden|ist|sind|habt|hat|haben|have|has)\b.{0,40}\b(?:cancell?ed|storniert)\b"
    r"|\b(?:nicht|not|dont|do not|never|kein\w*|ohne) (?:\w+ )?(?:to )?(?:cancel\w*|storn\w*|abbestell\w*)"
)


def cancels_some(text: str) -> bool:
    """Whether a text asks for a cancellation and says how many: "stornieren, nicht zurückgeben, und zwar nur ein Kissen"."""
    said = folded(text)
    if _ONLY_THESE_OUT.search(said):
        return True
    if not _CANCELS.search(said) or _CANCELS_NOT.search(said):
        return False
    return says_how_many(text) or bool(_ONE_OUT.search(said))

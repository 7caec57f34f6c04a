"""Which words of a message want goods in another size, colour or the like: "it's too small, can I get XL instead?".

People seldom say "exchange": they say what does not fit and what they would rather have. What else is had "instead" (money, a
voucher, another day or place) is no variant."""

import re

from domain.language.folding import folded
from domain.language.goods.goods_references import COLOURS, DESCRIBING
from domain.language.goods.swaps import without_what_came_instead
from domain.language.options.option_words import spelled_out
from domain.language.reports.wants_goods import declines_money
from domain.language.text.clauses import Clause, clauses
from domain.lazy_pattern import lazy_pattern

_NO_VARIANT = lazy_pattern(
    r"\b(?:money|cash|refund\w*|credit|voucher\w*|discount\w*|gift ?cards?|price|address\w*|deliver\w*|parcel|courier|neighbou?r\w*|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|paypal|card|klarna|invoice\w*|receipt\w*|e?-?mail\w*|phone|call|person|human|"
    r"someone|agent|cancel\w*|replacement|office|home|work|door|geld|erstatt\w*|gutschein\w*|rabatt\w*|adresse|liefer\w*|rechnung\w*|karte|"
    r"morgen|heute|\w+tag|mensch\w*|person|jemand\w*|storn\w*|buro|nachbar\w*)\b"
)
# "Do you have it bigger?" is shopping, and what is kept is not swapped.
_NO_SWAP = lazy_pattern(
    r"\b(?:do|does|have|has|did) (?:you|u|it|they)\b|\b(?:is|are) there\b|\bcomes? in\b|\bgibt es\b|\b(?:habt|fuhrt) ihr\b|\bhaben sie\b"
    r"|\bhow (?:much|big|long)\b|\bwhat\b|\bwhich\b|\bwhy\b|\bwie\b|\bwelche\w*\b|\bwas\b|\bif i\b|\bwenn ich\b|\bkeep\b|\bbehalt\w*"
)
_MORE = (
    r"(?:bigger|smaller|larger|longer|shorter|wider|narrower|taller|looser|tighter|gro(?:ss|ß)er\w*|kleiner\w*|langer\w*|kurzer\w*|"
    r"breiter\w*|weiter\w*|enger\w*)"
)
_SIZE_STEP = lazy_pattern(
    rf"\b(?:one|a|two|next|1|2) sizes? (?:up|down|{_MORE})\b|\bsize (?:up|down)\b|\b(?:the )?next size\b"
    rf"|\b{_MORE} sizes?\b|\b(?:a|an|ein\w*|ne) {_MORE} (?:one|ones)\b"
    rf"|\b(?:ein\w*|zwei|ne) (?:nummer|gro(?:ss|ß)en?) {_MORE}\b|\b{_MORE} (?:gro(?:ss|ß)e|nummer)\b|\bin {_MORE}\b"
)
_WANTS = (
    r"(?:want|wanna|need|like|get|have|take|rather|prefer|switch|make|send|give|brauch\w*|mocht\w*|hatt\w*|will|wollen?|nehm\w*|haben|"
    r"bekomm\w*|krieg\w*|lieber|gern\w*|bitte|please|pls)"
)
_WANTS_IT = lazy_pattern(rf"\b{_WANTS}\b")
_WANTS_MORE = lazy_pattern(rf"\b{_WANTS}\b.{{0,40}}\b{_MORE}\b|\b{_MORE}\b.{{0,20}}\b(?:please|pls|bitte)\b")
# "I want the cups in brass", said of one's own: without a question, which would be shopping.
_OWN_IN = lazy_pattern(
    r"\b(?:(?:want|need|like|prefer|mochte|mocht|hatte|hatt|will|brauche?) (?:\w+ )?(?:the|my|das|die|den|mein\w*)"
    r"|(?:just|only|nur|bitte) (?:the |das |die |den )?)"
    r"\b(?: ?[\w-]+){1,4} in (?P<value>\w+)\b"
)
_IT_IN = lazy_pattern(
    r"\b(?:want|need|like|prefer|have|get|mochte|mocht|hatte|hatt|will|brauche?) (?:\w+ ){0,2}?(?:it|them|one|es|sie"
    r"|ihn|die|den|das|ein\w*)"
    r"(?: \w+)? in (?:the |a )?(?P<value>\w+)\b"
)
# "The smaller one" tells which of two is meant.
_OF_SEVERAL = lazy_pattern(rf"\b(?:the|die|der|das|den) {_MORE}(?: ones?)?\b(?! size)")
_INSTEAD = lazy_pattern(
    r"\b(?:instead|rather than|in place of|not in|stattdessen|statt|anstatt|anstelle|lieber|rather|swap\w*|exchang\w*|umtausch\w*)\b"
    r"|\b(?:same|gleiche\w*|selbe\w*)\b.{0,20}\b(?:but|just|only|aber|nur)\b"  # "the same one, but in sand"
)
_DOES_NOT_FIT = lazy_pattern(
    r"\b(?:too|zu|way too|viel zu) (?:small|big|large|tight|loose|short|long|wide|narrow|klein|gro(?:ss|ß)|eng|weit|kurz|lang)\b"
    r"|\b(?:doesnt|dont|do not|does not|didnt|wont) (?:really )?fit\b|\bpass(?:t|en) (?:\w+ ){0,2}nicht\b|\bwrong (?:size|colou?r)\b"
    r"|\bfalsche (?:gro(?:ss|ß)e|farbe)\b"
)
_ORDERED_WRONG = lazy_pattern(
    r"\b(?:wrong|falsche[nrsm]?) (?:size|colou?r|version|model|gro(?:ss|ß)e|farbe|variante|ausfuhrung|modell)\b.{0,30}"
    r"\b(?:bestellt|gewahlt|genommen|ausgewahlt|angeklickt|erwischt)\b"
    r"|\b(?:ordered|picked|chose|selected|clicked|took)\b.{0,30}\bwrong (?:size|colou?r|version|model)\b"
)
_IS_WRONG = lazy_pattern(r"\b(?:wrong|falsche[nrsm]?) (?:size|colou?r|gro(?:ss|ß)e|farbe|version|variante|ausfuhrung)\b")
_CHANGES = lazy_pattern(r"\b(?:(?:ab)?andern|andere|wechseln|tauschen|umtauschen|austauschen|change|swap|switch)\b")
_MEASURE = lazy_pattern(
    r"\b\d+(?:[.,]\d+)? ?(?:cm|mm|ml|l|inch|ft|kg)\b|\b(?:size|gro(?:ss|ß)e) \d+\b|\b\d+ ?x ?\d+\b|\bset of \d\b"
)
_WORDS = (
    "xxs xs s m l xl xxl xxxl small medium large ash pine birch brass steel copper slate sand linen oatmeal heather natural",
    "new one ones left right top bottom cheap cheaper size big little long short plain",
    "in size colour color the a an one please pls bitte thanks danke of and und or then instead i want it",
)
_VALUE_WORDS, _NO_VALUES, _AROUND = (frozenset(line.split()) for line in _WORDS)
_VALUES = (DESCRIBING | COLOURS | _VALUE_WORDS) - _NO_VALUES
_NOT_THE_OTHER = lazy_pattern(
    r"\b(?P<one>\w+)(?: please| pls| bitte)?,? (?:and )?(?:not|nicht) (?:in |the |die |das |den |der )?(?P<other>\w+)\b"
)
_CAME = lazy_pattern(
    r"\b(?:got|came|come|received|sent|arrived|delivered|ordered|is|are|was|kam\w*|bekommen|erhalten|geliefert|bestellt|ist|sind)\b"
)
_LEADS_IN = lazy_pattern(
    r"[,.;:!?\n]\s*(?:(?:also|and|plus|und|auch|then|oh)\s+)*(?P<goods>(?:the|my|these|those|die|das|den|der|meine?n?) (?:\w+ ?){1,4})$",
    re.IGNORECASE,
)
_MOST_OF_A_VALUE = 4  # words of a clause that says a variant and nothing else: "XL please"


def wants_another_variant(text: str) -> tuple[int, int] | None:
    """Where in a text another variant is wanted, from what does not fit to the last that is said of it; None where none is."""
    parts = clauses(text)
    wanting = [at for at, part in enumerate(parts) if _wants(part, parts[:at], text)]
    wanting += [at for at, part in enumerate(parts[1:], 1) if _not_the_other(f"{parts[at - 1].text} {part.text}")]
    if not wanting:
        return None
    first, last = min(wanting), max(wanting)
    while first and _not_the_other(f"{parts[first - 1].text} {parts[first].text}"):
        first -= 1
    while first and _DOES_NOT_FIT.search(folded(parts[first - 1].text)):
        first -= 1
    while last + 1 < len(parts) and (
        _only_says_a_value(parts[last + 1].text) or _is_only_that_it_does_not_fit(parts[last + 1].text)
    ):
        last += 1
    start = parts[first].start
    led = _LEADS_IN.search(text[:start])  # "also the coat racks | I'd like oak instead of ash"
    return led.start("goods") if led else start, parts[last].end


def wants_it_in(text: str) -> bool:
    """ "I want it in tan", of goods that a quote speaks of; said of nothing, it may be shopping."""
    return any(_names_a_value(found["value"]) for found in _IT_IN.finditer(folded(text)))


_ONES_OWN = lazy_pattern(
    r"\b(?:my|our|mine|bought|ordered|received|purchased|(?:i|we) got|came|arrived|delivered|mein\w*|unser\w*|bestellt|gekauft|bekommen"
    r"|erhalten|geliefert)\b"
)
_SUPPOSES = lazy_pattern(r"\b(?:if|in case|what happens|falls|wenn)\b")


def tells_what_came(text: str) -> bool:
    """ "I got ash and not oak"."""
    return bool(_CAME.search(folded(text)))


def does_not_fit(text: str) -> bool:
    """ "It's too small", "passt nicht"."""
    return bool(_DOES_NOT_FIT.search(folded(text)))


def has_it_already(text: str) -> bool:
    """ "My cover", "I bought a mirror off you": goods of one's own; not what would be if they did not fit."""
    said = folded(text)
    return bool(_ONES_OWN.search(said)) and not _SUPPOSES.search(said)


def _wants(part: Clause, before: list[Clause], text: str) -> bool:
    said = folded(part.text)
    rest = _DOES_NOT_FIT.sub(" ", said)
    if _CHANGES.search(said) and any(_ORDERED_WRONG.search(folded(one.text)) for one in (part, *before)):
        return True
    if _NO_VARIANT.search(rest) and not declines_money(part.text):
        return False
    if _NO_SWAP.search(rest):
        return False
    if _SIZE_STEP.search(rest):
        return True
    value = _names_a_value(rest)
    wants = bool(_WANTS_IT.search(rest))
    misfit = _DOES_NOT_FIT.search(said) is not None or any(_DOES_NOT_FIT.search(folded(one.text)) for one in before)
    if _WANTS_MORE.search(rest) and not _OF_SEVERAL.search(rest):
        return misfit or "?" not in text or bool(_INSTEAD.search(rest))
    if not value:
        return False
    if _INSTEAD.search(rest) or _not_the_other(rest):
        if _IS_WRONG.search(folded(text)) and not (
            wants or _CHANGES.search(folded(text)) or _ORDERED_WRONG.search(folded(text))
        ):
            return False  # "wrong colour: white instead of green"
        return without_what_came_instead(text) == text  # "it came in oak instead of walnut" only tells what came
    if declines_money(text):
        return wants
    own = _OWN_IN.search(rest)
    if own and not part.asks and _names_a_value(own["value"]):
        return True
    return misfit and (wants or _only_says_a_value(part.text))


def _not_the_other(said: str) -> bool:
    """ "Ash, not oak", where it does not tell what came."""
    said = folded(said)
    return not _CAME.search(said) and any(
        _names_a_value(found["one"]) and _names_a_value(found["other"]) for found in _NOT_THE_OTHER.finditer(said)
    )


def _names_a_value(said: str) -> bool:
    return any(word in _VALUES for word in spelled_out(said)) or bool(_MEASURE.search(said))


def _only_says_a_value(text: str) -> bool:
    words = spelled_out(text)
    left = [word for word in words if word not in _AROUND]
    return 0 < len(left) <= _MOST_OF_A_VALUE and all(word in _VALUES or word.isdigit() for word in left)


def _is_only_that_it_does_not_fit(text: str) -> bool:
    rest = _DOES_NOT_FIT.sub(" ", folded(text)).split()
    return does_not_fit(text) and len(rest) <= _MOST_OF_A_VALUE

"""What is asked back of an order in sight, and its own records alone know: whether all of it comes in one parcel, whether on the day that
is named, until when it can go back; and whether an answer of ours was a yes."""

from datetime import date
from typing import Literal

from domain.language.folding import folded
from domain.language.orders.days_named import day_named
from domain.language.text.sentences import sentences
from domain.lazy_pattern import lazy_pattern

OrderFact = Literal["parcels", "day", "return_by"]

_PARCEL = r"(?:parcels?|packages?|packets?|box(?:es)?|deliver(?:y|ies)|shipments?|vans?|lots?)"
_PAKET = r"(?:\w*pakete?n?|packchen|kartons?|kisten?|lieferung(?:en)?|sendung(?:en)?)"
_TOGETHER = lazy_pattern(
    rf"\b(?:one|1|single|same|separate|different|two|2|several|multiple|each own) (?:big |single )?{_PARCEL}\b"
    r"|\b(?:on|at) the same (?:day|time)\b|\bsame day\b|\btogether\b|\ball at once\b|\bin one go\b|\bseparately\b|\bsplit\b"
    rf"|\b(?:ein(?:em|er|e|zigen)?|selben?|demselben|derselben|gleichen|zwei|mehreren?|verschiedenen?|getrennten?) {_PAKET}\b"
    r"|\b(?:am )?(?:selben|gleichen) tag\b|\b(?:zusammen|getrennt|gemeinsam|auf einmal|gleichzeitig|aufgeteilt)\b"
    rf"|\b(?:both|all(?: \w+){{0,2}}|everything)\b.{{0,12}}\bin (?:the |one |that |this )?{_PARCEL}\b"
    r"|\b(?:com\w*|ship\w*|arriv\w*|deliver\w*)\b.{0,12}\bwith (?:it|them|the \w+)\b"
    r"|\b(?:both|everything|all of (?:it|them)|it all|the whole (?:order|lot))\b.{0,30}"
    r"\b(?:com(?:e|es|ing)|arriv\w*|delivered|here|in there)\b"
    r"|\b(?:comes?|coming|arriv\w*|is|are)\b.{0,12}\b(?:both|everything|all of (?:it|them))\b"
    r"|\b(?:beide\w*|alles)\b.{0,30}\b(?:komm\w*|da|geliefert|drin|dabei)\b|\bkomm\w* .{0,20}\b(?:beide\w*|alles)\b"
)
_ASKS = lazy_pattern(
    r"\?|^\W*(?:(?:ok|okay|and|so|but|great|thanks|und|also|aber|gut)\W+)*"
    r"(?:is|are|does|do|did|will|would|so|kommt|kommen|ist|sind|wird|werden|also|passt|war)\b"
    r"|\b(?:yes or no|or not|or what|ja oder nein|oder nicht|oder was)\b"
    r"|\b(?:ask\w*|wonder\w*|know|sure|wissen|frag\w*|sicher)\W+(?P<whether>if|whether|ob)\b"
)
# What is to be done, or is of how things are in general, or of goods that came or money that went.
_NO_FACT = lazy_pattern(
    r"\b(?:can|could|would|may) (?:you|i|we|u|they|he|she|the \w+|somebody|someone)\b|\bplease\b|\bbitte\b"
    r"|\b(?:kann|konn\w*|darf) (?:ich|man|wir|sie|ihr|du)\b|\borders\b|\bbestellungen\b"
    r"|\b(?:combin\w*|merge\w*|refund\w*|return\w*|exchang\w*|swap\w*|cancel\w*|instead|rather|paid|pay|cost\w*"
    r"|storn\w*|zuruck\w*|umtausch\w*|erstatt\w*|stattdessen|lieber|kaputt\w*|broken|damaged|missing|fehl\w*"
    r"|if|what if|wenn|falls|leave|neighbou?rs?|nachbar\w*|(?:at )?(?:work|home)|out|away|zu ?hause|daheim|sign|unterschr\w*"
    r"|nicht da|ordered|placed|bought|bestellt|gekauft)\b"
)
# What a sentence that only asks a day back speaks of.
_COMES = lazy_pattern(
    r"\b(?:com(?:e|es|ing)|arriv\w*|deliver(?:y|ed)?|gets? (?:here|there|to me)|here|there|due|expected|ship\w*|turn(?:s|ing)? up|bring\w*"
    r"|komm\w*|da|ankomm\w*|geliefert|lieferung|erwartet|zugestellt|bring\w*)\b"
)
_MOST_WORDS, _FEW_WORDS = 24, 6
_DENIES = lazy_pattern(r"\b(?:not|nicht|isnt|wont|doesnt|kein\w*)\b")

_BACK = (
    r"(?:return\w*|(?:send|bring|tak|giv|hand|post)\w*\b.{0,25}\bback|sent back|zuruck\w*|retour\w*|ruckgabe\w*|rucksend\w*)"
)
_UNTIL = (
    r"(?:too late|(?:the )?(?:last|latest|final) (?:possible )?(?:day|date)|(?:un)?till? when|by when|by what (?:day|date)|deadline"
    r"|how (?:long|many (?:more )?days|much time) (?:do|have|are|is)\b.{0,20}\b(?:i|we|left)|still in time|still within"
    r"|within the (?:30|return)|when\b.{0,20}\b(?:run out|expire|end|up|over|close)|how late can"
    r"|zu spat|bis wann|letzte[rn]? tag|spatestens|frist|wie (?:lange|viele tage|viel zeit)\b.{0,25}\b(?:ich|noch|zeit)|noch rechtzeitig"
    r"|wann (?:endet|lauft))"
)
_RETURN_BY = lazy_pattern(rf"\b{_UNTIL}\b.{{0,60}}\b{_BACK}\b|\b{_BACK}\b.{{0,60}}\b{_UNTIL}\b")
_UNTIL_WHEN = lazy_pattern(rf"\b{_UNTIL}\b")
_LATER = lazy_pattern(
    r"\b(?:if|when|once|wenn|falls|sobald)\b.{0,30}\b(?:order|buy|comes?|arrives?|bestell\w*|kauf\w*|kommt|ankommt|da ist)\b"
)
# Of the way there and of the money: how long they take, not until when.
_OF_THE_WAY = lazy_pattern(r"\b(?:money|refund\w*|take|takes|label|parcel|geld|erstatt\w*|dauer\w*|etikett|paket)\b")

_A_YES = lazy_pattern(
    r"^\W*(?:(?:ok|okay|and|hm+|um+|wait|sorry|und|ah|oh|aha)\W+)*"
    r"(?:so|also|thats|that is|is that|das ist|ist das|heisst das|das heisst|is it|dann)\W+"
    r"(?:(?:is|that|thats|it|a|das|ist|war|ein|also|heisst|means?|jetzt|nun|now|then)\W+)*"
    r"(?:yes|no|yes or (?:a )?no|a yes|a no|ja|nein|ja oder nein)(?= *(?:$|[?.!,;]|then|or|right|oder|its|es ist))"
)


def asks_facts(text: str, today: date) -> tuple[OrderFact, ...]:
    """What of an order that was looked at a text asks back, sentence by sentence; nothing where one wants something done, or asks what
    holds in general."""
    return tuple(dict.fromkeys(fact for sentence in sentences(text) for fact in _facts(sentence, today)))


def _facts(sentence: str, today: date) -> tuple[OrderFact, ...]:
    said = folded(sentence)
    asks = _ASKS.search(said)
    if (
        asks is None
        or len(said.split()) > _MOST_WORDS
        or _NO_FACT.search(said, asks.end("whether") if asks["whether"] else 0)
    ):
        return ()
    facts: list[OrderFact] = ["parcels"] if _TOGETHER.search(said) else []
    is_of_it = facts or _COMES.search(said) or len(said.split()) <= _FEW_WORDS
    return (*facts, "day") if is_of_it and day_named(sentence, today) is not None else tuple(facts)


def asks_to_deny(text: str) -> bool:
    """ "So it won't be here on Tuesday?": where a yes could mean either."""
    return bool(_DENIES.search(folded(text)))


def asks_return_day(text: str, *, spoken_of: bool = False) -> bool:
    """ "Is it too late to return a mirror?", "what's the last day I can send it back?": the last day of an order's own, which is asked for
    and no return begun. ``spoken_of``: it was told, so that "and the last day is?" is of that."""
    said = folded(text)
    return (
        bool((_UNTIL_WHEN if spoken_of else _RETURN_BY).search(said))
        and not _LATER.search(said)
        and not _OF_THE_WAY.search(said)
    )


def asks_for_a_yes(text: str) -> bool:
    """ "So is that a yes?" of what was just told."""
    return any(_A_YES.search(folded(sentence)) for sentence in sentences(text))


_AGAIN = r"(?:again|noch ?mal\w*|noch einmal|gleich|wieder|nochma|please|bitte|genau)"
_SAID = (
    rf"(?:(?:was|is|s|war|ist|wars) (?:that|it|this|das|es|der|die)?(?: (?:one|now|jetzt|noch|denn))* ?{_AGAIN}"
    r"|(?:was|war) (?:that|it|this|das|es|der)"
    rf"|(?:did|have) you (?:say|said|mention)(?: {_AGAIN})?"
    rf"|(?:sagten sie|sagtest du|hattest du gesagt|hatten sie gesagt)(?: {_AGAIN})?|{_AGAIN})"
)
_DAY_AGAIN = lazy_pattern(
    r"^\W*(?:(?:sorry|and|so|ok|okay|wait|hm+|oh|um+|und|ah|also|entschuldigung|moment|(?:can you )?remind me|tell me|thanks|danke)\W+)*"
    r"(?:(?:(?:on|by|an|am|bis zu) )?(?:which|what|welche[rnms]?) (?:day|date|tag|datum)|(?:by |until |till |bis )?(?:when|wann)"
    rf"|(?:what|wie) (?:time|spat)) {_SAID}(?: (?:{_AGAIN}|you said|that was|it was))*\W*$"
    rf"|^\W*(?:(?:sorry|and|wait)\W+)*(?:what (?:was|is|s)|whats|wie war) (?:the|that|das) (?:day|date|datum) {_AGAIN}\W*$"
    r"|^\W*(?:(?:sorry|and|wait|can you|could you)\W+)*remind me "
    r"(?:(?:of )?the (?:day|date)|(?:which|what) (?:day|date)|when)\b(?!.*\b(?:order\w*|bought|paid)\b).{0,25}$"
)


def asks_the_day_again(text: str) -> bool:
    """ "Which day was that again?", of what was just told."""
    return bool(_DAY_AGAIN.search(folded(text)))

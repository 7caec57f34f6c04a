"""Either the goods again or the money: "can I get a new one or my money back?", and which of the two is taken then."""

from functools import lru_cache
from typing import Literal

from domain.language.folding import REMEMBERED, folded
from domain.language.goods.goods_references import names_an_option
from domain.language.languages.german_words import option_meant
from domain.language.options.option_words import spelled_out
from domain.language.reports.problems import problem_in
from domain.lazy_pattern import lazy_pattern

_GOODS = (
    r"(?:(?:new|another|fresh|replacement|right|correct|same|working|intact)(?: (?:one|ones|again|\w+))?|replacement|exchang\w*|swap\w*"
    r"|replace(?:d|ment)?|re-?send|send (?:it|them|me)?|ersatz\w*|neue[nrsm]?|umtausch\w*|tausch\w*|nachlieferung"
    r"|send (?:an?|the|one)\b|(?:ein\w*|d[ae][nrs]|die) \w+ (?:schick|send|liefer|nachliefer|nachsend)\w*"
    r"|(?:schick|send|liefer)\w* (?:(?:mir|uns|bitte|sie) )*(?:ein\w*|d[ae][nrs]|die)\b)"
)
_MONEY = r"(?:money(?: back)?|cash(?: back)?|refund(?:ed|s)?|geld(?: zuruck)?|erstatt\w*|ruckerstatt\w*)"
_OR = r"(?:\s*/\s*|,? (?:or|oder|ou|bzw) )"
_ON, _UP_TO = r"(?: (?!or\b|oder\b)\w+){0,4}?", r"(?:\w+ ){0,5}?"
_EITHER = lazy_pattern(rf"\b{_GOODS}{_ON}{_OR}{_UP_TO}{_MONEY}\b|\b{_MONEY}{_ON}{_OR}{_UP_TO}{_GOODS}\b")
# Neither is wanted, or another variant is.
_NOT_SO = lazy_pattern(
    r"\b(?:dont|do not|didnt|not|never|neither|no|kein\w*|nicht) (?:\w+ ){0,3}?(?:new|another|replac\w*|money|refund\w*|exchang\w*|geld"
    r"|neue\w*|erstatt\w*)|\b(?:one|it|this|them|ein\w*) in (?:a |the )?\w+|\b(?:other|another|different|bigger|smaller|larger|andere\w*|"
    r"grosser\w*|kleiner\w*) (?:size|colou?r|wood|model|version|one|grosse|farbe)\b"
)
_LEAD = (
    r"(?:(?:well|ok|okay|oh|hm+|um+|then|so|no|yes|please|just|rather|actually|maybe|prefer|id|i|would|will|ill|like|want|need|have|take|give|"
    r"get|send|me|go|for|with|prefer|lets|do|can|could|you|we|preferably|better|dann|lieber|gern\w*|ich|hatte|mochte|nehme|will|schick\w*|mir|bitte|na|gut|ja)\s+)*"
)
_TRAIL = (
    r"(?:\s+(?:please|pls|plz|then|thanks|thank you|instead|if possible|now|asap|bitte|danke|dann|gern\w*|lieber"
    r"|would be (?:good|great|fine|nice|better|best)|is (?:fine|ok|better|best)|i think|i guess"
    r"|haben|bekommen|zuruck|ware (?:gut|besser|schon)))*"
)
_TAKEN = {
    "money": lazy_pattern(
        rf"{_LEAD}(?:(?:the|my|a|das|mein|die|eine?) )?(?:full )?"
        rf"(?:{_MONEY}|second(?: (?:one|option))?|latter|refund (?:it|me)|zweite\w*){_TRAIL}"
    ),
    "goods": lazy_pattern(
        rf"{_LEAD}(?:(?:the|a|an|my|das|die|den|eine?[nrsm]?) )?"
        r"(?:(?:new|same|right|correct|fresh|neue\w*|gleiche\w*|richtige\w*|korrekte\w*|bestellte\w*)(?: [\w\[\]]+){0,2}(?: again)?"
        r"|another(?: one)?|replacement|exchange(?: it)?|swap(?: it)?|replace it"
        r"|send (?:it|a new one|another(?: one)?|the new one)(?: again)?"
        r"|(?:yes|yeah|yep|ja|ok|okay)(?: please| bitte)? (?:but |aber )?(?:only|just|nur) .{0,60}"
        rf"|first(?: (?:one|option))?|former|ersatz|umtausch|erste\w*|nochmal){_TRAIL}"
    ),
    "either": lazy_pattern(
        r"(?:\w+ )?(?:(?:it |that )?(?:doesnt|does not|dont) (?:really )?matter(?: to me)?|(?:i )?(?:dont|do not) (?:mind|care)(?: which)?"
        r"|either(?: (?:one|way|is fine|works|is ok|of them))*|no preference|you (?:choose|decide|pick|tell me)|up to you"
        r"|(?:whatever|whichever|what(?:s| is)?)(?: one)?(?:s| is| comes| goes| works)? ?(?:the )?(?:faster|quicker|fastest|quickest"
        r"|soonest|easier|easiest|best|first|you (?:prefer|like|want))(?: for (?:you|me))?"
        r"|whatever|(?:ist |is )?(?:das )?(?:mir )?(?:ganz )?egal|(?:das )?(?:schnellere|einfachere)"
        rf"|was (?:auch immer )?(?:schneller|einfacher|besser) (?:geht|ist)|beides (?:ist )?(?:ok|gut|recht|in ordnung)"
        rf"|wie sie (?:mochten|wollen)){_TRAIL}"
    ),
}
# "The plates", "I want walnut": what was ordered is named, and nothing else.
_NAMED = lazy_pattern(
    rf"{_LEAD}(?P<goods>(?:the|my|das|die|den|der|mein\w*) (?!(?:other|whole|first|last|next|andere\w*|ganze\w*)\b)[\w-]+(?: [\w-]+)?"
    rf"|(?:in |an? |eine?[nrsm]? )?(?P<option>[\w-]+)(?: ones?)?){_TRAIL}"
)


@lru_cache(maxsize=REMEMBERED)
def wants_either(text: str) -> bool:
    """Whether either the goods again or the money for them is asked for, whichever can be."""
    said = " ".join(folded(text).split())
    return bool(_EITHER.search(said)) and not _NOT_SO.search(said)


def taken_of_the_two(text: str) -> Literal["goods", "money", "either"] | None:
    """Which of the two an answer takes, the goods having been named first; None where it says something else."""
    said = " ".join(folded(text).replace(",", " ").split()).strip(" .!")
    if _TAKEN["money"].fullmatch(said):
        return "money"
    if _TAKEN["goods"].fullmatch(said):
        return "goods"
    named = _NAMED.fullmatch(said)
    if named and problem_in(text) is None and (named["option"] is None or _is_option(named["option"])):
        return "goods"
    return "either" if _TAKEN["either"].fullmatch(said) or wants_either(text) else None


def _is_option(word: str) -> bool:
    return any(map(names_an_option, (word, *spelled_out(word)))) or bool(option_meant(word))

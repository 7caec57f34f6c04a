"""Goods that are meant instead of those of a quote, with or without a "no": "the other one", "sorry, the mug I mean"."""

import re

from domain.acts import GoodsReference
from domain.language.goods.goods_references import DESCRIBING, NO_GOODS
from domain.language.goods.quantities import pieces_of_word
from domain.language.reports.no_reports import parted
from domain.lazy_pattern import lazy_pattern

_LEAD = lazy_pattern(
    r"^(?:(?:no|nope|nah|sorry|oh|oops|whoops|ah|ach|wait|hang on|hold on|stop|actually|not (?:that|this)(?: one)?|wrong (?:one|"
    r"thing|item)"
    r"|my (?:mistake|bad)|i (?:mean|meant|said)|it (?:is|was|should be)|its|that should be|should be|make (?:it|that)|nein|ne|halt"
    r"|moment(?: mal)?|warte(?:n sie)?(?: mal)?|entschuldigung|tschuldigung|ups|falsch|doch|eigentlich|ich (?:meine|meinte|mein)"
    r"|es (?:ist|war)|nicht (?:die|der|das|den)(?: da)?)\b[\s,.!:;–-]*)+"
)
_TRAIL = lazy_pattern(
    r"(?:[\s,.!]*\b(?:egal(?: welche[rsn]?)?|(?:it )?(?:doesnt|does not) matter(?: which)?|either(?: one)?|whichever|i (?:mean|"
    r"meant)|(?:im )?sorry|actually|instead|please|pls|rather|meine? ich|meinte ich|ich meinte?|bitte|gemeint"
    r"|(?:that|which) (?:is|was|broke|came|arrived)(?: \w+)?|stattdessen))+$"
)
_CONTRAST = lazy_pattern(
    r"^(?:not|nicht) (?:the |my |die |der |das |den )?(?P<left>[\w -]+?)"
    r"(?:,| but| sondern|(?= (?:the|die|der|das|den) ))\s*(?P<wanted>[\w -]+)$"
    r"|^(?P<said>[\w -]+?),? (?:not|nicht) (?:the |my |die |der |das |den )?[\w -]+$"
)
_OTHER = lazy_pattern(r"^(?:the|my|that|die|der|das|den|dem) (?:other|andere[nrsm]?)(?: (?:one|piece|item))?$")
_COMPARED = lazy_pattern(
    r"^(?:the|die|der|das|den) (?:\w+er|cheaper|\w{3,}ere[nrs]?|(?:more|less) expensive|more costly)(?: one)?$"
)
_DETERMINER = lazy_pattern(r"^(?:the|my|that|this|a|an|die|der|das|den|dem|meine?[nr]?|size|in)\s+")
_FILL = frozenset(("one", "ones", "size", "colour", "color", "in", "grosse", "farbe", "the", "of", "and", "mit", "with"))
_PART = lazy_pattern(r"\d+(?:[.,]\d+)?(?:cm|mm|ml|l|er)?|cm|mm|ml|pack|set|xs|s|m|l|xl|xxl|x|er")
_PIECES = lazy_pattern(
    r"(?:just |only |nur )?(\d{1,2}|one|two|three|four|five|six|eine?s?|zwei|drei|vier)"
    r"(?: (?:of (?:them|those|these)|davon|pieces?|stuck))?"
)
_MOST_WORDS = 6
_THE = r"(?:the|my|that|this|those|these|das|die|der|den|dem|mein\w*)"
_UP_TO = r"(?=\s*(?:[.,;!?]|$|\b(?:and|but|und|aber|only|just|nur)\b))"
# "(only the lamp,) not the shelf", "(one,) not both", "the shelf stays".
_LEFT_OUT = (
    lazy_pattern(
        r"(?:\b(?:and|but|und|aber)\s+)?\b(?:not|nicht|(?:(?:i|we)(?: am|m| are|ll| will)? )?keep(?:ing)?|leave(?: out)?|without|ohne"
        r"|behalte(?: ich)?"
        r"|(?:i |we )?(?:dont|do not|wont|will not) (?:want to |need to |wish to )?(?:send|return|give|cancel)(?: back)?)\s+"
        rf"(?P<goods>{_THE}\s+[\w -]+?)(?:\s+(?:back|either|too|as well))*{_UP_TO}"
    ),
    lazy_pattern(
        rf"(?P<goods>(?:{_THE}\s+[\w -]+?|(?<![\w-])(?!(?:it|that|this|es|alles|everything)\b)[\w-]+))"
        rf"\s+(?:(?:can |should )?stays?|is staying|bleib(?:t|en)(?: hier)?){_UP_TO}"
    ),
    lazy_pattern(
        r"(?:\b(?:and|but|und|aber)\s+)?\b(?:not|nicht)\s+(?P<goods>(?:the\s+)?(?:\d{1,2}|two|three|four|both|all|everything|zwei|drei|vier|beide|alle[s]?)"
        rf"(?:\s+(?:of\s+(?:them|those|these)|davon|ones|pieces|stuck))?){_UP_TO}"
    ),
)
_IS_WRONG = lazy_pattern(
    r"\s(?:is|are|was|were|came|arrived|has been|ist|sind|war|kam)(?: \w+)?"
    r" (?:broken|damaged|torn|cracked|chipped|scratched|faulty|defective|dented|ripped|dead|missing|kaputt|defekt|gerissen|zerbrochen)\b"
)
_ONLY = lazy_pattern(r"\b(?:just|only|nur|bloss|please|pls|bitte|then|dann|ok|okay)\b")


def left_out(said: str) -> tuple[str, str] | None:
    """(what a folded message, which answers a quote, says is not to be in it; what it names instead); None where it leaves out
    nothing. "Only the desk lamp. Not the bookshelf" → ("the bookshelf", "the desk lamp")."""
    if "?" in said:
        return None
    fine, rest = parted(said)
    kept = [fine] if fine else []
    for pattern in _LEFT_OUT:
        kept += [found["goods"] for found in pattern.finditer(rest)]
        rest = pattern.sub(" . ", rest)
    if not kept:
        return None
    rest = _IS_WRONG.sub(" ", rest)
    rest = _ONLY.sub(" ", _TRAIL.sub("", _LEAD.sub("", rest.strip(" .,;!"))))
    return " . ".join(kept), " ".join(rest.strip(" .,;!").split())


def goods_instead(said: str) -> GoodsReference | None:
    """The goods that a folded message, which answers a quote, puts in place of those; None where it does not."""
    said = said.strip(" .,;!")
    if "?" in said:
        return None
    rest = _TRAIL.sub("", _LEAD.sub("", said)).strip(" .,;!")
    contrast = _CONTRAST.match(said) or _CONTRAST.match(rest)
    if contrast:
        rest = (contrast["wanted"] or contrast["said"]).strip()
    if _OTHER.match(rest):
        return GoodsReference(which="other")
    is_marked = contrast is not None or rest != said or bool(_COMPARED.match(rest))
    if not is_marked or not rest or len(rest.split()) > _MOST_WORDS:
        return None
    named = _DETERMINER.sub("", rest)
    words = [word for word in re.findall(r"[^\W_]+", named) if word not in _FILL]
    if not words or not all(_may_name(word) for word in words) or (len(words) == 1 and pieces_of_word(words[0])):
        return None
    return GoodsReference(text=named)


def pieces_instead(said: str) -> int | None:
    """ "Sorry, three": the number of pieces that such a message puts in place of the quoted one."""
    said = said.strip(" .,;!")
    rest = _TRAIL.sub("", _LEAD.sub("", said)).strip(" .,;!")
    found = _PIECES.fullmatch(rest)
    return pieces_of_word(found[1]) if found and (rest != said or found[1] != rest) and "?" not in said else None


def _may_name(word: str) -> bool:
    return word in DESCRIBING or bool(_PART.fullmatch(word)) or word in ("more", "less", "expensive") or word not in NO_GOODS

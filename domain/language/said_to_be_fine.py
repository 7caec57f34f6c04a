"""Goods that are only said to be there, or fine, beside others that are not: "the shelf came, but the lamp is missing"."""

import re
from functools import lru_cache

from domain.language.folding import REMEMBERED, folded
from domain.language.problems import problem_in
from domain.lazy_pattern import lazy_pattern

_PART = lazy_pattern(
    r"[.;!?,\n]+|\b(?:but|and|though|although|while|whereas|however|only|except|und|aber|doch|nur)\b"
    r"|(?= its (?:just|only)\b)|(?= it is (?:just|only)\b)"
)
_WHAT = (
    r"(?:(?:(?:the|my|our|your|these|this|those|all|both|der|die|das|den|mein\w*|unser\w*|beide)[ ,]+)+(?:[\w-]+ ){1,4}?)"
)
_TIMES = r"(?: (?:today|yesterday|this \w+|last \w+|on \w+|already|just now|early|heute|gestern|schon))*"
_WELL = (
    r"(?:fine|great|good|ok|okay|perfect(?:ly)?|lovely|beautiful|super|safely|intact|alright|all right|well|in one piece|on time|"
    r"in time|nice|gorgeous|amazing|wonderful|in ordnung|gut|toll|heil|schon|perfekt|ganz)"
)
_FINE = lazy_pattern(
    r"^(?:(?:hi|hello|hey|so|well|ok|no|yes|um|uh|like|you know|hallo|also|ja|nein)[ ,]+)*"
    rf"(?:{_WHAT}(?:came|arrived|turned up|is here|are here|(?:was|were|is|are) (?:in )?there|(?:was|were) in (?:it|the box|the parcel)"
    rf"|kam(?:en)?(?: an)?|(?:ist|sind) (?:da|angekommen)){_TIMES}(?: {_WELL})*{_TIMES}"
    rf"|(?:{_WHAT}|(?!(?:it|its|this|that|they|these|those|everything|all|which|there|i|we|you) )[\w-]+ )"
    rf"(?:is|are|was|were|looks?|seems?|works?|ist|sind|war|waren|sieht)"
    rf"(?: (?:all|just|really|very|quite|so|absolutely|also|actually|ubrigens|auch|"
    rf"completely|ganz|sehr|wirklich|total|alle))*(?: {_WELL})+"
    r"(?:,? (?:thank you|thanks|danke|btw|by the way|though|too|as well|actually|anyway))*"
    rf"|(?:(?:i|we) )?(?:just )?(?:got|received|have) (?:the|my|both|all) (?:[\w-]+ ){{0,3}}[\w-]+{_TIMES}(?: {_WELL})*"
    rf"|(?:i|we) (?:love|like) (?:the|my|both) (?:[\w-]+ ){{0,3}}[\w-]+)$"
)
# A list of goods is not parted at its "and": "the bookshelf and the table are here", "got my shelf and table".
_APART = lazy_pattern(
    r"[.;!?\n]+|,? *\b(?:but|though|although|whereas|however|except(?: for)?|apart from|aside from|other than|besides|just not|only not"
    r"|aber|doch|ausser|bis auf|nur nicht)\b"
    r"|(?:,| and\b| und\b)(?= *(?:the |my |der |die |das )?[\w-]+(?: [\w-]+)? "
    r"(?:isnt|arent|wasnt|werent|didnt|hasnt|(?:is|was) (?:not|missing)|fehl\w*|nicht)\b)"
)
_OPENS = r"^(?:(?:hi|hello|hey|so|well|ok|okay|yes|no|um|uh|and|hallo|ja|nein|also|great|thanks)[ ,]+)*"
_AFTERWARDS = rf"{_TIMES}(?:,? (?:{_WELL}|btw|by the way|though|too|as well|thank you|thanks|danke))*"
_LIST_IS_HERE = lazy_pattern(
    rf"{_OPENS}(?:(?:i|we) )?(?:have |ve )?(?:just )?(?:got|received|recieved|have) "
    rf"(?!(?:it|them|that|an?|the wrong)\b)[\w ,'-]+?{_AFTERWARDS}$"
    rf"|{_OPENS}[\w ,'-]+? (?:(?:is|are|was|were|has|have|did|ist|sind|war|waren) )?(?:all |both |alle |beide )?"
    rf"(?:here|there|arrived|came|come|turned up|made it|delivered|da|angekommen|kam(?:en)?(?: an)?){_AFTERWARDS}$"
)
_ONLY_WORD = lazy_pattern(r"\b(?:only|just|nur)\b")
_ONLY = lazy_pattern(
    r"^(?:(?:so|well|and|i|we|have|ve|got|received) )*(?:only|just|nur) |\b(?:only|just|nur) (?:got|received|came|arrived)\b"
)
_DENIES = lazy_pattern(
    r"\b(?:not|never|no|none|nothing|neither|isnt|arent|wasnt|werent|didnt|hasnt|havent|missing|wrong|nicht|kein\w*|nie|nichts|fehl\w*"
    r"|what|where|when|which|if|who|one of|half|part of|instead|before|until|since|wann|wo|wenn|ob)\b"
)
_IS_WELL = lazy_pattern(rf"\b{_WELL}\b")
_POLITE = lazy_pattern(
    r"(?:(?:great|lovely|super|nice|ok|okay|perfect|good|wonderful|brilliant|thanks?|thank you|cheers|ta|danke|vielen dank"
    r"|so much|very much|a lot|again|all|well|yes|oh|and|und"
    r"|for (?:sorting|fixing|doing|your help|the help|helping|asking)(?: (?:it|that|this|me))?(?: out)?)\W*)+"
)
_ABSENT = lazy_pattern(
    r"^(?:(?:no|none of|kein\w*|ohne) |(?:not|nicht) (?=(?:the|my|our|der|die|das|den|mein\w*) ))(?:the |my |our |der |die |das |den )?"
)
_IS_NOT = lazy_pattern(
    r"\b(?:isnt|arent|wasnt|werent|didnt(?: (?:come|arrive))?|hasnt(?: (?:come|arrived))?|missing|fehl\w*|nicht)$"
)
_EXCEPT = lazy_pattern(r"\b(?:except|apart from|aside from|other than|besides|just not|only not|ausser|bis auf|nur nicht)\b")
_TWO, _MOST_OF_A_NAME = 2, 7  # parts; words
_GOES_ON = lazy_pattern(
    r"^(?:it|its|they|theyre|which|that|one (?:of (?:them|these)|is|was|has)|both|es|er|sie|sind|ist|is|are|has|have|hat|haben|not|nicht)\b"
    r"|\b(?:on|in|to|with) (?:it|them|one of them)$"
)


@lru_cache(maxsize=REMEMBERED)
def parted(text: str) -> tuple[str, str]:
    """(what is said to be there or fine, the rest), in folded words. Of "the pan came, it is cracked" nothing is fine."""
    coarse = _parts(_APART, text)
    here = [
        part
        for part, after in zip(coarse, [*coarse[1:], ""], strict=False)
        if _is_list_here(part) and not _ONLY.search(part) and (_ABSENT.match(after) or not _continues(after))
    ]
    parts = [part for whole in coarse for part in ([whole] if whole in here else _parts(_PART, whole))]
    fine = here + [
        part
        for at, part in enumerate(parts)
        if part not in here
        and _FINE.match(part)
        and problem_in(part) is None
        and not (at + 1 < len(parts) and _continues(parts[at + 1]))
    ]
    rest = [part for part in parts if part not in fine]
    return " . ".join(fine), " . ".join(_ABSENT.sub("the ", part) for part in rest) if here else " . ".join(rest)


def says_only_fine(text: str) -> bool:
    """ "Great, and the mug was fine btw. Thanks for sorting it": praise, thanks and nothing else."""
    fine, rest = parted(text)
    return (
        bool(_IS_WELL.search(fine))
        and "?" not in text
        and all(_POLITE.fullmatch(part) for part in rest.split(" . ") if part)
    )


@lru_cache(maxsize=REMEMBERED)
def lacks_something(text: str) -> bool:
    """Whether of goods some are told to be there and others not: "all here except the rug", "got the shelf but no rug"."""
    coarse = _parts(_APART, text)
    if len(coarse) != _TWO or not _is_list_here(coarse[0]) or _ONLY.search(coarse[0]):
        return all_that_came(text) is not None
    is_excepted = bool(_EXCEPT.search(folded(text)))
    return (
        bool(_ABSENT.match(coarse[1]) or _IS_NOT.search(coarse[1]) or is_excepted)
        and len(coarse[1].split()) <= _MOST_OF_A_NAME
    )


@lru_cache(maxsize=REMEMBERED)
def all_that_came(text: str) -> str | None:
    """Of "only the shelf and the table arrived" the words that name what came: the rest did not. None where that is not said."""
    return next(
        (
            part
            for part in _parts(_APART, text)
            if _ONLY.search(part) and _is_list_here(" ".join(_ONLY_WORD.sub(" ", part).split()))
        ),
        None,
    )


def _parts(parting: re.Pattern[str], text: str) -> list[str]:
    return [part for piece in parting.split(folded(text)) if (part := " ".join(piece.split()).strip(" ,"))]


def _is_list_here(part: str) -> bool:
    return bool(_LIST_IS_HERE.match(part)) and not _DENIES.search(part) and problem_in(part) is None


def _continues(part: str) -> bool:
    """ "It's just the lamp that is missing" speaks of something else."""
    return bool(_GOES_ON.search(part)) and not part.startswith(("its just", "its only", "it is just", "it is only"))

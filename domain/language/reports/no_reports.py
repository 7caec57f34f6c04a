"""Words of damage that report none: it is denied, only supposed, somebody else's, of the packaging alone, put right already; or said of
goods that are fine beside others that are not.

What they report beside it ("not torn, but the lid is cracked") stays a report.
"""

import re
from functools import lru_cache

from domain.language.acts.wishes import is_question
from domain.language.folding import REMEMBERED, folded
from domain.language.reports.problems import problem_in
from domain.language.reports.what_came import what_came
from domain.lazy_pattern import lazy_pattern

_WRONG = (
    r"(?:damaged|broken|torn|cracked|scratched|smashed|chipped|ripped|dented|bent|faulty|defective|shattered|leaking|stained|"
    r"crushed|missing|kaputt|besch(?:ae|a)digt|defekt|zerbrochen|zerkratzt|gerissen)"
)
_DENIED = lazy_pattern(
    r"\b(?:not|isnt|arent|wasnt|werent|aint|never|no longer|nicht|keineswegs)"
    r"(?: (?:actually|really|even|at all|in fact|mehr|wirklich))?"
    rf" {_WRONG}\b(?! enough)"
    rf"|\b(?:nothing|none of (?:it|them)|neither of them|nichts)(?: (?:is|are|was|were|ist|war))?(?: actually)? {_WRONG}\b"
    r"|\b(?:no|without(?: a| any)?|kein\w*) (?:cracks?|scratch(?:es)?|damages?|dents?|holes?|tears?|stains?|kratzer|schaden|risse?)\b"
)
_SUPPOSED = lazy_pattern(
    r"\b(?:if|in case|whenever|should|falls|wenn|what happens when|was passiert wenn)\W+(?:it|they|this|that|these|something|anything|one|"
    r"(?:the|my|an?|your|some|der|die|das|ein\w*|mein\w*|es|sie|etwas|was)(?: [\w-]+){0,4}?|[\w-]+)\W+(?:\w+ ){0,4}?"
    rf"(?:{_WRONG}|cracks?|breaks?|tears?|rips?|leaks?|scratch(?:es)?|chips?|dents?|bricht|rei(?:ss|ß)t|kaputtgeht)\b"
)
_SUPPOSES = lazy_pattern(
    r"^\W*(?:(?:and|but|so|ok|okay|hi|hello|und|aber)\W+)*(?:what (?:if|happens)|was (?:ist|passiert|mache ich)|if|in case|falls|wenn)\b"
)
_SOMEBODY = (
    r"(?:my|our|an?|one of my|some)(?: (?:good|best|old))? "
    r"(?:friend|neighbou?r|colleague|co ?worker|workmate|classmate|mate|buddy|cousin|acquaintance)"
)
_ELSES = lazy_pattern(
    rf"\b{_SOMEBODY}s?(?: of (?:mine|ours))? (?:\w+ ){{0,2}}?(?:got|gets|has|had|received|bought|ordered)\b(?! (?:me|us|it for|my)\b)"
    rf"|\b{_SOMEBODY}s (?!(?:and|but|who|or)\b)\w+(?: \w+)? (?:is|are|was|were|came|arrived|has|had|broke|cracked)\b"
    r"|\b(?:someone|somebody) (?:else|i know) (?:got|has|had|received|bought|ordered)\b"
    r"|\b(?:other people|others|reviews?) (?:say|got|had|mention)\b"
    r"|\b(?:ein(?:e)?|mein(?:e)?) (?:freund|freundin|nachbar|nachbarin|kollege|kollegin|bekannter) (?:hat|bekam|hatte)\b"
)
_ONES_OWN = lazy_pattern(
    r"\b(?:i|we) (?:had |have |ve )?(?:ordered|bought|sent|gifted|gave|paid)\b|\bmy (?:order|parcel|package|gift|purchase)\b|"
    r"\b(?:mine|ours|so (?:is|was|did)|same here|me too)\b|\b(?:for|from) me\b"
)
_PACKING = (
    r"(?:(?:outer|cardboard|shipping|delivery|mailing|gift|original) )?"
    r"(?:box|boxes|packaging|package|parcel|carton|wrapping|packing|envelope|wrapper|karton|paket|verpackung)"
)
_PACKING_WRONG = lazy_pattern(
    rf"\b(?:the|its|their|your|only the|just the|der|die|das) {_PACKING} (?:(?:it came in|they came in|itself|\w+) ){{0,4}}?{_WRONG}\b"
)
_FINE = lazy_pattern(
    r"\b(?:great|fine|perfect|ok|okay|good|lovely|beautiful|intact|unharmed|undamaged|all right|alright|works|unbroken|safe|"
    r"super|heil|in ordnung|ganz|unversehrt)\b"
)
_NOT_FINE = lazy_pattern(
    r"\b(?:not|isnt|arent|wasnt|werent|never|nicht) (?:\w+ )?(?:great|fine|perfect|ok|okay|good|all right|intact)\b"
)
_SOLVED = lazy_pattern(
    r"\b(?:you|u|they|someone|somebody|your \w+) (?:have |ve |had |all )?(?:already|since|kindly|quickly|promptly) (?:have |had )?"
    r"(?:sent|replaced|refunded|exchanged|swapped|fixed|solved|sorted|repaired|given|gave|paid|shipped|reimbursed|resolved)\b"
    r"|\b(?:you|u|they) (?:have |ve )?(?:sent|shipped|gave|given) (?:me |us )?(?:a|an|the) (?:new|replacement|other|another)\b"
    r"|\b(?:you|u|they) (?:have |ve )?(?:replaced|refunded|swapped|fixed|sorted) (?:it|them|that|this|me)\b"
    r"|\b(?:i|we) (?:have |ve )?(?:already|since) (?:got|have|had|received|gotten) (?:a|an|the|my|another|our) "
    r"(?:new|replacement|refund|money|spare|other)\b"
    r"|\b(?:its|it is|that is|thats|this is|all|been|got|was) (?:already |now |all |been )*"
    r"(?:sorted|solved|resolved|fixed|replaced|refunded|taken care of|dealt with)\b"
    r"|\b(?:schon|bereits) (?:\w+ )?(?:ersetzt|erstattet|ersatz|eine? neue[ns]?|umgetauscht|erledigt)\b"
)
_NOT_SOLVED = lazy_pattern(
    r"\b(?:not|never|hasnt|havent|isnt|nothing|nobody|until|unless|please|should|if|want|also|too|again|still|as well|nicht|auch)\b"
)

_TROUBLE = (
    r"(?:moths?|stains?|rust|mou?ld|mildew|lime ?scale|smells?|odou?rs?|creases?|wrinkles?|pilling|tarnish|water ?marks?|wood ?worm"
    r"|beetles?|wax|scratches|motten|flecken?|rost|schimmel|kalk|geruch|kratzer)"
)
_TREATS = lazy_pattern(
    rf"\bwhat (?:can|should|could|do|shall) (?:i|we|you) (?:do|use|try) (?:about|against|for|with) (?:\w+ )?{_TROUBLE}\b"
    rf"|\b(?:how (?:do|can|could|should|to)|(?:know|tell me|advice on|tips?) (?:on |for )?how to)\b.{{0,12}}"
    rf"\b(?:get rid of|get|remove|treat|stop|prevent|clean|fix)\b.{{0,25}}\b{_TROUBLE}\b|\bwhat (?:helps|works) (?:against|for|with)\b"
    rf"|\bwas (?:kann|soll|mache) ich\b.{{0,12}}\b(?:gegen|bei|mit)\b.{{0,15}}{_TROUBLE}\b|\bwas hilft (?:gegen|bei)\b"
    rf"|\bwie (?:bekomme|krieg\w*|werde|entfern\w*) ich\b.{{0,15}}\b{_TROUBLE}\b"
)


def asks_how_to_treat(clause: str) -> bool:
    """Whether what is wrong with goods is to be treated at home: "what can I do about moths?", "wie bekomme ich Rost weg?"."""
    return bool(_TREATS.search(folded(clause)))


def supposes_damage(clause: str, *, asks: bool = False) -> bool:
    """Whether it asks what would be if something were damaged: "can I get a refund if it is scratched?"."""
    said = folded(clause)
    if not _SUPPOSED.search(said):
        return False
    return (bool(_SUPPOSES.match(said)) or is_question(clause, asks=asks)) and not _reports(_SUPPOSED.sub(" ~ ", said))


def reports_none(clause: str, text: str) -> bool:
    """Whether damage that ``clause`` of the message ``text`` speaks of is none to put right."""
    said, whole = folded(clause), folded(text)
    return denies_damage(clause) or _of_the_packing(said, whole) or _is_solved(whole)


def says_solved(clause: str) -> bool:
    """ "I already got a refund": nothing is left to be put right."""
    return _is_solved(folded(clause))


def is_of_another(clause: str, text: str) -> bool:
    """Whether it tells what somebody else got: "my friend got a cracked skillet"."""
    return bool(_ELSES.search(folded(clause))) and not _ONES_OWN.search(folded(text))


def denies_damage(clause: str) -> bool:
    """ "The skillet is not broken"."""
    said = folded(clause)
    return bool(_DENIED.search(said)) and not _reports(_DENIED.sub(" ~ ", said))


def _of_the_packing(said: str, whole: str) -> bool:
    """Of the packaging, and what was in it is said to be fine."""
    rest = _PACKING_WRONG.sub(" ~ ", whole)
    return bool(_PACKING_WRONG.search(said) and _FINE.search(rest)) and not (_NOT_FINE.search(rest) or _reports(rest))


def _is_solved(whole: str) -> bool:
    if (solved := _SOLVED.search(whole)) is None:
        return False
    return not (_NOT_SOLVED.search(whole, solved.start()) or _reports(whole[solved.end() :]))


def _reports(said: str) -> bool:
    return problem_in(said) is not None


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
_SAID_TO_BE_FINE = lazy_pattern(
    r"^(?:(?:hi|hello|hey|so|well|ok|no|yes|um|uh|like|you know|hallo|also|ja|nein)[ ,]+)*"
    rf"(?:{_WHAT}(?:came|arrived|turned up|is here|are here|(?:was|were|is|are) (?:in )?there|(?:was|were) in (?:it|the box|the parcel)"
    rf"|kam(?:en)?(?: an)?|(?:ist|sind) (?:da|angekommen)){_TIMES}(?: {_WELL})*{_TIMES}"
    rf"|(?:{_WHAT}|(?!(?:it|its|this|that|they|these|those|everything|all|which|there|i|we|you) )[\w-]+ )"
    rf"(?:is|are|was|were|looks?|seems?|works?|ist|sind|war|waren|sieht)"
    rf"(?: (?:all|just|really|very|quite|so|absolutely|also|actually|ubrigens|auch|"
    rf"completely|ganz|sehr|wirklich|total|vollig|absolut|vollkommen|soweit|alle))*(?: {_WELL})+"
    r"(?:,? (?:thank you|thanks|danke|btw|by the way|though|too|as well|actually|anyway))*"
    rf"|(?:(?:i|we) )?(?:just )?(?:got|received|have) (?:the|my|both|all) (?:[\w-]+ ){{0,3}}[\w-]+{_TIMES}(?: {_WELL})*"
    rf"|(?:i|we) (?:love|like) (?:the|my|both) (?:[\w-]+ ){{0,3}}[\w-]+)$"
)
# A list of goods is not parted at its "and": "the bookshelf and the table are here", "got my shelf and table".
_APART = lazy_pattern(
    r"[.;!?\n]+|,(?= *(?:i|we) (?:really |do )?(?:love|like|adore)\b)"
    r"|,? *\b(?:but|though|although|whereas|however|except(?: for)?|apart from|aside from|other than|besides|just not|only not"
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
_EACH = r"(?:(?:the|my|both|die|der|das|den) )?[\w-]+(?: [\w-]+)?"
_LIST = rf"(?:the|my|our|both|die|der|das|den) [\w-]+(?: [\w-]+)?(?:(?:, ?| and | und | or | oder | nor )+{_EACH})*"
_LIST_IS_LIKED = lazy_pattern(
    rf"{_OPENS}(?:(?:i|we) (?:really |absolutely |do )*(?:love|like|adore)"
    r"|(?:im|i am|were|we are) (?:\w+ )?(?:happy|pleased|delighted) with"
    rf"|(?:(?:i|we) have )?(?:no|keine?) (?:complaints?|problems?|issues?|probleme?|beschwerden?) (?:about|with|mit|uber)"
    rf"|nothing(?: is|s)? wrong with|(?:im|i am|ill|i will|were|well|we will) (?:just )?(?:keep|keeping)) {_LIST}{_AFTERWARDS}$"
    rf"|{_OPENS}{_LIST} (?:mag|liebe) ich(?: \w+)?$|{_OPENS}{_LIST} gef(?:allt|allen) (?:mir|uns)(?: \w+)*$"
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
        if (_is_list_here(part) or _LIST_IS_LIKED.match(part))
        and not _ONLY.search(part)
        and (_ABSENT.match(after) or not _continues(after))
    ]
    parts = [part for whole in coarse for part in ([whole] if whole in here else _parts(_PART, whole))]
    fine = here + [
        part
        for at, part in enumerate(parts)
        if part not in here
        and (_SAID_TO_BE_FINE.match(part) or _LIST_IS_LIKED.match(part))
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
    if what_came(text) is not None:
        return True
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

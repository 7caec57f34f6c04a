"""Words of damage that report none: it is denied, only supposed, somebody else's, of the packaging alone, or put right already.

What they report beside it ("not torn, but the lid is cracked") stays a report."""

from domain.language.folding import folded
from domain.language.problems import problem_in
from domain.language.wishes import is_question
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

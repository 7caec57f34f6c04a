"""How many pieces are meant, said so that it is no article: "nur eins", "one of them", "one too many", "eins will ich behalten"."""

from domain.language.folding import folded
from domain.language.quantities import pieces_of_word
from domain.lazy_pattern import lazy_pattern

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
_COUNTED = [
    lazy_pattern(pattern)
    for pattern in (
        rf"\b(?:only|just|nur|bloss|bloß|lediglich) (?:(?:need|want|wanted|noch|the|das|die|den|wegen|about) ){{0,2}}{_N}\b{_NO_GOODS}",
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
_NOT_ALL = lazy_pattern(
    r"\b(?:not|nicht) (?:both|beide\w*|alle|alles|all of them|everything)\b"
    r"|\b(?:das|die|den) andere[nr]? (?:\w+ )?(?:konnt|konnen|bitte|storn\w*|will|brauch\w*)"
    r"|\bthe other (?:one|piece) (?:can|please|should|is not|isnt)\b"
)

_ONE_OUT = lazy_pattern(r"\b(?:ein\w*|one|\d) (?!bestellung)\w+ (?:wieder |bitte |da )?(?:he)?rausnehmen\b")


def means_fewer_than(pieces: int, text: str) -> bool:
    """Whether a text that wants an order cancelled says of fewer than its ``pieces`` that they are meant."""
    said = folded(text)
    counts = [pieces_of_word(match["n"]) for pattern in _COUNTED for match in pattern.finditer(said)]
    return bool(_NOT_ALL.search(said)) or any(n is not None and n < pieces for n in counts)


def says_how_many(text: str) -> bool:
    """Whether a text says of how many pieces it speaks, or that not all are meant."""
    said = folded(text)
    return bool(_NOT_ALL.search(said)) or any(pattern.search(said) for pattern in _COUNTED)


_CANCELS = lazy_pattern(r"\b(?:cancel\w*|storn\w*|abbestell\w*|(?:he)?rausnehmen|rausnimmst|streichen)\b")
_CANCELS_NOT = lazy_pattern(
    r"\b(?:was|were|been|got|gets|being|wurden?|worden|ist|sind|habt|hat|haben|have|has)\b.{0,40}\b(?:cancell?ed|storniert)\b"
    r"|\b(?:nicht|not|dont|do not|never|kein\w*|ohne) (?:\w+ )?(?:to )?(?:cancel\w*|storn\w*|abbestell\w*)"
)


def cancels_some(text: str) -> bool:
    """Whether a text asks for a cancellation and says how many: "stornieren, nicht zurückgeben, und zwar nur ein Kissen"."""
    said = folded(text)
    if not _CANCELS.search(said) or _CANCELS_NOT.search(said):
        return False
    return says_how_many(text) or bool(_ONE_OUT.search(said))

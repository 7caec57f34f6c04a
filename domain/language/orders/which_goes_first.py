"""What comes first when goods go back: "do I send mine first?", "so post it back, and the new one comes after?"."""

from functools import lru_cache

from domain.language.folding import REMEMBERED, folded
from domain.lazy_pattern import lazy_pattern

_GOES = (
    r"\b(?:send\w*|sent|post\w*|ship\w*|return|mail|bring|give|hand|keep|hold on|hang on|schick\w*|sende|geb\w*|bring\w*|behalt\w*"
    r"|(?:zuruck|ein|los|ab)(?:schick|send|geb|bring)\w*)\b"
)
_COMES = r"\b(?:get|receive|come\w*|arrive\w*|komm\w*|bekomm\w*|krieg\w*|erhalt\w*)\b"
_OWN = r"\b(?:mine|old|back|it|meine?[ns]?|alte\w*|zuruck\w*|es|sie|ihn)\b"
_THEIRS = (
    r"\b(?:new(?! (?:invoice|bill|password|code|link|address|card|order|e?-?mail))|replacement|right one|other one|neue\w*|ersatz\w*"
    r"|richtige\w*|money|refund|geld|erstattung)\b"
)
_FIRST = r"\b(?:first|before(?:hand)?|straight away|right away|immediately|at once|sofort|zuerst|vorher|zunachst|erst)\b"
_AFTER = r"\b(?:after|until|till|once|nachdem|sobald)\b"
_ORDER = (
    rf"(?:{_FIRST}|\b(?:then|after(?:wards)?|until|till|til|once|as soon as|when|only when|dann|danach|bevor|nachdem|sobald|bis|wenn"
    r"|wann)\b)"
)
_ASKS = lazy_pattern(
    r"\?|\bor not\b|\boder nicht\b"
    r"|^\W*(?:\w+\W+){0,3}?(?:do|does|should|shall|must|will|when|which|can|muss|soll|wann|schick\w*|kommt)"
    r" (?:i|you|we|the|mine|one|ich|ihr|sie|die|das|der)\b"
    r"|\b(?:ask\w*|know|wonder\w*|frag\w*|wissen)\b.{0,12}\b(?:when|whether|if|wann|ob)\b"
)
_WHICH_FIRST = lazy_pattern(
    rf"(?=.*{_COMES})(?=.*{_THEIRS})(?=.*{_OWN})(?=.*(?:{_FIRST}|{_AFTER}))"
    rf"|(?=.*{_GOES})(?:(?=.*{_THEIRS})(?=.*{_ORDER})|(?=.*{_OWN})(?=.*{_FIRST}))"
    rf"|.*\b(?:when|wann) (?:\w+ ){{0,3}}?(?:i|ich) .*{_GOES}"
)
# Another step is wanted, and no more than that is meant by "first".
_WANTS = lazy_pattern(
    r"\b(?:i (?:want|need|would like)|id like|ich (?:will|mochte|hatte gern\w*)) (?:to )?(?:return|refund|exchange|swap|cancel|change"
    r"|my money|a refund|zuruck\w*|umtausch\w*|storn\w*|mein geld)|\b(?:instead|stattdessen|lieber)\b"
    r"|\b(?:can|could|would|please|kann|konn\w*) (?:(?:you|u|i|we|ich|sie|ihr) )?(?:please |pls |also |just |bitte )*"
    r"(?:keep it and |get |have )*(?:cancel|stop|undo|swap|change|exchange|a refund|my (?:refund|money)|refund)\b|\b[a-z]{1,3}\d{4,}\b"
)
_MOST_WORDS = 30


@lru_cache(maxsize=REMEMBERED)
def asks_which_goes_first(text: str) -> bool:
    """Whether words ask in which order the goods of an exchange or return, or its money, go. Read only where one was spoken of."""
    said = " ".join(folded(text).split())
    is_short = len(said.split()) <= _MOST_WORDS
    return is_short and bool(_ASKS.search(said) and _WHICH_FIRST.search(said)) and not _WANTS.search(said)

"""Whether words give up what is being asked about: "cancel that", "forget the refund", "nvm, do you ship to Hawaii?"."""

from domain.language.refusal import folded
from domain.language.statements import asks_or_wants
from domain.language.wishes import is_question
from domain.lazy_pattern import lazy_pattern

_GIVES_UP = lazy_pattern(
    r"\W*(?:(?:no|ok|okay|actually|sorry|oh|wait|please|pls|hmm|well|then|just|lets|you can|can you|could you|i want to|bitte)\W+)*"
    r"(?:cancel|stop|drop|forget|scrap|undo|abort|withdraw|leave) "
    r"(?:that|this|it|everything|(?:about )?(?:that|this|the|my) (?:refund|return|exchange|swap|replacement|request|change|claim|process)"
    r"(?: request)?)"
    r"(?:\W+(?:please|pls|then|now|again|thanks|thank you|sorry|actually|instead|bitte|i changed my mind|changed my mind))*\W*"
)
_NEVER_MIND = (
    r"(?:never ?mind(?: (?:that|it|this|then))?|nvm|nm|forget (?:about )?(?:it|that|this)|scrap (?:that|it)|skip (?:that|it)|"
    r"vergiss (?:es|das)|vergessen sie (?:es|das)|schon gut|egal|lass(?:en sie)? (?:gut sein|es|mal|das))"
)
# Behind it a pause, or at once a question: "never mind the lamp" gives up a lamp.
_AFTER = lazy_pattern(
    rf"(?:^|.*[.!?,;\n]\s*|.*\b(?:ok|okay|oh|lol|ah|no|actually|well|fine|hm+|ach|na gut) ){_NEVER_MIND}(?: then| then please| dann)?"
    r"(?:\s*[.!?,;:\n–-]+\s*|\s+(?=(?:do|does|can|could|how|what|when|where|which|who|is|are|will|would|wie|was|wann|wo|kann)\b))(?P<rest>\S.*)$",
)


def gives_that_up(text: str) -> bool:
    return bool(_GIVES_UP.fullmatch(folded(text)))


def after_never_mind(text: str) -> str | None:
    """What a message wants instead of what it gives up; None where it gives up nothing, or wants nothing."""
    found = _AFTER.match(" ".join(folded(text).split()))
    if not found:
        return None
    rest = text.split()[-len(found["rest"].split()) :]
    said = " ".join(rest)
    return said if len(rest) > 1 and (is_question(said) or asks_or_wants(said)) else None

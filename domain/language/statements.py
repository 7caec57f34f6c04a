"""Statements: a customer who says who they are, or gives a value, asks for nothing by it."""

import re

from domain.lazy_pattern import lazy_pattern

_LEAD = r"^\W*(?:(?:yes|yeah|yep|ya|sure|ok|okay|oh|and|hi|hello|hey|well|of course|certainly|absolutely|so|sorry|thanks|thank you)\b\W*)*"
_THING = (
    r"(?:(?:full|first|last|user|company|business|account|one time|e-?mail|mobile|phone|contact|zip|postal|post)\s+){0,2}"
    r"(?:name|e-?mail|id|address|password|passcode|pin|phone|number|code|zip|postcode)"
)
_GIVES = lazy_pattern(
    rf"{_LEAD}(?:it['’]?s\s+|it is\s+)?(?:(?:my|the|our)\s+)?{_THING}\s*(?:is\b|are\b|was\b|:|=)", re.IGNORECASE
)
_INTRODUCES = lazy_pattern(
    rf"{_LEAD}(?:my name|name is|i am \[NAME|i['’]m \[NAME|this is \[NAME|\[NAME_\d+\],? (?:and i live|from|in|living)\b)",
    re.IGNORECASE,
)
_PASSWORD = lazy_pattern(r"\bpass(?:word|code)\s*(?:is|was|:|=)\s*\S", re.IGNORECASE)
_WANTS = lazy_pattern(
    r"\?|\b(?:can|could|would|will|may|do|does|did|should)(?:n['’]?t)? (?:you|i|we|it|u)\b|\bplease\b|\bpl[sz]\b|\bhelp\b|"
    r"\bi(?:['’]?d| would)? (?:need|want|like|wanna|wish|have to|am trying|was trying)\b|\bi['’]m trying\b|\bgive me\b|\btell me\b|"
    r"\b(?:change|update|reset|forgot|forgotten|wrong|incorrect|correction|lost|locked|error|problem|issue|"
    r"not working|doesn['’]?t work|cannot|can['’]?t|unable|never|still|complain|angry|ridiculous|stupid)\b|"
    r"^\W*(?:how|why|what|when|where|who|which|whose|is|are|am|does)\b",
    re.IGNORECASE,
)


def asks_or_wants(text: str) -> bool:
    """Whether a text asks a question, wants something done or reports that something is wrong."""
    return bool(_WANTS.search(text))


_ASKS = lazy_pattern(
    r"\?|^\W*(?:how|why|what|when|where|who|which|whose|is|are|am|do|does|did|can|could|will|would|may)\b", re.IGNORECASE
)


_ASKS_ABOUT = lazy_pattern(
    r"^\W*(?:(?:and|so|but|ok|okay|oh|well|just|also|yes|yeah|ja|aber|und|dann)\W+)*(?:(?:do|will|would|did|must|should|am|have) i|do we|"
    r"does|is|are|how(?! about)|when|why|where|what(?! about)|which|who|muss ich|bekomm\w* ich|krieg\w* ich|soll ich|wann|wie|warum|wieso|"
    r"ist|geht|kommt|kostet|wird|wo|welche\w*)\b",
    re.IGNORECASE,
)


def asks_about_it(text: str) -> bool:
    """ "Do I get the money back on my card?", while something waits for a yes, asks about that and wants nothing new."""
    return bool(_ASKS_ABOUT.match(text))


_ASKS_WHETHER = lazy_pattern(
    r"^\W*(?:(?:and|so|but|sorry|wait|ok|okay|hm+|oh|und|also|moment)\W+)*(?:is|was|are|does|did|will it|do you mean|do you have|have you|"
    r"ist|war|geht|kommt|haben sie|hast du|meinen sie|meinst du)\b[^?]*\?",
    re.IGNORECASE,
)


def asks_whether(text: str) -> bool:
    """ "Is that 21 Wellington Street?": a value in it is asked about, and not given."""
    return bool(_ASKS_WHETHER.match(text))


_DID_YOU_GET = lazy_pattern(
    r"\b(?:did|do|have) you (?:get|got|have|note|noted|write|hear|understand|understood)\b"
    r".{0,12}?\b(?:its|it['’]s|it is|that|in|to)\b(?P<rest>.*)"
    r"|\b(?:haben sie|hast du) (?:das |es )?(?:notiert|verstanden|aufgeschrieben)?\b(?P<german>.*)",
    re.IGNORECASE,
)
_NAME = lazy_pattern(r"\b(?:[A-ZÄÖÜ][\w'’-]+|\w*\d\w*)\b")


def place_asked(text: str) -> str | None:
    """ "Did you get that it's Leeds LS6?": the names in it, of which it is asked whether they were noted."""
    found = _DID_YOU_GET.search(text)
    names = _NAME.findall(found["rest"] or found["german"] or "") if found else []
    return " ".join(names) or None


def says_something(text: str) -> bool:
    """Whether a text is a statement of somebody's own, and not a mere value like a name, a size or a place."""
    return len(text.split()) > 1 and not _ASKS.search(text)


def gives_a_value(text: str) -> bool:
    """Whether a text only tells a name, an address, a password or the like."""
    return not asks_or_wants(text) and bool(_GIVES.match(text) or _INTRODUCES.match(text) or _PASSWORD.search(text))


# "My name is …" says who is writing; "my name is … now" or "change my name to …" wants it changed.
_SAYS_WHO = lazy_pattern(r"\b(?:name is|name['’]s|i am|i['’]m|this is|just my name|zip|post ?code)\b", re.IGNORECASE)
_RENAMES = lazy_pattern(
    r"\bname\b.*\b(?:to|now|instead)\b|\b(?:new|correct|wrong|change|update|misspelled|misspelt)\b.*\bname\b|\bmarried\b",
    re.IGNORECASE,
)


def only_introduces(text: str) -> bool:
    """Whether a name in the words says who is writing, and is not a new name for the account."""
    return bool(_SAYS_WHO.search(text)) and not _RENAMES.search(text)


# Of words without accents or capitals (`refusal.folded`).
_YES = lazy_pattern(
    r"^\W*(?:oh |well |so )?(?:yes|yeah|yea|yep|yup|jup|ok|okay|sure|fine|alright|all right|ja|jo|joa|jep|jawohl|oui|si)\b"
)
_AGREEING = (
    r"(?:\W+(?:yes|please|pls|plz|thanks|thank you|sure|ok|okay|perfect|great|go ahead|do it|do that|do so|do(?=\W*[.!…,])|bitte|gerne|"
    r"danke|merci|por favor|gracias)\b)*"
)
_YES_AND = lazy_pattern(rf"{_YES.pattern}{_AGREEING}\W+(?:and|also|plus|und|et|y|e)\b")
_YES_FIRST = lazy_pattern(rf"{_YES.pattern.replace('|si)', '|s[ií])')}{_AGREEING}[\W_]*", re.IGNORECASE)


def starts_with_a_yes(folded: str) -> bool:
    return bool(_YES.match(folded))


def is_yes_and(folded: str) -> bool:
    return bool(_YES_AND.match(folded))


def beside_a_yes(text: str) -> str | None:
    """What a message goes on to say after its yes: "Yes please, and where is it?" → "and where is it?"."""
    found = _YES_FIRST.match(text)
    rest = text[found.end() :].strip() if found else ""
    return rest if len(rest.split()) > 1 else None

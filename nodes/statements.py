"""Statements: a customer who says who they are, or gives a value, asks for nothing by it."""

import re

_LEAD = r"^\W*(?:(?:yes|yeah|yep|ya|sure|ok|okay|oh|and|hi|hello|hey|well|of course|certainly|absolutely|so|sorry|thanks|thank you)\b\W*)*"
_THING = (
    r"(?:(?:full|first|last|user|company|business|account|one time|e-?mail|mobile|phone|contact|zip|postal|post)\s+){0,2}"
    r"(?:name|e-?mail|id|address|password|passcode|pin|phone|number|code|zip|postcode)"
)
_GIVES = re.compile(
    rf"{_LEAD}(?:it['’]?s\s+|it is\s+)?(?:(?:my|the|our)\s+)?{_THING}\s*(?:is\b|are\b|was\b|:|=)", re.IGNORECASE
)
_INTRODUCES = re.compile(rf"{_LEAD}(?:my name|name is|i am \[NAME|i['’]m \[NAME|this is \[NAME)", re.IGNORECASE)
_PASSWORD = re.compile(r"\bpass(?:word|code)\s*(?:is|was|:|=)\s*\S", re.IGNORECASE)
_WANTS = re.compile(
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


def gives_a_value(text: str) -> bool:
    """Whether a text only tells a name, an address, a password or the like."""
    return not asks_or_wants(text) and bool(_GIVES.match(text) or _INTRODUCES.match(text) or _PASSWORD.search(text))

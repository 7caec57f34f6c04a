"""Whether somebody asks what to do, or whether something may be done: "do I stop using the other ones too?", "soll ich mein Passwort
ändern?"."""

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_ASKS = lazy_pattern(
    r"\b(?:should|shall|do|must|can|may|could|ought|need) (?:i|we)\b|\b(?:i|we) (?:should|ought)\b"
    r"|\bwhat (?:now|else|next)\b|\b(?:is|are) (?:it|this|that|they|these|those|the \w+|the other \w+) (?:still )?"
    r"(?:safe|ok|okay|dangerous)\b"
    r"|\b(?:can|could|may|should) (?:\w+ ){1,3}?(?:still )?(?:use|touch|eat|sleep|go in)\b"
    r"|\b(?:safe|dangerous) to\b|\b(?:stop|keep|go on|carry on) (?:using|wearing|eating|with)\b"
    r"|\b(?:soll|sollen|sollte|sollten|muss|mussen|darf|durfen|kann|konnen) (?:ich|wir|man)\b"
    r"|\bwas (?:jetzt|nun|mach\w*|tu\w*|soll\w*)\b|\b(?:ich|wir) (?:\w+ )*(?:soll|sollte|muss|darf)\b"
    r"|\bist (?:das|es|die|der) (?:\w+ )?(?:noch )?(?:sicher|gefahrlich|ok|okay)\b"
)
_USES_ON = lazy_pattern(
    r"\b(?:stop|keep|go on|carry on|continue|still) (?:\w+ )?(?:us(?:e|ing)|wear(?:ing)?|eat(?:ing)?|burn(?:ing)?)\b"
    r"|\bplug (?:\w+ )?(?:back )?in\b"
    r"|\b(?:noch|weiter|nicht mehr) (?:\w+ )?(?:be|ver)?nutz\w*\b|\bweiter(?:be|ver)nutz\w*\b"
)
_MOST_WORDS = 30


def asks_what_to_do(text: str) -> bool:
    said = folded(text)
    return len(said.split()) <= _MOST_WORDS and bool(_ASKS.search(said))


def asks_whether_to_use_it(text: str) -> bool:
    """ "Please just tell me if I should stop using them": of goods that may be dangerous, whatever was said of them before."""
    return asks_what_to_do(text) and bool(_USES_ON.search(folded(text)))

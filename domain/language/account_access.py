"""What is said of the way into an account: no new password is wanted, it may be locked, or a link that was sent is of no use."""

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_ACCOUNT = r"(?:account|acount|profile|login|log ?in|access|konto|profil|zugang)"
_LOCKED = r"(?:locked|blocked|suspended|frozen|disabled|deactivated|closed|active|open|ok|okay|fine|gesperrt|blockiert|deaktiviert|aktiv)"
_DENIES = lazy_pattern(
    # "No, I just want the link": the no is to something else; a link that did not come is wanted.
    r"\b(?:dont|do not|dnt|didnt|did not|no need|not|never) (?!(?:\w+ )?(?:get|got|gotten|receiv\w*|see|find|come|came|arriv\w*)\b)"
    r"(?:\w+ ){0,2}?(?:want|wanted|need|needed|ask\w*|to|like)?(?: \w+){0,4}? ?"
    r"(?:reset\w*|(?:new|another|different) (?:password|pw|one|link)|password (?:link|reset)|change (?:it|my password|the password))\b"
    r"|\bno (?:(?:new|password|other) )*(?:reset\w*|link|password)\b"
    r"|\bkein(?:en)? (?:neue[sn]? )?(?:passwort|link|kennwort)\b|\bnicht (?:\w+ )?zurucksetzen\b"
    r"|\bwill (?:\w+ ){0,3}nicht (?:andern|zurucksetzen)\b"
)
_ASKS_IF_LOCKED = lazy_pattern(
    rf"\b(?:is|was|has|why is|are|isnt|whether|if|ist|wurde|warum ist) (?:\w+ ){{0,2}}?{_ACCOUNT}\b(?: \w+){{0,3}}? {_LOCKED}\b"
    r"|\b(?:can|could|may|will|would|should) i (?:\w+ )?(?:be able to )?(?:log|sign) ?(?:in|on)\b"
    r"|\b(?:kann|darf) ich mich (?:\w+ ){0,5}?(?:anmelden|einloggen)\b"
)
_ANOTHER_LINK = lazy_pattern(
    r"\b(?:another(?: one| link)?|again|(?:new|fresh) (?:one|link|mail|e ?-?mail)|re-?send|(?:just |please )?send it|"
    r"one more(?: time)?|once more|"
    r"expired|invalid|no longer valid|ran out|noch ?mal|erneut|neuen (?:link)?|abgelaufen|ungultig)\b"
    r"|\blink\b.{0,25}\b(?:not|nt|doesnt|does not|didnt|isnt|wont|cant|broken|dead|nicht)\b"
)
# "The password email", after it was said that something did not come; and that it is not here.
_THE_LINK = lazy_pattern(
    r"\b(?:password|reset|passwort)[\w-]*(?: (?:reset|link))?[ -]?(?:e ?-?mail|mail|link|message)\b|\blink\b.{0,15}\bpassw\w+"
    r"|\b(?:e ?-?mail|mail|link) (?:for|with|about|to) (?:\w+ ){0,3}passw\w+"
    r"|\b(?:still|noch)\b.{0,40}\b(?:e ?-?mail|mail|link)\b"
)
_MOST_WORDS = 18


def wants_no_reset(text: str) -> bool:
    """ "I don't want to reset it", "is my account locked?": no link is to be sent for it."""
    said = folded(text)
    return bool(_DENIES.search(said) or _ASKS_IF_LOCKED.search(said))


def wants_another_link(text: str) -> bool:
    """Of words that follow a link for a new password, or the question where it should go."""
    said = folded(text)
    is_of_it = bool(_ANOTHER_LINK.search(said) or _THE_LINK.search(said))
    return len(said.split()) <= _MOST_WORDS and is_of_it and not _DENIES.search(said)

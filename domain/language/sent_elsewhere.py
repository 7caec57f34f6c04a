"""Where a mail is to go instead of the account's own address: "to a different mail", "an meinen Steuerberater"."""

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_MAIL = r"(?:e ?-?mails?|mails?|mail ?adress\w*|e-?mail ?adress\w*|adress\w*|inbox|address\w*|one)"
_ELSEWHERE = lazy_pattern(
    rf"\b(?:different|another|other|new|second|alternative|separate) (?:\w+ )?{_MAIL}\b"
    rf"|\b(?:to|at|use|via|for) my (?:\w+ )?(?:work|business|company|office|private|personal|school|uni\w*) {_MAIL}\b"
    r"|\b(?:to|for) (?:my|our|the) (?:accountant|bookkeeper|boss|company|office|work|employer|wife|husband|partner|tax \w+|accounting)\b"
    rf"|\b(?:andere[nmrs]?|neuen?|zweite[nr]?|private[nr]?|geschaftliche[nr]?|dienstliche[nr]?) {_MAIL}"
    r"|\ban (?:mein\w*|unser\w*|die|den) (?:steuerberat\w*|buchhalt\w*|chef\w*|firma|arbeit\w*|mann|frau)\b"
)
_OF_THE_ACCOUNT = lazy_pattern(
    r"\b(?:chang\w*|updat\w*|ander\w*|aktualisier\w*)\b.{0,40}"
    r"\b(?:account|profile|konto\w*|profil|my e ?-?mail|meine e ?-?mail)"
)
_EMAIL = lazy_pattern(r"\[EMAIL_\d+\]")


def is_to_go_elsewhere(text: str) -> bool:
    """Whether the words name another place for what is mailed, and do not ask to change the account itself."""
    return bool(_ELSEWHERE.search(folded(text)) or _EMAIL.search(text)) and not _OF_THE_ACCOUNT.search(folded(text))

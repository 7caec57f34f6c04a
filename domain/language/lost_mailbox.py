"""Whether somebody says that the e-mail account on file is out of their reach: a code or a link sent there helps nobody."""

from domain.language.refusal import folded
from domain.lazy_pattern import lazy_pattern

_MAIL = r"(?:e ?-?mail|mail|mailbox|inbox|address|account|postfach|mail ?konto|mailadresse|e-?mail-?adresse|\[email_\d+\])s?"
_NO_LONGER = r"(?:any ?more|anymore|any longer|no longer|nicht mehr)"
_LOST = lazy_pattern(
    rf"\b(?:dont|do not|no longer|cant|cannot|can not|didnt|lost|havent|have not) (?:\w+ ){{0,3}}?(?:have|use|access(?: to)?|"
    rf"get into|get in|read|open|see|"
    rf"reach|own|receive)\b.{{0,20}}\b{_MAIL}\b.{{0,15}}(?:\b{_NO_LONGER}\b|$)"
    rf"|\b{_MAIL}\b.{{0,25}}\blost (?:access to )?(?:the old one|it)\b"
    rf"|\blost (?:access to )?(?:my|the|that|this) (?:old )?{_MAIL}\b|\b(?:old|dead|closed|deleted|former|"
    rf"previous) {_MAIL}\b.{{0,30}}\b(?:cant|cannot|dont|no|not)\b"
    rf"|\b(?:cant|cannot|dont|no longer) (?:\w+ )?(?:read|get|receive|see|open|access) (?:my |the |any |those |"
    rf"these )?(?:e ?-?mails?|mails?|messages)\b.{{0,15}}"
    rf"\b(?:there|{_NO_LONGER})\b|\bgoes to (?:the|my) old {_MAIL}\b|\bno access to (?:that|this|my|the) (?:old )?{_MAIL}\b"
    rf"|\b(?:kein\w*|nicht mehr)\b.{{0,15}}\b(?:zugriff|zugang|drauf|rein)\b.{{0,25}}\b(?:{_MAIL}|konto)\b|"
    rf"\b{_MAIL}\b.{{0,30}}\b(?:gibt es|existiert|hab\w* ich|"
    rf"komme? ich|lesen|nutze ich)\b.{{0,15}}\bnicht mehr\b|\b(?:komme|kann)\b.{{0,25}}\b{_MAIL}\b.{{0,15}}\bnicht mehr\b"
)


def has_lost_the_mailbox(text: str) -> bool:
    return bool(_LOST.search(folded(text)))

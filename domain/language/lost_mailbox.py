"""Whether somebody says that the e-mail account on file is out of their reach, or that a code which was sent there did not come."""

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_BOX = (
    r"(?:e ?-?mail|mail|mailbox|inbox|(?:e ?-?)?mail (?:address|account)|postfach|mail ?konto|mailadresse|e-?mail-?adresse|"
    r"\[email_\d+\])s?"
)
_MAIL = rf"(?:{_BOX}|(?:address|account)s?)"
_NO_LONGER = r"(?:any ?more|anymore|any longer|no longer|nicht mehr)"
_THAT = r"(?:my |the |that |this |it )?(?:old |other |work )?"
_LOST = lazy_pattern(
    rf"\b(?:dont|do not|no longer|cant|cannot|can not|didnt|lost|havent|have not) (?:\w+ ){{0,3}}?(?:have|use|access(?: to)?|"
    rf"get into|get in|read|open|see|"
    rf"reach|own|receive)\b(?:(?! (?:you|u|we) sen[dt]).){{0,20}}\b(?:{_BOX}|addresse?s?|(?:that|old) account)\b"
    rf"(?:(?! (?:you|u|we) sen[dt]).){{0,15}}(?:\b{_NO_LONGER}\b|$)"
    # The way into a mailbox says it without "any more": "I can't get into that e-mail, it's an old work one".
    rf"|\b(?:dont|do not|no longer|cant|cannot|can not|couldnt|havent|have not|never|unable to) (?:\w+ ){{0,3}}?"
    r"(?:access(?: to)?|get (?:back )?into|"
    rf"log ?in ?to|sign in ?to|reach|check) {_THAT}{_BOX}\b(?! (?:that |which )?(?:you|u|we|from|with|attach\w*|link)\b)"
    rf"|\b{_MAIL}\b.{{0,25}}\blost (?:access to )?(?:the old one|it)\b"
    rf"|\blost (?:access to )?(?:my|the|that|this) (?:old )?{_MAIL}\b|\b(?:old|dead|closed|deleted|former|"
    rf"previous) {_MAIL}\b.{{0,30}}\b(?:cant|cannot|dont|no|not)\b"
    rf"|\b(?:cant|cannot|dont|no longer) (?:\w+ )?(?:read|get|receive|see|open|access) (?:my |the |any |those |"
    rf"these )?(?:e ?-?mails?|mails?|messages)\b.{{0,15}}"
    rf"\b(?:there|{_NO_LONGER})\b|\bgoes to (?:the|my) old {_MAIL}\b|\bno (?:more |longer )?access to {_THAT}{_BOX}\b"
    rf"|\b{_BOX} (?:is|was|got|has been|no longer|doesnt|does not) (?:\w+ )?"
    r"(?:closed|deleted|dead|gone|deactivated|disabled|shut down|exists?)\b"
    rf"|\b(?:kein\w*|nicht mehr)\b.{{0,15}}\b(?:zugriff|zugang|drauf|rein)\b.{{0,25}}\b(?:{_MAIL}|konto)\b|"
    rf"\b{_MAIL}\b.{{0,30}}\b(?:gibt es|existiert|hab\w* ich|"
    rf"komme? ich|lesen|nutze ich)\b.{{0,15}}\bnicht mehr\b|\b(?:komme|kann)\b.{{0,25}}\b{_MAIL}\b.{{0,15}}\bnicht mehr\b"
)
# "I still don't have the email" is of a mail, and not of a mailbox.
_NOT_HERE = lazy_pattern(
    rf"\b(?:still (?:\w+ )?(?:dont|do not|havent|have not|cant|didnt)|(?:dont|do not|havent|have not|didnt|cant)(?=.*\b(?:yet|so far)\b))"
    rf" (?:\w+ ){{0,2}}?(?:have|get|got|gotten|see|seen|find|received?) (?:the|that|an|any|your|this) (?:\w+ )?(?:e ?-?mail|mail)\b"
    rf"(?! (?:address|account))(?!.*\b{_NO_LONGER}\b)"
)
_CODE = r"(?:codes?|e ?-?mails?|mails?|messages?|digits|text|sms|nachricht(?:en)?)"
_SENT = rf"(?:{_CODE}|it|one|anything|nothing)"
_NOT = (
    r"(?:didnt|did not|dint|havent|have not|dont|do not|not|never|cant|cannot|isnt|hasnt|has not|doesnt|does not|wasnt|aint|"
    r"kann nicht|nicht)"
)
_HERE = (
    r"(?:get|got|gotten|getting|receiv\w*|reciev\w*|see|seen|find|found|came|come|coming|arriv\w*|have|there|here|sent|show\w*|"
    r"reach\w*)"
)
# What may stand around it; anything else names another thing that did not come.
_AROUND = (
    r"(?:yet|so far|still|now|either|at all|again|though|tho|me|in|to|on|my|the|a|any|this|that|your|you|u|spam|junk|folder|inbox|mail|"
    r"mailbox|e ?-?mail|phone|here|there|from|and|but|up|through|anywhere|noch|immer|mehr|da|bei mir|im|in|meinem|postfach)"
)
_NO_CODE = lazy_pattern(
    rf"\b(?:no|kein\w*|without an?y?) (?:\w+ )?{_CODE}\b"
    rf"|(?:^|[.,;:!?(]\s*|\b(?:i|we|it|that|this|there|one|and|but|cos|because|still|just|really|also|ich|es|{_CODE}) )"
    rf"{_NOT} (?:\w+ ){{0,2}}?{_HERE}(?: (?:{_AROUND}|{_SENT}))*(?=\s*(?:[.,;!?]|$))"
    r"|\bnothing(?: (?:has|is|was|in|there|here|came|comes|arrived|yet|so far|still|my|the|mail|inbox|spam|e-?mail))*"
    r"(?=\s*(?:[.,;!?]|$))"
    rf"|\b(?:where(?:s| is| are)|what|which|wo ist|welcher|welchen) (?:(?:the|my|that|this|der|mein) )?(?:\w+ )?code\b"
    rf"|\b{_CODE} (?:is |has |was |hasnt |isnt |not |never |ist |kommt |kam )+(?:\w+ )?"
    r"(?:missing|lost|there|here|come|came|coming|arriv\w*|sent|nicht|angekommen|da)\b"
    r"|\b(?:re-?send|send (?:it|that|the code|me (?:a|the|another)(?: new)?(?: code)?|a new (?:one|code)|another(?: code)?))\b"
    r"|\b(?:immer )?noch (?:immer )?nichts\b|\bnichts (?:\w+ )?(?:da|angekommen|bekommen|gekommen|erhalten|im postfach)\b"
    r"|\b(?:code|mail|nachricht) (?:\w+ ){0,3}(?:nicht|nie)\b"
    r"|\b(?:wrong|old|different|not my|another) (?:\w+ )?(?:e ?-?mail|mail|address)\b"
)
_MOST_WORDS = 24


def has_lost_the_mailbox(text: str) -> bool:
    said = folded(text)
    return bool(_LOST.search(said)) and not _NOT_HERE.search(said)


def says_no_code_came(text: str) -> bool:
    """Of words that answer our question for a code: it is not there, or wanted once more."""
    said = folded(text)
    return len(said.split()) <= _MOST_WORDS and bool(_NO_CODE.search(said))

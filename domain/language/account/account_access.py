"""What is said of the way into an account: no new password is wanted, it may be locked, a link that was sent is of no use, a code did not
come, or the e-mail account on file is out of reach.
"""

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
_SHUT = r"(?:locked|blocked|suspended|frozen|disabled|deactivated|gesperrt|blockiert|deaktiviert)"
_LOCK = lazy_pattern(
    rf"\b{_ACCOUNT}\b(?! \w+ card).{{0,25}}\b{_SHUT}\b|\b{_SHUT}\b.{{0,15}}\b(?:out of (?:my )?)?{_ACCOUNT}\b|\blocked (?:me )?out\b"
    r"|\bget (?:it |me |myself )?unlocked\b"
    rf"|\bun-?lock\w*\b.{{0,15}}\b{_ACCOUNT}\b|\b{_ACCOUNT}\b.{{0,20}}\b(?:un-?lock\w*|entsperr\w*|freischalt\w*)\b"
    rf"|\b(?:entsperr\w*|freischalt\w*)\b.{{0,20}}\b{_ACCOUNT}\b|\b{_ACCOUNT}sperre\b"
)
_OF_THE_LOCK = lazy_pattern(
    rf"\b(?:the|this|that|a|account) lock\b|\bun-?lock\w*\b|\bentsperr\w*|\b(?:die|der|diese) (?:konto)?sperr(?:e|ung)\b"
    rf"|\b(?:it|its|still)\b.{{0,15}}\b{_SHUT}\b"
    rf"|\bes ist\b.{{0,15}}\b{_SHUT}\b|\bfreischalt\w*\b"
)
_OF_NO_ACCOUNT = lazy_pattern(
    r"\b(?:card|visa|mastercard|paypal|karte|kreditkarte|house|door|cabinet|drawer|cupboard|box|wheels?|haus|tur|schrank|parcel|order|paket|bestellung)\b"
)
_WANTS_A_LINK = lazy_pattern(
    r"\b(?:send|get|want|need|email|schick\w*|brauche?|mochte) (?:\w+ ){0,3}"
    r"(?:reset|link|(?:new |neues )?pass\w+)\b"
)


_GETS_IN = lazy_pattern(
    r"\b(?:know|remember|have) (?:my|the) (?:pass\w+|pw)\b(?!.{0,20}\b(?:but|not|isnt|doesnt|wont|rejected|wrong)\b)"
    r"|\b(?:can|could|do|am able to) (?:still )?(?:log|sign|get) in (?:just )?(?:fine|ok|okay|normally|alright|no problem)\b"
    r"|\b(?:log|sign)(?:ging|ning)? ?in (?:works|is fine|is no problem)\b"
    r"|\b(?:kenne?|weiss|hab\w*) (?:ich )?(?:ja )?mein pass\w+|\bpasswort (?:kenne|weiss|hab\w*) ich\b"
    r"|\b(?:anmelden|einloggen) (?:geht|klappt|kann ich mich)\b(?! nicht)"
)


def wants_no_reset(text: str) -> bool:
    """ "I don't want to reset it", "is my account locked?", "I know my password": no link is to be sent for it."""
    said = folded(text)
    return bool(_DENIES.search(said) or _GETS_IN.search(said) or _ASKS_IF_LOCKED.search(said))


def speaks_of_a_lock(text: str, *, spoken_of: bool) -> bool:
    """ "It says account locked", "how do I get unlocked?": that an account is locked is told or asked, and no link wanted for it.
    ``spoken_of``: the way into the account was, just before."""
    said = folded(text)
    if len(said.split()) > _MOST_WORDS or _OF_NO_ACCOUNT.search(said):
        return False
    if _WANTS_A_LINK.search(said) and not _DENIES.search(said):
        return False
    return bool(_LOCK.search(said) or (spoken_of and _OF_THE_LOCK.search(said)))


def wants_another_link(text: str) -> bool:
    """Of words that follow a link for a new password, or the question where it should go."""
    said = folded(text)
    is_of_it = bool(_ANOTHER_LINK.search(said) or _THE_LINK.search(said))
    return len(said.split()) <= _MOST_WORDS and is_of_it and not _DENIES.search(said)


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
_MOST_WORDS_ON_MAIL = 24


def has_lost_the_mailbox(text: str) -> bool:
    said = folded(text)
    return bool(_LOST.search(said)) and not _NOT_HERE.search(said)


def says_no_code_came(text: str) -> bool:
    """Of words that answer our question for a code: it is not there, or wanted once more."""
    said = folded(text)
    return len(said.split()) <= _MOST_WORDS_ON_MAIL and bool(_NO_CODE.search(said))

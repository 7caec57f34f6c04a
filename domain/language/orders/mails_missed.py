"""Whether words say that a mail has not come which was just sent: "nothing's come through", "da kommt nix an". Of nothing else may
they speak, so every word has to be one of these."""

import re

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_NOT = r"nothings?|none|nope|nowt|nil|no|not|never|\w+nt|cannot|nichts|nix|nischt|nich?|nicht|nie|keine?[nrs]?"
_WAITS = r"waiting|still|yet|immer|bisher|wheres?|where|wo|bleibt|warte|empty|leer"
_COMES = (
    r"com(?:e|es|ing)|came|arriv\w*|show(?:s|n|ed|ing)?|turn(?:s|ed|ing)?|land(?:ed|ing)?|through|throu|thru|gotten|got|get|gets|getting|receiv\w*"
    r"|recieved?|see|seen|saw|find|found|here|there|had|reach\w*|delivered|komm(?:en|t|e)?|kam|ankommen|angekommen|gekommen|bekomm\w*|gekriegt"
    r"|krieg\w*|erhalten|erhielt|eingegangen|reingekommen|da|an|drin|gesehen|sehe|finde\w*|gefunden|eingetroffen|zugestellt"
)
_MAIL = (
    r"e|e?mails?|links?|messages?|invoices?|receipts?|labels?|pdfs?|inbox(?:es)?|mailbox|spam|junk|folders?|rechnung\w*|etikett|\w+etikett|nachricht(?:en)?"
    r"|postfach|posteingang|eingang|ordner|spamordner|\w*code|reset"
)
_SMALL = (
    r"a|any|anything|the|it|its|that|thats|this|one|them|they|is|are|has|have|ive|i|im|me|my|we|you|your|u|in|into|on|at|to|of|for|from|so|far|and|but"
    r"|just|even|actually|really|all|up|out|either|also|now|then|ever|been|be|was|were|did|do|does|by|hm+|er|um+|oh|well|sorry|hey|hi|hello|ok|okay"
    r"|though|minutes?|mins?|hours?|an|ages|since|after|already|checked|checking|looked|looking|refresh\w*|keep|new|with|password|half|ten|five|twenty"
    r"|\d+|ist|sind|war|hat|habe?|hatte|ich|mir|mich|bei|mein\w*|der|die|das|den|dem|es|er|sie|ein\w*|im|in|vom|von|aber|und|auch|noch|doch|schon"
    r"|leider|irgendwie|jetzt|bis|seit|nur|hier|neues|hm|na|ne|ja|also|denn|so|davon|per|wurde|wird|worden|geschaut|geguckt|nachgeschaut"
    r"|nachgesehen|gewartet|minuten?|stunden?|halbe\w*|uberhaupt|gar|komisch|weird|strange|passiert|happen(?:s|ed|ing)?"
)
_LACKS = lazy_pattern(rf"{_NOT}|still|waiting|wheres?|where|bleibt|empty|leer")
_ARRIVES = lazy_pattern(rf"{_COMES}|{_MAIL}|{_WAITS}|passiert|happen(?:s|ed|ing)?|minutes?|hours?|minuten?|stunden?")
_KNOWN = lazy_pattern(rf"{_NOT}|{_WAITS}|{_COMES}|{_MAIL}|{_SMALL}")
# "Where do I find the link?", "did it come?" ask; "no new link" and "not there yet" tell.
_ASKS = lazy_pattern(
    r"^\W*(?:(?:and|so|but|ok|okay|und|aber)\W+)*(?:do|does|did|can|could|will|would|have|has|should|is|are|kommt|kann|soll|muss|wird|hast|habt|how|when|wie|wann"
    r"|where (?:do|does|will|can|should)|wo (?:kann|finde|bekomme|sehe))\b"
)
_NO_MORE = lazy_pattern(r"\b(?:nothing|nichts|nix) (?:new|neues)\b|^\W*(?:no|nein|ne|nee|not|never|okay|still)\W*$")
_GETS_IN = lazy_pattern(r"\bget(?:ting)? in(?:to (?:it|my))?\b(?! (?:the |my )?(?:in|spam|junk|mail))")
_MOST_WORDS = 16


def says_no_mail_came(text: str) -> bool:
    said = folded(text)
    words = re.findall(r"\w+", said)
    if len(words) > _MOST_WORDS or _ASKS.search(said) or _NO_MORE.search(said) or _GETS_IN.search(said):
        return False
    is_of_it = any(map(_LACKS.fullmatch, words)) and any(map(_ARRIVES.fullmatch, words))
    return is_of_it and all(map(_KNOWN.fullmatch, words))


_CODE = lazy_pattern(r"\b(?:\w*code)\b")


def speaks_of_a_code(text: str) -> bool:
    return bool(_CODE.search(folded(text)))

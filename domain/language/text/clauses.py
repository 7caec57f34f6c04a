"""The clauses of a message: what may each be an act of its own."""

import re
from dataclasses import dataclass

from domain.language.folding import folded
from domain.language.languages.written_language import plain_language
from domain.lazy_pattern import lazy_pattern

_FEWEST = 2  # letters of a clause


@dataclass(frozen=True)
class Clause:
    """``start`` and ``end`` are code points of the message; ``joint`` are the words that tie it to the clause before."""

    text: str
    start: int
    end: int
    joint: str = ""
    asks: bool = False  # a question mark ends it


# A full stop ends a sentence, but not in "no. 104251", "9.00", "e.g." or an address.
_SENTENCE = lazy_pattern(
    r"(?<!\bno)(?<!\bnr)(?<!\bNo)(?<!\bNr)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bMrs)(?<!\be\.g)(?<!\bi\.e)(?<!\bapprox)"
    r"[.](?=\s|$|[A-Z])|[!?;\n]+|(?<=\w)\s*\.{2,}\s*|\s[-–—]+\s|:\s"
)
_JOINT = lazy_pattern(
    r"\s*,?\s*(?:and\s+|und\s+)?(?:while|when) (?:you|u|ur|we)(?:['’]?re|r| are)? at it\s*,?\s*"
    r"|\s*,?\s*(?:und\s+)?(?:wenn|wo|da) (?:sie|ihr|du|wir) (?:\w+ )?(?:schon|gerade|eh) dabei (?:sind|seid|bist)\s*,?\s*"
    r"|\s*,\s*(?:(?:and|but|so|then|also|plus|or|because|as|since|und|aber|et|mais|y|pero|e|ma|en|maar)\s+)*"
    r"|\s+(?:(?:and|but|so|then|also|plus|because|cause|cos|cuz|since|though|although|while|&|und|"
    r"aber|et|mais|y|e|pero|ma|maar)\s+)+"
    r"|\s*,?\s*(?:sondern|sino)\s+"
    r"|\s+(?=(?:please|pls|plz)\s+\w)|\s+(?=i(?:['’]?d| would) (?:like|love|want)\b)"
    r"|\s+(?=i (?:asked for|only wanted|just wanted|only want|just want) )",
    re.IGNORECASE,
)
_FILLERS = (
    r"(?:(?:please|pls|plz|just|also|then|now|instead|maybe|kindly|so|well|oh|ok|okay|hi|hello|hey|"
    r"anyway|actually|first|secondly|next|"
    r"afterwards|only|still|really|thanks|sorry)\s+)*"
)
_WISH_VERB = (
    r"(?:cancel\w*|cancle|return|refund|reimburse|exchange|swap|replace|send|resend|ship|deliver|track|"
    r"trace|find|check|change|update|edit|"
    r"modify|switch|keep|leave|delete|erase|close|remove|add|stop|tell|show|list|give|email|mail|invoice|"
    r"reset|unsubscribe|make|let|"
    r"get|put|use|call|connect|transfer|help|look|need|want|wanna|would|forget|track|pay|take|call|"
    r"do|stornier\w*|annul\w*|cancela|"
    r"devolver|envoyez)"
)
_PRONOUN = (
    r"(?:i|im|id|ive|ill|we|were|weve|you|youre|he|she|they|theyre|it|its|this|that|thats|these|those|"
    r"there|theres|nobody|one|both|none|nothing|everything|ich|je|yo)"
)

_AUX = (
    r"(?:is|isnt|are|arent|was|wasnt|were|werent|has|hasnt|have|havent|had|does|doesnt|do|dont|did|"
    r"didnt|can|cant|cannot|could|will|wont|would|"
    r"should|came|comes|arrived|got|looks|broke|stopped|works|shows|says|seems|needs|fits|fell|never|"
    r"keeps|kept|makes|gets|goes|went|smells|leaks|feels|runs|refuses)"
)
_WH = r"(?:what|whats|when|whens|where|wheres|which|who|why|how|hows|whether)"
_WRONG = (
    r"(?:missing|broken|damaged|torn|cracked|scratched|smashed|chipped|ripped|dented|faulty|defective|wrong|late|incomplete)"
)
_STARTS = lazy_pattern(
    rf"^{_FILLERS}(?:{_WISH_VERB}|{_WH}|{_AUX})\b"
    rf"|^{_FILLERS}{_PRONOUN} (?:\w+ )?(?:{_AUX}|{_WISH_VERB}|am|ordered|bought|paid|moved|think|like|"
    rf"love|hate|keep|can|\w+ed|cannot)\b"
    rf"|^{_FILLERS}(?:im|id|ive|ill|its|thats|theres|youre|theyre)\b"
    rf"|^{_FILLERS}(?:no longer|no need|not)\b"
    rf"|^{_FILLERS}(?:\w+ ){{1,5}}(?:{_AUX}|{_WRONG})\b"
    r"|^(?:etre|me faire) rembourse"
    r"|^[\w#-]*\d{4,} (?:behalten|stornieren|nicht|garder|annuler|annulla|cancelar)\b"
    r"|^(?:but )?(?:only|just) (?:the|my|one|both|hp|[#\w]*\d)"
    r"|^(?:and )?for [\w#-]+ (?:i|we)\b|^(?:and )?(?:the )?(?:other|second|first|last) one\b|^(?:stornier|"
    r"ich|je|quiero|wo|wann)"
)
_PLAINLY_WANTS = lazy_pattern(
    r"^(?:id (?:like|love|want|prefer|rather)|i (?:want|would like|need|demand|expect)|please (?:send|refund|replace|cancel|exchange))\b"
)
_CONTRASTS = lazy_pattern(r"\b(?:sondern|sino)\b", re.IGNORECASE)
_NO_REMEDY = lazy_pattern(
    r"^no (?:refunds?|exchanges?|replacements?|returns?|vouchers?|credit note|store credit|money back)\b"
)
_REFUSES = lazy_pattern(
    r"^(?:bitte |please |und |and )?(?:no (?:refunds?|exchanges?|replacements?|returns?|vouchers?)"
    r"|(?:kein\w*|geen) (?:umtausch|erstattung|ruckerstattung|gutsch\w+|ersatz\w*|retoure|ruil\w*|terugbetaling)"
    r"|pas (?:de |d ?)(?:echange|remboursement|avoir|retour)|(?:no quiero|sin|nada de) (?:el |un |una |la )?(?:cambio"
    r"|reembolso|devolucion|vale)"
    r"|(?:niente|nessun|non voglio) (?:il |un |la )?(?:cambio|rimborso|buono|reso))\b"
)
# How clauses begin elsewhere: with a denial, a verb, or with what it is about ("die Mütze schicke ich zurück", "la cappa la rendo").
_STARTS_ELSEWHERE = lazy_pattern(
    r"^\W*(?:(?:nicht|pas|niet|kein\w*|geen) \w|(?:hp)?\d{4,} (?:aber |jedoch |maar |bitte )?(?:nicht|niet|pas|no|non)\b"
    r"|(?:laat|lass\w*|laissez|lascia\w*|deja\w*|gardez|behalte\w*|schick\w*|erstatt\w*|tausch\w*|annuleer|stuur|envoyez|remboursez"
    r"|rembolsen|reembols\w*|devuelv\w*|mand[ae]\w*|envi[ae]\w*|me (?:mand|envi|devolv|devuelv)\w*|cambi\w*|quisiera"
    r"|vorrei|voglio|quero|queria"
    r"|ik wil|wil ik|wir|kann|konn\w*|mochte|hatte|puis|pouvez|puede\w*|puedo|pode\w*|posso|potete|kan ik|kunnen|wie|hoe|combien)\b"
    r"|(?:den|die|das|der) [\w-]+ (?:behalt|schick|tausch|mocht|will|nehm|geb|geh|kann|konn|ist|sind|war|fehl|hat|hab|soll|bitte)\w*\b"
    r"|(?:el|la|los|las|il|lo|gli|le|les|os|as) [\w-]+ (?:(?:me )?l[oaie]s?|non|no|ne|est|sont|e|es|esta|estan|sono"
    r"|falta\w*|manca\w*|manque\w*)\b)"
)
_PREDICATE = lazy_pattern(
    rf"\b(?:{_WISH_VERB}|{_AUX}|{_WRONG}|{_WH}|i|im|id|ive|no|yes|ordered|bought|invoice|refund|am|"
    rf"tracking|status|update|\w{{3,}}ed)\b"
)
_CONDITION = lazy_pattern(
    r"^(?:and |but |so |or )*(?:if|what if|what happens (?:if|when)|unless|in case|should (?:it|you|"
    r"they)|wenn|falls|si|se|als)\b(?! (?:possible|"
    r"you (?:can|could|would|dont mind)\b|not\b|so\b|its possible))"
)


def clauses(text: str) -> list[Clause]:
    """The clauses of a text in their order. A list of orders or goods ("the hat and the scarf") stays together, and so does a
    condition with what hangs on it."""
    found: list[Clause] = []
    for start, end, asks in _sentences(text):
        found += _parts(text, start, end, asks)
    return found


def _sentences(text: str) -> list[tuple[int, int, bool]]:
    spans, start = [], 0
    for stop in _SENTENCE.finditer(text):
        spans.append((start, stop.start(), "?" in stop[0]))
        start = stop.end()
    spans.append((start, len(text), False))
    return [
        span
        for span in spans
        if len(text[span[0] : span[1]].strip()) >= _FEWEST or text[span[0] : span[1]].strip().isdigit()
    ]


def _parts(text: str, start: int, end: int, asks: bool) -> list[Clause]:
    if _CONDITION.match(folded(text[start:end]).strip()):
        return [_clause(text, start, end, "", asks)]
    cuts: list[tuple[int, int]] = []
    begun = start
    for joint in _JOINT.finditer(text, start, end):
        following = _JOINT.search(text, joint.end(), end)
        right = folded(text[joint.end() : end]).strip()
        near = folded(text[joint.end() : following.start() if following else end]).strip()
        left = folded(text[begun : joint.start()]).strip()
        if _ends_a_clause(left, joint[0], near, right):
            cuts.append((joint.start(), joint.end()))
            begun = joint.end()
    parts: list[Clause] = []
    at, tie = start, ""
    for stop, after in cuts:
        parts.append(_clause(text, at, stop, tie, False))
        at, tie = after, text[stop:after]
    parts.append(_clause(text, at, end, tie, asks))
    return [part for part in parts if part.text]


def _ends_a_clause(left: str, joint: str, near: str, right: str) -> bool:
    if not left or not right:
        return False
    words = left.split()
    if "," in joint and _REFUSES.search(left) and (_STARTS.search(near) or _STARTS_ELSEWHERE.search(right)):
        return True
    if "," in joint and (
        len(words) <= 3
        and re.fullmatch(r"(?:hi|hello|hey|yes|no|ok|okay|thanks|thank you|sorry|nope|please|well|dear)(?: \w+){0,2}", left)
    ):
        return left != "please" and (not left.startswith("no ") or near.startswith("no "))
    if "," in joint and _PLAINLY_WANTS.search(near):
        return len(words) > 1
    if _CONTRASTS.search(joint) or _NO_REMEDY.search(near):
        return len(words) > 1
    if _STARTS_ELSEWHERE.search(right) and plain_language(f"{left} {near}", least=1) != "en":
        return len(words) > 1
    return bool(_STARTS.search(near) and (_PREDICATE.search(left) or ("," in joint and len(words) > 2)))


def _clause(text: str, start: int, end: int, joint: str, asks: bool) -> Clause:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(" ,.;:-\t\r\n"))
    right = len(piece.rstrip(" ,.;:-\t\r\n"))
    return Clause(
        piece[left:right] if left < right else "", start + left, start + max(left, right), joint.strip(" ,").casefold(), asks
    )

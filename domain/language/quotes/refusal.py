"""Words that lean away from a quote: refusals, hesitations, and what takes a yes back, also while a person decides; but not a no that says
again what is quoted.

Consent is asymmetric: only a plain yes executes (`phrases.py`), and anything that leans away withdraws. So this reads with
recall first: to withdraw by mistake costs the customer one more message, to miss a refusal leaves alive what they do not want.
Rules only, so that it holds before consent and without a model.

Once confirmed, a request that waits for a person's decision is taken back only by words that say so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from domain.language.folding import any_of_words, folded, with_pieces
from domain.language.money.amounts import amount_asked, amounts_in
from domain.language.text.sentences import phrases, sentences, without_stops
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_QUESTION_START = lazy_pattern(
    r"^(?:(?:and|but|so|well|ok|okay|um+|hm+|hi|hello|sorry|also|quick question|one question|before that)\W+)*"
    r"(?:what|whats|when|where|which|who|whose|why|how|hows|do you|does|did|is there|are there|is it|is this|is that|are you|"
    r"are they|will|would it|would you|(?:can|could|would)nt (?:you|u)\b|can you|could you|can i|could i|may i|"
    r"(?:do|should|shall|must) i|(?:muss|soll|schick\w*|bekomme|krieg\w*|behalte) ich|muss|was|wie|wann|wo|wer|warum|wieso|welche\w*|"
    r"have you|has)\b"
)
# "If it doesn't fit, can I send it back?": the condition is a part of what is asked.
_IF_FIRST = lazy_pattern(
    r"^(?:(?:and|but|so|well|ok|okay|um+|hm+|sorry|also|und|aber|noch ?mal|gut|na|dann)\W+)*(?:if|in case|suppose|when|wenn|falls|sollte)\b"
)
# What asks to be left alone is no side question, although it is put as one: "can we forget it?".
_ASKS_TO_LEAVE = lazy_pattern(
    r"\b(?:can|could|may|might|would|shall|should|will)(?: not|nt)? (?:i|we|you) (?:please |pls |just |still |maybe |kindly )*"
    r"(?:not |keep|leave|stop|hold|wait|forget|drop|scrap|undo|skip|pause|think|sleep|change my mind|decide later|get back|"
    r"take (?:it|that|this) back|put (?:it|that|this) on hold|withdraw|revoke|abort|disregard|ignore)|"
    r"\b(?:what if|how about) (?:i|we) (?:just |simply )?(?:keep|leave|do not|dont|wait|forget)|"
    r"\bcan(?: it| this| that)? (?:wait|be (?:stopped|undone|cancelled|canceled|left))\b|\btoo late to\b|\bwhy not (?:leave|keep)\b"
)


@dataclass(frozen=True)
class Refusal:
    """``rest``: what the message says beside it. ``corrects``: it names what is wanted instead. ``is_condition``: it refuses
    nothing but what a condition would not meet. ``is_plain``: it says no, waits or takes back in so many words; else it may only
    deny, or find fault with, something beside."""

    rest: str
    corrects: bool
    is_condition: bool
    is_plain: bool = True


_TABLE = shipped_table("domain.language.quotes", "refusal.yaml")


def _pattern(parts: Sequence[str]) -> re.Pattern[str]:
    return any_of_words(parts, _TABLE["pieces"])


_LEANING = ("negates", "hesitates", "keeps", "back", "wrong", "objects", "aside", "other_languages")
_HARMLESS, _DEFECTS, _GO_AHEAD, _OF_OUR_ANSWER = (
    _pattern(_TABLE[group]) for group in ("harmless", "defects", "go_ahead", "of_our_answer")
)
_CONDITIONS, _CONTRAST = _pattern(_TABLE["conditions"]), _pattern(_TABLE["contrast"])
_LEANS = _pattern([part for group in (*_LEANING, "conditions") for part in _TABLE[group]])
_PLAIN = _pattern([part for group in ("hesitates", "keeps", "back", "other_languages") for part in _TABLE[group]])
# "No", "don't do it" and the like; a "not" inside of a sentence may belong to anything in it.
_SAYS_NO = lazy_pattern(
    r"^\W*(?:(?:oh|um+|hm+|sorry|well|actually|please|pls|just|then|ok|okay|i|we|but|and|so|haha|lol|thanks|thank you|thx|cheers)\W+)*"
    r"(?:no|nope|nop|nah|naw|nay|noo*|never|noway|no-one|nobody|dont|donot|do not|dun|dnt|doont|wont|will not|would not|wouldnt|not)\b"
    r"(?!\W+(?:(?:but|sorry)\W+)?(?:thats|that is|that was|its|it is|this is) not what (?:i|we)\b)"
    r"|^\W*(?:(?:ach|oh|ah|hm+|also|bitte|ja|doch|aber|und|dann|danke|sorry|moment|das|es|ich|wir"
    r"|machen sie|tun sie|will|wollen|mochte|mochten)\W+)*"
    r"(?:nein|naa?|nee|noe|noa|nicht|nichts|kein\w*)\b(?! (?:so|nur|ganz|wahr|gut|ja|klar)\b)"
)
_OF_ACTION = {name: (_pattern(of["supports"]), _pattern(of["withdraws"])) for name, of in _TABLE["of_action"].items()}
_NOTHING = lazy_pattern(r"(?!)")


def refuses(text: str, action: str | None = None) -> Refusal | None:
    """How a message leans away from the quoted ``action``; None where it does not.

    A negation that belongs to the goods ("it does not work") and one that asks ("why don't you ship to Norway?") do not count."""
    leaning, firm, plain, rest = False, False, False, []
    for clause, is_asked in _clauses(folded(text)):
        if not is_asked and _leans(clause.strip(), action):
            leaning = True
            firm = firm or _leans(_CONDITIONS.sub(" ", clause.strip()), action)
            plain = plain or _is_plain(clause.strip(), action)
            left = _left_of(clause)
            if left:
                rest.append(left)
        else:
            rest.append(clause.strip())
    if not leaning:
        return None
    said = folded(text)
    return Refusal(" ".join(rest).strip(" ,;.!?"), bool(_CONTRAST.search(said)), not firm, plain)


def _clauses(said: str) -> list[tuple[str, bool]]:
    """Each clause, and whether it is the condition of a question."""
    found: list[tuple[str, bool]] = []
    for sentence in sentences(said):
        asks = sentence.rstrip().endswith("?")
        for clause in phrases(sentence):
            found.append((clause, asks and _IF_FIRST.match(clause.strip()) is not None))
    return found


def is_of_our_answer(text: str) -> bool:
    """ "That's not what I asked": said of what we answered, and nothing of what is quoted."""
    return not _OF_OUR_ANSWER.sub("", folded(text)).strip(" .,;!-")


def _is_plain(clause: str, action: str | None) -> bool:
    _, withdraws = _OF_ACTION.get(action or "", (_NOTHING, _NOTHING))
    said = _leaning_of(clause, action)
    return bool(_ASKS_TO_LEAVE.search(clause) or _PLAIN.search(said) or _SAYS_NO.search(said) or withdraws.search(said))


def _leaning_of(clause: str, action: str | None) -> str:
    """A clause without what only sounds like a refusal."""
    supports, _ = _OF_ACTION.get(action or "", (_NOTHING, _NOTHING))
    return supports.sub(" ", _DEFECTS.sub(" ", _OF_OUR_ANSWER.sub(" ", _HARMLESS.sub(" ", _GO_AHEAD.sub(" ", clause)))))


def _leans(clause: str, action: str | None) -> bool:
    _, withdraws = _OF_ACTION.get(action or "", (_NOTHING, _NOTHING))
    if _ASKS_TO_LEAVE.search(clause):
        return True
    if "?" in clause or _QUESTION_START.match(clause):
        return False
    said = _leaning_of(clause, action)
    return bool(_LEANS.search(said) or withdraws.search(said))


def _left_of(clause: str) -> str:
    """What a refusing clause goes on to want: "no I want to exchange it" → "I want to exchange it"."""
    found = re.match(
        r"^(?:oh |um+ |hm+ |sorry |well )*(?:no|nope|nah|nein|non|wait|stop|actually)\b[\s,]*(?=\w)(.*)$", clause.strip()
    )
    if not found or _LEANS.search(found[1]):
        return ""
    return found[1].strip(" ,;.!?") if len(found[1].split()) > 2 else ""


_TABLE_OF_REQUESTS = shipped_table("domain.language.quotes", "takes_back.yaml")
_PIECES = _TABLE_OF_REQUESTS["pieces"]
_SAID, _ASKED = any_of_words(_TABLE_OF_REQUESTS["said"], _PIECES), any_of_words(_TABLE_OF_REQUESTS["asked"], _PIECES)
_OWN = {name: any_of_words([verbs], _PIECES) for name, verbs in _TABLE_OF_REQUESTS["of_action"].items()}
_OWN_DENIED = {
    name: any_of_words([f"<denied> (?:{verbs})"], _PIECES) for name, verbs in _TABLE_OF_REQUESTS["of_action"].items()
}
_DENIED = lazy_pattern(with_pieces(r"\b<not>(?: \w+)?(?: want(?: you)? to)? $", _PIECES))


def takes_back(text: str, action: str) -> bool:
    """Whether a message says that the request to do ``action`` is not wanted any more. A bare no is not looked for here."""
    return any(_says_so(clause, action) for clause in without_stops(phrases(folded(text))))


def _says_so(clause: str, action: str) -> bool:
    if _ASKED.search(clause):
        return False
    denied, own = _OWN_DENIED.get(action), _OWN.get(action)
    if denied and denied.search(clause):  # "please don't refund it"
        return True
    return any(
        _DENIED.search(clause, 0, said.start()) is None and not (own and own.match(said.group()))
        for said in _SAID.finditer(clause)
    )


_CLAUSE_RESTATED = lazy_pattern(r"[.?!;,:\n…]+(?!\d)|\s[-–—]+\s|\s(?:and|und|but|aber)\s")
_WORD = lazy_pattern(r"\w+")
_INSISTS = lazy_pattern(
    r"^(?:(?:no|nope|nein|omg|please|pls|bitte|doch) )*"
    r"(?:(?:can|could|may) i (?:just |only )?(?:get|have)|(?:i (?:said|mean|do want|want)|ich (?:sagte|will|mochte|meine)(?: doch)?) "
    r"(?:just|only|nur|bloss|bloß)|give me|just|only|nur|bloss|bloß|lediglich) (?P<what>.+)$"
)
_MONEY = lazy_pattern(
    r"^(?:the |die |den |das |my )?[$€£]? ?\d+(?:[.,]\d{2})? ?(?:euros?|dollars?|pounds|eur|usd|gbp|quid|bucks?|[$€£])?"
    r"(?: (?:off|back|refund|refunded|discount|zuruck|nachlass|rabatt|erstattung|erstattet|weniger|please|pls|bitte|will ich|"
    r"mochte ich))*(?: (?:for|off|fur) (?P<goods>.+))?$"
)
_SMALL = lazy_pattern(
    r"^(?:the|an?|my|this|that|one|for|of|on|from|order|d(?:as|ie|er|en|em)|mein\w*|fur|beim|vo[nm]|bestellung|please|bitte|scratch\w*|"
    r"damaged|broken|cracked|chipped|dented|verkratzt\w*|zerkratzt\w*|beschadigt\w*|kaputt\w*)$"
)
_TAKES_BACK = lazy_pattern(
    r"\b(?:dont want (?:it|that|this|any|the (?:money|refund))|leave it|forget|cancel|stop|never ?mind|not enough|too little|more than|"
    r"vergiss|lass\w*|will (?:das|es|ich das) nicht|zu wenig|reicht nicht|mehr als|storn\w*)\b"
)


def restates(text: str, goods: str, amount: Decimal | None) -> bool:
    """Whether words that lean away only insist on what is quoted: ``amount`` back, for ``goods`` (the quoted names).

    Another amount, a question, and goods that are not quoted are no repetition; a yes it is never."""
    said, known = folded(text), set(_WORD.findall(folded(goods)))
    if "?" in text or _TAKES_BACK.search(said) or amount is None:
        return False
    if (asked := amount_asked(text)) is not None and Decimal(asked) == amount:
        return True  # "I said 50, not 500"
    if any(Decimal(a) != amount for a in amounts_in(text)):
        return False
    insisted = [
        found["what"].strip() for clause in _CLAUSE_RESTATED.split(said) if (found := _INSISTS.match(clause.strip()))
    ]
    return bool(insisted) and all(_is_quoted(what, known) for what in insisted)


def _is_quoted(what: str, known: set[str]) -> bool:
    money = _MONEY.match(what) if amounts_in(what) else None
    named = [word for word in _WORD.findall((money["goods"] or "") if money else what) if not _SMALL.match(word)]
    return all(word in known for word in named) and bool(money or named)

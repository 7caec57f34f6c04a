"""Words that lean away from a quote: refusals, hesitations, and what takes a yes back.

Consent is asymmetric: only a plain yes executes (`domain.phrases`), and anything that leans away withdraws. So this reads with
recall first: to withdraw by mistake costs the customer one more message, to miss a refusal leaves alive what they do not want.
Rules only, so that it holds before consent and without a model.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.language.folding import folded
from domain.language.pattern_table import any_of_words
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_CLAUSE = lazy_pattern(r"[^.?!;,\n]+[.?!;,\n]*")
_QUESTION_START = lazy_pattern(
    r"^(?:(?:and|but|so|well|ok|okay|um+|hm+|hi|hello|sorry|also|quick question|one question|before that)\W+)*"
    r"(?:what|whats|when|where|which|who|whose|why|how|hows|do you|does|did|is there|are there|is it|is this|is that|are you|"
    r"are they|will|would it|would you|(?:can|could|would)nt (?:you|u)\b|can you|could you|can i|could i|may i|"
    r"(?:do|should|shall|must) i|(?:muss|soll|schick\w*|bekomme|krieg\w*|behalte) ich|have you|has)\b"
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


_TABLE = shipped_table("domain.language", "refusal.yaml")


def _pattern(parts: Sequence[str]) -> re.Pattern[str]:
    return any_of_words(parts, _TABLE["pieces"])


_LEANING = ("negates", "hesitates", "keeps", "back", "wrong", "objects", "aside", "other_languages")
_HARMLESS, _DEFECTS, _GO_AHEAD = (_pattern(_TABLE[group]) for group in ("harmless", "defects", "go_ahead"))
_CONDITIONS, _CONTRAST = _pattern(_TABLE["conditions"]), _pattern(_TABLE["contrast"])
_LEANS = _pattern([part for group in (*_LEANING, "conditions") for part in _TABLE[group]])
_PLAIN = _pattern([part for group in ("hesitates", "keeps", "back", "other_languages") for part in _TABLE[group]])
# "No", "don't do it" and the like; a "not" inside of a sentence may belong to anything in it.
_SAYS_NO = lazy_pattern(
    r"^\W*(?:(?:oh|um+|hm+|sorry|well|actually|please|pls|just|then|ok|okay|i|we|but|and|so|haha|lol|thanks|thank you|thx|cheers)\W+)*"
    r"(?:no|nope|nop|nah|naw|nay|noo*|never|noway|no-one|nobody|dont|donot|do not|dun|dnt|doont|wont|will not|would not|wouldnt|not)\b"
    r"(?!\W+(?:(?:but|sorry)\W+)?(?:thats|that is|that was|its|it is|this is) not what (?:i|we)\b)"
)
_OF_ACTION = {name: (_pattern(of["supports"]), _pattern(of["withdraws"])) for name, of in _TABLE["of_action"].items()}
_NOTHING = lazy_pattern(r"(?!)")


def refuses(text: str, action: str | None = None) -> Refusal | None:
    """How a message leans away from the quoted ``action``; None where it does not.

    A negation that belongs to the goods ("it does not work") and one that asks ("why don't you ship to Norway?") do not count."""
    leaning, firm, plain, rest = False, False, False, []
    for clause in _CLAUSE.findall(folded(text)):
        if _leans(clause.strip(), action):
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


def _is_plain(clause: str, action: str | None) -> bool:
    _, withdraws = _OF_ACTION.get(action or "", (_NOTHING, _NOTHING))
    said = _leaning_of(clause, action)
    return bool(_ASKS_TO_LEAVE.search(clause) or _PLAIN.search(said) or _SAYS_NO.search(said) or withdraws.search(said))


def _leaning_of(clause: str, action: str | None) -> str:
    """A clause without what only sounds like a refusal."""
    supports, _ = _OF_ACTION.get(action or "", (_NOTHING, _NOTHING))
    return supports.sub(" ", _DEFECTS.sub(" ", _HARMLESS.sub(" ", _GO_AHEAD.sub(" ", clause))))


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

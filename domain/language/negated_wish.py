"""Wishes that are named only to say that they are not meant: "I don't want to cancel it, I just want to know when it ships"."""

import re

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_ACT = (
    r"(?:cancel\w*|return\w*|refund\w*|exchang\w*|swap\w*|invoices?|bills?|receipts?|reset\w*|passwords?|delet\w*|clos\w+|chang\w*|"
    r"money back|track\w*|unsubscrib\w*|updat\w*|send\w*|emails?|mails?|ship\w*|order\w*)"
)
_NEGATED = lazy_pattern(
    r"(?<!you )(?<!they )(?<!it )(?<!which )(?<!why )(?<!but )(?:"
    r"\b(?:dont|do not|didnt|did not|dnt|doesnt|does not|would not|wouldnt|never)(?: really| even| actually| mean to)? "
    r"(?:want(?:ed)?|need(?:ed)?|wish|like|intend(?:ed)?|mean|meant|ask(?:ed)?|plan)\b(?: \w+){0,4}? "
    rf"{_ACT}\b|"
    rf"(?:^|\bplease |\bpls |\band |\bso |\bjust |\bkindly )(?:dont|do not|dnt|never|stop|quit|avoid|no more)\b(?: \w+){{0,3}}? {_ACT}\b|"
    r"\b(?:no need|no reason|not (?:here|asking|trying|going|looking|planning)|rather not|instead of|without)\b"
    rf"(?: \w+){{0,4}}? {_ACT}\b|"
    rf"\bnot (?:a |an |the |my )?(?:cancellation|refund|return|exchange|invoice|receipt|password reset)\b)"
)
_KEEP = lazy_pattern(r"^(?:please |pls |just |i want to |i would like to |id like to |ill |i will )*(?:keep|leave)\b")
_JOINT = lazy_pattern(r"([.;!?\n]+\s*|,\s+|\s+(?:but|and|just|instead|however|although|though)\s+)", re.IGNORECASE)
_QUESTION = lazy_pattern(r"^(?:why|how|what|when|where|which|who|can|could|do you|does|is|are|will)\b")


def meant(text: str) -> str | None:
    """What a message wants, less the clauses that say what it does not; ``""`` where nothing else is said, None where it
    negates no wish."""
    pieces = _JOINT.split(text)
    clauses, joints = pieces[0::2], [*pieces[1::2], ""]
    kept: list[str] = []
    negated = False
    for clause, joint in zip(clauses, joints, strict=True):
        said = folded(clause).strip()
        asks = "?" in joint or _QUESTION.match(said)
        if not asks and (_NEGATED.search(said) or (_KEEP.match(said) and len(clauses) > 1)):
            negated = True
        else:
            kept.append(f"{clause}{joint}")
    return "".join(kept).strip(" ,;") if negated else None

"""Wishes that are given up ("cancel that", "nvm, do you ship to Hawaii?") or named only to say that they are not meant ("I don't want to
cancel it, I just want to know when it ships").

Asked for something, a person who gives it up has no answer to give: what was begun is left, and what is wanted instead is served.
"""

import re
from functools import lru_cache

from domain.language.acts.wishes import is_question
from domain.language.folding import any_of_words, folded, with_pieces
from domain.language.reports.reasons import reason_in
from domain.language.text.statements import asks_or_wants
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

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


_TABLE = shipped_table("domain.language.quotes", "gives_up.yaml")
_PIECES = _TABLE["pieces"]
_PART = lazy_pattern(r"[.!,;:\n…–]+\s*|\s+-+\s+|(?<=\?)\s+")
_ONLY_ASKED = any_of_words(_TABLE["only_asked"], _PIECES)
_TIES = lazy_pattern(r"^\W*(?:(?:about|whether|if|for|because|after|nach|ob|wegen)\b\W*)?")

_WHILE_ASKED = ("always", "not_meant", "but_as_a_reason", "fine", "but_of_several", "none")
# What gives up, or says that all is well, where nothing was asked too.
_UNASKED = ("always", "fine", "but_of_several")
# Slots of which a group of patterns is no giving up: it answers them.
_ANSWERS: dict[str, frozenset[str]] = {
    "fine": frozenset({"reason"}),
    "but_as_a_reason": frozenset({"reason"}),
    "but_of_several": frozenset({"reason", "changes", "quantities", "payment_method_id"}),
    "none": frozenset({"reason", "code", "identity", "email", "order_id"}),
}
_LOOKED_FOR = frozenset(
    {"track_order", "track_refund", "order_details", "list_orders", "send_password_reset", "send_invoice"}
)

# Behind it a pause, or at once a question: "never mind the lamp" gives up a lamp.
_NEVER_MIND = (
    r"(?:never ?mind(?: (?:that|it|this|then))?|nvm|nm|forget (?:about )?(?:it|that|this)|scrap (?:that|it)|skip (?:that|it)|"
    r"vergiss (?:es|das)|vergessen sie (?:es|das)|schon gut|egal|lass(?:en sie)? (?:gut sein|es|mal|das))"
)
_AFTER = lazy_pattern(
    rf"(?:^|.*[.!?,;\n]\s*|.*\b(?:ok|okay|oh|lol|ah|no|actually|well|fine|hm+|ach|na gut) ){_NEVER_MIND}(?: then| then please| dann)?"
    r"(?:\s*[.!?,;:\n–-]+\s*|\s+(?=(?:do|does|can|could|how|what|when|where|which|who|is|are|will|would|wie|was|wann|wo|kann)\b))(?P<rest>\S.*)$",
)


def given_up(text: str, asked: str, action: str) -> str | None:
    """What a message wants instead of ``action``, which was asked for its slot ``asked``: ``""`` where it wants nothing; None
    where it does not give the question up."""
    groups = [
        *(name for name in _WHILE_ASKED if asked not in _ANSWERS.get(name, ())),
        *(["found"] if action in _LOOKED_FOR else []),
        *(["stopped"] if action != "cancel_order" else []),
    ]
    gives_up, only_known = _patterns(tuple(groups))
    is_left, wanted = False, ""
    for at, part in parts_of(text):
        said = folded(part).strip(" ?")
        if (meant := _ONLY_ASKED.search(said)) is not None:
            is_left, wanted = True, _as_a_question(text[at:], len(said[meant.end() :].split()))
            break
        if "?" not in part and only_known.fullmatch(said) and not (asked == "reason" and _tells_why(said)):
            is_left = is_left or gives_up.search(said) is not None
        elif is_left and (is_question(part) or "?" in part or asks_or_wants(part)):
            wanted = text[at:]
            break
        else:
            return None
    return wanted if is_left else None


def says_nothing_more(piece: str) -> bool:
    """Whether folded words are made of these, and of what says nothing beside them: "ok never mind then", "nah its fine"."""
    return _patterns(_UNASKED)[1].fullmatch(piece) is not None


def gives_it_up(piece: str) -> bool:
    """Whether folded words give up what was talked of, whatever it was."""
    return _patterns(_UNASKED)[0].search(piece) is not None


def _tells_why(said: str) -> bool:
    return any(reason_in(said, intent) for intent in ("cancel_order", "return_items"))


def parts_of(text: str) -> list[tuple[int, str]]:
    """The parts of a text between its pauses, with the places at which they begin."""
    ends = [*((found.start(), found.end()) for found in _PART.finditer(text)), (len(text), len(text))]
    starts = [0, *(end for _, end in ends[:-1])]
    return [(start, text[start:stop]) for start, (stop, _) in zip(starts, ends, strict=True) if text[start:stop].strip(" ?")]


def as_only_asked(text: str) -> str | None:
    """What a message was only meant to ask, as a question: "I just want to know why it is more" → "why it is more?"; None where it says
    nothing of the kind in its first part."""
    for _, part in parts_of(text)[:1]:
        said = folded(part).strip(" ?")
        if (meant := _ONLY_ASKED.search(said)) is not None:
            return _as_a_question(text, len(said[meant.end() :].split()))
    return None


_WANTS_TO_KNOW = lazy_pattern(
    r"\b(?:(?:i|we|id|im|ich|wir) )?(?:just |only |simply |really |nur |bloss )*(?:want(?:ed)? to|like to|need to"
    r"|would like to|wollt?en?|will|mocht?e?n?|wurde gern\w*) "
    r"(?:nur |bloss |gern\w* |mal )*(?:know|find out|ask|understand|wissen|fragen|erfahren) "
    r"(?:if|whether|what|how|why|when|which|where|who|ob|was|wie|warum|wieso|wann|welche\w*|wo|wer)\b"
    r"|\b(?:just |only |nur )?(?:wondering|curious|asking) (?:if|whether|what|how|why|when|which|where|about)\b"
)


def only_wants_to_know(text: str) -> bool:
    """ "I just want to know if the charge applies": nothing is told or wanted but an answer."""
    return bool(_WANTS_TO_KNOW.search(folded(text)))


def _as_a_question(text: str, words: int) -> str:
    """The rest of a text from the part on that says what was only asked, of which the last ``words`` are that."""
    part, *others = _PART.split(text)
    meant = _TIES.sub("", " ".join(part.split()[-words:]) if words else "").rstrip(" ?")
    rest = " ".join(other for other in others if other.strip())
    return f"{meant}? {rest}".strip() if meant else rest


@lru_cache(maxsize=32)
def _patterns(groups: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """(one piece that gives up, a part that is made of these and of what says nothing beside them)."""
    pieces = "|".join(part for name in groups for part in _TABLE[name])
    known = with_pieces(f"{pieces}|{'|'.join(_TABLE['beside'])}", _PIECES)
    return any_of_words([pieces], _PIECES), re.compile(rf"(?:(?:{known})\b[\s\"']*)+")


def after_never_mind(text: str) -> str | None:
    """What a message wants instead of what it gives up; None where it gives up nothing, or wants nothing."""
    found = _AFTER.match(" ".join(folded(text).split()))
    if not found:
        return None
    rest = text.split()[-len(found["rest"].split()) :]
    said = " ".join(rest)
    return said if len(rest) > 1 and (is_question(said) or asks_or_wants(said)) else None


_NO_ADDRESS = lazy_pattern(
    r"\b(?:no|not|dont|do not|isnt|kein\w*|nicht) (?:\w+ ){0,4}?"
    r"(?:\w*address|\w*adress\w*|anschrift|street|strasse|straße)\b(?! (?:mail|e mail))"
)
_ADDRESS_OF_MAIL = lazy_pattern(r"\be ?-?mail(?: |-)?(?:address|adresse)\b")
_FIELDS = {
    "email": lazy_pattern(r"\be ?-?mails?\b|\be ?-?mail"),
    "phone": lazy_pattern(r"\b(?:phone|mobile|telephone|telefon\w*|handy\w*|mobil\w*)\b"),
}


def no_address_but(text: str) -> tuple[str | None, str] | None:
    """Where an address was asked for, "not a postal address, the e-mail address!": the account's field that is meant instead, and what
    else the words say. None where no address is denied."""
    parts = [text[at : at + len(part)] for at, part in parts_of(text)]
    kept = [part for part in parts if not _NO_ADDRESS.search(_ADDRESS_OF_MAIL.sub("e-mail", folded(part)))]
    if len(kept) == len(parts):
        return None
    of_field = [(name, part) for part in kept for name, pattern in _FIELDS.items() if pattern.search(folded(part))]
    field, named = of_field[0] if of_field else (None, "")
    return field, ". ".join(
        part.strip(" ?!.,") + ("?" if "?" in part else "") for part in kept if part != named and len(part.split()) > 1
    )


def only_that(text: str) -> bool:
    """ "I only asked about Saturday": what else was taken for a wish was none."""
    return bool(re.search(r"\b(?:only|just|merely|nur|bloss|lediglich)\b", folded(text)))

"""What was said just before tells what a bare answer is: "What is your passport number?", and then "X12345678".

The words that ask, or the customer's own line that was sent too early ("my password is"), are put in front of the answer and both
are read together; what is found in the answer counts.
"""

from collections.abc import Iterator

from domain.language.account.typed_address import is_nothing_but_an_address
from domain.lazy_pattern import lazy_pattern
from domain.ports.privacy import SaidBefore
from privacy.findings import Finding
from privacy.folding import fold
from privacy.reading import Cue, Reading
from privacy.tokens import typed_tokens
from privacy.vocabulary import word_set

LONGEST_ANSWER = 300  # characters: what is longer tells by itself what it holds
_LONGEST_LEAD = 60
_KINDS = (
    "card", "ssn", "bank_account", "iban", "phone", "email", "address", "date_of_birth", "passport", "driving_licence",
    "national_id", "secret", "card_code", "pin", "otp", "seed", "name",
)  # fmt: skip
# The service itself asks for nothing else, and speaks of passwords and cards without asking for them.
_ASKED_BY_SERVICE = ("address", "phone", "email")
_SENTENCE = lazy_pattern(r"[^.?!\n]+[.?!]*")
_ASKS = word_set(
    """
    please tell give send write type enter need needs know have what which confirm provide share bitte nennen nenne geben gib schreiben
    brauche benötige welche wie lautet wann
    """
)
_UNFINISHED = lazy_pattern(
    r"[\s:=,.–-]*(?:(?:is|are|was|ist|war|lautet|est|es|è|é|jest|number|no|nr|nummer)\b[\s:=.]*){0,2}(?P<begun>[\d\s()/+.-]{0,24})$"
)
_BEGUN = lazy_pattern(r"(?<![^\W_])(?:[A-Za-z]{2}[ .-]?)?\+?\d[\d ()/.-]{2,40}$")
_FEWEST_BEGUN = 4  # digits of a line that an answer may go on with
_ADDRESS_OF_MAIL = lazy_pattern(
    r"[^\s,;]*@[^\s,;]*\w|[\w.+-]{3,40}\s+(?:on|bei|at)\s+(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|gmx)\b"
)
# Behind these an address follows in a statement; in a question they ask for none: "Darf ich nach dem Grund fragen?"
_ONLY_LEADS = frozenset({"nach", "went to", "go to", "leave at"})
_LAST = lazy_pattern(r"\b(?:last|final|ends?|letzten?)\b")


class AskedFor:
    """What an answer may be, by what was said before it; false where that says nothing."""

    def __init__(self, before: SaidBefore | None) -> None:
        self.lead, self._kind = "", ""
        if before is not None:
            text = _blanked(fold(before.text).text)
            self.lead, self._kind = _of_own_line(text) if before.by == "customer" else _of_question(text, before.by)

    def __bool__(self) -> bool:
        return bool(self.lead)

    def answers(self, text: str) -> Iterator[Finding]:
        """What only the question makes plain: a whole line that is an address, an e-mail address that is none yet."""
        if self._kind == "address" and is_nothing_but_an_address(text):
            yield Finding("address", len(text) - len(text.lstrip()), len(text.rstrip(" .!\n")))
        if self._kind == "email":
            yield from (Finding("email", match.start(), match.end()) for match in _ADDRESS_OF_MAIL.finditer(text))


def _blanked(text: str) -> str:
    for start, end in typed_tokens(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _of_own_line(text: str) -> tuple[str, str]:
    """The end of a line that stops where its value would stand, or in the middle of a number."""
    line = text.rstrip().rpartition("\n")[2]
    cues = Reading(line, None).of(*_KINDS)
    if cues and _UNFINISHED.match(line, cues[-1].end) and len(line) - cues[-1].start <= _LONGEST_LEAD:
        return f"my {line[cues[-1].start :]} ", cues[-1].kind
    begun = _BEGUN.search(line)
    if begun and sum(sign.isdigit() for sign in begun.group()) >= _FEWEST_BEGUN:
        return f"{begun.group()} ", ""
    return "", ""


def _of_question(text: str, by: str) -> tuple[str, str]:
    """The value that the last sentence asks for, if it asks for one."""
    kinds = _ASKED_BY_SERVICE if by == "assistant" else _KINDS
    for match in reversed(list(_SENTENCE.finditer(text))):
        reading = Reading(match.group(), None)
        cues: list[Cue] = [
            cue for cue in reading.of(*kinds) if match.group()[cue.start : cue.end].casefold() not in _ONLY_LEADS
        ]
        if not cues:
            continue
        if "?" not in match.group() and _ASKS.isdisjoint(word.plain for word in reading.words):
            continue
        cue = cues[-1]
        if cue.kind == "ssn" and _LAST.search(match.group()):
            return "the last four of my ssn are ", cue.kind
        link = "" if cue.kind == "secret" else "is "  # "yes" to "did you change your password?" is none
        return f"my {match.group()[cue.start : cue.end]} {link}", cue.kind
    return "", ""

"""Words that take the person who was offered: "ok colleague", "yes, bring one in", "dann halt jemand vom Team"; and what they want
beside it."""

import re
from functools import lru_cache

from domain.language.acts.wishes import wish_in
from domain.language.folding import REMEMBERED, folded
from domain.language.people.indirect_wishes import WORDS, clauses_of, is_made_of, is_taken_back, words_of
from domain.language.quotes.phrases import read_confirmation
from domain.language.quotes.refusal import refuses
from domain.lazy_pattern import lazy_pattern

_ASKS = lazy_pattern(
    r"^\W*(?:(?:and|but|und|yes|ja)\W+)?"
    r"(?:what|when|where|which|who|why|how|is|are|does|did|was|wann|wie|warum|wo|welche\w*)\b"
)
_PUT_OFF = lazy_pattern(r"\b(?:later|tomorrow|not now|in a (?:bit|minute)|first|spater|morgen|erst|nachher)\b")
# "Please proceed with modifying both" goes on with what was wanted before the offer.
_GOES_ON = lazy_pattern(
    r"\b(?:proceed|go ahead|continue|carry on) with (?!(?:a|the|your|one of)\b)"
    r"|\b(?:modify|chang|return|cancell?|exchang|refund|swapp|replac)ing\b"
)
_VALUE = lazy_pattern(r"\[\w+_\d+\]|\bhp ?\d|\d{5,}")
_FEWEST_WORDS = 2
_LOOKED_UP_OR_SENT = frozenset({"track_order", "track_refund", "order_details", "send_invoice"})


@lru_cache(maxsize=REMEMBERED)
def takes_a_person(text: str) -> bool:
    """Whether an answer to "Would you like to talk to a person?" takes one. A bare yes is read elsewhere."""
    if "?" in text or _ASKS.match(folded(text)):
        return False
    clauses = clauses_of(text)
    said = [words_of(clause) for clause in clauses]
    if any(is_made_of(words, "person", "somebody") or _brings_one(words) for words in said):
        return not is_taken_back(clauses)
    return _says_yes_to_it(clauses)


_THEN_MORE = lazy_pattern(
    r"\s*[.!;:\n…]+\s*|\s+[-–—]+\s+"
    r"|\s*,?\s+(?=(?:and|but|also|plus|meanwhile|in the meantime|while|und|aber|ausserdem|außerdem|inzwischen)\b)"
    r"|,\s+(?=(?:what|whats|when|where|wheres|which|who|why|how|wann|wie|warum|wo|welche\w*)\b)",
    re.IGNORECASE,
)
_JOINS = lazy_pattern(
    r"^\W*(?:(?:and|but|also|plus|und|aber|ausserdem|außerdem|noch|by the way|btw|übrigens|meanwhile|in the meantime|until then|till then"
    r"|while (?:i wait|i am waiting|i['’]?m waiting|waiting)|inzwischen|derweil|bis dahin|so ?lange(?: ich warte)?)\W+)+",
    re.IGNORECASE,
)
_PLEASE = lazy_pattern(r"\b(?:please|pls|plz|thanks|thank you|bitte|gerne?|danke)\b")
_TAKES_NOTE = lazy_pattern(
    r"^\W*(?:ok|okay|k|alright|all right|right|fine|gut|na gut)\W*$"
)  # before a question that is no yes
_DOES_IT = lazy_pattern(r"\b(?:do (?:it|that|so)|proceed|go ahead|continue|carry on|mach\w*)\b")


@lru_cache(maxsize=REMEMBERED)
def beside_the_person(text: str) -> str | None:
    """What a message wants beside its yes to a person: "yes please, and where is my order?" → "where is my order?". None where it has
    no such yes, or the rest may be all that the yes is said to: "yes and cancel it"."""
    parted = _THEN_MORE.search(text)
    if parted is None:
        return None
    taken, rest = folded(text[: parted.start()]), _JOINS.sub("", text[parted.end() :])
    if (
        _TAKES_NOTE.match(taken)
        or _DOES_IT.search(taken)
        or not (read_confirmation(taken) == "yes" or takes_a_person(taken))
    ):
        return None
    asks = "?" in rest or _ASKS.match(folded(rest))
    is_apart = asks or parted[0].strip(" ,") or _PLEASE.search(taken) or wish_in(rest) in _LOOKED_UP_OR_SENT
    if not is_apart or len(rest.split()) < _FEWEST_WORDS or refuses(rest) or _GOES_ON.search(rest):
        return None
    return rest


def _brings_one(words: list[str]) -> bool:
    return is_made_of(words, "brings") and not WORDS["one"].isdisjoint(words)


def _says_yes_to_it(clauses: list[str]) -> bool:
    """A yes with something told beside it, which the person will read: nothing else is wanted, asked, given or put off."""
    if len(clauses) < 2 or read_confirmation(clauses[0]) != "yes":
        return False
    rest = " . ".join(clauses[1:])
    is_more = refuses(rest) or wish_in(rest) or _PUT_OFF.search(rest) or _VALUE.search(rest) or _GOES_ON.search(rest)
    return not is_more and not any(_ASKS.match(clause) for clause in clauses[1:])

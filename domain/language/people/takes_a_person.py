"""Words that take the person who was offered: "ok colleague", "yes, bring one in", "dann halt jemand vom Team"."""

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


def _brings_one(words: list[str]) -> bool:
    return is_made_of(words, "brings") and not WORDS["one"].isdisjoint(words)


def _says_yes_to_it(clauses: list[str]) -> bool:
    """A yes with something told beside it, which the person will read: nothing else is wanted, asked, given or put off."""
    if len(clauses) < 2 or read_confirmation(clauses[0]) != "yes":
        return False
    rest = " . ".join(clauses[1:])
    is_more = refuses(rest) or wish_in(rest) or _PUT_OFF.search(rest) or _VALUE.search(rest) or _GOES_ON.search(rest)
    return not is_more and not any(_ASKS.match(clause) for clause in clauses[1:])

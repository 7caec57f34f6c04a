"""What a sentence must not say, whatever its sources: that something was done for this customer, that a secret is to be handed over; and
what points out of it, links, addresses, dotted names, phone numbers, markup, in whatever disguise.
"""

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table
from models.chat.plain import pattern as compiled
from models.chat.plain import plain

_CLAUSE_END = lazy_pattern(r"[,;:.!?]+\s+|\s+[-–—]\s+")
_WE = lazy_pattern(
    r"\b(?:we|i|wir|ich|nous|noi|nos|wij|it|this)\b"
)  # begins a clause of its own behind "after your message"


@dataclass(frozen=True)
class _Patterns:
    subordinate: re.Pattern[str]
    told: tuple[re.Pattern[str], ...]
    speaks_for_itself: re.Pattern[str]
    yours: re.Pattern[str]
    secrets: re.Pattern[str]
    own_card: re.Pattern[str]
    hands_over: re.Pattern[str]
    forbids: re.Pattern[str]
    to_us: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    raw: dict[str, Any] = shipped_table("models.chat", "claims.yaml")
    told = tuple(compiled(one) for one in raw.pop("told"))
    return _Patterns(told=told, **{name: compiled(pattern) for name, pattern in raw.items()})


def tells_of_a_deed(text: str) -> bool:
    """Whether a main clause says that something was done or is under way, or speaks as an "I": "your refund has left us"."""
    patterns = _patterns()
    if patterns.speaks_for_itself.search(plain(text)):
        return True
    for said in (plain(text), text.replace("’", "'").lower()):  # accents tell "è" from "e"
        main = patterns.subordinate.sub(lambda found: _kept(found.group()), said)
        if any(told.search(clause) for clause in _CLAUSE_END.split(main) for told in patterns.told):
            return True
    return False


def _kept(clause: str) -> str:
    """What of a subordinate clause is none: "once we have it" is, "after your call we have it" is not from its "we"."""
    starts = next((found.start() for found in _WE.finditer(clause) if len(clause[: found.start()].split()) > 1), None)
    return " " if starts is None else " " + clause[starts:]


def is_yours(text: str) -> bool:
    """Whether it speaks of something of the customer's: "your parcel"."""
    return _patterns().yours.search(plain(text)) is not None


def names_a_secret(text: str) -> bool:
    """Whether a password, a card's number, an account's or the like is named."""
    return _patterns().secrets.search(plain(text)) is not None


def asks_for_a_secret(text: str) -> bool:
    """Whether it wants a secret handed over. "Never tell anybody your password" does not."""
    patterns, said = _patterns(), plain(text)
    if not (patterns.secrets.search(said) or patterns.own_card.search(said)):
        return False
    return any(not patterns.forbids.search(said[: found.start()]) for found in patterns.hands_over.finditer(said))


def asks_us_a_secret(text: str) -> bool:
    """Whether it wants a secret written to us: nobody of ours asks for one, whatever an article says."""
    return asks_for_a_secret(text) and _patterns().to_us.search(plain(text)) is not None


_SPOKEN_DOT = lazy_pattern(r"\s*(?:[\[({]\s*(?:dot|punkt|point|punto|ponto|punt|\.)\s*[\])}]|\bdot\b)\s*", re.IGNORECASE)
_SPOKEN_DOT_ABROAD = lazy_pattern(
    r"\s+(?:punkt|point|punto|ponto|punt)\s+(?=(?:com|net|org|io|info|biz|app|shop|store|online|top|site|xyz|de|fr|es|it|pt|nl|eu|uk)\b)",
    re.IGNORECASE,
)
_SPOKEN_AT = lazy_pattern(
    r"\s*(?:[\[({]\s*(?:at|@|ät|arroba|chiocciola)\s*[\])}]|\b(?:arroba|chiocciola)\b)\s*", re.IGNORECASE
)
_SPACED_DOT = lazy_pattern(
    r"(?<=\w)\s+\.\s*(?=\w)|(?<=\w)\s*\.\s+(?=(?:com|net|org|io|info|biz|app|shop|store|online|top|site|xyz)\b)",
    re.IGNORECASE,
)

_POINTERS = (
    lazy_pattern(r"\b[a-z][a-z0-9+.-]*:(?=\S)[^\s]+", re.IGNORECASE),  # any scheme
    lazy_pattern(r"[/\\]{2}\S+"),
    lazy_pattern(r"\bwww\b\S*", re.IGNORECASE),
    lazy_pattern(r"\S*@\S*"),
    lazy_pattern(r"\b\w[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}\b(?:/\S*)?"),  # dotted names, whatever the ending
    lazy_pattern(r"\b[\w-]+\.[\w-]+/\S*"),
    lazy_pattern(r"\b\d{1,3}(?:\.\d{1,3}){3}\b"),
    lazy_pattern(r"\b[^\W\d_]{1,5}-?\d{3,}\w*"),  # numbers of orders and codes: HP104233
)
_PHONE = lazy_pattern(r"\+?\(?\d[\d\s()./-]{5,}\d")
_FEWEST_OF_A_PHONE = 7  # digits
_MARKUP = lazy_pattern(r"[<>\[\]{}|`]|&(?:#\w+|[a-z]\w*);|^\s*#|\]\s*\(|\\[nux]", re.IGNORECASE)
_SPELLED = lazy_pattern(r"\b[^\W\d_](?:[ .]+[^\W\d_]){3,}\b")
_UNSEEN = frozenset({"Cf", "Cc", "Co", "Cn", "Cs"})
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")


def points_elsewhere(text: str, source: str) -> bool:
    """Whether a text holds markup, or a link, an address, a phone number or a number of an order that its source does not.

    Letters that are not seen and words of mixed scripts count as disguise. A name in the source stands for itself only:
    "shop.example" allows no "shop.example.evil"."""
    if _MARKUP.search(text) or _is_disguised(text):
        return True
    said, known = uncovered(text), uncovered(source)
    allowed = {_bare(found.group()) for pattern in _POINTERS for found in pattern.finditer(known)}
    if any(_bare(found.group()) not in allowed for pattern in _POINTERS for found in pattern.finditer(said)):
        return True
    phones = {_digits(found.group()) for found in _PHONE.finditer(known)}
    called = (_digits(found.group()) for found in _PHONE.finditer(said))
    return any(len(digits) >= _FEWEST_OF_A_PHONE and digits not in phones for digits in called)


def uncovered(text: str) -> str:
    """With spoken, spaced and escaped dots and at signs as they are meant."""
    shown = unicodedata.normalize("NFKC", html.unescape(text))
    for pattern, sign in ((_SPOKEN_DOT, "."), (_SPOKEN_DOT_ABROAD, "."), (_SPOKEN_AT, "@"), (_SPACED_DOT, ".")):
        shown = pattern.sub(sign, shown)
    return shown


def _is_disguised(text: str) -> bool:
    if _SPELLED.search(text) or any(unicodedata.category(letter) in _UNSEEN and letter not in "\n\t" for letter in text):
        return True
    return any(len(_scripts(word)) > 1 for word in re.findall(r"[^\W\d_]+", text))


def _scripts(word: str) -> set[str]:
    return {
        script
        for letter in word
        if not letter.isascii() or letter.isalpha()
        for script in _SCRIPTS
        if _is_of(letter, script)
    }


def _is_of(letter: str, script: str) -> bool:
    return unicodedata.name(letter, "").startswith(script)


def _bare(found: str) -> str:
    return found.strip(".,;:!?()\"'»”’").lower()


def _digits(found: str) -> str:
    return re.sub(r"\D", "", found)

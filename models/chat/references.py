"""What points out of a sentence: links, addresses, dotted names, phone numbers, markup, in whatever disguise."""

import html
import re
import unicodedata

from domain.lazy_pattern import lazy_pattern

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

"""How options are said: sizes, units and colours in one spelling, in English and German."""

import re

from domain.language.folding import folded
from domain.language.languages.german_words import OPTIONS_IN_A_WORD, option_meant
from domain.lazy_pattern import lazy_pattern

_WORD = lazy_pattern(r"[a-z]+|\d+(?:\.\d+)?")
# The s of "that's" and the m of "I'm" are no sizes.
_SHORTENED = lazy_pattern(r"(?<=\w)['’](?:s|m|d|re|ll|ve|t)\b")
_SIZE_OF = lazy_pattern(r"\bgrosse (?=(?:x*[sl]|m|\d+)\b)")  # "Größe M", which is no large one
_SIZE_NOUN = lazy_pattern(r"\bgr(?:ö|oe)(?:ß|ss)en?\b")
_GERMAN = {
    "blau": "blue", "rot": "red", "grun": "green", "schwarz": "black", "weiss": "white", "grau": "grey", "gelb": "yellow",
    "braun": "brown", "orange": "orange", "silbern": "silver", "golden": "gold", "dunkel": "dark", "hell": "light",
    "klein": "small", "gross": "large", "mittel": "medium", **OPTIONS_IN_A_WORD,
}  # fmt: skip
_SPELLED = {
    **dict.fromkeys(("foot", "feet"), "ft"),
    **dict.fromkeys(("inches", "inch"), "inch"),
    **dict.fromkeys(("hours", "hour", "hrs", "hr"), "hour"),
    **dict.fromkeys(("liters", "liter", "litres", "litre"), "l"),
    **dict.fromkeys(("gigabyte", "gigabytes"), "gb"),
    **dict.fromkeys(("terabyte", "terabytes"), "tb"),
    **dict.fromkeys(("gray", "grey"), "grey"),
    **dict.fromkeys(("colour", "color"), "color"),
    **dict.fromkeys(("cups", "cup"), "cup"),
    **dict.fromkeys(("batteries", "battery"), "battery"),
    **{f"{german}{end}": english for german, english in _GERMAN.items() for end in ("", "e", "er", "es", "en", "em")},
    **dict.fromkeys(("dunkle", "dunkler", "dunkles", "dunklen"), "dark"),
}
SIZES = {
    "xs": ("xs", "extra small"),
    "s": ("s", "small"),
    "m": ("m", "medium"),
    "l": ("l", "large"),
    "xl": ("xl", "extra large"),
    "xxl": ("xxl", "extra extra large", "double extra large", "2 xl"),
}
# German tells the comparative of "groß" from its forms by the umlaut alone, that of "klein" by what stands around it.
BIGGER = r"\bgr(?:ö|oe)(?:ß|ss)er\w*"
SMALLER = r"\b(?:nummern?|gr(?:ö|oe)(?:ß|ss)en?|etwas|bisschen) kleiner\b|\bkleiner(?: bitte)?\W*$"
_COMPARED = lazy_pattern(rf"{BIGGER}|{SMALLER}", re.IGNORECASE)


def ways_to_type(value: str) -> str:
    """A pattern of all ways to say a value, in German too; empty where it has none."""
    ways = {value, *SIZES.get(value.casefold(), ()), *(german for german, said in _SPELLED.items() if said == value)}
    return "|".join(_typed(way) for way in ways if not way.startswith("not "))


def _typed(value: str) -> str:
    """With umlauts, which are folded away in the table."""
    return re.escape(value).replace("u", "[uü]").replace("o", "[oö]").replace("ss", "(?:ss|ß)")


def spelled_out(text: str) -> list[str]:
    """Words and numbers apart, in one spelling: "4-foot, 8GB" → ["4", "ft", "8", "gb"]."""
    named = _SIZE_NOUN.sub("size", _COMPARED.sub(" ", _SHORTENED.sub(" ", text.casefold())))
    plain = _SIZE_OF.sub("size ", folded(named).replace("ß", "ss"))
    return [
        spelled for w in _WORD.findall(plain) for spelled in ([_SPELLED[w]] if w in _SPELLED else option_meant(w) or [w])
    ]


def spellings_of(value: str) -> tuple[str, ...]:
    """How an option's value is said: S is "small" too."""
    return SIZES.get(value.casefold(), (value,))

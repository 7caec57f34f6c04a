"""Text as people type it: written out as the documents write it ("do u do student discount"), words made so that no filter reads them
("k i l l", "su1cide"), and long messages in pieces: what must never be missed is looked for in each.
"""

import re

from domain.lazy_pattern import lazy_pattern

LONGEST = 2000  # characters that one rule reads at once
_SHARED = 200  # characters of a piece that the next one begins with, so that no sentence of danger is cut in two


def in_pieces(text: str) -> list[str]:
    """The text in pieces of ``LONGEST`` characters at most, cut between words where there is a space; a short one is its only piece."""
    pieces, at = [], 0
    while len(text) - at > LONGEST:
        space = text.rfind(" ", at + LONGEST - _SHARED, at + LONGEST)
        end = space if space > 0 else at + LONGEST
        pieces.append(text[at:end])
        at = end - _SHARED
    return [*pieces, text[at:]]


# Single signs in a row; two spaces, as people then put between words, end a word.
_SPELT_OUT = lazy_pattern(r"(?<![\w@$!])(?:[\w@$!][ .*_-]){3,}[\w@$!](?![\w@$!])")
_MIXED = lazy_pattern(r"(?<!\S)(?=[^\s\[]*[^\W\d_])[^\s\[]*[\d@$!|][^\s\[]*")
_SIGNS = {"0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s"}
_STROKES = ("i", "l")  # what "1", "!" and "|" may stand for


def undisguised(text: str) -> list[str]:
    """The ways to read a text that hides letters behind other signs; none where it hides nothing."""
    joined = _SPELT_OUT.sub(lambda word: "".join(sign for sign in word[0] if sign not in " .*_-"), text)
    readings = [_in_letters(joined, stroke) for stroke in _STROKES]
    return [reading for reading in dict.fromkeys(readings) if reading != text]


def _in_letters(text: str, stroke: str) -> str:
    letters = str.maketrans({**_SIGNS, **dict.fromkeys("1!|", stroke)})

    def read(word: re.Match[str]) -> str:
        said = word[0].rstrip("!")  # "niemand!" hides no letter
        return said.translate(letters) + word[0][len(said) :]

    return _MIXED.sub(read, text)


_WORDS = {
    "u": "you", "ya": "you", "ur": "your", "r": "are", "y": "why", "n": "and", "nd": "and", "w": "with", "pls": "please", "plz": "please",
    "plss": "please", "gimme": "give me", "lemme": "let me", "wanna": "want to", "gonna": "going to", "gotta": "have to",
    "dunno": "do not know",
    "cuz": "because", "coz": "because", "bc": "because", "smth": "something", "sth": "something", "tmrw": "tomorrow",
    "tmr": "tomorrow", "rn": "right now", "thru": "through",
    "ppl": "people", "abt": "about", "msg": "message", "hows": "how is", "whats": "what is",
    "wheres": "where is", "whens": "when is", "whos": "who is", "theres": "there is", "bday": "birthday", "xmas": "christmas", "im": "i am",
}  # fmt: skip
# Says nothing of what is asked.
_FILLERS = frozenset(
    {"lol", "lmao", "omg", "tbh", "btw", "idk", "haha", "hehe", "ngl", "imo", "smh", "wtf", "fyi", "eh", "umm", "uhm"}
)
_WORD = lazy_pattern(r"(?<![\w'’\[#./-])[A-Za-z]+(?![\w'’\]/.-]*\w)")
_GREETS = lazy_pattern(
    r"^\W*(?:(?:hey+|hi+|hiya|hello|hallo|moin|yo|ok|okay|cool|great|super|prima|gut|passt|danke|thanks|well|um+|uh+|hm+|oh|ah)\b[\s,.!:-]*(?!$))+",
    re.IGNORECASE,
)
_SIZE = lazy_pattern(r"\b(?:size|grosse|taille|talla) \w$", re.IGNORECASE)


def written_out(text: str) -> str:
    """The text with each short form written out, and without what only fills or greets; as it is where it holds none."""
    text = _GREETS.sub("", text) or text
    return " ".join(_WORD.sub(_as_written, text).split()) if _WORD.search(text) else text


def _as_written(match: re.Match[str]) -> str:
    word = match[0].lower()
    if word in _FILLERS:
        return ""
    if len(word) == 1 and _SIZE.search(match.string[: match.end()]):
        return match[0]
    return _WORDS.get(word, match[0])

"""What people type in chats, written out as the documents write it: "do u do student discount" → "do you do student discount"."""

import re

from domain.lazy_pattern import lazy_pattern

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
    r"^\W*(?:(?:hey+|hi+|hiya|hello|hallo|moin|yo|ok|okay|cool|great|well|um+|uh+|hm+|oh|ah)\b[\s,.!:-]*(?!$))+",
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

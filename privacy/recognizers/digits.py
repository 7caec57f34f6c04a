"""Digits as people write them: in groups, with any separators, with "oh" for zero, or spelled as words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_UNITS = {
    "0": "zero oh o null zéro cero nought",
    "1": "one eins ein un une uno",
    "2": "two zwei zwo deux dos",
    "3": "three drei trois tres",
    "4": "four vier quatre cuatro",
    "5": "five fünf cinq cinco",
    "6": "six sechs seis",
    "7": "seven sieben sept siete",
    "8": "eight acht huit ocho",
    "9": "nine neun neuf nueve niner",
}
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_UNIT_OF = {word: digit for digit, words in _UNITS.items() for word in words.split()}
_WORDS = (
    _UNIT_OF
    | {word: str(10 + n) for n, word in enumerate(_TEENS)}
    | {word: str(20 + 10 * n) for n, word in enumerate(_TENS)}
)
_TIMES = {"double": 2, "triple": 3, "treble": 3}

_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_GROUP = re.compile(
    rf"(?<![^\W_])(?:(?P<digits>[OoIl]{{0,3}}\d[\dOoIl]*)|(?:(?P<times>double|triple|treble)[\s-]+"
    rf")?(?P<word>{_WORD}))(?![^\W_])"
    r"|(?<![^\W_])[A-Za-z]{3,12}(?P<stuck>\d{13,19})(?!\d)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:\s|[-./_|*,:;()])*(?:(?:then|and|space|dash|hyphen|dot|next|und|dann|et|puis)[\s,]*)?[-./_|*,:;()]?\s*",
    re.IGNORECASE,
)
_LETTER_DIGITS = str.maketrans("OoIl", "0011")
_LONGEST_BETWEEN = 12


@dataclass(frozen=True)
class Group:
    """Digits that stand together; ``digits`` are plain ones, offsets those of the text."""

    digits: str
    start: int
    end: int
    is_spelled: bool


def digit_groups(text: str) -> list[Group]:
    """Every group in the text, in order. A digit inside a word ("HP104233") is none."""
    groups: list[Group] = []
    for match in _GROUP.finditer(text):
        word = match["word"]
        if word is None:
            digits = match["digits"] or match["stuck"]
            if sum(sign.isdigit() for sign in digits) * 2 < len(digits):
                continue
            start = match.start("digits" if match["digits"] else "stuck")
            groups.append(Group(digits.translate(_LETTER_DIGITS), start, match.end(), False))
            continue
        digits = _WORDS[word.lower()] * _TIMES.get((match["times"] or "").lower(), 1)
        last = groups[-1] if groups else None
        if (
            last
            and last.is_spelled
            and len(digits) == 1
            and last.digits in _ROUND
            and text[last.end : match.start()] in (" ", "-")
        ):
            groups[-1] = Group(last.digits[0] + digits, last.start, match.end(), True)  # forty-one
        else:
            groups.append(Group(digits, match.start(), match.end(), True))
    return groups


def digit_runs(text: str) -> Iterator[list[Group]]:
    """Groups in a row with nothing but separators and small words between them."""
    run: list[Group] = []
    for group in digit_groups(text):
        if run and not _joined(text, run[-1].end, group.start):
            yield run
            run = []
        run.append(group)
    if run:
        yield run


def digits_of(groups: list[Group]) -> str:
    return "".join(group.digits for group in groups)


def _joined(text: str, start: int, end: int) -> bool:
    return end - start <= _LONGEST_BETWEEN and _BETWEEN.fullmatch(text, start, end) is not None


_ROUND = frozenset(str(n) for n in range(20, 100, 10))

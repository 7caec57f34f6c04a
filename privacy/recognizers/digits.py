"""Digits as people write them: in groups, with any separators, with letters that look like them, or spelled as words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.lazy_pattern import lazy_pattern

_UNITS = {
    "0": "zero oh o null zéro cero nought nul",
    "1": "one eins ein un une uno um uma een één",
    "2": "two zwei zwo deux dos due dois duas twee",
    "3": "three drei trois tres tre três drie",
    "4": "four vier quatre cuatro quattro quatro",
    "5": "five fünf cinq cinco cinque vijf",
    "6": "six sechs seis sei zes",
    "7": "seven sieben sept siete sette sete zeven",
    "8": "eight acht huit ocho otto oito",
    "9": "nine neun neuf nueve niner nove negen",
}
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_UNIT_OF = {word: digit for digit, words in _UNITS.items() for word in words.split()}
_WORDS = (
    _UNIT_OF
    | {word: str(10 + n) for n, word in enumerate(_TEENS)}
    | {word: str(20 + 10 * n) for n, word in enumerate(_TENS)}
)
# Words of other meanings too: digits only beside other spelled ones.
_DOUBTFUL = frozenset(["o", "ein", "un", "une", "um", "uma", "een", "sei", "nove", "tre", "null", "due"])
_TIMES = {"double": 2, "triple": 3, "treble": 3, "doppel": 2, "doble": 2, "doppio": 2, "duplo": 2, "dubbel": 2}

_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
# A letter or digit of the same word: scripts that put no spaces between words (Thai, kana, Han, Hangul) make none with a number.
_OF_A_WORD = r"[^\W_\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_GROUP = lazy_pattern(
    rf"(?<!{_OF_A_WORD})(?:(?P<digits>[OoIl]{{0,3}}\d[\dOoIl]*)|(?:(?P<times>{'|'.join(_TIMES)})[\s-]+"
    rf")?(?P<word>{_WORD}))(?!{_OF_A_WORD})"
    # Letters or a computer's mark stuck to a long number, or to the first or last group of one.
    rf"|(?<!{_OF_A_WORD})(?:0[xX]|[A-Za-z]{{0,12}})(?P<stuck>\d{{13,19}})(?:[A-Za-z]{{1,12}})?(?!{_OF_A_WORD})"
    rf"|(?<!{_OF_A_WORD})(?:0[xX]|[A-Za-z]{{1,12}})(?P<led>\d{{4}})(?=(?:[ ._-]?\d{{4,6}}){{2,3}}(?!\d))"
    rf"|(?<=\d[ ._-])(?P<trailed>\d{{4,6}})(?=[A-Za-z]{{1,12}}(?!{_OF_A_WORD}))",
    re.IGNORECASE,
)
_FILLERS = (
    r"then|and|space|dash|hyphen|dot|next|und|dann|et|puis|y|luego|e|poi|depois|en|dan|h+m+|u+h*m+|uh+|er+m?|äh+m?|euh|"
    r"wait|sorry|"
    r"hold on|ok|okay|so|plus|after that|followed by|next one|ends? with|ends? in|and ends|it ends|slash|strich|"
    r"leerzeichen|guion|punto"
)
_SEPARATORS = r"[^\w\x00@$€£%]|_"
_BETWEEN = lazy_pattern(rf"(?:{_SEPARATORS})*(?:(?:{_FILLERS})(?![^\W_])(?:{_SEPARATORS})*){{0,4}}", re.IGNORECASE)
# "first four 4111, last four 1111", "1) 4111 2) 1111": what counts the groups is none of them.
_COUNTED = lazy_pattern(
    r"(?<![^\W_])(?:first|second|third|fourth|next|last|final|other|erste|letzten|premiers|derniers|últimos|primeros|"
    r"ultime|prime)"
    r"[\s-]{1,2}(?:four|4|three|3|two|2|six|6|five|5|eight|8|vier|quatre|cuatro|quattro|group|block|one)(?:\s(?:digits|"
    r"numbers|ziffern|chiffres))?"
    r"(?![^\W_])"
    r"|(?<![^\W_])(?:first|second|third|fourth|last)(?![^\W_])"
    r"|(?<![^\W_])[1-9a-e][.)](?=\s?[\dOo]{3,})",
    re.IGNORECASE,
)
_COUNTER = lazy_pattern(r"(?<![^\W_])[1-9a-e][.)]\s?$", re.IGNORECASE)
_LETTER_DIGITS = str.maketrans("OoIl", "0011")
LONGEST_BETWEEN = 30


@dataclass(frozen=True)
class Group:
    """Digits that stand together; ``digits`` are plain ones, offsets those of the text."""

    digits: str
    start: int
    end: int
    is_spelled: bool


def digit_groups(text: str) -> list[Group]:
    """Every group in the text, in order. A digit inside a word ("HP104233") is none."""
    counted = {at for match in _COUNTED.finditer(text) for at in range(match.start(), match.end())}
    groups: list[Group] = []
    doubtful: list[int] = []
    for match in _GROUP.finditer(text):
        if match.start() in counted:
            continue
        word = match["word"]
        if word is None:
            name = str(match.lastgroup)
            digits = match[name]
            if sum(sign.isdigit() for sign in digits) * 2 < len(digits):
                continue
            groups.append(Group(digits.translate(_LETTER_DIGITS), match.start(name), match.end(name), False))
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
            if word.lower() in _DOUBTFUL and not match["times"]:
                doubtful.append(len(groups))
            groups.append(Group(digits, match.start(), match.end(), True))
    return _without_words(groups, doubtful)


def _without_words(groups: list[Group], doubtful: Sequence[int]) -> list[Group]:
    """Without the doubtful ones that stand beside no spelled digit."""
    dropped = {
        at
        for at in doubtful
        if not any(
            0 <= other < len(groups)
            and groups[other].is_spelled
            and min(abs(groups[other].start - groups[at].end), abs(groups[at].start - groups[other].end)) <= 3
            for other in (at - 1, at + 1)
        )
    }
    return [group for at, group in enumerate(groups) if at not in dropped]


def digit_runs(text: str) -> Iterator[list[Group]]:
    return in_runs(text, digit_groups(text))


def in_runs(text: str, groups: Sequence[Group]) -> Iterator[list[Group]]:
    """Groups in a row with nothing but separators, counting and small words between them."""
    run: list[Group] = []
    for group in groups:
        if run and not _joined(text, run[-1].end, group.start):
            yield run
            run = []
        run.append(group)
    if run:
        yield run


def digits_of(groups: Sequence[Group]) -> str:
    return "".join(group.digits for group in groups)


def has_filler(text: str) -> bool:
    """Whether there are words between two groups."""
    return any(sign.isalpha() for sign in text)


def _joined(text: str, start: int, end: int) -> bool:
    if end - start > LONGEST_BETWEEN:
        return False
    between = text[start:end]
    if end - start > 2:
        between = _COUNTER.sub(" ", _COUNTED.sub(" ", between))
    return _BETWEEN.fullmatch(between) is not None


_ROUND = frozenset(str(n) for n in range(20, 100, 10))

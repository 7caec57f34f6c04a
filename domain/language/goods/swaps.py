"""The two sides of a swap: what was got, and what is wanted in its place."""

import re
from collections.abc import Collection

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

# "The label says XL but I chose M": beside a wish it only says which goods ("the suit I bought").
_CHOSE = lazy_pattern(
    r"(?<=\w)(?:,| but| and|, but|, and)? (?:(?:i|we) (?:chose|picked|clicked|bought)|the ones? (?:i|we) "
    r"(?:paid for|ordered|bought|chose|picked|wanted) (?:was|were|is|are))\b"
)
_SWAPS: list[tuple[re.Pattern[str], str]] = [  # of the two sides, the one that is wanted
    (lazy_pattern(r"\b(?:instead of|rather than|in place of)\b"), "wish:left report:right"),
    (lazy_pattern(
        r"\b(?:swap\w*|exchang\w*|trad\w*|switch\w*|chang\w*)\b.*?\b(?:for|to|into|with|against|"
        r"gegen|contre|por)\b"
        ), "right"),
    (lazy_pattern(
        r"\b(?:ordered|wanted|asked for|bought|requested|chose|paid for)\b.*?\b(?:got|received|came|arrived|"
        r"sent|was delivered|there was|you sent|is)\b"
        ), "left"),
    (lazy_pattern(
        r"\b(?:got|received|sent(?: me)?|came|gave)\b.*?\b(?:should(?: have been| be)?|ordered|wanted|"
        r"asked for|but i (?:ordered|wanted)|supposed to be)\b"
        ), "right"),
    (lazy_pattern(r"\bto be exchanged for\b"), "right"),
    (_CHOSE, "wish:left report:right"),
]  # fmt: skip
_INSTEAD_FIRST = lazy_pattern(r",| (?:there (?:was|is|were)|i (?:got|received)|you sent|came|was)\b")
_IN = lazy_pattern(
    r"\b(?:get|have|take|want|need|like) (?:it|them|one|this|that|these|those|(?:the|a) (?:same )?\w+) in (?:a |an |the )?"
    r"(size \w+|small|medium|large|x+l|[sml]|\d{1,2}|black|white|blue|red|green|gr[ea]y|navy|brown|pink|"
    r"yellow|beige|\w+ (?:size|colou?r))\b"
)
_MAKE = lazy_pattern(r"\bmake (?:the |my |it |that )?.*?\b(\w+)(?: instead)?$|\bcan it be (\w+)")


def sides_of_swap(said: str, reports: bool, names_nothing: Collection[str]) -> tuple[str, str] | None:
    """(what was got, what is wanted) in folded words; None where they name no swap. ``reports``: what "A instead of B" means
    there is that B was wanted. ``names_nothing``: words that no goods and no variant are called by."""
    for pattern, wanted in _SWAPS:
        joint = pattern.search(said)
        if not joint or (pattern is _CHOSE and not reports):
            continue
        if "|" not in wanted and ":" not in wanted:
            first, last = joint[0].split(" ", 1)[0], joint[0]
            inner = last[len(first) :]
            word = re.findall(
                r"\b(?:for|to|into|with|against|gegen|contre|por|got|received|came|arrived|sent|delivered|was|"
                r"should|be|ordered|wanted|is)\b",
                inner,
            )
            if not word:
                continue
            cut = joint.start() + len(first) + inner.rfind(word[-1])
            left, right = said[:cut], said[joint.end() :]
        else:
            left, right = said[: joint.start()], said[joint.end() :]
            if not left.strip():
                cut_at = _INSTEAD_FIRST.search(right)
                left, right = (right[cut_at.end() :], right[: cut_at.start()]) if cut_at else ("", right)
            wanted = "right" if reports else "left"
        if not right.strip() and not left.strip():
            continue
        return (left, right) if wanted == "right" else (right, left)
    if taken := _IN.search(said):
        return said[: taken.start(1)], taken[1]
    made = _MAKE.search(said)
    if made and made[1] and made[1] not in names_nothing and made[1] not in {"it", "instead"}:
        return said[: made.start(1)], f"the {made[1]}"
    return None


_WANTED = lazy_pattern(
    r"\b(?:(?:exchang\w*|swap\w*|chang\w*|modif\w*|switch\w*|trad\w*|replac\w*|turn\w*)\b.*?)\b(?:for|to|into|with|against)\b.*$",
    re.IGNORECASE,
)
_TO = lazy_pattern(r"\b(?:for|to|into|with|against)\b.*$", re.IGNORECASE)


def what_is_there(text: str) -> str:
    """The text less what is wanted in a swap: "exchange the white mug for a green one" → "exchange the white mug"."""
    return _WANTED.sub(lambda found: _TO.sub("", found[0]), text)


_OF_THE_SWAP = lazy_pattern(r"\b(?:exchang\w*|swap\w*|umtausch\w*|tausch\w*)\b")
_NO_MONEY_BACK = lazy_pattern(
    r"\b(?:no|not|dont|without|instead of|rather than|kein\w*|nicht|statt)\b(?: \w+){0,3} "
    r"(?:refund|money|return|geld|erstattung|ruckgabe)"
)


def stays_with_the_swap(text: str) -> bool:
    """Whether words that name money or a return beside a swap still want the swap: "no refund, swap it"."""
    said = folded(text)
    return bool(_OF_THE_SWAP.search(said) or _NO_MONEY_BACK.search(said))


_SOMETHING_ELSE_CAME = lazy_pattern(
    r"\b(?:ordered|paid for|asked for|sent|came|arrived|received|delivered|label|tag|bestellt|bezahlt|geliefert|geschickt|kam|kamen"
    r"|gekommen|angekommen)\b"
)


def says_what_came(text: str) -> bool:
    """Whether words set what came, or was sent, against what was ordered: "I ordered a medium"."""
    return bool(_SOMETHING_ELSE_CAME.search(folded(text)))


_CAME = (
    r"(?:got|came|received|sent|arrived|delivered|shipped|kam|kamen|gekommen|bekommen|erhalten|gekriegt|geliefert|geschickt|angekommen"
    r"|ausgepackt)"
)
_WISHES = (
    r"(?:want|wanna|like|love|prefer|can i|could i|can you|could you|please|pls|swap\w*|exchang\w*|mochte|möchte|hatte gern|hätte|will"
    r"|bitte|umtausch\w*|tauschen)"
)
_OTHERWISE = r"(?:instead of|rather than|in place of|(?:an)?statt|anstelle(?: von)?)"
_IS = r"(?:['’]s| (?:is|are|was|were|ist|sind|war|waren))\b"
_NO_STATE = (
    rf"\b(?:{_WISHES}|need\w*|rather|lieber|brauch\w*|wish\w*|wunsch\w*|make|take|nehm\w*|it possible|there (?:a|any)"
    r"|better|besser)\b"
)
_NO_STATE_BEHIND = r"\b(?:please|pls|bitte|possible|available|m[oö]glich|lieferbar|vorr[aä]tig|better|besser)\b"
_CAME_FOR_IT = (
    lazy_pattern(
        rf"(?:(?!\b{_WISHES}\b)[^,.;:!?\n])*?\b{_CAME}\b(?:(?!\b{_WISHES}\b)[^.;!?\n])*?\b{_OTHERWISE}\b(?! (?:of )?(?:money|geld))",
        re.IGNORECASE,
    ),
    lazy_pattern(rf"\b{_OTHERWISE} (?P<wanted>(?:[\w-]+ ){{1,4}}?){_CAME}\b[^,.;!?\n]*", re.IGNORECASE),
    # "One of them is white instead of green": what goods are is what came. What is asked ("is white … possible") is no such thing.
    lazy_pattern(
        rf"(?:^|(?<=[,.;:!?\n]))(?:(?!{_NO_STATE})[^,.;:!?\n])*?\w{_IS}(?: (?!{_NO_STATE})[\w-]+){{1,6}}? {_OTHERWISE}\b"
        rf"(?![^,.;:!?\n]*{_NO_STATE_BEHIND})",
        re.IGNORECASE,
    ),
    lazy_pattern(
        rf"(?:^|(?<=[,.;:!?\n])) ?{_OTHERWISE} (?P<wanted>(?:[\w-]+ ){{1,4}}?)(?:[\w-]+ ){{0,3}}?(?:is|are|was|were|ist|sind|war|waren)\b"
        rf"(?! (?:it|there|es)\b)(?:(?!{_NO_STATE}|{_NO_STATE_BEHIND})[^,.;!?\n])*(?=[,.;!\n]|$)",
        re.IGNORECASE,
    ),
    lazy_pattern(
        rf"(?:(?!\b{_WISHES}\b)[^.;:!?\n])*?\b(?:ordered|bestellt)\b(?:(?!{_NO_STATE})[^.;:!?\n])*?"
        rf"\b(?:one|both|all|einer|eine|eins|beide|alle)(?: (?!{_NO_STATE})[\w-]+){{1,4}}? {_OTHERWISE}\b"
        rf"(?![^,.;:!?\n]*{_NO_STATE_BEHIND})",
        re.IGNORECASE,
    ),
)


def without_what_came_instead(text: str) -> str:
    """Of "the mills came in oak instead of walnut" what was to come: walnut. The text as it is where it tells nothing of the kind."""
    for pattern in _CAME_FOR_IT:
        text = pattern.sub(lambda found: f" {found.groupdict().get('wanted', '')} ", text)
    return text

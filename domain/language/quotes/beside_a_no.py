"""What a message goes on to want once it has refused: "no, nothing went wrong, I only want to know how long it takes", "nein, nicht
stornieren, nur eine andere Farbe".

The refusal refuses, and what stands beside it is a question or a wish of its own. Where a quote waits, `refusal` and `stance` read it.
"""

from collections.abc import Sequence

from domain.language.acts.wishes import is_question, wish_in
from domain.language.folding import folded
from domain.language.goods.goods_references import goods_in, names_an_option
from domain.language.quotes.gives_up import as_only_asked, parts_of, says_nothing_more
from domain.language.text.polarity import is_negated
from domain.language.text.statements import asks_or_wants
from domain.lazy_pattern import lazy_pattern

_NO = r"(?:no|nope|nah|naw|nay|nein|nee|ne|noe|non)"
_NO_FIRST = lazy_pattern(rf"^\W*(?:(?:oh|ah|ach|um+|hm+|ugh|lol|haha|sorry|but|aber|well|wait|{_NO})\b\W*)*{_NO}\b")
_AROUND = lazy_pattern(
    rf"^\W*(?:(?:oh|ah|ach|um+|hm+|ugh|lol|haha|sorry|but|aber|well|wait|actually|ok|okay|so|and|und|also|dann|then|please|bitte|{_NO})\b\W*)*"
)
# All is well, or was only asked.
_NOTHING_WRONG = lazy_pattern(
    r"(?:there(?:s| is| was) |it(?:s| is) |i have |i(?:ve| have) got )?(?:nothing|no ?thing|not anything)(?:s| is| was| has"
    r"| went| gone| actually| really)* "
    r"(?:wrong|broken|damaged|missing|the matter|happened|bad|to (?:report|complain about))(?: \w+){0,4}"
    r"|(?:i(?:m| am) |i have |there(?:s| is) |i )?(?:not complaining|havent (?:got )?(?:a|any) (?:problem|complaint|issue)s?"
    r"|no (?:complaints?|problems?|issues?))(?: \w+){0,3}"
    r"|(?:es |da |mir )?(?:ist |ging |lief |fehlt )?(?:(?:doch|ja|gar|hier) )*nichts (?:\w+ ){0,2}"
    r"(?:passiert|kaputt|schief\w*|falsch|schlimm\w*|beschadigt|defekt|los|fehlt)(?: \w+){0,2}"
    r"|(?:ich hab\w* )?(?:gar )?kein(?:e|en)? (?:problem\w*|beschwerden?|reklamation\w*)(?: \w+){0,2}"
)
_A_QUESTION = lazy_pattern(
    r"(?:(?:just|only|its|it is|that was|it was|this is|thats|i have|nur|war|das war|es war|ist|das ist|doch|ja) )*(?:an? |eine? |ne )?"
    r"(?:(?:simple|quick|general|normal|honest|plain|einfache|kurze|allgemeine|normale|ganz) )*(?:question|frage)(?: only| really| nur)?"
)
_TRAIL = lazy_pattern(r"(?:\W+(?:lol|haha|hehe|thanks|thx|please|pls|bitte|danke|though|mate|at all|really))+$")
_SIGHS = lazy_pattern(r"(?:\W|\b(?:lol|haha|hehe|omg|ugh|man|mate|thanks|thx|please|bitte|danke|ok|okay)\b)*")
_CHANGED_MIND = lazy_pattern(
    r"(?:(?:i|we|ive|weve|have|just|actually) )*changed? (?:my|our) minds?(?: about (?:\w+ ?){1,4})?"
    r"|(?:ich )?hab\w* (?:es |s )?mir anders uberlegt|(?:ich |wir )?(?:doch |lieber )+nicht (?:\w+)"
    r"|no (?:refunds?|money|cancell?ation|returns?|exchanges?)(?: please| thanks| needed)*|kein(?:e|en)? (?:geld|erstattung"
    r"|storno|stornierung|ruckgabe|umtausch)(?: bitte)?"
    r"|(?:bitte )?nicht (?:noch ?mal |wieder |alles )?(?:schicken|senden|stornieren|zuruckgeben|umtauschen|erstatten|losch\w+"
    r"|andern)(?: bitte)?"
)
_WANTS_NONE = lazy_pattern(
    r"(?:i|we) (?:dont|do not|didnt|did not) (?:actually |really |even )?(?:want|need|mean|ask for)(?: \w+){1,4}"
    r"|(?:ich |wir )?(?:will|mochte|brauche?|wollte|meine?|wollen) (?:\w+ )?(?:kein\w*|nicht)(?: \w+){0,3}"
)
# What is wanted in the place of what was refused, without a verb of its own.
_RATHER = lazy_pattern(r"^(?:(?:just|only|rather|instead)|(?P<german>nur|bloss|lieber|sondern|stattdessen))\b")
_ONLY_WHETHER = lazy_pattern(
    r"^(?:just|only|nur|bloss|lediglich) (?:(?:if|whether|ob) )?(?P<asked>(?:(?<=if )|(?<=whether )|(?<=ob )|(?=(?:why|how"
    r"|when|where|which|what|who|warum|wie|wann|wo|welche\w*|was)\b)).+)$"
)


def beside_a_no(text: str) -> str | None:
    """The words that ask or want something behind a refusal that says what is not meant; None where there are none.

    A bare no before them is left to what was asked: it may be its answer."""
    if not _NO_FIRST.match(folded(text)):
        return None  # whole clauses are read well each for itself: "I don't want to return the bowl, refund it"
    refused: list[str] = []
    for at, part in parts_of(text):
        said = folded(part).strip(" ?!.,")
        said = said if _CHANGED_MIND.fullmatch(said) else _bare(part)
        if "?" not in part and not is_question(said) and _refuses(said):
            refused.append(said)
        elif not _SIGHS.fullmatch(said):
            rest = text[at:]
            if (asked := as_only_asked(rest)) is not None:
                return asked if _TRAIL.sub("", f" {_bare(asked)}").strip() else None
            is_of_those = any(_names_goods(one) for one in refused) and not _names_goods(rest)
            return _as_said(rest) if refused and not is_of_those and _wants(rest, refused) else None
    return None


def _names_goods(text: str) -> bool:
    """ "No money for the jacket, just a bigger one": of goods that the refusal names."""
    return any(ref.text and not names_an_option(ref.text) for ref in goods_in(text))


def is_only_a_question(text: str) -> bool:
    """ "No, nothing went wrong, simple question": what was asked before was a question, and nothing else is said."""
    parts = [said for _, part in parts_of(text) if (said := _bare(part)) and not _SIGHS.fullmatch(said)]
    return any(_A_QUESTION.fullmatch(said) for said in parts) and all(
        _A_QUESTION.fullmatch(said) or _refuses(said) for said in parts
    )


def _bare(part: str) -> str:
    return _TRAIL.sub("", _AROUND.sub("", folded(part)).strip(" ?!.,"))


def _refuses(said: str) -> bool:
    return _denies(said) or (bool(said) and says_nothing_more(said))


def _denies(said: str) -> bool:
    """Whether it says what is not meant; what only gives up ("forget it, just the board") may go on to answer."""
    return any(form.fullmatch(said) for form in (_NOTHING_WRONG, _A_QUESTION, _CHANGED_MIND, _WANTS_NONE)) or is_negated(
        said
    )


def _wants(rest: str, refused: Sequence[str]) -> bool:
    said = _AROUND.sub("", folded(rest))
    is_named = any(_denies(one) for one in refused) and bool(_RATHER.match(said))
    return (is_named or is_question(said) or asks_or_wants(rest) or wish_in(rest) is not None) and len(said.split()) > 1


def _as_said(rest: str) -> str:
    """Without the words that lead in; "nur eine andere Farbe" and "nur ob Steuer drauf steht" made a wish and a question."""
    said = _AROUND.sub("", folded(rest)).strip()
    if (whether := _ONLY_WHETHER.match(said)) is not None:
        return f"{_last(rest, whether['asked']).rstrip(' ?')}?"
    rest = _last(rest, said)
    rather = None if is_question(said) or wish_in(rest) or asks_or_wants(rest) else _RATHER.match(said)
    if rather is None:
        return rest
    return f"{'ich will' if rather['german'] else 'i want'} {_last(rest, said[rather.end() :])}"


def _last(text: str, said: str) -> str:
    """As many of the last words of a text as ``said``, a part of it that was folded, has."""
    return " ".join(text.split()[-len(said.split()) :])

"""A question about the very quote that waits: "how long does that take?", "to which card?", "does it include shipping?"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from domain.language.acts.wishes import wish_in
from domain.language.folding import REMEMBERED, folded, with_pieces
from domain.language.people.unhelped import rejects_the_answer
from domain.language.quotes.phrases import read_confirmation
from domain.language.quotes.refusal import refuses
from domain.language.text.sentences import sentences
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

QuoteAspect = Literal[
    "dearer",
    "amount",
    "method",
    "duration",
    "delivery",
    "tax",
    "cost",
    "send_back",
    "which",
    "next",
    "elsewhere",
    "first",
    "label",
    "printer",
    "mail",
    "box",
    "collect",
    "deadline",
]

_TABLE = shipped_table("domain.language.quotes", "quote_questions.yaml")


def _pattern(forms: Sequence[str]) -> re.Pattern[str]:
    each = "|".join(f"(?:{form})" for form in forms)
    return lazy_pattern(with_pieces(f"<before>(?:{each})<after>", _TABLE["pieces"]))


_PATTERNS = [(cast(QuoteAspect, aspect), _pattern(forms)) for aspect, forms in _TABLE["aspects"].items()]
_ASKS = lazy_pattern(
    r"^\W*(?:\w+\W+){0,4}?(?:what|whats|which|when|where|who|why|how|is|are|does|do|will|would|can|may|must|should|could|shall|wie|was|wann|wo|wohin|wer|warum"
    r"|welche[snmr]?|ist|sind|muss|kann|darf|soll|geht|kommt|kostet|bekomme|kriege|auf|wofur|to which|on which)\b"
    r"|.*\b(?:no|an?|any|my|kein\w*) (?:printer|drucker)\b"  # what somebody lacks asks what then
)
# A thing of its own, which the documents or another order answer for.
_ELSEWHERE = lazy_pattern(
    r"\b(?:warrant\w*|guarantee\w*|gift ?cards?|other orders?|another order|next order|new order|my (?:parcel|package|order)"
    r"|discount|(?<!ups )(?<!post )(?<!parcel )(?<!corner )(?:store|shop)"
    r"|opening|garantie|andere bestellung|mein paket|meine bestellung|gutschein\w*|instead|statt\w*"
    r"|person|human|someone(?! (?:\w+ ){0,2}(?:com|pick|collect|fetch|get)\w*)|mensch)\b|\b[a-z]{1,3}\d{4,}\b"
)
_MOST_WORDS = 14


@lru_cache(maxsize=REMEMBERED)
def asks_of_the_quote(text: str, action: str | None = None) -> QuoteAspect | None:
    """What of a quote that waits a message asks, and nothing else; None for a question about anything else. ``action``: of which the quote
    is; beside one that gives back, any words ask of it that speak of nothing else."""
    said = re.sub(r"\s+", " ", folded(text)).strip(" .,;")
    is_asked = "?" in said or _ASKS.match(said)
    if len(said.split()) > _MOST_WORDS or _ELSEWHERE.search(said) or not (is_asked or _WANTS_TO_KNOW.search(said)):
        return None
    said = said.strip(" .,;!?")
    if is_asked and (found := next((aspect for aspect, pattern in _PATTERNS if pattern.fullmatch(said)), None)):
        return found
    matter, is_put = _MATTERS.get(action or ""), "?" in text or _PUT.match(said) or _WANTS_TO_KNOW.search(said)
    return _asked_in_words(said, matter) if matter and is_put and refuses(text) is None else None


def _words_of(group: str) -> re.Pattern[str]:
    return lazy_pattern("|".join(word.replace("*", r"\w*") for word in group.split()))


_MATTERS = {"return_items": "return", "exchange_items": "return", "refund_order": "refund", "update_account": "account"}
_IN_WORDS = _TABLE["in_words"]
_GROUPS = {
    matter: [(cast(QuoteAspect, aspect), _words_of(words)) for aspect, words in _IN_WORDS[matter].items()]
    for matter in sorted(set(_MATTERS.values()))
}
_OF_THE_MATTER = {
    matter: _words_of(" ".join([*_IN_WORDS[matter].values(), _IN_WORDS["small"], _IN_WORDS["scene"]]))
    for matter in sorted(set(_MATTERS.values()))
}
# Goods, as "the bench" or "die Lampe", may be any.
_GOODS = lazy_pattern(
    r"\b(?:the|my|our|this|that|die|das|den|der|meine?n?|diese[nrs]?) (?!order|bestellung|new|neue)([a-z-]+)"
    r"(?: (?!one|that|it)([a-z-]+)(?= (?:zuruck|back|weg|away)))?"
)
# "Nein, ich will sie behalten" asks nothing.
_PUT = lazy_pattern(
    r"(?:(?:and|so|ok|okay|but|hm+|also|wait|oh|moment|und|aber|dann|thanks|danke)\W+)*"
    r"(?:what|whats|which|when|where|who|why|how|is|are|does|do|will|would|can|could|may|must|should|shall"
    r"|wie|was|wann|wo|wohin|wer|warum|muss|kann|darf|soll|geht|kostet|kommt|wird|ist|sind|brauche)\b"
)
_WANTS_TO_KNOW = lazy_pattern(
    r"\b(?:want|wanted|asking|asked|wonder\w*|wollte|mochte|frage)\b.{0,15}\b(?:if|whether|how|what|who|where|ob|wie|was|wer|wo)\b"
)
_OF_ANOTHER_THING = lazy_pattern(r"\bhow (?:do|can|should|shall) (?:i|we) pay\b")
_GETS_BACK = lazy_pattern(r"\b(?:get|gets|getting|have|bekomm\w*|krieg\w*|erhalt\w*)\b.{0,20}\b(?:back|zuruck)\b")


def _asked_in_words(said: str, matter: str) -> QuoteAspect | None:
    if _OF_ANOTHER_THING.search(said) or (matter == "refund" and _GETS_BACK.search(said)) or not _is_only_of(said, matter):
        return None
    words = re.findall(r"[a-z]+", said)
    asked = [aspect for aspect, pattern in _GROUPS[matter] if any(pattern.fullmatch(word) for word in words)]
    of_its_own = [aspect for aspect in asked if aspect != "label"]  # "is the label free?" is of what it costs
    return None if len(of_its_own) > 1 or not asked else asked[0]


def _is_only_of(said: str, matter: str) -> bool:
    goods = {word for found in _GOODS.finditer(said) for word in found.groups() if word}
    return all(_OF_THE_MATTER[matter].fullmatch(word) for word in re.findall(r"[a-z]+", said) if word not in goods)


_GOES_BACK = lazy_pattern(r"\b(?:back|return\w*|ruck(?:gabe|send|versand|schick)\w*|zuruck\w*|retour\w*)\b")


def speaks_of_going_back(text: str) -> bool:
    return bool(_GOES_BACK.search(folded(text)))


def _only_tells(piece: str, action: str | None) -> bool:
    """ "Überall Scherben.", "that's not what I asked": a sentence beside the question that wants nothing."""
    if rejects_the_answer(piece):
        return True
    said, matter = folded(piece), _MATTERS.get(action or "")
    is_told = matter == "refund" and "?" not in piece and not re.search(r"\d", said) and _is_only_of(said, matter)
    return is_told and refuses(piece) is None and wish_in(piece) is None and read_confirmation(piece) is None


_HESITATION = (
    r"(?:oh|ok|okay|hm+|um+|ah|well|so|and|but|hi|hey|sorry|wait|hold on|hang on|(?:no|nein|nah|nee) (?:wait|hold on|hang on"
    r"|warte)|(?:one|a|just a) (?:sec|second|moment|minute)|"
    r"moment(?: mal)?|"
    r"lovely|great|nice|good|perfect|cool|fine|right|thanks|thank you|warte(?: mal)?|kurze frage|quick question|one question|"
    r"before that|first|i mean|ich meine)"
)
_BEFORE = lazy_pattern(rf"^(?:{_HESITATION}\W+)+")
_ONLY_HESITATES = lazy_pattern(rf"(?:{_HESITATION}\W*)+")
# What the questions are asked for.
_CARE = lazy_pattern(
    r"(?:i (?:just |only )?(?:want|need|would like|have)|id like|just|i want|only|ich (?:will|mochte|muss)(?: nur)?(?: sicher| wissen)?) "
    r"(?:to (?:be (?:sure|certain)|make sure|know|understand|check)|checking|asking|wondering|curious|sicher|wissen)\b[^?]{0,60}"
    r"|before i (?:say|confirm|agree|decide|press|do)\b[^?]{0,40}|nur zur sicherheit|bevor ich [^?]{0,40}"
)


@dataclass(frozen=True)
class AskedOfTheQuote:
    """What a message asks of a quote, the sentences that ask it, and the others."""

    aspects: tuple[QuoteAspect, ...] = ()
    asked: str = ""
    rest: str = ""


@lru_cache(maxsize=REMEMBERED)
def asked_beside_the_rest(text: str, action: str | None = None) -> AskedOfTheQuote:
    """Of a message of several sentences. Those that only hesitate, agree in passing or say why it is asked are left out."""
    aspects: list[QuoteAspect] = []
    asked, rest = [], []
    for piece in sentences(text):
        said = re.sub(r"\s+", " ", folded(piece)).strip(" .,;!…-")
        bare = _BEFORE.sub("", said)
        if (aspect := asks_of_the_quote(piece, action) or asks_of_the_quote(bare, action)) is not None:
            aspects.append(aspect)
            asked.append(piece.strip())
        elif said and not (
            _ONLY_HESITATES.fullmatch(said.rstrip("?")) or _CARE.fullmatch(bare) or _only_tells(piece, action)
        ):
            rest.append(piece.strip())
    if not aspects:
        return AskedOfTheQuote(rest=text)
    return AskedOfTheQuote(tuple(dict.fromkeys(aspects)), " ".join(asked), " ".join(rest))


_WORD = lazy_pattern(r"\d+(?:[.,]\d+)?|[a-z]+")
_WAYS = frozenset(_TABLE["remark"]["ways"].split())
_OF_A_REMARK = frozenset(_TABLE["remark"]["small"].split())
_ALIKE: dict[str, str] = _TABLE["remark"]["alike"]


def remarks_on(text: str, quote: str) -> QuoteAspect | None:
    """What of a quote a remark says after it: "oh half went on the gift card?". None where it names anything that ``quote``, its
    words, does not."""
    said = [_ALIKE.get(word, word) for word in _WORD.findall(folded(text))]
    known = {_ALIKE.get(word, word) for word in _WORD.findall(folded(quote))}
    content = [word for word in said if word not in _OF_A_REMARK]
    if not content or not all(word in known or word.rstrip("s") in known or word in ("methods", "ways") for word in content):
        return None
    if any(word in _WAYS or _ALIKE.get(word) for word in content):
        return "method"
    return "amount" if any(word[0].isdigit() for word in content) else "which"


_SPEAKS = {
    "refund_order": lazy_pattern(r"\b(?:refund|money back|reimburs|erstatt|ruckerstatt|geld)"),
    "cancel_order": lazy_pattern(r"\b(?:cancel|storn|refund|erstatt)"),
    "return_items": lazy_pattern(r"\b(?:return|refund|send\w* back|ruckgabe|rucksend|zuruck|erstatt|retour)"),
    "update_account": lazy_pattern(r"\b(?:e ?-?mail|mail|adresse|address)"),
    "exchange_items": lazy_pattern(r"\b(?:exchang|swap|replac|umtausch|tausch|ersatz)"),
}


def speaks_of(action: str, text: str) -> bool:
    """Whether a document's words are of an action at all: what is only near its question answers nothing."""
    pattern = _SPEAKS.get(action)
    return bool(pattern and pattern.search(folded(text)))

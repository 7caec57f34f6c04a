"""Short questions that need the one before: "and for Germany?", "how long does that take?"."""

import re
from collections.abc import Sequence

from domain.language.folding import folded
from domain.language.goods.product_names import words_of
from domain.language.languages.written_language import SMALL_WORDS
from domain.lazy_pattern import lazy_pattern

_MOST_WORDS = 9
_A_WORD = 2  # "Saturday?" after the opening hours
# No sentence of its own: it asks the same of something else.
_FRAGMENT = lazy_pattern(
    r"^\W*(?:(?:and|but|also|or|so|ok|okay|oh|ah|great|good|thanks|super|gut|danke)\W+)*"
    r"(?:what about|how about|what if|and|or|but|for|in|to|with|without|if"
    r"|und|oder|aber|auch|was ist (?:mit|bei)|wie ist (?:es|das) (?:mit|bei)|nach|mit|ohne|bei|für|falls)\b",
    re.IGNORECASE,
)
_OWN_VERB = lazy_pattern(
    r"\b(?:do|does|did|is|are|was|can|could|will|would|may|must|should|have|has|sell|need|want|get"
    r"|ist|sind|war|kann|könnt\w*|darf|muss|soll|will|gibts?|hab\w*|hat|liefert|liefern|kostet|geht|kommt|brauch\w*|werd\w*|wird)\b",
    re.IGNORECASE,
)
# A question of its own, about what "it" stands for.
_POINTS_BACK = lazy_pattern(
    r"\b(?:it|that|this|those|these|they|them|there|then|others?|another|else|more|dann|dafür|dabei|damit|davon|dazu|da(?:rauf|rin|ran)"
    r"|drauf|drin|dran|andere[nrs]?|weitere[nrs]?|sonst|(?:das|es|die|der)(?=\W*(?:$|[?.!]| auch| dann| noch| denn)))\b",
    re.IGNORECASE,
)
# What a question is made of, whatever it is about.
_FORM = lazy_pattern(
    r"\b(?:how|what|when|where|which|who|whom|why|do|does|did|is|are|was|were|can|could|will|would|may|might|must|shall|should"
    r"|i|you|your|yours|my|me|we|us|our|they|their|it|its|a|an|the|this|that|these|those|there|of|in|on|at|for|from|to|by|with"
    r"|about|and|or|but|not|no|if|so|be|been|have|has|had|get|got|take|takes|work|works|much|many|long|far|often|soon|any|some"
    r"|please|want|need|like|know|tell)\b",
    re.IGNORECASE,
)


def with_topic(question: str, topic: str | None) -> str | None:
    """The question made whole by ``topic``, the last one that was answered; None where it stands for itself."""
    if not topic or len(question.split()) > _MOST_WORDS:
        return None
    if (
        is_bare_question(question)
        or is_fragment(question)
        or (len(question.split()) <= _A_WORD and not _OWN_VERB.search(question))
    ):
        return f"{topic} {question}"
    if _POINTS_BACK.search(question):
        return f"{_subject(topic)} {question}".strip()
    return None


_BARE = lazy_pattern(
    r"^\W*(?:(?:and|but|ok|okay|so|oh|und|aber|thanks|danke|also)\W+)*(?:for |since |at |ab |seit |bei )?"
    r"(?:how (?:often|long|much|many|hot|warm|far|high)(?: for)?|(?:what|which) temperature"
    r"|wie (?:oft|lange?|viel\w*|heiss|warm|hoch|weit)|welche temperatur)(?: (?:then|exactly|dann|denn|genau))*\W*$"
)


def is_bare_question(question: str) -> bool:
    """ "And how often?": what it asks of has to be in the question before."""
    return bool(_BARE.match(folded(question)))


_OTHERS = lazy_pattern(
    r"\b(?:any|some|no|what|which|are there|have you(?: got)?|got) (?:\w+ )?(?:others?|more)\b|\b(?:any|some)(?:thing|where|one) else\b"
    r"|\b(?:noch|sonst|auch) (?:\w+ )?(?:andere[nrs]?|weitere[nrs]?|was|mehr)\b|\bwelche andere[nrs]?\b",
    re.IGNORECASE,
)


def asks_for_others(text: str) -> bool:
    """ "Any other codes?": what was just told is no answer to it."""
    return bool(_OTHERS.search(text))


_NO_I_MEAN = lazy_pattern(
    r"^\W*(?:(?:no|nope|nein|nee|not that|sorry|huh|oh)\W+)+(?:(?:i|ich) (?:mean|meant|was asking|am asking|asked|meine|meinte)\W+|"
    r"what i meant?(?: was)?\W+)?(?P<rest>.+)$",
    re.IGNORECASE,
)


_NOT_FOR = lazy_pattern(r"^(?:not|nicht)\b[^,.;]+[,.;]\s*(?=\S)", re.IGNORECASE)


def asked_anew(text: str, topic: str | None) -> str | None:
    """The question that a no to our answer asks once more, of something else: "no, i mean for the return" → the last one, of that."""
    found = _NO_I_MEAN.match(text.strip())
    rest = _NOT_FOR.sub("", found["rest"]) if found else ""
    if not topic or not rest or len(rest.split()) > _MOST_WORDS or not is_fragment(rest):
        return None
    return f"{topic.strip(' ?.!')} {rest.strip(' ?.!')}?"


_ASKS_BACK = lazy_pattern(
    r"^\W*(?:(?:ok|okay|oh|ah|hm+|and|und|right)\W+)*(?:so|also|dann|then|but|aber)\b(?:[^.!?]*\?\W*)+$"
    r"|^\W*(?:(?:ok|okay|oh|ah|hm+|and|und|thanks|danke)\W+)*(?:so|also|dann|then)\b[^.!?]*\b(?:right|correct|yeah|or not|oder"
    r"|richtig|stimmts?)\W*$"
)


def asks_back(text: str) -> bool:
    """ "So it's still there without the card?": what was just told is asked back, and nothing reported."""
    return bool(_ASKS_BACK.match(folded(text)))


_A_NO = r"\W*(?:(?:no|nope|nah|nein|nee|sorry|oh|not that(?: one)?|wrong one|falsch\w*)\W+)+"
_MEANS_ANOTHER = lazy_pattern(
    rf"^{_A_NO}(?:(?:i (?:mean|meant)|ich mein\w*"
    r"|its|it is|thats)\W+)?"
    r"(?:the|my|that|this|die|das|der|den|mein\w*|dies\w*)\b"
)


def corrects_what_is_meant(text: str) -> bool:
    """ "No, the other one", "nein, die Lampe": the words begin with what is meant in the place of what was told."""
    return bool(_MEANS_ANOTHER.match(folded(text)))


_OTHER_GOODS = lazy_pattern(
    rf"{_A_NO}(?:(?:i (?:mean|meant|asked about)|ich mein\w*)\W+)?"
    r"(?:the|my|that|die|das|der|den|mein\w*) (?P<goods>(?!(?:other|one|same|first|second|last|next|ander\w*|erste\w*|zweite\w*)\b)"
    r"[\w-]+(?: (?!(?:not|nicht)\b)[\w-]+){0,3}?)(?: (?:i mean|meine? ich|meinte ich|please|bitte))?\W*"
)


def goods_meant(text: str) -> str | None:
    """The goods that a question just answered was meant of: "no i mean the serving board", "nein die Lampe meine ich"."""
    said = " ".join(folded(text).split())
    found = _OTHER_GOODS.fullmatch(said) if len(said.split()) <= _MOST_OF_IT else None
    return found["goods"] if found else None


_ASKS_ON = lazy_pattern(
    r"^\W*(?:(?:ok|okay|and|but|und|aber)\W+)*(?:what about|how about|was ist (?:mit|bei)|wie ist (?:es|das) (?:mit|bei)"
    r"|wie siehts (?:mit|bei))\b"
)


def asks_on_by_its_words(text: str) -> bool:
    """ "What about the oven" asks, with a question mark or without."""
    return "?" in text or bool(_ASKS_ON.match(folded(text)))


def is_fragment(question: str) -> bool:
    """Whether it asks the last question of something else."""
    lead = _FRAGMENT.match(question)
    return lead is not None and not _OWN_VERB.search(question, lead.end())


def _subject(topic: str) -> str:
    """What a question is about: its words less those that only make it a question."""
    words = re.sub(r"[^\w\s-]", " ", _FORM.sub(" ", topic)).split()
    return " ".join(word for word in words if word.lower() not in SMALL_WORDS["de"])


# How it is said, and what anything can be done with, whatever is asked of it.
_SAYS_LITTLE = lazy_pattern(
    r"\b(?:put|go|goes|leave|leaves|make|makes|made|use|used|using|come|comes|keep|give|see|say|says|let|still|just|also|only"
    r"|really|actually|ok|okay|well|even|yes|no|out|off|up|then|too|again|am|im|ive|don|t|s|d|ll|m|re|ve|lol|hi|hey|hello"
    r"|thanks|thank|cool|good|great|worries|sorry|perfect|mal|machen|macht|gehen|lassen|nutzen|benutzen|ja|nein|danke|super"
    r"|schon|einmal|trotzdem|eigentlich)\b",
    re.IGNORECASE,
)


def what_is_asked(question: str) -> frozenset[str]:
    """The words that a question is about, lower case, singular and plural alike: "can I put it in the dishwasher?" → dishwasher."""
    return frozenset(words_of(_SAYS_LITTLE.sub(" ", _subject(question))))


_POINTS_AT_IT = lazy_pattern(r"\b(?:it|that|this|das|es)\b", re.IGNORECASE)


def points_at_something(text: str) -> bool:
    """ "Is it made of wool?": of something that was spoken of, or waits."""
    return bool(_POINTS_AT_IT.search(text))


_OF_OTHER_GOODS = lazy_pattern(
    r"\W*(?:(?:no|nope|oh|ok|okay|sorry|good|great|thanks|nein|ah|ja)\W+)*"
    r"(?:(?P<asks>and|what about|how about|and what about|i mean|i meant|und|was ist mit|und was ist mit|ich mein\w*)\W+(?:with |mit )?)?"
    r"(?:(?:the|my|die|das|den|der|mein\w*) )?(?:one with (?:the )?)?"
    r"(?P<goods>(?!(?:it|that|this|other|others|rest|one)\b)[\w-]+(?: [\w-]+){0,3}?)"
    r"(?P<ordered> (?:(?:that|which) )?(?:i|we)(?: have| ve)? (?:also )?(?:ordered|bought)| die ich bestellt hab\w*)?"
    r"(?: (?:from|in|of|aus|von) (?:the|my|der|meiner) (?:other|second|ander\w*|zweite\w*) (?:order|one|bestellung))?\W*"
)
_MOST_OF_IT = 11  # words


def asks_the_same_of(text: str) -> str | None:
    """The goods of which the last question is asked as well: "and the cups?", "no I mean the cups I ordered"; None where none is."""
    said = " ".join(folded(text).split())
    found = _OF_OTHER_GOODS.fullmatch(said) if len(said.split()) <= _MOST_OF_IT else None
    return found["goods"] if found and (found["asks"] or found["ordered"]) else None


_DETERMINER = (
    r"(?:the|a|an|my|your|this|those|these|die|das|den|der|dem|eine?[nrms]?|meine?[nrms]?|eure?[nrms]?|ihre?[nrms]?)"
)
_ASKED_OF = lazy_pattern(
    r"(?:^|[.!?,;]\s*)\W*(?:(?:and|ok|okay|oh|ah|so|but|und|aber|also)\W+)*(?:what about|how about|and|same (?:with|for|goes for)"
    r"|does (?:that|it|the same) (?:go|hold|apply|count) (?:for|to)|und|was ist mit|wie ist (?:es|das) (?:mit|bei)|wie siehts mit"
    r"|gilt das (?:auch )?fur|und (?:bei|fur|mit))\W+(?:for |with |bei |mit |fur )?"
    rf"(?:{_DETERMINER} )?(?P<goods>[a-z][\w-]*(?: [\w-]+){{0,3}}?)"
    r"(?: (?:then|too|as well|instead|though|btw|dann|auch|denn|aus|eigentlich))*\W*$"
)
_NAMED_GOODS = lazy_pattern(rf"\b{_DETERMINER} (?P<goods>[\w-]+(?: [\w-]+){{0,3}})", re.IGNORECASE)


def other_goods_asked(text: str) -> str | None:
    """What the last question is asked of as well, folded: "ah shame. what about the cast iron pot then?" → "cast iron pot"."""
    found = _ASKED_OF.search(folded(text))
    return found["goods"] if found else None


def in_place_of_its_goods(topic: str, goods: str, names: Sequence[str]) -> str | None:
    """The last question, asked of ``goods``: these in the place of those that it names, whose names ``names`` are; None where it names none
    of them behind an article."""
    known = {word for name in names for word in folded(name).split()}
    for found in _NAMED_GOODS.finditer(topic):
        words = found["goods"].split()
        last = max(
            (at for at, word in enumerate(words) if folded(word) in known or folded(word).rstrip("s") in known), default=None
        )
        if last is not None:
            start = found.start("goods")
            return f"{topic[:start]}{goods}{topic[start + len(' '.join(words[: last + 1])) :]}"
    return None


_COUNTRY = (
    r"(?:the )?(?:uk|us|usa|united kingdom|united states|great britain|britain|england|scotland|wales|northern ireland|ireland|america"
    r"|canada|germany|france|hawaii|alaska|deutschland|frankreich|kanada|england|schottland|den usa)"
)
_WHERE_I_AM = lazy_pattern(
    r"\W*(?:(?:no|but|and|sorry|well|oh|hm+|hey|aber|nein)\W+)*(?:im|i am|i live|were|we are|we live|ich bin|ich wohne|ich lebe|wir sind)"
    rf" (?:living |based )?(?:in|from|aus) (?P<place>{_COUNTRY})(?:,? (?:and )?(?:not|nicht)(?: in)? {_COUNTRY})?\W*"
)


def where_told(text: str) -> str | None:
    """The place of somebody who says no more than where they are: "I am in the UK, not Germany"; None where more is said."""
    found = _WHERE_I_AM.fullmatch(folded(text))
    return found["place"] if found else None

"""What a message that refuses a quote wants all the same: "Nein, um Gottes willen! Ich will nur wissen, welche Batterie da reinkommt",
"goodness no, just the strap. Can someone post it?".

That it refuses is known already, so that a bare no before it, exclamations and what it denies say nothing more; what asks or wants
is content, and whatever is told from there on belongs to it. What is told alone ("it is too nice to give away") is the no's reason.
"""

from domain.language.acts.wishes import is_question, wish_in
from domain.language.folding import folded
from domain.language.goods.goods_references import goods_in
from domain.language.quotes.gives_up import as_only_asked, parts_of, says_nothing_more
from domain.language.text.polarity import is_negated
from domain.language.text.sentences import sentences, without_stops
from domain.lazy_pattern import lazy_pattern

_LEAD = lazy_pattern(
    r"^\W*(?:(?:oh|ah|ach|och|um+|hm+|ugh|lol|haha|sorry|entschuldigung|pardon|but|aber|well|wait|warte|moment|stop|stopp|halt|actually|ok|okay|so|and"
    r"|und|also|dann|then|please|bitte|man|mann|mensch|dude|god|gosh|gott|goodness|heavens|jeez|hello|hallo|hey|(?:was"
    r"|what)(?=\W*$|\W*[?!,])|huh|hae|wie bitte|excuse me"
    r"|um (?:gottes|himmels) willen|my god|oh my|dear|doch|ja|yes|no+|nope|nah|naw|nay|nein|nee|ne|noe|non)\b(?!-)[\W_]*)*"
)
_DENIES = lazy_pattern(
    r"\b(?:not|nicht|no|kein\w*|dont|do not|doesnt|didnt|did not|isnt|wasnt|arent|never|nie|niemals|gar nichts|nichts"
    r"|nothing|nobody|niemand|stop)\b"
)
_TOPIC = lazy_pattern(
    r"^(?:(?:es )?geht (?:(?:mir|uns|hier|doch|ja|eigentlich|bloss|nur|allein) )*ums?|(?:its|it is|this is|im"
    r"|i am) (?:just |only |really )*(?:about|asking about)"
    r"|(?:i|we) (?:just |only |was |were )*ask(?:ed|ing)? about) (?P<topic>.+)$"
)
_WHETHER = lazy_pattern(
    r"^(?:(?:i|we|ich|wir|id|im) )?(?:(?:just|only|simply|really|nur|bloss|lediglich|doch|ja|mal|einfach|eigentlich|am"
    r"|was|would like to|want(?:ed)? to|need to"
    r"|like to|will|wollte|wollten|wollen|mochte|mochten|hab\w*|(?:konnen|konnten|kannst) (?:sie|du|ihr)|mir|sagen|know"
    r"|ask|see|find out|understand"
    r"|wondering|curious|asking|wissen|fragen|gefragt|can you|could you|please|bitte|tell me) )*"
    r"(?:(?:know|ask|see|find out|understand|wondering|curious|asking|wissen|fragen|gefragt|tell me|sagen|just|only|nur|bloss)\W+)"
    r"(?:(?:to|noch|mal) )*(?P<asked>(?:if|whether|ob|why|how|when|where|which|what|who|warum|wieso|weshalb|wie|wann|wo"
    r"|was|wer|wohin|welche\w*)\b.+)$"
)
_WANTS = lazy_pattern(
    r"\b(?:(?:i|we) (?:(?:just|only|really|actually|still|do|did|would|will) )*(?:want(?:ed)?|need|mean|meant|like"
    r"|love to|prefer|was asking|asked|said)|"
    r"id (?:rather|like|prefer|love)|i am asking|(?:can|could|may|would) (?:you|i|we|it|someone|somebody|they)|please"
    r"|give me|tell me|send me|"
    r"(?:ich|wir) (?:(?:doch|nur|bloss|ja|aber|eigentlich) )*(?:will|wollen|wollte|wollten|mochte|mochten|brauche?n?"
    r"|hatte|hatten|mein\w*|sagte|bitte)"
    r"|(?:konnen|konnten|kann|kannst|konnte|wurden|wurde) (?:sie|du|ihr|ich|wir|man|jemand)|(?:will|mochte|brauche?"
    r"|hatte|meinte) (?:ich|wir))\b"
)
# "I need to ask my wife", "too nice to return", "that was only a question": the no's reason, or its excuse.
_ONLY_WHY = lazy_pattern(
    r"\b(?:(?:need|have|want|like) to (?:ask|think|check|talk|sleep|decide|see|consider)\b(?! (?:if|whether|you|about"
    r"|why|how|when|where|what|which))"
    r"|muss (?:erst|noch|mal)\b|too \w+ to|zu \w+ (?:um|zum)|(?:nur|bloss|only|just) (?:eine? |an? )?(?:\w+ )?(?:frage|question))\b"
)
_INSTEAD = lazy_pattern(
    r"^(?:(?:just|only|rather|nur|bloss|lieber|sondern|stattdessen|lediglich|dann|then) )+(?!(?:then|now|thanks|that"
    r"|das|so|now|kidding)\b)\w+|\b(?:instead|stattdessen)\b"
)


def content_of_a_no(text: str) -> str | None:
    """The words of a refusal that ask or want something, up to its end; None where there are none."""
    parts = parts_of(text)
    ends = [*(at for at, _ in parts[1:]), len(text)]
    kept = ""
    for (at, part), end in zip(parts, ends, strict=True):
        said = _LEAD.sub("", folded(part)).strip(" ?!.,")
        if not said or not (kept or _is_content(part, said)):
            continue
        if "?" in part or not _denies(said) or _asks_in(said):
            kept += text[at:end] if kept else text[at + part.rfind(_last(part, said)) : end]
    return kept.strip(" ,;") or None


def question_of_a_no(content: str) -> str | None:
    """The question that such words were only meant to ask: "I only want to know which battery it takes" → "which battery it takes?"."""
    if (asked := as_only_asked(content)) is not None:
        return asked or None
    first = next(iter(without_stops(sentences(content))), "")
    return _asks_in(_LEAD.sub("", folded(first)).strip(" ?!.,"), first)


def _asks_in(said: str, whole: str = "") -> str | None:
    if (found := _WHETHER.match(said)) is not None:
        return f"{_last(whole or said, found['asked']).rstrip(' ?.!')}?"
    if (about := _TOPIC.match(said)) is not None and not any(ref.text for ref in goods_in(about["topic"])):
        return f"{_last(whole or said, about['topic']).rstrip(' ?.!')}?"
    return None


def _is_content(part: str, said: str) -> bool:
    if len(said.split()) < 2 or says_nothing_more(said) or ("?" not in part and _ONLY_WHY.search(said)):
        return False
    if _asks_in(said) or _TOPIC.match(said) or as_only_asked(part) is not None or ("?" in part and len(said.split()) > 2):
        return True
    if _denies(said):
        return False
    return bool(is_question(said) or _WANTS.search(said) or _INSTEAD.search(said) or wish_in(part))


def _denies(said: str) -> bool:
    return bool(_DENIES.search(said)) or is_negated(said)


def _last(text: str, said: str) -> str:
    """As many of the last words of a text as ``said``, a part of it that was folded, has."""
    return " ".join(text.split()[-len(said.split()) :])

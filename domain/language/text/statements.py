"""Statements: a customer who says who they are, gives a value, or has none at hand, asks for nothing by it."""

import re

from domain.language.folding import folded
from domain.language.text.entities import Entities
from domain.lazy_pattern import lazy_pattern

_LEAD = r"^\W*(?:(?:yes|yeah|yep|ya|sure|ok|okay|oh|and|hi|hello|hey|well|of course|certainly|absolutely|so|sorry|thanks|thank you)\b\W*)*"
_THING = (
    r"(?:(?:full|first|last|user|company|business|account|one time|e-?mail|mobile|phone|contact|zip|postal|post)\s+){0,2}"
    r"(?:name|e-?mail|id|address|password|passcode|pin|phone|number|code|zip|postcode)"
)
_GIVES = lazy_pattern(
    rf"{_LEAD}(?:it['’]?s\s+|it is\s+)?(?:(?:my|the|our)\s+)?{_THING}\s*(?:is\b|are\b|was\b|:|=)", re.IGNORECASE
)
_INTRODUCES = lazy_pattern(
    rf"{_LEAD}(?:my name|name is|i am \[NAME|i['’]m \[NAME|this is \[NAME|\[NAME_\d+\],? (?:and i live|from|in|living)\b)",
    re.IGNORECASE,
)
_PASSWORD = lazy_pattern(r"\bpass(?:word|code)\s*(?:is|was|:|=)\s*\S", re.IGNORECASE)
_WANTS = lazy_pattern(
    r"\?|\b(?:can|could|would|will|may|do|does|did|should)(?:n['’]?t)? (?:you|i|we|it|u)\b|\bplease\b|\bpl[sz]\b|\bhelp\b|"
    r"\bi(?:['’]?d| would)? (?:need|want|like|wanna|wish|have to|am trying|was trying)\b|\bi['’]m trying\b|\bgive me\b|\btell me\b|"
    r"\b(?:change|update|reset|forgot|forgotten|wrong|incorrect|correction|lost|locked|error|problem|issue|"
    r"not working|doesn['’]?t work|cannot|can['’]?t|unable|never|still|complain|angry|ridiculous|stupid)\b|"
    r"^\W*(?:how|why|what|when|where|who|which|whose|is|are|am|does)\b",
    re.IGNORECASE,
)


def asks_or_wants(text: str) -> bool:
    """Whether a text asks a question, wants something done or reports that something is wrong."""
    return bool(_WANTS.search(text))


_FOR_SOMETHING = lazy_pattern(r"^(?:bitte|please|pls)\b|\b(?:bitte|please|pls)\W*$", re.IGNORECASE)


def asks_for_something(text: str) -> bool:
    """ "Öffnungszeiten bitte": a bare noun, and that it is asked for."""
    return bool(_FOR_SOMETHING.search(text.strip()))


_ASKS = lazy_pattern(
    r"\?|^\W*(?:how|why|what|when|where|who|which|whose|is|are|am|do|does|did|can|could|will|would|may)\b", re.IGNORECASE
)


_ASKS_ABOUT = lazy_pattern(
    r"^\W*(?:(?:and|so|but|ok|okay|oh|well|just|also|yes|yeah|ja|aber|und|dann)\W+)*(?:(?:do|will|would|did|must|should|am|have) i|do we|"
    r"does|is|are|how(?! about)|when|why|where|what(?! about)|which|who|muss ich|bekomm\w* ich|krieg\w* ich|soll ich|wann|wie|warum|wieso|"
    r"ist|geht|kommt|kostet|wird|wo|welche\w*)\b",
    re.IGNORECASE,
)


def asks_about_it(text: str) -> bool:
    """ "Do I get the money back on my card?", while something waits for a yes, asks about that and wants nothing new."""
    return bool(_ASKS_ABOUT.match(text))


_ASKS_WHETHER = lazy_pattern(
    r"^\W*(?:(?:and|so|but|sorry|wait|ok|okay|hm+|oh|und|also|moment)\W+)*(?:is|was|are|does|did|will it|do you mean|do you have|have you|"
    r"ist|war|geht|kommt|haben sie|hast du|meinen sie|meinst du)\b[^?]*\?",
    re.IGNORECASE,
)


def asks_whether(text: str) -> bool:
    """ "Is that 21 Wellington Street?": a value in it is asked about, and not given."""
    return bool(_ASKS_WHETHER.match(text))


_DID_YOU_GET = lazy_pattern(
    r"\b(?:did|do|have) you (?:get|got|have|note|noted|write|hear|understand|understood)\b"
    r".{0,12}?\b(?:its|it['’]s|it is|that|in|to)\b(?P<rest>.*)"
    r"|\b(?:haben sie|hast du) (?:das |es )?(?:notiert|verstanden|aufgeschrieben)?\b(?P<german>.*)",
    re.IGNORECASE,
)
_NAME = lazy_pattern(r"\b(?:[A-ZÄÖÜ][\w'’-]+|\w*\d\w*)\b")


def place_asked(text: str) -> str | None:
    """ "Did you get that it's Leeds LS6?": the names in it, of which it is asked whether they were noted."""
    found = _DID_YOU_GET.search(text)
    names = _NAME.findall(found["rest"] or found["german"] or "") if found else []
    return " ".join(names) or None


def says_something(text: str) -> bool:
    """Whether a text is a statement of somebody's own, and not a mere value like a name, a size or a place."""
    return len(text.split()) > 1 and not _ASKS.search(text)


def gives_a_value(text: str) -> bool:
    """Whether a text only tells a name, an address, a password or the like."""
    return not asks_or_wants(text) and bool(_GIVES.match(text) or _INTRODUCES.match(text) or _PASSWORD.search(text))


# "My name is …" says who is writing; "my name is … now" or "change my name to …" wants it changed.
_SAYS_WHO = lazy_pattern(r"\b(?:name is|name['’]s|i am|i['’]m|this is|just my name|zip|post ?code)\b", re.IGNORECASE)
_RENAMES = lazy_pattern(
    r"\bname\b.*\b(?:to|now|instead)\b|\b(?:new|correct|wrong|change|update|misspelled|misspelt)\b.*\bname\b|\bmarried\b",
    re.IGNORECASE,
)


def only_introduces(text: str) -> bool:
    """Whether a name in the words says who is writing, and is not a new name for the account."""
    return bool(_SAYS_WHO.search(text)) and not _RENAMES.search(text)


# Of words without accents or capitals (`refusal.folded`).
_YES = lazy_pattern(
    r"^\W*(?:oh |well |so )?(?:yes|yeah|yea|yep|yup|jup|ok|okay|sure|fine|alright|all right|ja|jo|joa|jep|jawohl|oui|si)\b"
)
_AGREEING = (
    r"(?:\W+(?:yes|please|pls|plz|thanks|thank you|sure|ok|okay|perfect|great|go ahead|do it|do that|do so|do(?=\W*[.!…,])|bitte|gerne|"
    r"danke|merci|por favor|gracias)\b)*"
)
_YES_AND = lazy_pattern(rf"{_YES.pattern}{_AGREEING}\W+(?:and|also|plus|und|et|y|e)\b")
_YES_FIRST = lazy_pattern(rf"{_YES.pattern.replace('|si)', '|s[ií])')}{_AGREEING}[\W_]*", re.IGNORECASE)


def starts_with_a_yes(folded: str) -> bool:
    return bool(_YES.match(folded))


def is_yes_and(folded: str) -> bool:
    return bool(_YES_AND.match(folded))


def beside_a_yes(text: str) -> str | None:
    """What a message goes on to say after its yes: "Yes please, and where is it?" → "and where is it?"."""
    found = _YES_FIRST.match(text)
    rest = text[found.end() :].strip() if found else ""
    return rest if len(rest.split()) > 1 else None


_NUMBER = (
    r"(?:(?:order|item|product|reference|confirmation)s? (?:id|ids|number|numbers|no|nr|details?)|order|number|numbers|ids?|"
    r"(?:that|this|the) (?:info|information|number|detail)|(?:exact |all the |all |the )?details?)"
)
_NOT_AT_HAND = lazy_pattern(
    r"\b(?:(?:dont|do not|didnt|did not|cant|cannot|cant seem to) (?:\w+ )?(?:have|know|remember|recall|find|see|got|access|have access to)"
    rf"|forgot|forgotten|lost|no idea of|not sure (?:of|about|what|which)|dunno)\b[^.;!?]{{0,25}}?\b{_NUMBER}\b"
    rf"|\b{_NUMBER}\b[^.;!?]{{0,12}}\b(?:is not|isnt|not) (?:at hand|handy|with me|here|to hand)\b"
    r"|\b(?:dont|do not|cant|cannot) (?:remember|recall|find) (?:it|that|them|which)\b"
    r"|\b(?:weiss|habe|finde) (?:die|meine|keine) (?:bestell)?nummer\b|\bje n ?ai pas le numero\b|\bno tengo el numero\b"
)

_NO_ORDER = lazy_pattern(
    r"\b(?:(?:dont|do not|havent|have not|never|didnt|did not|not) (?:\w+ )?(?:have|had|got|made|make|place|placed) (?:\w+ )?"
    r"(?:an?|any|one|single) orders?(?! (?:number|no|nr|id|confirmation|email|mail|here|there|with (?:me|the|that|this)))\b"
    r"|\b(?:never|not|havent|didnt|did not|have not) (?:actually |even |yet |ever )*(?:ordered|order|bought|buy|purchased) "
    r"(?:anything|from you|with you|yet|here|a thing)\b"
    r"|^\W*(?:(?:as i said|again|but|there (?:is|are)|theres|i have|ive got|got)\W+)*(?:no|0|zero) orders?(?! (?:number|no|nr|id))\b"
    r"|\b(?:havent|have not|not|didnt|did not|never) (?:even |yet |actually |ever )*(?:ordered|bought|order|buy)"
    r"\W*(?:yet|before|so far)?\W*$|\bnot (?:yet )?(?:a customer|ordered)\b|\bordered nothing\b"
    r"|\b(?:ich )?hab\w* (?:\w+ ){0,2}?keine bestellung(?:en)?\b"
    r"|\b(?:noch (?:nie|nicht)|nichts|nix) (?:\w+ ){0,3}?(?:bestellt|gekauft)\b"
    r"|\b(?:bin|war) (?:\w+ ){0,3}?(?:noch |gar )?kein\w* kund\w*\b"
    r"|\bes gibt keine bestellung\b)"
)


def has_no_order(text: str) -> bool:
    """Whether somebody who is asked for an order says that there is none."""
    return bool(_NO_ORDER.search(folded(text)))


def is_not_at_hand(text: str) -> bool:
    """Whether the words say that a number or the like is not known just now."""
    return bool(_NOT_AT_HAND.search(folded(text)))


_NO_NUMBER = lazy_pattern(
    rf"\b(?:no|without (?:an?|the|any)|kein\w*|ohne) (?:\w+ )?(?:{_NUMBER}|(?:bestell|auftrags|order)?nummer|confirmation)\b"
    r"|\b(?:dont|do not|never|didnt|havent|have not|cant|cannot) (?:\w+ ){0,2}?(?:have|had|know|get|got|find|remember|receive\w*|recall) "
    r"(?:\w+ )?(?:one|any|it|that|e ?-?mail|mail|order number|number|confirmation)\b"
    r"|\b(?:die|den|das) (?:\w+ )?(?:bestell|auftrags)?nummer (?:hab\w*|weiss|kenn\w*|find\w*) ich (?:\w+ )?nicht\b"
    r"|\b(?:weiss|kenne?|finde?|habe?) (?:ich )?(?:die |meine )?(?:bestell|auftrags)?nummer (?:\w+ )?nicht\b"
    r"|^\W*(?:no idea|dunno|i dont know|dont know|not sure|keine ahnung|weiss ich nicht|hab ich nicht|weiss nicht)\W*$"
)


def has_no_number(text: str) -> bool:
    """Whether somebody who is asked for an order's number says that they do not have it."""
    return is_not_at_hand(text) or bool(_NO_NUMBER.search(folded(text)))


def introduces(found: Entities, text: str) -> bool:
    """Whether the words say who is writing. A lone name says nothing."""
    return bool(found.get("emails") or found.get("postcodes") or found.get("phones")) or (
        bool(found.get("names")) and gives_a_value(text)
    )


_LITTLE = frozenset(
    word
    for line in (
        "a an and are at be by for from hello hey hi i id im in is it its me my no nr number of oh ok okay on one order",
        "orders parcel please pls so sorry thank thanks that the this to was with yes you sure here actually about what status",
    )
    for word in line.split()
)
_WORD = lazy_pattern(r"[^\W\d_]{2,}")
_VALUE = lazy_pattern(r"\[\w+\]|#?\b[A-Za-z]{0,4}-?\d[\w-]*")


def says_more_than_values(text: str) -> bool:
    """Whether words stand beside numbers and personal data that say something of their own."""
    words = [word for word in _WORD.findall(folded(_VALUE.sub(" ", text))) if word not in _LITTLE]
    return len(words) >= 2

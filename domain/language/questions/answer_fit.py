"""Whether a passage can be the answer at all: the colour, the place or the thing that is asked about has to stand in it.

What search and gate find near may speak of something else. Only what is surely missed is told; the rest is the gate's."""

import re

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

# What the documents are asked in its place, where they say nothing of the place or of the very code.
COUNTRIES_ASKED, SHOPS_ASKED = "Which countries do you deliver to?", "What are the opening hours of your shops?"
COSTS_ASKED = "How much does standard delivery cost?"  # in the customer's own country
CODE_ASKED = "Why does my discount code not work?"
DAYS_ASKED = "How long does delivery to {place} take?"

_TABLE = shipped_table("domain.language.questions", "answer_fit.yaml")


def _any_of(name: str) -> str:
    return "|".join(word.replace("_", " ") for word in str(_TABLE[name]).split())


_COLOURS = _any_of("colours")
_ASKS_COLOUR = lazy_pattern(
    rf"\b(?:colou?rs?|shades?|farben?|farbton)\b|\b(?:come|available|have|get|got|sell|make|gibts?|habt|"
    rf"haben|kommt|kommen)\b.{{0,40}}\bin (?:{_COLOURS})\b|^(?:and |so )?(?:no )?(?:{_COLOURS})$"
)
_HAS_COLOUR = lazy_pattern(rf"\b(?:colou?rs?|shades?|farben?|{_COLOURS})\b")
# Colours that are no option of goods: "colour of the water", "wash colours apart".
_CARE = lazy_pattern(
    r"\b(?:wash\w*|clean\w*|stain\w*|fad\w*|run|bleed\w*|match\w*|photo\w*|picture\w*|look\w*|swatch\w*|sample\w*|differ\w*)\b"
)
_ASKS_WEIGHT = lazy_pattern(
    r"\b(?:how heavy|is (?:it|this|that|the \w+(?: \w+)?) (?:\w+ )?heavy|weigh\w*|how many (?:lbs?|pounds|kilos?|kg|"
    r"kilograms?|grams?|ounces|oz)"
    r"|wie schwer|wiegt|gewicht)\b(?! (?:limit|capacity|can|does it hold))"
)
_HAS_WEIGHT = lazy_pattern(
    r"\d ?(?:kg|g|lbs?|pounds|kilos?|kilograms?|grams?|oz|ounces|gramm)\b|\bweigh\w*|\bheavy\b|\bwieg\w*|\bschwer\b"
)
_ASKS_VOLUME = lazy_pattern(
    r"\b(?:how many (?:lit(?:er|re)s?|ml|gallons|quarts|pints|ounces)|how much (?:water )?(?:does|do|can|will)"
    r" (?:it|they|this|that|the \w+(?: \w+)?) hold|wie ?viele? (?:liter|milliliter)|fassungsvermogen|wie ?viel (?:fasst|passt in))\b"
)
_HAS_VOLUME = lazy_pattern(
    r"\d ?(?:l|ml|cl|lit(?:er|re)s?|liter|gallons?|quarts?|pints?|ounces|oz)\b|\b(?:capacity|holds|fasst|fassungsvermogen)\b"
)
_PLACES = _any_of("places")
_GOES_TO = lazy_pattern(
    rf"\b(?:deliver\w*|ship\w*|send|sending|liefer\w*|versend\w*|schick\w*|versand)\b[^.?!]{{0,40}}?\b(?:to|in|into|nach|"
    rf"at) (?:the (?:republic of )?)?({_PLACES})\b|"
    rf"\b({_PLACES}) (?:republic|too|as well|auch)\b|\brepublic of ({_PLACES})\b"
)
# Whether something goes to a place, and nothing more: of one's own parcel no document tells that.
_WHETHER_TO = lazy_pattern(
    r"^\W*(?:(?:and|so|ok|okay|hi|hello|hey|hallo|und|also)\W+)*(?:(?:do|can|could|will|would) (?:you|u|i|we)(?: guys)?|is it possible to)"
    r" (?:also |even |still )?(?:deliver|ship|send|post|order)(?: \w+)? to (?:the )?((?!my\b|me\b|an? |our\b|work\b|other\b|another\b)"
    r"[a-z]{3,}(?: (?!and\b|or\b|too\b|as\b|please\b|at\b|by\b|for\b)[a-z]+){0,3})\W*(?:too|as well|please|at all)?\W*$"
    r"|^\W*(?:(?:und|hallo|auch)\W+)*(?:liefer[nt]|versende[nt]|verschick(?:t|en)|schick(?:t|en)) (?:ihr|sie)(?: auch)?(?: nach| auf| in)"
    r"(?: die| den| der)? ([a-z]{3,}(?: [a-z]+){0,2})\W*$"
)
_SHOP_IN = lazy_pattern(
    r"\b(?:shops?|stores?|showrooms?|branch(?:es)?|outlets?|locations?|laden|laeden|filialen?|geschafte?)\b(?: \w+){0,2}? (?:in|near|"
    r"around|bei|nahe)"
    r" (?!person\b|the (?:app|chat)\b|my (?:area|town|city)\b)(?:the )?([a-z]{3,}(?: (?!i\b|that\b|which\b|where\b|you\b|to\b|for\b|"
    r"and\b|bitte\b|please\b|pls\b|thanks\b|danke\b|open|shut|auf\b)[a-z]{3,})?)|"
    rf"^\W*({_PLACES})\b.{{0,12}}\b(?:shop|store|laden|filiale)\b|\b(?:physical|real|local|brick\w*) (?:shop|"
    rf"store)s?\b.{{0,10}}\b({_PLACES})\b"
)
_TO_COME = lazy_pattern(r"\b(?:plan\w*|going to|will|soon|future|new|next year|plant|eroffne\w*|bald|demnachst)\b(?! york)")
_QUALIFIED = lazy_pattern(r"\b(?:northern|southern|eastern|western|north|south|east|west|new) ?$")
_TIME = lazy_pattern(
    r"\b(?:what|which|exact|any particular|a certain) (?:time|hour)s?\b|\bhow late\b|\bwhen (?:during|in) the day\b|\bwie spat\b|"
    r"\b(?:time of day|time ?slot|time window|delivery window)\b|"
    r"\b(?:morning|afternoon|evening|lunchtime|noon)\b|\b(?:before|by|after|around|at|until) \d{1,2}(?::\d\d)? ?(?:am|pm|oclock)\b|"
    r"\bum (?:wie ?viel|welche) uhr\b|\buhrzeit\b|\b(?:vor|nach|bis|gegen) \d{1,2} uhr\b|\b(?:vormittags?|nachmittags?|abends|morgens|"
    r"mittags)\b"
)
_OPENING = lazy_pattern(
    r"\b(?:open\w*|clos\w*|hours|shop|store|call|phone|support|agents?|reach you|geoffnet|offnungszeiten|erreichbar|"
    r"good (?:morning|afternoon|evening)|guten (?:morgen|abend))\b"
)
_MEANS = lazy_pattern(
    r"\b(?:(?:have|ve|got|own|with|there is|theres) (?:not |nt )?(?:got )?(?:no|not a|any|a)|dont (?:\w+ )?have (?:a|any)|"
    r"havent (?:got )?(?:a|any)|without (?:a|any)|habe? (?:\w+ )?kein\w*|no|ohne|kein\w*) "
    r"(?:working )?(?:printer|scanner|car|phone|mobile|smartphone|tape|box|packaging|drucker|auto|handy|karton|verpackung|klebeband)\b"
)
_CODE = (
    r"(?:(?:discount|promo\w*|voucher|coupon|gutschein|rabatt|newsletter|welcome) ?-?(?:code)?s?|code|"
    r"gutscheincode|rabattcode|coupon)"
)
_CODE_FAILS = lazy_pattern(
    rf"\b{_CODE}\b(?! from (?:the |my )?(?:bank|app)).{{0,50}}\b(?:invalid|not valid|expired|(?:doesnt|does not|isnt|not|wont|"
    rf"didnt) (?:\w+ )?(?:work\w*|accepted|valid|go|apply|recogni[sz]ed)"
    rf"|rejected|refused|declined|ungultig|abgelaufen|(?:geht|funktioniert|klappt|greift) (?:\w+ )?nicht|nicht (?:angenommen|"
    rf"akzeptiert|gultig))\b"
    rf"|\b(?:invalid|expired|ungultiger?|abgelaufener?) {_CODE}\b"
)
_OTHER_CODE = lazy_pattern(
    r"\b(?:login|log in|sign in|security|verification|one ?time|sms|reset|password|qr|bar|tracking|post ?code|zip|door|anmelde\w*|"
    r"sicherheits\w*)\b"
)


def misses_its_colour(question: str, answer: str) -> bool:
    """Whether a colour of goods is asked for, and the answer names none."""
    asked = folded(question)
    return bool(_ASKS_COLOUR.search(asked)) and not _CARE.search(asked) and not _HAS_COLOUR.search(folded(answer))


def asks_for_a_weight(question: str) -> bool:
    """Whether it is asked how heavy something is."""
    return bool(_ASKS_WEIGHT.search(folded(question)))


def tells_a_weight(answer: str) -> bool:
    return bool(_HAS_WEIGHT.search(folded(answer)))


def misses_its_volume(question: str, passage: str) -> bool:
    """Whether it is asked how much goes into something, and the passage tells no such thing."""
    return bool(_ASKS_VOLUME.search(folded(question))) and not _HAS_VOLUME.search(folded(passage))


def misses_its_place(question: str, passage: str) -> bool:
    """Whether it is asked whether something goes to a place, of which the passage does not speak."""
    asked, told = folded(question), folded(passage)
    return any(not _names(told, place, asked) for place in _places_asked(asked))


_OF_DELIVERY = lazy_pattern(r"\b(?:shipping|postage|delivery|delivered|cost\w*|versand\w*|lieferkosten|porto|lieferung)\b")


def speaks_of_delivery(question: str) -> bool:
    """ "Shipping to Denver?": of what the way there costs or takes, rather than whether there is one."""
    return bool(_OF_DELIVERY.search(folded(question)))


def asks_whether_it_goes_to(question: str) -> str | None:
    """The place, folded, where it is asked whether things are delivered there."""
    found = _WHETHER_TO.match(folded(question))
    return next((group for group in found.groups() if group), None) if found else None


def asks_for_a_shop_in(question: str) -> str | None:
    """The place, as it was typed, where somebody asks for a shop."""
    asked = folded(question)
    found = None if _TO_COME.search(asked) else _SHOP_IN.search(asked)
    place = next((group for group in found.groups() if group), None) if found else None
    if place is None:
        return None
    words, many = [word.strip(".,;:!?\"'()") for word in question.split()], len(place.split())
    spans = (" ".join(words[at : at + many]) for at in range(len(words)))
    return next((span for span in spans if folded(span) == place), place).title()


def lacks_the_means(text: str) -> bool:
    """ "I have not got a printer": nothing of an order is missing."""
    return bool(_MEANS.search(folded(text)))


def says_a_code_fails(text: str) -> bool:
    """A discount code that is not taken: a question to the documents, nobody's account and no payment."""
    said = folded(text)
    return bool(_CODE_FAILS.search(said)) and not _OTHER_CODE.search(said)


def asks_time_of_day(text: str) -> bool:
    """ "Morning or evening?", "before 5pm": of an hour, which a day of delivery does not tell. Not of when somebody is there."""
    said = folded(text)
    return bool(_TIME.search(said)) and not _OPENING.search(said)


def _places_asked(asked: str) -> set[str]:
    return {group for found in _GOES_TO.finditer(asked) for group in found.groups() if group}


def _names(told: str, place: str, asked: str) -> bool:
    """Whether a passage speaks of the place, and not of "Northern …" where that was not asked."""
    for at in re.finditer(rf"\b{re.escape(place)}\b", told):
        before = _QUALIFIED.search(told[: at.start()])
        denied = re.search(rf"\bnot (?:the )?{re.escape(before[0].strip())}\b", asked) if before else None
        if before is None or (before[0].strip() in asked and denied is None):
            return True
    return False

"""An address as people type it, taken apart: as a whole, or a street, then the city, then the postcode, or one of them put right."""

import re

from domain.language.folding import folded
from domain.language.text.self_corrected import this_not_that
from domain.lazy_pattern import lazy_pattern
from domain.shop import Address

POSTCODE = lazy_pattern(r"\b([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{5}(?:-\d{4})?)\b", re.IGNORECASE)


def parsed(words: str, country: str) -> Address | None:
    """Street, city, state and postcode out of one line with commas, as people type it; None if a part is missing."""
    found = list(POSTCODE.finditer(words))
    parts = [p.strip() for p in words.split(",") if p.strip()]
    if not found or len(parts) < 2:
        return None
    postcode = found[-1][0]
    rest = [p.replace(postcode, "").strip() for p in parts]
    rest = [p for p in rest if p and p.casefold() not in ("usa", "us", "united states", "germany", "france", "uk", "canada")]
    if len(rest) < 2:
        return None
    line1, *others = rest
    firms = [part for part in others if _FIRM.search(part)]
    others = [part for part in others if part not in firms]
    if not others:
        return None
    may_have_a_state = len(others) > 1 and country not in _WITHOUT_STATES and len(others[-1]) <= 20
    state = others.pop() if may_have_a_state and re.fullmatch(r"[A-Za-z .]{2,20}", others[-1]) else None
    city = others.pop()
    if state is None and (split := re.fullmatch(r"(.+?)\s+([A-Z]{2})", city)):
        city, state = split[1], split[2]
    return Address(
        line1=line1, line2=", ".join([*others, *firms]) or None, city=city, state=state, postcode=postcode, country=country
    )


_WITHOUT_STATES = frozenset({"DE", "FR"})  # none stands in an address
# Whose house it is stands between the street and the city: "c/o Miller", "bei Firma Lohmann", "Lohmann GmbH".
_FIRM = lazy_pattern(
    r"^(?:bei|c ?/ ?o|care of|z\. ?hd\.?|zu händen|attn\.?|attention|firma|fa\.|chez)(?=\W)"
    r"|\b(?:gmbh|ag|kg|ltd|limited|llc|inc|plc|sarl)\b\.?$",
    re.IGNORECASE,
)

UNIT = lazy_pattern(
    r"\b(suite|ste|apt|apartment|unit|flat|floor|room)\b\.?(?: (?:number|no\.?))?(?: (?:is|should be|to|becomes|:))* ?#?"
    r"(?!number|no\b|is\b|should|to\b)"
    r"(\d[\w-]*|[a-z]\d*)\b(?!['’])",
    re.IGNORECASE,
)
_NUMBER = lazy_pattern(r"\d+\s?[a-z]?", re.IGNORECASE)
_HOUSE = lazy_pattern(
    r"\b(?:house|street|building) (?:number|no\.?)(?: (?:is|should be|to|it is|it's))* (\d+\s?[a-z]?)\b", re.IGNORECASE
)


def corrected(words: str, present: Address) -> Address | None:
    """The present address with the part that words put right: its suite, its house number, or the number in its street; None
    where they name no such part."""
    if units := list(UNIT.finditer(words)):
        kind, number = units[-1][1], units[-1][2]
        return present.model_copy(update={"line2": f"{kind.capitalize()} {number.upper()}"})
    for this, that in this_not_that(words):  # "it's 14 not 41"
        if _NUMBER.fullmatch(this) and re.search(rf"\b{re.escape(that)}\b", present.line1):
            return present.model_copy(update={"line1": re.sub(rf"\b{re.escape(that)}\b", this, present.line1, count=1)})
    if house := _HOUSE.search(words):
        line1, replaced = re.subn(r"\d+\s?[A-Za-z]?\b", house[1], present.line1, count=1)
        return present.model_copy(update={"line1": line1}) if replaced else None
    street = words.split(",")[0].strip()
    if re.search(r"\d", street) and _name(street) == _name(present.line1) and _name(street):
        return present.model_copy(update={"line1": street})
    return None


def _name(street: str) -> list[str]:
    """A street's words without its numbers."""
    return [w for w in re.findall(r"[^\W\d_]+", street.casefold()) if len(w) > 1]


NEEDED = ("line1", "city", "postcode")  # a state and a second line are not in every address

_LABEL = (
    r"(?:(?:liefer)?address?e?|city|town|stadt|ort|street|stra(?:ß|ss)e|zip(?: ?code)?|post ?code|plz|"
    r"postleitzahl|state|bundesland)"
)
_LEAD_IN = lazy_pattern(
    r"^(?:(?:no|nope|nein|sorry|wait|actually|oh|ok|okay|and|und|then|dann|also|it'?s|it is|that'?s|es ist|"
    r"das ist|in|at|to|aus|nach|is|ist|lautet|should be|i meant|ich meinte|make (?:it|that)|"
    rf"(?:the|my|mein\w*|die|der|das|new|neue\w*)(?=(?: new| neue\w*)? {_LABEL}\b)|{_LABEL})\b[\s,:=]*)+",
    re.IGNORECASE,
)
_NAMED = lazy_pattern(
    rf"^\W*(?:(?:no|nein|sorry|wait|actually|oh|and|und|but|aber|yes|ja)\W+)*(?:(?:the|my|die|der|das)\s+)?(?:{_LABEL}|apartment|apt|flat|unit|suite)\b",
    re.IGNORECASE,
)
_CORRECTS = lazy_pattern(
    r"^\W*(?:no|nope|not|sorry|wait|actually|oops|correction|i meant|i mean|nein|nicht|doch|stopp|moment|ich meinte|falsch)\b",
    re.IGNORECASE,
)
_STREET_ALONE = lazy_pattern(
    r"\d+\s?[a-z]?\b(?:\s+[\w.'’-]+){0,5}?\s+(?:street|str|st|avenue|ave|av|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|place|pl|"
    r"way|terrace|square|sq|highway|hwy|parkway|pkwy|circle|close|crescent|grove|row|mews|hill|park)\b\.?",
    re.IGNORECASE,
)
_STREET_GERMAN = lazy_pattern(
    r"(?:[\w.'’-]+\s+){0,3}[\w.'’-]*(?:stra(?:ß|ss)e|str\.?|weg|platz|allee|gasse|ring|ufer|damm|steig)\s+\d+\s?[a-z]?\b",
    re.IGNORECASE,
)
_STATES = frozenset(
    code
    for line in (
        "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY",
        "NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC ON QC BC AB MB SK NS NB NL PE",
    )
    for code in line.split()
)
_COUNTRIES = frozenset(("usa", "us", "united states", "germany", "deutschland", "france", "uk", "united kingdom", "canada"))
# No place is called so: what holds one of these says something else.
_NO_CITY = frozenset(
    word
    for line in (
        "i im you we they he she me my your our it is are was be do does did dont not no yes yeah yep nope know have has had",
        "can cant could would should will what where when which who why how please thanks thank hello hi hey sorry wait order",
        "orders cancel stop address same as and or but because if that this there here someone somebody person human agent help",
        "number refund money invoice later nothing never mind ok okay sure right correct wrong wie was wo wann wer warum ich du",
        "sie wir ihr er es ist sind war nicht kein keine ja nein danke bitte hallo bestellung adresse weiss habe kann mensch",
        "jemand hilfe storniere abbrechen egal gleich dieselbe genau",
        "dear love luv darling hun honey sweetie sweetheart mate pal petal buddy sir madam folks guys haha lol cheers found just",
        "schatz lieber liebe liebes gefunden instead rather only just too many bought ordered wanted needed mistake accident",
        "statt anstatt nur bloss versehentlich irrtum zu viel viele bestellt gekauft wollte brauche",
    )
    for word in line.split()
)
_SENTENCE_END = lazy_pattern(r"(?<=[^\W\d_]{4})[.!?]+(?:\s+|$)")  # "St. Louis" goes on
_MOST_WORDS = 4  # in the name of a city


def address_pieces(words: str) -> dict[str, str]:
    """By the names of an address's fields; empty where the words give none."""
    found: dict[str, str] = {}
    if postcodes := list(POSTCODE.finditer(words)):
        found["postcode"] = postcodes[-1][0].upper()
        words = (
            words[: postcodes[-1].start()]
            + ("," if words[: postcodes[-1].start()].strip() else "")
            + words[postcodes[-1].end() :]
        )
    if units := list(UNIT.finditer(words)):
        found["line2"] = f"{units[-1][1].capitalize()} {units[-1][2].upper()}"
        words = f"{words[: units[-1].start()]},{words[units[-1].end() :]}"
    for part in re.split(r"[,;\n]+", words):
        for one in _split(part):
            if _FIRM.search(one.strip()):
                found.setdefault("line2", one.strip())
                continue
            _place(_LEAD_IN.sub("", one.strip()).strip(" .!?:"), found)
    return found


def names_a_part(words: str) -> bool:
    """Whether the words call a part of an address by its name and give it: "the city should be Portland"."""
    return "?" not in words and bool(_NAMED.search(words)) and bool(address_pieces(words))


def puts_right(words: str) -> bool:
    """Whether the words name the part that they give, or begin as a correction: only then they replace a place that is known."""
    return bool(_NAMED.search(words) or _CORRECTS.match(words))


def _split(part: str) -> list[str]:
    """ "12 Elm Street Springfield IL": the street, and what is behind it."""
    street = _STREET_ALONE.search(part) or _STREET_GERMAN.search(part)
    return [street[0], part[: street.start()], part[street.end() :]] if street else [part]


def _place(part: str, found: dict[str, str]) -> None:
    if not part or folded(part) in _COUNTRIES or _ORDER_NUMBER.fullmatch(part):
        return
    if any(sign.isdigit() for sign in part):
        if re.search(r"[^\W\d_]{2,}", part) and len(part.split()) <= 8 and not _says_else(part):
            found.setdefault("line1", part)
        return
    *city, last = part.split()
    if last.upper() in _STATES and (last.isupper() or not city):
        if "city" in found or "line1" in found or city or last.isupper():
            found.setdefault("state", last.upper())
        part = " ".join(city)
    part = _SENTENCE_END.split(part)[0]
    if part and len(part.split()) <= _MOST_WORDS and not _says_else(part) and re.fullmatch(r"[^\W\d_][^\d_,]*", part):
        found.setdefault("city", part)


def _says_else(part: str) -> bool:
    return not _NO_CITY.isdisjoint(re.findall(r"[a-z]+", folded(part)))


_ORDER_NUMBER = lazy_pattern(r"\b[A-Za-z]{1,3}\d{5,10}\b")
_HOUSE_NUMBER = lazy_pattern(r"\b(?:no|nr|num|numero)\b[\s.:]*(?=\d)", re.IGNORECASE)  # of a house
_FEWEST_WORDS = 2


def is_nothing_but_an_address(text: str) -> bool:
    """Whether an answer to "which address?" is one and says nothing else, in whatever order a country writes it: a number, names,
    and none of the words of a conversation."""
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", _HOUSE_NUMBER.sub(" ", text))]
    return (
        any(sign.isdigit() for sign in text)
        and "?" not in text
        and "\n" not in text.strip()
        and len(words) >= _FEWEST_WORDS
        and _NO_CITY.isdisjoint(words)
        and _ORDER_NUMBER.search(text) is None
    )

"""More came than was wanted: "got two mugs, wanted one", "eine Tasse zu viel geschickt". Nothing of it is missing or wrong."""

from domain.language.folding import folded
from domain.language.goods.quantities import pieces_of_word
from domain.lazy_pattern import lazy_pattern

_N = r"(?:\d{1,2}|one|two|three|four|five|six|eins|eine[nrsm]?|ein|zwei|drei|vier|funf|sechs)"
_CAME = (
    r"(?:got|get|received|came|arrived|sent|delivered|shipped|there (?:was|were|are)|in the (?:box|parcel)|gekriegt|bekommen|erhalten"
    r"|geschickt|geliefert|gekommen|kam|kamen|angekommen|im paket|drin)"
)
_WANTED = (
    r"(?:want|wanted|order|ordered|need|needed|paid for|bought|asked for|wollte|wollten|bestellt|brauche?|gekauft|bezahlt"
    r"|bestellt hab\w*)"
)
_NOT = r"(?:instead of|rather than|not|statt|anstatt|nicht)"
_SMALL = r"(?:(?:only|just|to|have|ich|wir|i|we|nur|bloss|eigentlich|doch|aber|hatte|habe?|ja|lediglich|for) )*"
_GOT_AND_WANTED = [
    lazy_pattern(pattern)
    for pattern in (
        rf"\b{_CAME} (?:\w+ ){{0,4}}?(?P<got>{_N})\b.{{0,60}}\b{_WANTED} {_SMALL}(?P<wanted>{_N})\b",
        rf"\b(?P<got>{_N}) (?:\w+ ){{0,4}}?{_CAME}\b.{{0,60}}\b{_WANTED} {_SMALL}(?P<wanted>{_N})\b",
        rf"\b(?P<got>{_N}) (?:\w+ ){{0,4}}?{_CAME}\b.{{0,40}}\b{_SMALL}(?P<wanted>{_N}) (?:\w+ ){{0,2}}?{_WANTED}\b",
        rf"\b{_CAME} (?:\w+ ){{0,4}}?(?P<got>{_N})\b.{{0,40}}\b{_SMALL}(?P<wanted>{_N}) (?:\w+ ){{0,2}}?{_WANTED}\b",
        rf"\b{_WANTED} {_SMALL}(?P<wanted>{_N})\b.{{0,40}}\b{_CAME} (?:\w+ ){{0,4}}?(?P<got>{_N})\b",
        rf"\b{_WANTED} {_SMALL}(?P<wanted>{_N})\b.{{0,40}}?\b(?P<got>{_N}) (?:\w+ ){{0,3}}?{_CAME}\b",
        rf"\b(?P<wanted>{_N}) (?:\w+ ){{0,3}}?{_WANTED}\b.{{0,30}}?\b(?P<got>{_N}) (?:\w+ ){{0,3}}?{_CAME}\b",
        rf"\b{_CAME} (?:\w+ ){{0,4}}?(?P<got>{_N})\b.{{0,40}}\b{_NOT} {_SMALL}(?P<wanted>{_N})\b",
        rf"\b(?P<got>{_N}) (?:\w+ ){{0,4}}?(?:instead of|rather than|statt|anstatt) {_SMALL}(?P<wanted>{_N})\b.{{0,30}}\b{_CAME}\b",
    )
]
_OF_MONEY = lazy_pattern(
    r"\b(?:charg\w*|bill(?:ed)?|debit\w*|invoic\w*|abgebucht|belastet|berechnet|abbuchung\w*|rechnung\w*)\b"
)
_TOO_MANY = lazy_pattern(
    rf"\b(?P<n>{_N}) (?:\w+ ){{0,3}}?(?:zu ?viel|too many|to many|too much)\b(?=.*\b{_CAME}\b)"
    rf"|\b{_CAME}\b.{{0,30}}?\b(?P<m>{_N}) (?:\w+ ){{0,3}}?(?:zu ?viel|too many|to many|too much)\b"
    rf"|\b(?:you|they|u) (?:\w+ )?sent (?:me |us )?(?:an? )?(?:extra|additional|second|duplicate|spare)\b"
    rf"|\b{_CAME} (?:me |us )?an extra\b(?! (?:charge|fee|cost))"
    rf"|\b(?:twice|doppelt|double) (?:\w+ )?(?:sent|delivered|geschickt|geliefert|bekommen|gekriegt|erhalten)\b"
    rf"|\b(?:sent|got|received|delivered) (?:\w+ ){{0,4}}?(?:twice|double|in duplicate)\b"
)


def surplus_in(text: str) -> int | None:
    """How many pieces came beyond those that were wanted; None where a text tells of nothing of the kind."""
    said = _plain(text)
    if _OF_MONEY.search(said):
        return None
    if (more := _came_beyond(said)) is not None:
        return more if more > 0 else None
    many = _TOO_MANY.search(said)
    return pieces_of_word(many["n"] or many["m"] or "1") if many else None


def lacking_in(text: str) -> int | None:
    """How many pieces did not come of those that were wanted: "I ordered two and got one"; None where nothing of the kind is told."""
    more = _came_beyond(_plain(text))
    return -more if more is not None and more < 0 else None


def _came_beyond(said: str) -> int | None:
    """The pieces that came less those that were wanted, of the first clause that tells both."""
    for pattern in _GOT_AND_WANTED:
        found = pattern.search(said)
        got, wanted = (pieces_of_word(found["got"]), pieces_of_word(found["wanted"])) if found else (None, None)
        if got and wanted and got != wanted:
            return got - wanted
    return None


def _plain(text: str) -> str:
    return " ".join(folded(text).replace(",", " ").replace(".", " ").split())

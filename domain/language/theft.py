"""A parcel that somebody took: "someone stole my package", "porch pirate took it", "geklaut"."""

from functools import lru_cache

from domain.language.folding import REMEMBERED, folded
from domain.lazy_pattern import lazy_pattern

_STOLEN = (
    r"(?:stole|stolen|steals?|nicked|swiped|pinched|snatched|robbed|theft|thie(?:f|ves)|porch[ -]?pirate[sd]?|geklaut|klaut\w*"
    r"|gestohlen|stehlen|entwendet|geraubt|dieb\w*|vole[es]?|roba(?:do|da|ron)|rubat[oa]|roubad[oa]|gestolen)"
)
_SOMEONE = (
    r"(?:some ?(?:one|body)|thie(?:f|ves)|pirates?|burglars?|strangers?|neighbou?rs?|kids|people|they|he|she|a (?:man|guy|woman|thief)"
    r"|jemand|einer|nachbarn?|leute|typ)"
)
_PARCEL = (
    r"(?:parcels?|packages?|packets?|deliver(?:y|ies)|orders?|box(?:es)?|shipments?|stuff|it|them|paket\w*|packchen|bestellung|lieferung|sendung"
    r"|ware|es|colis|paquete|pacco|encomenda|pakket)"
)
_PLACE = r"(?:porch|door ?step|door|stoop|steps|hall ?way|lobby|mail ?box|garden|tur|haustur|flur|hausflur|treppenhaus|briefkasten)"
_THEFT = lazy_pattern(
    rf"\b{_STOLEN}\b.{{0,40}}\b(?:{_PARCEL}|{_PLACE})\b|\b(?:{_PARCEL}|{_PLACE})\b.{{0,40}}\b{_STOLEN}\b"
    rf"|\b{_SOMEONE}\b.{{0,20}}\b(?:took|taken|grabbed|lifted|walked off with|ran off with|made off with|nahm|genommen|mitgenommen)\b"
    rf".{{0,25}}\b{_PARCEL}\b(?! in\b| back\b)"
    rf"|\b{_PARCEL}\b.{{0,15}}\b(?:was|been|got|is|were|wurde|worden)\b.{{0,25}}\b(?:taken|grabbed|mitgenommen)\b.{{0,25}}\b{_PLACE}\b"
    rf"|\b(?:jemand|einer|nachbar)\b.{{0,12}}\b(?:hat|haben)\b.{{0,12}}\b(?:mein\w*|das|es)\b.{{0,15}}\b(?:mitgenommen|genommen)\b"
)
_SHORT = lazy_pattern(rf"\W*(?:(?:it|they|was|were|got|been|all|ist|wurde|wurden|es|alles|has|have|worden)\W+)*{_STOLEN}\W*")
# What else is stolen is no parcel, and may be urgent; and "not stolen" is no theft.
_ELSE = lazy_pattern(
    r"\b(?:cards?|visa|mastercard|paypal|accounts?|identity|passwords?|phone|wallet|purse|bank|credit|data|details|login|name|email|bike|car"
    r"|konto|karte|kreditkarte|identitat|passwort|handy|geldbeutel|portemonnaie|compte|carte|cuenta|tarjeta|ideas?|design|photos?|scammers?)\b"
    rf"|\b(?:not|nicht|wasnt|isnt|never|if|wenn|falls|what happens)\b.{{0,20}}\b{_STOLEN}\b"
)
_FEW = 5


@lru_cache(maxsize=REMEMBERED)
def says_stolen(text: str) -> bool:
    said = folded(text).strip()
    if _ELSE.search(said):
        return False
    return bool(_THEFT.search(said) or (len(said.split()) <= _FEW and _SHORT.fullmatch(said)))

"""What is wrong, in the words of a clause: damaged, missing, late, charged twice, stolen on the way; or broken by the
customer's own doing.
"""

from functools import lru_cache
from typing import cast

from domain.acts import Problem
from domain.language.folding import REMEMBERED, folded
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

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


_TABLE = shipped_table("domain.language.reports", "problems.yaml")
_HARMLESS = lazy_pattern("|".join(rf"\b(?:{part})\b" for part in _TABLE["harmless"]))
_KINDS = [
    (cast(Problem, kind), lazy_pattern("|".join(f"(?:{p})" for p in parts))) for kind, parts in _TABLE["kinds"].items()
]

_STILL = lazy_pattern(r"\b(?:still|yet|not yet|past (?:the|its|my)|overdue|late)\b")
_SAID_TO_BE_HERE = lazy_pattern(
    r"\b(?:deliver(?:ed|y)?|arrived but|supposedly|allegedly|marked|says?|stole|stolen|took)\b(?! date)"
)


# What is told before what is wanted: one's own mistake, that something came, that the shop has it back.
_BACKGROUND = lazy_pattern(
    r"^(?:so |and |ok |well |hi |hello )*(?:"
    r"(?:i|we|my \w+) (?:\w+ ){0,2}?(?:ordered|picked|chose|clicked|selected|bought|took) .{1,40}"
    r"\b(?:by (?:mistake|accident)|accidentally|in error)"
    r"|(?:i|we) (?:have|ve|got|made|placed) (?:two|three|2|3|several|a few) orders(?: with you)?"
    r"|(?:i|we) (?:\w+ )?(?:bought|picked|took|got) the wrong (?:one|thing|item|size|colou?r)(?: by mistake| by accident)?"
    r"|(?:the |my |our |your )?(?:order|parcel|package|box|delivery|it|they|[a-z]{0,2} ?#?\d{5,9})"
    r"(?: has| have| just)* (?:came|come|arrived|turned up)"
    r"(?: (?:today|yesterday|this \w+|last \w+|on \w+|fine|safely|ok|okay|in time|on time|just now))*"
    r"|(?:i|we) (?:got|received|opened|unpacked) (?:the|my|our) (?:order|parcel|package|box|delivery|\w+ ?\d{5,9})"
    r"(?: (?:today|yesterday|this \w+|last \w+|on \w+))*"
    r"|(?:you|they)(?:ve| have)? (?:had|got|received) (?:it|them|(?:the|my) \w+) back(?: (?:since|for|on|last) .{1,20})?"
    r")$"
)


def is_background(clause: str) -> bool:
    """Whether a clause only tells what went before, and neither wants nor reports anything."""
    return bool(_BACKGROUND.match(folded(clause).strip()))


@lru_cache(maxsize=REMEMBERED)
def problem_in(clause: str) -> Problem | None:
    """The problem that a clause reports; None where it reports none."""
    if says_stolen(clause):
        return "not_received"
    said = _HARMLESS.sub(" ~ ", folded(clause))
    kind = next((kind for kind, pattern in _KINDS if pattern.search(said)), None)
    # What is "still not here" is late; what never came, or came for the records only, was not received.
    return "late" if kind == "not_received" and _STILL.search(said) and not _SAID_TO_BE_HERE.search(said) else kind


_BREAKS = (
    r"(?:dropped|broke|broken|cracked|scratched|chipped|tore|ripped|spilled|spilt|burnt|burned|stained|shrank|shrunk|ruined|damaged|"
    r"smashed|dented|bent|melted|chewed|bit|knocked|trod on|stepped on|sat on)"
)
_IT = r"(?:it|them|one|this|that|mine|(?:the|my|our|a|an|some) [\w-]+)"
_WHERE = r"(?:sink|rain|sun|bath|water|oven|dishwasher|garden|microwave|freezer|car|outside|outdoors|overnight|regen|wasser|spule|ofen)"
_OURS = r"(?:kids?|children|son|daughter|toddler|baby|dogs?|cats?|puppy|kitten|husband|wife|partner|flatmate|roommate|boyfriend|girlfriend)"
_EIGENE = r"(?:kind(?:er)?|sohn|tochter|baby|hund|katze|kater|mann|frau|partner\w*)"
_OWN = lazy_pattern(
    r"\b(?:my|our) (?:own )?(?:fault|doing|carelessness|clumsiness)\b|\bown fault\b|\bfault is mine\b"
    r"|\bit was me (?:who|that)\b|\bi (?:did|caused) (?:it|that|this) (?:myself|to it)\b"
    r"|\b(?:i|we|ive|weve)(?: (?:have|had|just|kind of|sort of|stupidly|clumsily|accidentally|maybe|sadly|kinda)){0,3}"
    rf" {_BREAKS} {_IT}\b"
    r"(?! (?:off|open|at the post)\b)"
    r"|\b(?:i|we|ive)(?: (?:have|had|stupidly|accidentally|must have)){0,2}"
    rf" (?:left|put|forgot) (?:it|them|this|that|(?:the|my) [\w-]+) (?:(?:out )?(?:in|on|under|by) )?(?:the |my |a )?{_WHERE}\b"
    rf"|\b(?:my|our|the) (?:[\w-]+ )?{_OURS} (?:has |have |had |just |accidentally )*{_BREAKS}\b"
    r"|\b(?:selbst|selber) (?:schuld|kaputt\w*|zerbrochen|runter\w*|verursacht|gemacht)\b|\bmeine?r? (?:eigene[rn]? )?(?:schuld|fehler)\b"
    r"|\b(?:mir|uns) (?:ist|sind)\b.{0,30}\b(?:(?:he)?runter|hin|aus der hand)[ -]?gefallen\b"
    r"|\b(?:ist|sind) (?:mir|uns)\b.{0,30}\b(?:(?:he)?runter|hin|aus der hand)[ -]?gefallen\b"
    r"|\b(?:ich|wir) (?:habe|haben|hab)\b.{0,30}\b(?:fallen ?(?:ge)?lassen|kaputt ?gemacht|zerbrochen|zerkratzt|verbrannt)\b"
    rf"|\b(?:mein\w*|unser\w*) {_EIGENE} (?:hat|haben)\b.{{0,30}}"
    r"\b(?:kaputt ?gemacht|zerbrochen|zerkaut|zerkratzt|umgeworfen)\b"
    rf"|\b(?:ich|wir) (?:habe|haben|hab)\b.{{0,25}}\b(?:in|im)\b.{{0,12}}\b{_WHERE}\b.{{0,10}}\b(?:gelassen|stehen|liegen|vergessen)\b"
)
_DENIED = lazy_pattern(
    r"(?:\b(?:not|isnt|wasnt|arent|aint|never|no|nobody|didnt|dont|cant|nicht|kein\w*|nie)\b[^.,;!?]{0,25}"
    r"|\b(?:if|unless|wenn|falls) )$"
)


@lru_cache(maxsize=REMEMBERED)
def is_own_fault(text: str) -> bool:
    """Whether a text tells that what is wrong with goods came about in the customer's own hands."""
    said = folded(text)
    return any(not _DENIED.search(said[: found.start()]) for found in _OWN.finditer(said))

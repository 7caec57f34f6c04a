"""Damage that the customer tells of as their own doing: "I left it in the sink", "my dog chewed it", "selbst runtergeworfen"."""

from functools import lru_cache

from domain.language.folding import REMEMBERED, folded
from domain.lazy_pattern import lazy_pattern

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

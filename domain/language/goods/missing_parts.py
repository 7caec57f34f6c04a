"""A small part of goods that did not come with them: a screw, the strap, the leaflet. The goods themselves are there."""

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_PART = (
    r"(?:(?:wall |safety |anti[ -]?tip |fixing )?(?:screws?|bolts?|nuts and bolts|dowels?|brackets?"
    r"|straps?|hooks?|pegs?|allen keys?|fittings?|legs?|foot|feet|castors?|casters?|knobs?|hinges?|handles?|lids?)"
    r"|instructions?|manual|leaflet|assembly guide|schrauben?|dubel|winkel|gurte?|wandgurt|kippschutz|haken|inbus\w*|beschlage?"
    r"|bein|beine|fusse?|rollen|knopf|knopfe|griffe?|scharniere?|deckel"
    r"|anleitung|aufbauanleitung|montageanleitung|bedienungsanleitung|schraubenbeutel)"
)
_LACKS = (
    r"(?:missing|not (?:in|included|there)|wasnt|werent|isnt|arent|without|no|forgot\w*|lacks?|lacking|fehl\w*"
    r"|kein\w*|ohne|nicht (?:dabei|drin|da)|(?:only|just|nur|bloss) (?:\d|one|two|three|four|five|ein|eine|einen|zwei|drei|vier|funf)"
    r"|vergessen)"
)
_LACKS_A_PART = lazy_pattern(rf"\b{_LACKS} (?:[\w-]+ ){{0,4}}?{_PART}\b|\b{_PART}\b(?: [\w-]+){{0,5}}? {_LACKS}\b")


def lacks_a_part(text: str) -> bool:
    """ "There is no wall strap in the box", "one screw missing from the table"."""
    return bool(_LACKS_A_PART.search(" ".join(folded(text).replace(",", " ").split())))


_NONE_WITH_IT = lazy_pattern(
    r"\b(?:none|no one|not one|nothing|keine?[rs]?|nix|nichts)\b.{0,25}"
    r"\b(?:included|in (?:the )?(?:box|parcel|package)|inside|supplied|came"
    r"|with it|dabei|drin|mitgeliefert|beigelegt|beilag|lagen? bei|im (?:paket|karton))\b"
    r"|\b(?:lag|lagen|waren?|ist|sind|there (?:was|were|are|is)) (?:da |leider )?(?:none|keine?[rs]?|nix|nichts)\b"
)


def says_none_came_with_it(text: str) -> bool:
    """ "(Which battery goes in the clock?) None was included"."""
    return bool(_NONE_WITH_IT.search(folded(text)))

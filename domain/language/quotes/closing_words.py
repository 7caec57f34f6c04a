"""Words that close what was talked of: thanks, a goodbye, a giving up ("schon gut", "never mind"), beside them what one is going to do
oneself ("I'll ask DHL") or that goods are fine. Nothing is asked for by them, whatever they name."""

from typing import Literal

from domain.language.folding import folded
from domain.language.quotes.gives_up import gives_it_up, says_nothing_more
from domain.language.reports.no_reports import parted
from domain.language.text.small_talk import kinds_in
from domain.lazy_pattern import lazy_pattern

Closing = Literal["thanks", "goodbye", "deny"]

_MOST_WORDS = 24
_PIECES = lazy_pattern(
    r"[.!,;:\n…–]+|\s-+\s|\s+(?=(?:and |then |so )?(?:ill|i will|i ll|im going|im gonna|will do)\b)"
    r"|\s+(?=(?:und |dann )*(?:ich (?:werde|frag\w*|ruf\w*|wart\w*|behalt\w*)|(?:mach|behalt|frag|ruf|wart)(?:e)? ich)\b)"
)
_NOTED = lazy_pattern(
    r"(?:(?:ok|okay|k|never ?mind|nvm|found it|its here(?: now)?|(?:es )?ist da|habs|hat sich erledigt"
    r"|finally|at last|great|good|cool|alright|all right|oh|ah|fine|right|perfect|then|so|and|well|got it|makes sense|"
    r"good to know|i see|understood|lovely|brilliant|gut|super|toll|prima|klasse|alles klar|"
    r"endlich|na dann|(?:dann )?weiss ich bescheid|und|dann)\s*)+"
)
_ASIDE = lazy_pattern(r"\s*\b(?:btw|by the way|tho|though|ubrigens|thank you|thanks|danke)$|^(?:and|und|so|oh) ")
# Whoever goes on to ask for something has more to say.
_MORE = (
    r"(?:(?!\b(?:but|and|can|could|please|pls|refund|money|return|cancel|exchange|swap|aber|und|bitte|take|have|geld|zuruck\w*|stornier\w*|"
    r"umtausch\w*)\b)[^?])"
)
_THANKS_FOR = lazy_pattern(
    r"(?:(?:many|great|and|so|ok) )*(?:thanks|thank you|thx|cheers|ta|danke|vielen dank)(?: (?:so|very) much| a lot| again)? (?:for|fur) "
    rf"(?!nothing|nichts|ruin|wast|los|break|mess){_MORE}{{1,40}}"
)
_LATER = r"(?:when|once|if|as soon as|later|tomorrow|tonight|after|until|till|next|at home|wenn|sobald|spater|morgen)"
_OWN = lazy_pattern(
    r"(?:(?:and|then|so|ok|well|und|dann) )*"
    r"(?:(?:ill|i will|i ll|im going to|i am going to|im gonna|gonna|i can|i could"
    r"|(?:let me|lemme)(?! know)|will) (?:just |then |probably |definitely |"
    r"have to |go and |try to |try and )*"
    r"(?:(?:do|try|wait|check|look|see|have a look|think|be back|come back|let you know|read|remember|ask|ring|call|phone|figure|find|sort|"
    rf"manage|order|buy|leave it|live with|keep)\b{_MORE}{{0,50}}|"
    rf"{_MORE}{{1,50}}\b{_LATER}\b{_MORE}{{0,30}})"
    r"|(?:das )?mach\w* ich[^?]{0,40}|(?:ich )?(?:(?:warte|schaue?|versuche?|probiere?|melde|mache?|werde|uberlege|frage?|rufe?|klare?|"
    rf"bestelle|kaufe|behalte?) (?:ich )?)(?:mich |es |das |dann )*{_MORE}{{0,50}})"
)


def closes(text: str) -> Closing | None:
    """How a message that only closes what was talked of is answered: as thanks, a goodbye, or a no to more; None for any other."""
    if "?" in text or len(text.split()) > _MOST_WORDS:
        return None
    pieces = [piece.strip() for piece in _PIECES.split(folded(text)) if piece and piece.strip()]
    said = [_meant(piece) for piece in pieces]
    if None in said:
        return None
    if any(_OWN.fullmatch(piece) for piece in pieces):
        said.append("deny")  # "fine, I'll wait": nothing more is wanted
    return next((kind for kind in ("goodbye", "thanks", "deny") if kind in said), None)


def _meant(piece: str) -> Closing | Literal["beside"] | None:
    """What a piece closes with; "beside" where it only stands beside that, None where it may ask for something."""
    kinds = kinds_in(piece) or frozenset()
    if {"goodbye", "ends"} & kinds and "greeting" not in kinds:
        return "goodbye"
    if "thanks" in kinds or _THANKS_FOR.fullmatch(piece):
        return "deny" if "no" in kinds else "thanks"
    if kinds & {"no", "noted"} and not kinds & {"greeting"}:
        return "beside"
    if says_nothing_more(piece):
        if any("goodbye" in (kinds_in(word) or ()) for word in piece.split()):
            return "goodbye"
        return "deny" if gives_it_up(piece) else "beside"
    plain = _ASIDE.sub("", piece)
    is_beside = _NOTED.fullmatch(piece) or _OWN.fullmatch(piece) or (plain and not parted(plain)[1])
    return "beside" if is_beside else None

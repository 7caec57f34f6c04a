"""Thanks beside what one is going to do oneself: "thx. I'll do that when it comes". Nothing is asked for by it."""

from domain.language.refusal import folded
from domain.lazy_pattern import lazy_pattern
from domain.small_talk import reads_as

_PIECES = lazy_pattern(
    r"[.!,;:\n…–]+|\s-+\s|\s+(?=(?:ill|i will|i ll|im going|im gonna|will do|ich werde|mach(?:e)? ich)\b)"
)
_NOTED = lazy_pattern(
    r"(?:(?:ok|okay|k|finally|at last|great|good|cool|alright|all right|oh|ah|fine|right|perfect|then|so|and|well|got it|makes sense|"
    r"good to know|i see|understood|gut|super|alles klar|endlich|na dann|und|dann)\s*)+"
)
# Whoever goes on to ask for something has more to say.
_MORE = r"(?:(?!\b(?:but|and|can|could|please|pls|refund|money|aber|bitte|take|have|keep)\b)[^?])"
_LATER = r"(?:when|once|if|as soon as|later|tomorrow|tonight|after|until|till|next|at home|wenn|sobald|spater|morgen)"
_OWN = lazy_pattern(
    r"(?:(?:and|then|so|ok|well|und|dann) )*"
    r"(?:(?:ill|i will|i ll|im going to|i am going to|im gonna|gonna|i can|i could|let me|will|lemme) (?:just |then |probably |definitely |"
    r"have to |go and |try to )*"
    rf"(?:(?:do|try|wait|check|look|see|have a look|think|be back|come back|let you know|read|remember)\b{_MORE}{{0,50}}|"
    rf"{_MORE}{{1,50}}\b{_LATER}\b{_MORE}{{0,30}})"
    rf"|(?:das )?mach\w* ich[^?]{{0,40}}|ich (?:warte|schaue|versuche|probiere|melde mich|mache das|werde|uberlege)\b[^?]{{0,40}})"
)


def thanks_for_now(text: str) -> bool:
    """Whether a message thanks, and says no more than what its writer will do."""
    if "?" in text:
        return False
    pieces = [piece.strip() for piece in _PIECES.split(folded(text)) if piece and piece.strip()]
    rest = [piece for piece in pieces if reads_as(piece) not in ("thanks", "goodbye") and not _NOTED.fullmatch(piece)]
    thanks = any(reads_as(piece) == "thanks" for piece in pieces)
    return thanks and bool(rest) and all(_OWN.fullmatch(piece) for piece in rest)

"""Goods that a text says are to stay: "just the chair, we're keeping the basket and the mat", "den Korb und die Matte behalte ich"."""

from functools import lru_cache

from domain.language.folding import REMEMBERED, folded
from domain.lazy_pattern import lazy_pattern

# A list goes on over "and"; what is wanted of other goods ends it.
_GOES_BACK = r"(?:send|return|refund|cancel|exchange|swap|change|zuruck\w*|erstatt\w*|stornier\w*|umtausch\w*|tausch\w*)"
_ENDS = rf"(?:[.;!?\n]|\b(?:but|aber|just|only|nur|except|ausser|sondern|instead|while|{_GOES_BACK})\b)"
_NEVER_IN_IT = rf"{_ENDS}|\b(?:ich|wir|i|we|please|bitte)\b"
_LIST = rf"(?:(?!{_NEVER_IN_IT}).)+?"
_ROW = rf"(?:(?!{_NEVER_IN_IT}|,).)+?"  # named before what is said of it: a comma may begin it
_KEEP = lazy_pattern(
    rf"\b(?<!dont )(?<!not )(?<!for )keep(?:ing)? (?P<first>(?!it\b|them\b|that\b|this\b|all\b|everything\b){_LIST})(?= *(?:{_ENDS}|$))"
    rf"|\bbehalt\w*(?: (?:ich|wir))? (?P<german>(?!es\b|sie\b|alles\b|ich\b|wir\b){_LIST})(?= *(?:{_ENDS}|$))"
    rf"|(?:^|(?<=[.;!?,])|\b(?:but|aber|nein|no|nur|denn|weil|because|as|since|and|und)\b)[ ,]*"
    rf"(?P<last>(?:the|my|der|die|das|den|mein\w*) {_ROW}|\w+(?: und \w+)+(?= bleib| behalt)) "
    rf"(?:(?:mochte|will|wurde|werde) (?:ich|wir) (?:gern\w* |lieber |auch )?behalten"
    rf"|behalten? (?:ich|wir)|bleib(?:t|en)|(?:can |should )?stays?|(?:am|are|is) staying"
    rf"|(?:are|sind) (?:(?:all|both|really|just|absolutely|beide|wirklich|ganz) )?(?:perfect|perfekt|fine|great|lovely|good|gut|super"
    rf"|toll|ok|okay|nice|prima|schon|in ordnung)(?!,? (?:too |as well |auch )?,? ?(?:but|aber)))\b"
)


@lru_cache(maxsize=REMEMBERED)
def goods_kept(text: str) -> tuple[str, str]:
    """(what is said to stay, the text without it), folded; the first empty where nothing is."""
    said = folded(text)
    kept = [found["first"] or found["german"] or found["last"] for found in _KEEP.finditer(said)]
    return " . ".join(kept), _KEEP.sub(" . ", said) if kept else said

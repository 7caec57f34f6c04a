"""A no that says again what is quoted: "no!! I said only the bedside table, just 40 dollars off", to a quote of just that."""

from decimal import Decimal

from domain.language.amounts import amount_asked, amounts_in
from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_CLAUSE = lazy_pattern(r"[.?!;,:\n…]+(?!\d)|\s[-–—]+\s|\s(?:and|und|but|aber)\s")
_WORD = lazy_pattern(r"\w+")
_INSISTS = lazy_pattern(
    r"^(?:(?:no|nope|nein|omg|please|pls|bitte|doch) )*"
    r"(?:(?:can|could|may) i (?:just |only )?(?:get|have)|(?:i (?:said|mean|do want|want)|ich (?:sagte|will|mochte|meine)(?: doch)?) "
    r"(?:just|only|nur|bloss|bloß)|give me|just|only|nur|bloss|bloß|lediglich) (?P<what>.+)$"
)
_MONEY = lazy_pattern(
    r"^(?:the |die |den |das |my )?[$€£]? ?\d+(?:[.,]\d{2})? ?(?:euros?|dollars?|pounds|eur|usd|gbp|quid|bucks?|[$€£])?"
    r"(?: (?:off|back|refund|refunded|discount|zuruck|nachlass|rabatt|erstattung|erstattet|weniger|please|pls|bitte|will ich|"
    r"mochte ich))*(?: (?:for|off|fur) (?P<goods>.+))?$"
)
_SMALL = lazy_pattern(
    r"^(?:the|an?|my|this|that|one|for|of|on|from|order|d(?:as|ie|er|en|em)|mein\w*|fur|beim|vo[nm]|bestellung|please|bitte|scratch\w*|"
    r"damaged|broken|cracked|chipped|dented|verkratzt\w*|zerkratzt\w*|beschadigt\w*|kaputt\w*)$"
)
_TAKES_BACK = lazy_pattern(
    r"\b(?:dont want (?:it|that|this|any|the (?:money|refund))|leave it|forget|cancel|stop|never ?mind|not enough|too little|more than|"
    r"vergiss|lass\w*|will (?:das|es|ich das) nicht|zu wenig|reicht nicht|mehr als|storn\w*)\b"
)


def restates(text: str, goods: str, amount: Decimal | None) -> bool:
    """Whether words that lean away only insist on what is quoted: ``amount`` back, for ``goods`` (the quoted names).

    Another amount, a question, and goods that are not quoted are no repetition; a yes it is never."""
    said, known = folded(text), set(_WORD.findall(folded(goods)))
    if "?" in text or _TAKES_BACK.search(said) or amount is None:
        return False
    if (asked := amount_asked(text)) is not None and Decimal(asked) == amount:
        return True  # "I said 50, not 500"
    if any(Decimal(a) != amount for a in amounts_in(text)):
        return False
    insisted = [found["what"].strip() for clause in _CLAUSE.split(said) if (found := _INSISTS.match(clause.strip()))]
    return bool(insisted) and all(_is_quoted(what, known) for what in insisted)


def _is_quoted(what: str, known: set[str]) -> bool:
    money = _MONEY.match(what) if amounts_in(what) else None
    named = [word for word in _WORD.findall((money["goods"] or "") if money else what) if not _SMALL.match(word)]
    return all(word in known for word in named) and bool(money or named)

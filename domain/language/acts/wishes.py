"""The very words of a wish: which intent a clause names, and whether it asks about the rules instead of wanting something."""

import re
from functools import lru_cache

from domain.language.folding import REMEMBERED, folded
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_TABLE = shipped_table("domain.language.acts", "wishes.yaml")


def _compiled(group: str) -> dict[str, re.Pattern[str]]:
    return {intent: lazy_pattern("|".join(f"(?:{part})" for part in parts)) for intent, parts in _TABLE[group].items()}


_WISHES, _QUESTIONS = _compiled("wishes"), _compiled("questions")
_ASKS = lazy_pattern(
    r"^(?:(?:and|but|so|also|ok|okay|hi|hello|hey|please|then|quick question|question|tell me|i was wondering|"
    r"i wonder|i would like to know|id like to know|do you know|can you tell me|could you tell me)\W+)*"
    r"(?:what|whats|when|where|wheres|which|who|why|how|hows|whether|if|do(?! not\b)|does|did|has|"
    r"have i|is|are|can|could|will|"
    r"would|may|should|was|wie|was|wann|welche|kann|quels?|quelles?|comment|combien|puis|cuanto|cuales|"
    r"como|puedo|quanto|quali|come|posso|hoe|wat|kan|welke)\b"
)
_GENERAL = lazy_pattern(
    r"\b(?:polic(?:y|ies)|rules?|terms|conditions|allowed|possible to|in general|usually|normally|"
    r"generally|typically|free of charge|for free|opening hours|business hours|warehouse|"
    r"once (?:it|an?|orders?|paid|they|the order|i)|after (?:it|an?|they|the order|i (?:ordered|paid|"
    r"order|pay))|how (?:do|does|can|long|would|much time|many days|to|is|are)|what (?:happens|if|"
    r"is your|are your|do i do)|"
    r"do you (?:ship|deliver|offer|take|accept|price|charge|give|have (?:a|any|free|student|express|"
    r"to)|refund|exchange|do)|is there (?:a|any)|are there (?:any|fees)|orders|items|returns|refunds|"
    r"sale items|gifts?|goods|purchases|"
    r"liefer(?:t|n) (?:ihr|sie)|versend\w+ (?:ihr|sie)|livrez[ -]vous|spedite|enviam|bezorgen jullie|leveren jullie|"
    r"who pays|does (?:shipping|delivery|it cost|returning)|shipping (?:cost|to|fee)|returning|until when|"
    r"within how|deadline for|a gift|without (?:a|the) receipt|discount|wie lange|quels? sont|combien de temps|"
    r"cuanto tiempo|hoe lang|quanto tempo|can i (?:still )?(?:cancel|return|change|exchange) (?:after|"
    r"once|if|when|something|things|a ))\b"
)
# These ask about the rules even where they speak of one's own things.
_CASES = lazy_pattern(
    r"\bhow (?:will|do|would|can) i (?:know|find out|tell)\b|\b(?:what(?:s| is) the (?:latest|last (?:day|date)|deadline))\b|"
    r"\b(?:what (?:happens|if)|who pays|how (?:long|many days|much time) (?:do|would|have) (?:i|we)|until when)\b|"
    r"\bdo i (?:have|need) to (?:pay|return|send|ship|register|keep|give)\b|\bafter (?:ordering|paying|"
    r"it ships|purchase|i (?:ordered|order|paid|pay))\b|\bonce (?:it|they) (?:is|are|has|have|ships?)\b|"
    r"\b(?:copy|transcript|recording) of (?:this|our|the|that) (?:chat|conversation)\b|"
    r"\bis it possible\b|\bhow do (?:\w+ )?(?:refunds|"
    r"returns|exchanges|cancellations)\b"
)
# What is swapped then is the order's, not goods that came.
_BEFORE_IT_SHIPS = lazy_pattern(
    r"\bbefore (?:you|it|its|it is|they|theyre) (?:ships?|sends?|sent|packs?|packed|goes|leaves?|is sent)\b"
    r"|\bpending\b|\b(?:my|the) new order\b|\bstill being (?:prepared|packed)\b"
    r"|\b(?:hasnt|has not|havent|have not|not|isnt) (?:been )?(?:shipped|left|sent|dispatched|gone out)\b"
)
_OWN = lazy_pattern(
    r"\b(?:my|mine|this order|that order|the (?:\w+ )?other (?:\w+ )?orders?|hp ?-?\d+|\w?\d{6,}|open|it for me|i ordered"
    r"|i bought|them back|"
    r"do i have|did (?:i|it|they)|has it|have i|"
    r"please (?:cancel|return|refund|send))\b|\bthe (?:mug|order|parcel|one)\b"
)
# "I'd rather have the money than a new one", "money instead of a voucher": what is put behind something else is not what is wanted.
_LESS_WANTED = lazy_pattern(
    r"\b(?:(?<=rather )than|(?<!more )(?<!less )(?<!other )than|instead of|statt|anstatt|plutot qu[e]?|au lieu d[e']?|en (?:vez|lugar) de"
    r"|anziche|invece d(?:i|el|ella)|in plaats van|em vez de) ?(?:an? |another |the |my |ein\w* |dem |der |un[ae]? |een )?"
    r"(?:new one|another|replacement|exchange|swap|refund|return|voucher|money|cash|umtausch|erstattung|ruckerstattung|ersatz|gutschein"
    r"|remboursement|echange|reembolso|cambio|rimborso|terugbetaling)\b"
)


@lru_cache(maxsize=REMEMBERED)
def wish_in(clause: str) -> str | None:
    """The intent whose words a clause has; None where it has none's."""
    said = _LESS_WANTED.sub(" ", folded(clause))
    found = next((intent for intent, pattern in _WISHES.items() if pattern.search(said)), None)
    return "change_order" if found == "exchange_items" and _BEFORE_IT_SHIPS.search(said) else found


def puts_behind(clause: str) -> bool:
    """Whether it puts one remedy behind another: "the money rather than a new one"."""
    return bool(_LESS_WANTED.search(folded(clause)))


def has_words_of(intent: str, text: str) -> bool:
    """Whether the very words of a wish stand in the text."""
    pattern = _WISHES.get(intent)
    return bool(pattern and pattern.search(folded(text)))


def about_products(clause: str) -> bool:
    return bool(_QUESTIONS["product_question"].search(folded(clause)))


def asks_product_in_short(clause: str, *, asks: bool = False) -> bool:
    """Whether it asks a product's price, sizes or stock without a question's form: "price of the copper pan"."""
    return bool(_QUESTIONS["product_in_short"].search(folded(f"{clause}?" if asks else clause)))


def is_question(clause: str, *, asks: bool = False) -> bool:
    """``asks``: it ends with a question mark."""
    return asks or bool(_ASKS.match(folded(clause).strip()))


def about_rules(clause: str, *, asks: bool = False) -> bool:
    """Whether a clause asks what holds in general, and wants nothing done: "can I cancel after it ships?"."""
    said = folded(clause).strip()
    if not is_question(clause, asks=asks):
        return False
    return bool(_CASES.search(said) or (_GENERAL.search(said) and not _OWN.search(said)))

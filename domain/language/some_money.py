"""A part of the money, where somebody keeps the goods: "can you give me a little money back?"."""

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

_SOME = lazy_pattern(
    r"\b(?:(?:a |some |any |any sort of )?(?:little|small|tiny|bit|partial|part|few|modest)|some|something|half|a third|a quarter)"
    r"(?: bit)?(?: of)?(?: (?:the|my|a|your|an))?"
    r"(?: (?:money|refund|discount|reduction|compensation|dollars?|euros?|pounds?|bucks|cash|price|reimbursement))(?: back| off)?\b"
    r"|\b(?:something|a bit|a little|some) (?:off|back)\b|\bmoney off\b|\b(?:a |any |the )?(?:discount|price reduction)\b"
    r"|\bpartial(?:ly)? (?:refund\w*|reimburs\w*)|\bpart of (?:my|the) (?:money|price|refund)"
    r"|\bnot (?:all|the whole|all of) (?:the |my )?(?:money|price|amount)"
    r"|\b(?:etwas|ein bisschen|ein wenig|einen teil|ein teil|teilweise|die halfte)\b.{0,20}\b(?:geld|erstatt\w*|nachlass|rabatt|zuruck\w*)"
    r"|\b(?:preis)?nachlass\b|\bpreisminderung\b|\bteilerstattung\b|\bkleine[nrs]? (?:rabatt|erstattung|entschadigung)\b"
)


def wants_some_money(text: str) -> bool:
    """Whether a refund is asked for that is less than the price, without saying how much."""
    return bool(_SOME.search(folded(text)))

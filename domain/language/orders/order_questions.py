"""What somebody wants to know of an order or of their account: the aspects of it that words ask for."""

import re
from typing import Literal

from domain.language.folding import folded
from domain.lazy_pattern import lazy_pattern

OrderAspect = Literal["goods", "price", "payment", "address", "dates", "carrier", "refunds", "status"]
AccountAspect = Literal["name", "email", "phone", "addresses", "payment_methods"]

_ORDER: dict[OrderAspect, str] = {
    "price": r"how much|what did (?:\w+ ){1,6}cost|cost(?:s|ed)?|price|total|amount|expensive|charged?"
    r"|wie viel|kostet|combien|cu[aá]nto",
    "payment": r"which (?:card|payment|method)|what (?:card|payment)|how did i pay|paid (?:by|with|using|from)"
    r"|pay with|paypal|credit card"
    r"|debit card|gift card|card did i use|payment method|used to pay|womit|mit welcher karte",
    "address": r"which address|what address|where (?:does|do|did|will|is) (?:\S+ ){1,5}(?:go(?:ing)?|sent|shipped|delivered) ?to"
    r"|where does \S+ go"
    r"|(?:send|ship|deliver|going|goes?|sent|shipped|delivered|delivering|sending|shipping) (?:\S+ )?to\b"
    r"|to (?:which|what) address"
    r"|delivery address|shipping address|welche adresse|lieferadresse",
    "dates": r"when (?:did|was|were) (?:\S+ ){1,6}(?:order|place|buy|bought|deliver|arrive|come|ship|sen[dt]|leave)\w*"
    r"|what (?:day|date)|order date"
    r"|which (?:day|date)|date of|how long ago|wann",
    "carrier": r"tracking (?:number|code|link|id)|who(?:'?s| is| will be)? (?:deliver\w*|bring\w*|ship\w*|carr(?:ies|ying))"
    r"|which (?:carrier|courier|company|delivery service)|carrier|courier"
    r"|\b(?:dhl|ups|fedex|usps|dpd|gls|hermes)\b|wer liefert|wer bringt"
    r"|welcher paketdienst",
    "refunds": r"(?:get|got|receive\w*|have|had|been|was|were) (?:\S+ ){0,4}(?:money|cash|anything) back"
    r"|refunded|any refund|money (?:given )?back",
    "goods": r"what (?:did|have|do) (?:i|we) (?:buy|bought|order|get)|what(?:'?s| is| was| were) in\b"
    r"|which (?:items?|goods|products?|things|articles?)|what (?:items|goods|things|products)"
    r"|what (?:colou?r|size|model|variant|version|material)|which (?:colou?r|size|model|variant|version|one)"
    r"|(?:what|the one|the same(?: one)?(?: as)?) (?:that )?(?:i|we) (?:already )?(?:have|got|ordered|bought)"
    r"|how many|contents?|contain\w*|items? (?:of|in)|was ist in|welche artikel",
    "status": r"status|did (?:\S+ ){1,3}(?:ship|leave|go out)",
}
_ACCOUNT: dict[AccountAspect, str] = {
    "email": r"e-?mails?",
    "phone": r"phone|mobile|telephone|number do you have|telefon\w*|handy\w*",
    "addresses": r"address(?:es)?|where (?:do you think )?i live|adressen?|anschrift",
    "payment_methods": r"cards?|payment methods?|paypal|gift cards?|balance|zahlungsarten|karten",
    "name": r"names?|who am i",
}
_ORDER_RULES = {aspect: lazy_pattern(rf"\b(?:{words})\b", re.IGNORECASE) for aspect, words in _ORDER.items()}
_ACCOUNT_RULES = {aspect: lazy_pattern(rf"\b(?:{words})\b", re.IGNORECASE) for aspect, words in _ACCOUNT.items()}


def order_aspects(text: str) -> list[OrderAspect]:
    """The aspects that are asked for, in the order in which they are told; none where words name none."""
    return [aspect for aspect, rule in _ORDER_RULES.items() if rule.search(text)]


def account_aspects(text: str) -> list[AccountAspect]:
    return [aspect for aspect, rule in _ACCOUNT_RULES.items() if rule.search(text)]


_LEFT = lazy_pattern(
    r"^\W*(?:(?:and|so|but|ok|okay|und|also)\W+)*(?:has|was|is|did|hast|ist|wurde|habt ihr|haben sie)(?:nt| not)?"
    r" (?:it|this|that|the (?:parcel|package|order)|es|sie|das|das paket|die bestellung)(?: (?:already|yet|even|ever|been|schon|bereits))*"
    r" (?:sent|shipped|dispatched|posted|left|leave|ship|go(?:ne)? out|handed (?:over )?to|given to|with|on its way|verschickt|versendet"
    r"|abgeschickt|raus|unterwegs|einem? \w*dienst ubergeben)\b",
    re.IGNORECASE,
)


_LEAVES = lazy_pattern(
    r"\bwhen (?:(?:will|does|is|do|are|would|can) )?"
    r"(?:(?:you|it|this|that|they|the (?:order|parcel|package)|my (?:order|parcel|package|\w+)) ?)+"
    r"(?:(?:going to|gonna|be|being|finally|actually|then) )*"
    r"(?:ship\w*|leav\w*|sent|send(?:ing)? it|go(?:ing)? out|dispatch\w*|post(?:ed|ing it))\b"
    r"|\bwann (?:\w+ ){0,4}(?:raus\w*|verschickt|versendet|abgeschickt|losgeschickt|verschicken|versenden)\b"
)


def asks_whether_it_left(text: str) -> bool:
    """ "Has it been sent yet?", "when will it ship?": of the order that was spoken of."""
    said = folded(text)
    return bool(_LEFT.search(said) or _LEAVES.search(said))


_COMES = lazy_pattern(
    r"\b(?:when|what (?:day|date|time)|which day)(?:s|ll| is| will| does| do| are| would| can i expect)? (?:(?:i|we) (?:get"
    r"|have|receive|expect) )?"
    r"(?:it|that|this|they|them|the \w+(?: \w+)?|my \w+(?: \w+)?)(?:s|ll| will| is| are)? ?(?:(?:all|then|actually|now|be"
    r"|going to|supposed to|due to|meant to) )*"
    r"(?:com(?:e|es|ing)|arriv\w*|get(?:s|ting)? (?:here|there|to me)|be (?:here|there|delivered|with me)|deliver\w*|here"
    r"|there|due|turn(?:s|ing)? up|show(?:s|ing)? up)\b"
    r"|\bwann (?:genau |denn |dann |ungefahr )*(?:kommt|kommen|ist|sind|wird|werden|bekomm\w* ich|krieg\w* ich"
    r"|erhalte ich) (?:das|die|der|den|es|sie|er|ihn|mein\w*)\b"
    r"(?!.{0,30}\b(?:geld|erstattung|ruckerstattung|gutschrift|rechnung)\b)"
    r"|\bwann (?:die|das|der|es|sie|er)\b.{0,20}\b(?:kommt|kommen|ankommt|da (?:ist|sind)|geliefert wird)\b"
)


def asks_when_it_comes(text: str) -> bool:
    """ "Do you know when it'll come?": where one order is spoken of, of that."""
    return bool(_COMES.search(folded(text)))


_SAME = r"(?:what|the (?:one|size|same|colou?r)s?|(?:exactly )?the same(?: one)?(?: as)?)(?: (?:that|as|what))? (?:i|we)"
_WHAT_ONE_HAS = lazy_pattern(
    rf"\b(?:is|isnt|was|wasnt|are|arent)(?: (?:it|that|this|those|they))?(?: not)? {_SAME} (?:(?:already|just) )?"
    r"(?:have|got|ordered|bought|own|received)\b"
    r"|\bdo(?:nt| not)? (?:i|we) (?:not )?(?:already )?have (?:that|this|it|the same|one)\b"
    r"|\b(?:ist|war) das nicht (?:das|die|der|genau das|dasselbe|was)\b.{0,15}\bich (?:schon |doch |ja )?(?:habe?|bestellt|gekauft)\b"
    r"|\bhabe? ich (?:das|die|den) nicht schon\b"
)


def asks_what_one_has(text: str) -> bool:
    """ "Is that not what I have already?": what the order holds is the answer."""
    return bool(_WHAT_ONE_HAS.search(folded(text)))


_OWN = lazy_pattern(r"\b(?:i|my|mine|we|our|me|ich|mein\w*|je|mon|ma|mes|yo|mi|mis)\b", re.IGNORECASE)


def speaks_of_own(text: str) -> bool:
    """Whether a question is about what is the customer's own, not about how things are in general."""
    return bool(_OWN.search(text))


_WHO_BRINGS_IT = lazy_pattern(
    r"^\W*(?:(?:and|so|ok|okay|great|thanks|und|aber|also|danke)\W+)*"
    r"(?:who|which (?:carrier|courier|company|delivery service)|what (?:carrier|courier)|wer|welcher (?:paket|liefer|kurier)?dienst"
    r"|welche[rs]? (?:bote|spedition|unternehmen))(?:s| is| will| does| do| wird)? ?(?:be )?"
    r"(?:deliver\w*|bring\w*|ship\w*|carr(?:ies|ying)|is it|is it with|liefert|liefern|bringt|bringen|stellt|kommt damit|ist (?:das|es))"
    r"(?: (?:it|that|this|them|es|das|sie|ihn|die|den|zu|aus|mir|to me|(?:the|my|mein|meine|das|die|den) \w+))*\W*$"
)


def asks_who_brings_it(text: str) -> bool:
    """ "Who's delivering it?", of the order that was just looked at."""
    return bool(_WHO_BRINGS_IT.match(folded(text)))

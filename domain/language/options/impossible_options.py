"""Options that a swap cannot give: colours and sizes that the product does not come in, and the very ones that the goods have already."""

import re

from domain.language.folding import folded
from domain.language.goods.goods_references import COLOURS
from domain.language.options.option_words import spelled_out, spellings_of
from domain.language.options.variants import values_in
from domain.lazy_pattern import lazy_pattern
from domain.shop import OrderLine, Product, Variant

_SIZE = lazy_pattern(r"\b(?:xxs|xs|xl|xxl|xxxl|\d ?xl)\b|\bsize (?P<size>[sml]|\d{1,2})\b")
_MEASURE = lazy_pattern(r"\b\d+(?:[.,]\d+)? ?(?:cm|mm|ml|l|inch|ft|oz|kg|gb|tb)\b|\b\d+ ?x ?\d+\b")


def unsold_options(text: str, product: Product) -> list[str]:
    """As they were said, in the text's order; none where all that is named is sold."""
    said = " ".join(spelled_out(text))
    values = {value for variant in product.variants for value in variant.options.values()}
    sold = {" ".join(spelled_out(way)) for value in values for way in (*spellings_of(value), value)}
    known = {word for one in (*sold, " ".join(spelled_out(product.name))) for word in one.split()}
    words = re.findall(r"[^\W\d_]+", text)
    named = [w for w in words if (colour := spelled_out(w)) and colour[0] in COLOURS and colour[0] not in known]
    for match in [*_SIZE.finditer(said), *_MEASURE.finditer(said)]:
        size = match.groupdict().get("size") or match[0]
        if " ".join(spelled_out(size)) not in sold:
            named.append(_written(size))
    return list(dict.fromkeys(named))


def _written(size: str) -> str:
    return size.upper() if re.fullmatch(r"(?:\d ?)?x+[sml]|[sml]", size) else size


def as_named(text: str, product: Product) -> list[Variant]:
    """The variants that have all options that a text names; none where no one has them all."""
    named = values_in(text, product)
    return [v for v in product.variants if all(v.options.get(option) in values for option, values in named.items())]


_KINDS = (
    r"(?:sizes?|colou?rs?|ones?|options?|variants?|versions?|kinds?|finish\w*|glazes?|woods?|materials?|lengths?|choices?)"
)
_OPTIONS = lazy_pattern(
    "|".join(
        (
            rf"\b(?:what|which)(?: other| different)? {_KINDS}\b",
            r"\bwhat (?:are|were) (?:the|my) (?:options|choices|sizes|colou?rs)",
            r"\bwhat(?: else)? (?:do you|have you|is there|are there|can i (?:get|have|choose))",
            r"\bwhat(?:s| is) (?:there|available|in stock)",
            r"\b(?:do|would) you (?:also )?(?:have|sell|got|carry)\b|\bhave you got\b",
            r"\b(?:is|are) there (?:an?|any|also|other)\b|\bdoes it (?:also )?come in\b|\bwhat about\b",
            r"\bhow much (?:is|are|does|would|do)\b|\b(?:is|are) (?:it|they|that) (?:more expensive|cheaper|dearer|the same price)\b",
            r"\bwelche (?:anderen? )?(?:gro(?:ss|ß)en?|farben?|ausfuhrung\w*|varianten?|optionen|moglichkeiten|gibt|haben)\b",
            r"\bwas (?:gibt es|habt ihr|haben sie|ist)\b|\bwie ?viel kostet\b",
            r"\bgibt es (?:die|das|den|es|sie|ihn|auch|eine?n?|noch)\b|\bhaben sie (?:die|das|den|es|sie|ihn|auch|eine?n?)\b",
        )
    )
)


def asks_of_options(text: str) -> bool:
    """Whether a text, beside the question which variant is wanted, asks which there are, or what they cost."""
    return bool(_OPTIONS.search(folded(text)))


_WANTS = r"(?:want|wanted|need|have|get|take|prefer|like|rather|haben|hatte|lieber|gern|mochte|brauche|bitte)"
_HAS = r"(?:i have|we have|ve got|i got|bought|ordered|received|came|is|are|habe|hab|bestellt|gekauft|ist|sind|kam)"
_LEADS = r"(?:it|them|one|ones|an|a|the|in|size|color|ein|eine|einen)"
_BEHIND = r"(?:instead|rather than|not|statt|anstatt|anstelle|haben|please|bitte)"


def asks_for_what_it_is(text: str, line: OrderLine) -> bool:
    """Whether a value that the words want is the line's own."""
    said = " ".join(spelled_out(text))
    return any(_wanted(way, said) for value in line.options.values() for way in (*spellings_of(value), value))


def _wanted(value: str, said: str) -> bool:
    plain = re.escape(" ".join(spelled_out(value)))
    more = r"(?: \w+)?"  # "XL moss instead"
    if re.search(rf"\b{_HAS}\b(?: \w+){{0,4}} (?:in |size )+{plain}\b", said):
        return False
    return bool(
        re.search(rf"\bin (?:a |an |the )?(?:size |color )?(?:\w+ )?{plain}\b", said)
        or re.search(rf"\b(?:for|to|into|gegen|auf) (?:{_LEADS} )*{plain}\b", said)
        or re.search(rf"\b{plain}{more} {_BEHIND}\b", said)
        or re.search(rf"\b{_WANTS} (?:{_LEADS} )*(?:\w+ )?{plain}(?: one)?(?= (?:{_BEHIND})\b|$)", said)
    )

"""How a clause names goods: by description, ordinal or "both", how many of them, and which of a swap are wanted."""

import re
from collections.abc import Sequence
from importlib.resources import files

from domain.acts import GoodsReference, Which
from domain.language.folding import folded
from domain.language.goods.counts import COUNT, COUNTS, count_before, number_of
from domain.language.goods.goods_elsewhere import goods_elsewhere
from domain.language.goods.swaps import sides_of_swap
from domain.language.languages.written_language import plain_language
from domain.language.orders.order_references import ORDINALS, without_order_numbers
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

_TABLE = shipped_table("domain.language.goods", "goods_references.yaml")
_STOP = frozenset(_TABLE["stop"].split())
_NOT_GOODS = frozenset(_TABLE["not_goods"].split())
NO_GOODS = _STOP | _NOT_GOODS
# Made by `models.acts.training.goods_words`: common words that hardly can be goods.
_NEVER_GOODS = frozenset(files("domain.language.goods").joinpath("never_goods.txt").read_text(encoding="utf-8").split())
_LEADS = frozenset(_TABLE["leads"].split())
_TRAILS = frozenset(_TABLE["trails"].split())
DESCRIBING = frozenset(_TABLE["describing"].split())
COLOURS = frozenset(_TABLE["colours"].split())
MATERIALS = frozenset(_TABLE["materials"].split())
_PARTS = frozenset(_TABLE["parts"].split())
_DETERMINERS = frozenset(_TABLE["determiners"].split())
_HEADS_OF_NAMES = frozenset(_TABLE["heads_of_names"].split())
_OF_THE_PARCEL = DESCRIBING | frozenset(_TABLE["of_the_parcel"].split())
_PLACING = frozenset(_TABLE["placing"].split())
_NEVER_LAST = frozenset(_TABLE["never_last"].split())
_WORD = lazy_pattern(r"\[\w+\]|[^\W_]+(?:[-/][^\W_]+)*|[^\w\s]", re.IGNORECASE)
_MOST_WORDS = 4
_PAST = lazy_pattern(r"^(?!(?:.*seed|.*weed|.*feed)$)[a-z]{3,}ed$")  # a verb, as good as always
_SIZE = lazy_pattern(r"\b(?:xx?s|[sml]|xx?x?l|\d+(?:[.,]\d+)? ?(?:k|p|cm|mm|ml|l|gb|tb|inch|hours?))\b")
_EXCEPT = lazy_pattern(
    r"\b(?:everything|every thing|all(?: of (?:it|them))?|the (?:whole )?(?:lot|rest)|anything)(?: (?:but|"
    r"except(?: for)?|besides|apart from|other than|minus|without|bar))\b|\b(?:except(?: for)?|apart from|"
    r"other than|excluding|all but)\b"
)
_WHICH: list[tuple[Which, re.Pattern[str]]] = [
    ("other", lazy_pattern(r"\bboth others\b")),
    ("both", lazy_pattern(r"\b(?:both(?! (?:of )?(?:my |the |these )?orders)|beide|les deux|ambos|entrambi|os dois)\b")),
    (
        "all",
        lazy_pattern(
            r"\b(?:everything|the whole (?:lot|thing)|whole lot|all of (?:it|them)|(?:the )?(?:whole|entire|"
            r"complete|full) (?:order|parcel)|all (?:the |my )?(?:items|"
            r"things|goods|products|pieces)|each of them|alles|tout|todo|tutto|tudo)\b|^\W*all\W*$"
        ),
    ),
    ("rest", lazy_pattern(r"\b(?:the (?:rest|others|remaining (?:ones|items)))\b")),
    ("other", lazy_pattern(r"\b(?:the )?other (?:ones?|items?|things?|pieces?|two|three)\b")),
    ("any", lazy_pattern(r"\b(?:either (?:one|of (?:them|the))|any of them|whichever)\b")),
]
_NTH = lazy_pattern(rf"\b(?:the |item |number |no )?({'|'.join(ORDINALS)}|last)\b(?: (?:one|item|thing|product|piece))?")
_DIGITS = lazy_pattern(
    r"^\W*(?:(?:the |item |items |number |numbers |no )*)(\d{1,2})((?:\W+(?:and |und |& ?)?\d{1,2})*)\W*(?:please)?\W*$"
)
_OF_THEM = lazy_pattern(
    rf"(?<!\bsecond )(?<!\bfirst )(?<!\bthird )(?<!\blast )(?<!\bother )(?<!\bright )(?<!\bnew )"
    rf"\b({COUNT})(?: of (?:them|these|those|it|the (?:two|three|four|five|six|\d))|(?: (?:pieces?|"
    rf"pcs|items?))| (?:is|are|was|were|has|came|arrived|needs)\b|,? (?:please|only)$)|\b(?:just|only|"
    rf"make (?:it|that)|not \d+,?(?: just)?|for those|no wait,?) ({COUNT})\b(?! (?:year|day|week|month|"
    rf"hour|minute|time|euro|dollar|person|people|cm|inch|question|thing))"
)
_UNIT = r"(?:inch(?:es)?|cm|mm|ml|l|gb|tb|kg|ft|foot|oz|w|watts?|lit(?:re|er)s?)"
_MEASURE = lazy_pattern(rf"\b(\d+(?:[.,]\d+)?) ({_UNIT})\b")
_MEASURES = lazy_pattern(
    rf"(?:about |ca |around )?\d+(?:[.,]\d+)?[ -]?{_UNIT}(?: (?:chest|waist|foot|feet|long|wide|tall|high))?"
)
_ONLY_A_NUMBER = lazy_pattern(rf"(?:just |only |the )?{COUNT}")
_MEASURED = lazy_pattern(rf"(?<=\d)-(?={_UNIT}\b)")
_SIZE = lazy_pattern(
    r"\b(?:size (?:\d{1,2}(?:\.5)?|xs|s|m|l|xl|xxl)|\d+(?:[.,]\d+)? ?(?:inch(?:es)?|cm|mm|ml|l|gb|"
    r"tb|kg|ft|foot|oz|w|watt)|an? (?:xs|s|m|l|xl|xxl)|a (?:small|medium|large|\d{2}(?:\.5)?)|next size (?:up|"
    r"down)|(?:larger|smaller|bigger) size)\b"
)


_SIZE_ALONE = lazy_pattern(r"xx?s|[sml]|xx?x?l|\d{1,3}(?:[.,]5)?(?:cm|ml|l)?")
_SIZE_AT_END = lazy_pattern(
    r"\b(?:want|need|like|have|take|get) (?:it |them |one |this |these |those )?(?:in )?(?:an? |the )?(?:size )?"
    r"(xs|s|m|l|xl|xxl|small|medium|large|\d{1,2}(?:\.5)?)(?: one)?(?: instead| please| pls)?$"
    r"|\b(?:grosse|taille|talla|taglia|maat|tamanho) (\w{1,3})\b"
)


def goods_in(
    text: str, *, asked: bool = False, reports: bool = False, swaps: bool = True, product_names: Sequence[str] = ()
) -> list[GoodsReference]:
    """The goods that a clause names. With ``asked``, goods were asked for: bare words, numbers and ordinals name them too.
    ``reports``: what "A instead of B" means there is that B was wanted. ``swaps``: whether one thing may stand for another.
    ``product_names`` are known to be goods."""
    language = None if product_names else plain_language(text, least=1)
    if language not in (None, "en"):
        elsewhere = goods_elsewhere(without_order_numbers(text), language, reports=reports)
        if elsewhere or not asked:
            return elsewhere
    said = folded(without_order_numbers(text)).strip(" .,;!?")
    kept = _EXCEPT.search(said)
    if kept:
        rest = _described(said[kept.end() :], True, product_names)
        return [ref.model_copy(update={"excluded": True}) for ref in rest] or [GoodsReference(which="all")]
    if digits := _DIGITS.match(said) if asked else None:
        numbers = [int(n) for n in re.findall(r"\d+", f"{digits[1]} {digits[2]}")]
        return [GoodsReference(ordinal=n) for n in numbers]
    sides = sides_of_swap(said, reports, _STOP - DESCRIBING) if swaps else None
    if sides:
        got, wanted = (
            _described(side, True, product_names, sizes=True) or _bare_size(side) or _both_in(side) for side in sides
        )
        if not got and _ONLY_A_NUMBER.fullmatch(sides[0].strip()):
            return wanted  # "three bottles rather than two"
        return [*got, *(ref.model_copy(update={"wanted": True}) for ref in wanted)]
    found = _described(said, asked, product_names, sizes=asked, begins=reports)
    if found:
        return found
    for which, pattern in _WHICH:
        if pattern.search(said):
            return [GoodsReference(which=which)]
    if asked and (places := _NTH.findall(said)):
        return [GoodsReference(which="last") if nth == "last" else GoodsReference(ordinal=ORDINALS[nth]) for nth in places]
    if nth := re.search(rf"\b({'|'.join(ORDINALS)}) (?:item|one|thing|product|piece)\b", said):
        return [GoodsReference(ordinal=ORDINALS[nth[1]])]
    return []


def is_a_measure(description: str) -> bool:
    """Whether a description is a measure alone ("42 inches", "107cm"): what goods or people have, and no goods."""
    return bool(_MEASURES.fullmatch(folded(description).strip()))


def is_a_part(description: str) -> bool:
    """Whether a description is of what goods have: a handle, a lid."""
    return description.split()[-1] in _PARTS


def without_parts(goods: list[GoodsReference]) -> list[GoodsReference]:
    """Goods without those that are only a part of others beside them: of "the umbrella, its ribs are bent" the umbrella."""
    whole = [ref for ref in goods if not ref.text or not is_a_part(ref.text)]
    return whole or goods


def _bare_size(side: str) -> list[GoodsReference]:
    """A size alone, as on one side of a swap: "(received) 40", "(swap it for) the L"."""
    size = re.search(r"\b(\d{2}(?:\.5)?|xs|s|m|l|xl|xxl)\W*(?:please|pls|instead)?$", side)
    return [GoodsReference(text=size[1])] if size else []


def size_wanted(text: str) -> list[GoodsReference]:
    """The size that a clause ends with: "(the jeans are too big,) I need a 30"."""
    size = _SIZE_AT_END.search(folded(text).strip(" .,;!?"))
    return [GoodsReference(text=size[1] or size[2], wanted=True)] if size else []


def _both_in(side: str) -> list[GoodsReference]:
    return [GoodsReference(which="both")] if re.search(r"\bboth\b", side) else []


def pieces_meant(text: str) -> int | None:
    """How many, where no goods are named beside the number: "two of them", "not 2, just 1"."""
    said = folded(without_order_numbers(text)).strip(" .,;!?")
    found = list(_OF_THEM.finditer(said))
    return number_of(found[-1][1] or found[-1][2]) if found else None


def stated_numbers(text: str) -> set[int]:
    """All numbers of pieces that a text could mean, in digits or words; order numbers are none."""
    words = re.findall(r"\w+", folded(without_order_numbers(text)))
    return {number_of(word) for word in words if word in COUNTS or re.fullmatch(r"\d{1,3}", word)}


def _described(
    said: str, loose: bool, product_names: Sequence[str], *, sizes: bool = False, begins: bool = False
) -> list[GoodsReference]:
    """``loose``: any noun is one. ``begins``: so is one that begins the clause ("kettle trips the fuse")."""
    found: list[tuple[int, GoodsReference]] = []
    placed: set[int] = set()
    for name in sorted(product_names, key=len, reverse=True):
        known = re.search(rf"\b{re.escape(folded(name))}s?\b", said)
        if known:
            start, end = known.span()
            found.append((start, GoodsReference(text=known[0], quantity=count_before(said[:start]))))
            said = f"{said[:start]}{'.' * (end - start)}{said[end:]}"
    sized = [(m.start(), m[0]) for m in _SIZE.finditer(said)] if sizes else []
    said = _MEASURE.sub(r"\1-\2", said)  # one word of the description, and no number of pieces
    tokens = [(m[0].lower(), m.start()) for m in _WORD.finditer(said)]
    at = 0
    while at < len(tokens):
        if not _names(tokens[at][0]):
            at += 1
            continue
        end = at
        while end < len(tokens) and end - at < _MOST_WORDS + 2 and (_names(tokens[end][0]) or _joins(tokens, end)):
            end += 1
        words = [word for word, _ in tokens[at:end]]
        if words == ["pair"] and end < len(tokens) and tokens[end][0] == "of":
            at = end
            continue
        while words and words[-1] in _NEVER_LAST:
            words.pop()
        before = [word for word, _ in tokens[max(0, at - 4) : at]]
        after = tokens[end][0] if end < len(tokens) else ""
        if words and _is_goods(words, before, after, loose, begins=begins and at == 0):
            quantity = count_before(said[: tokens[at][1]], said[tokens[end][1] :] if end < len(tokens) else "")
            found.append((tokens[at][1], GoodsReference(text=_MEASURED.sub(" ", " ".join(words)), quantity=quantity)))
            if _is_placed(before):
                placed.add(tokens[at][1])
        at = max(end, at + 1)
    if not loose and not sizes and any(start not in placed for start, _ in found):
        found = [pair for pair in found if pair[0] not in placed]
    for start, size in sized:
        if not any(
            size in (ref.text or "") or (ref.text or "") in size or abs(start - place) < len(size) + 1
            for place, ref in found
        ):
            found.append((start, GoodsReference(text=re.sub(r"^an? ", "", size))))
    if sizes or not all(only_describes(ref.text or "") for _, ref in found):
        found = [pair for pair in found if sizes or not only_describes(pair[1].text or "")]
    elif not loose:
        found = []
    return [ref for _, ref in sorted(found, key=lambda pair: pair[0])]


def _is_placed(before: Sequence[str]) -> bool:
    """Whether the words before goods say where something is: "on the (stove)"."""
    at = len(before)
    while at and (before[at - 1] in _DETERMINERS or before[at - 1] in COUNTS):
        at -= 1
    return bool(at and before[at - 1] in _PLACING)


def _names(word: str) -> bool:
    return (
        word[0].isalpha()
        and word not in _STOP
        and not _PAST.search(word)
        and word not in _DETERMINERS
        and (word not in COUNTS or word == "pair")
    ) or bool(re.fullmatch(rf"\d+-?{_UNIT}", word))


def _joins(tokens: list[tuple[str, int]], at: int) -> bool:
    """ "salt and pepper mill": an "and" inside a name, where what follows has no article and a word more."""
    word = tokens[at][0]
    rest = [w for w, _ in tokens[at + 1 : at + 3]]
    return (
        word in ("and", "&", "n")
        and at > 0
        and len(rest) == 2
        and all(_names(w) for w in rest)
        and tokens[at - 1][0] in {"salt", "pepper", "bed", "mortar", "cup", "food", "black", "oil", "knife"}
    )


def _is_goods(words: list[str], before: list[str], after: str, loose: bool, *, begins: bool) -> bool:
    head = words[-1]
    if head in _HEADS_OF_NAMES and len(words) > 1 and words[-2] not in _OF_THE_PARCEL:
        return True  # "the jewellery box"
    if (head in _NEVER_GOODS and not loose) or head in _NOT_GOODS or re.fullmatch(r"(?:\w*orders?|parcels?)", head):
        return False
    lead = before[-1] if before else ""
    counted = lead in _DETERMINERS or lead in COUNTS or lead.isdigit() or lead in ("both", "of", "other")
    return loose or counted or begins or lead in _LEADS or after in _TRAILS


def only_describes(text: str) -> bool:
    return all(word in DESCRIBING or word.isdigit() for word in text.split())


def names_an_option(text: str) -> bool:
    """Whether a text is a size, a colour or the like, and names nothing that has it."""
    words = re.findall(r"[a-z0-9.-]+", folded(text))
    return bool(words) and all(word in DESCRIBING or word == "size" or _SIZE_ALONE.fullmatch(word) for word in words)


def describes(text: str) -> bool:
    """Whether a text names a colour, a size or the like, whatever it says it of: "I'd rather go with the black option"."""
    said = folded(text)
    return bool(_SIZE.search(said)) or any(word in DESCRIBING for word in re.findall(r"[a-z-]+", said))

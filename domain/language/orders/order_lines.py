"""Which lines of an order a text names: by the goods' names, told apart by their options, without what is to be kept."""

import re
from collections.abc import Mapping, Sequence

from domain.language.goods.counts import count_of
from domain.language.goods.product_names import word_for, words_of
from domain.language.goods.put_aside import put_aside, without_put_aside
from domain.language.goods.quantities import pieces_named
from domain.language.goods.swaps import what_is_there
from domain.language.languages.german_words import Meaning, goods_of_text
from domain.language.options.line_options import best_described, options_said, told_apart_by
from domain.language.orders.told_by_contents import without_contents
from domain.language.reports.no_reports import parted
from domain.lazy_pattern import lazy_pattern
from domain.shop import Order, OrderLine

_ALL = lazy_pattern(
    r"\b(?:everything|(?:whole|entire|complete|full) order|each of them|"
    r"(?<!after )(?<!at )(?<!above )all(?: of)?(?: (?:the|my|these|those|two|three|four|five))*"
    r"(?: (?:items?|goods|things|products|stuff|them|it|orders?|articles?|pieces)\b|(?=\s*(?:[.,!?;]|$))))",
    re.IGNORECASE,
)
# "That's everything for now", "everything else stays": of no goods at all.
_NO_GOODS = lazy_pattern(
    r"\b(?:that|this|which)(?:['’]?s| is| was| will be| would be|['’]?ll be)? (?:all|everything)\b(?! of (?:them|it|my|the))"
    r"|\b(?:everything|all) else\b|\b(?:for|with|about) everything\b|\beverything (?:looks|seems|is|was|sounds|remains|stays)\b"
    r"|\bis (?:that|this) everything\b|\b(?:looked|searched|checked|opened|emptied|unpacked|went through)\b[^.;!?]*?\beverything\b",
    re.IGNORECASE,
)
_BOTH = lazy_pattern(r"\bboth\b", re.IGNORECASE)
_MANY = lazy_pattern(r"\b(?:both|all|every|each|alle|beide)\b", re.IGNORECASE)
# What follows is not meant, up to the end of the clause.
_KEPT = lazy_pattern(
    r"\b(?:except(?:ing)?|excluding|apart from|other than|besides|aside from|but not|just not|not (?:my|the|for)|without|"
    r"keep(?:ing)?|(?:won['’]?t|will not|do(?:n['’]?| no)t want to|not going to|rather not|no need to|decided not to) "
    r"(?:return|exchange|change|cancel|refund|swap|modify|send|give (?=.*\bback)))\b.*?(?=[.;!?]|\bbut\b|\binstead\b|$)",
    re.IGNORECASE | re.DOTALL,
)
_CLAUSE = lazy_pattern(r"[.;,!?]\s+|\band\b|\bwhile\b", re.IGNORECASE)
_BACK = lazy_pattern(
    r"\b(?:it|them|this one|these|those|that one)\b"
    r"(?! (?:is|was|possible|would|will|looks|seems|order|item)\b)"
    r"|\b(?:start|do|make|register|begin|(?:continue|go on|proceed|go ahead) with) (?:the|that|my) (?:return|exchange|refund|swap)\b"
    r"|\b(?:die|den) (?:rückgabe|umtausch|erstattung|retoure) (?:\w+ )?(?:starten|machen|anlegen)\b",
    re.IGNORECASE,
)
_PARCEL = lazy_pattern(
    r"\b(?:orders?|parcels?|packages?|deliver(?:y|ies)|shipments?|everything|bestellung\w*|pakete?|lieferung\w*|sendung\w*|alles)\b",
    re.IGNORECASE,
)
_TOO = lazy_pattern(
    r"\b(?:too|also|as well|auch|aussi|también)\b|^\W*(?:yes|yeah|yep|sure|ok|okay|ja|oui|si)\b(?:\W+please\b)?\W+(?:and|plus|und|et|y)\b",
    re.IGNORECASE,
)
_SWAPS = lazy_pattern(r"\b(?:exchang|swap|chang|switch|modif|replac)\w*", re.IGNORECASE)
_WANTED = lazy_pattern(
    r"\b(?:for|to|into|with)\s+(?:(?:the|an?|items?|ids?|number|variant|model|one|same|again)\W+)*$", re.IGNORECASE
)
_NEAR = 5  # places from a number to what it counts: "two of those tin mugs"


def lines_in(text: str, order: Order) -> list[OrderLine]:
    """The lines that a text asks for; none where it names none, or where it leaves open which of several is meant."""
    if not text:
        return []
    if numbered := lines_by_number(text, order):
        return numbered
    if (beside := without_contents(text)) is not None and (meant := lines_in(beside, order)):
        return meant  # "my order with the shelf and the lamp came, and the lamp is broken"
    aside = " . ".join(put_aside(text))
    text = without_put_aside(text)
    fine, rest = parted(text)
    if fine and (wrong := lines_in(rest, order)):
        return wrong  # "the shelf is great, but the lamp is broken"
    kept_words = " . ".join([*(found[0] for found in _KEPT.finditer(text)), *([aside] if aside else [])])
    asked = _NO_GOODS.sub(" ", _KEPT.sub(" ", text))
    kept = {line.line_id for line in _named(kept_words, list(order.lines)) or []} if kept_words else set()
    if _ALL.search(asked):
        if kept_words and not kept:
            return []
        return [line for line in order.lines if line.line_id not in kept]
    named = _named(asked, [line for line in order.lines if line.line_id not in kept])
    if named == [] and not kept_words and _BOTH.search(asked) and len(order.lines) == 2:
        return list(order.lines)
    return named or []


def named_in_part(text: str, order: Order) -> tuple[list[OrderLine], list[OrderLine]]:
    """Of a text that leaves open which of several is meant: the lines that it names for certain, and those of which it means
    one ("the kettle and a lamp", of an order with two lamps). Both empty where it leaves nothing open, or several kinds."""
    if _KEPT.search(text) or put_aside(text) or _ALL.search(text):
        return [], []
    meant = [(alike, _meant(text, alike)) for alike in _kinds(text, list(order.lines)).values()]
    left_open = [alike for alike, found in meant if not found]
    if len(left_open) != 1:
        return [], []
    return [line for _, found in meant for line in found], left_open[0]


def one_of(text: str, alike: list[OrderLine], order: Order) -> list[OrderLine]:
    """The lines that a text means of those of one product, which were asked about: by their options, or "both". None where it
    names other goods, and has to be read for itself."""
    if _kinds(text, [line for line in order.lines if line.product_id != alike[0].product_id]):
        return []
    if lines := _named(text, alike):
        return lines
    if described := told_apart_by(text, alike):
        return described
    pieces = _pieces(text, alike)
    return alike if _MANY.search(text) and (pieces is None or pieces >= sum(line.quantity for line in alike)) else []


def has_as_many(text: str, order: Order) -> bool:
    """Whether the order holds as many pieces of goods as a text says: "the one with the two watches"."""
    words = words_of(text)
    for alike in _kinds(text, list(order.lines)).values():
        end = word_for(words_of(alike[0].name), words) or words_of(alike[0].name)[-1]
        said = {count_of(word) for at, word in enumerate(words) if end in words[at + 1 : at + _NEAR]} - {
            1
        }  # "one lamp" is any
        if sum(line.quantity for line in alike) in said:
            return True
    return False


def lines_put_aside(text: str, order: Order) -> list[OrderLine]:
    """The lines that a text names only to say that nothing is to be done with them now."""
    aside, meant = put_aside(text), lines_in(text, order)
    return [line for alike in _kinds(" . ".join(aside), list(order.lines)).values() for line in alike if line not in meant]


def lines_by_number(text: str, order: Order) -> list[OrderLine]:
    """Lines whose goods are named by the shop's own number of them; of a swap not those that are wanted."""
    text = without_put_aside(text)
    swaps = _SWAPS.search(text)
    found = [(m[0], text[: m.start()]) for m in re.finditer(r"(?<!\d)\d{6,}(?!\d)", text)]
    said = {number for number, before in found if not (swaps and _WANTED.search(before))}
    return [line for line in order.lines if line.variant_id in said]


def options_named(text: str, order: Order) -> int:
    """How many options of one of its lines, among those of the goods that are named, a text names: the most of any line."""
    alike = [line for lines in _kinds(text, list(order.lines)).values() for line in lines] or list(order.lines)
    return max((options_said(line, text) for line in alike), default=0)


def names_goods(text: str, order: Order) -> int:
    """How many kinds of an order's goods a text names."""
    return len(_kinds(text, list(order.lines)))


def about(line: OrderLine, lines: list[OrderLine], text: str) -> str:
    """The part of a text that speaks of one of several lines: the clauses that name it, and those that name none behind them."""
    if len(lines) < 2:
        return text
    mine, current = [], None
    for clause in _CLAUSE.split(text):
        said = set(re.findall(r"\d{6,}", clause))
        named = [x.line_id for x in lines if x.variant_id in said] or [
            x.line_id for alike in _kinds(clause, lines).values() for x in alike
        ]
        current = named if named else current
        if current is None or line.line_id in current:
            mine.append(clause)
    return " , ".join(mine)


def told_apart(line: OrderLine, order: Order) -> str:
    """The goods' name, with its options where the order has several of the name."""
    alike = sum(other.name == line.name for other in order.lines) > 1
    # "Pillow set of 2": a number alone says nothing, and would be read as one of pieces.
    options = [f"{option} {value}" if value.isdigit() else value for option, value in line.options.items()]
    return " ".join([line.name, *options]) if alike else line.name


def _kinds(text: str, lines: list[OrderLine]) -> dict[str, list[OrderLine]]:
    """Lines by product, of the products named: by the whole name, else by a last word that fits one product only."""
    said, german = words_of(text), goods_of_text(text)
    by_product: dict[str, list[OrderLine]] = {}
    for line in lines:
        by_product.setdefault(line.product_id, []).append(line)
    names = {product_id: name for product_id, alike in by_product.items() if (name := words_of(alike[0].name))}
    whole, heads, spent = set(), {}, set()
    for product_id, name in names.items():
        if set(name) <= set(said) or "".join(name) in said:
            whole.add(product_id)
            spent.add(name[-1])
        elif (head := word_for(name, said)) is not None:
            heads[product_id] = head
    for word, meant in german.items():
        named = _meant_in_german(meant, {p: name for p, name in names.items() if p not in heads})
        is_whole = {
            p for p in named if any(set(names[p]) <= {*said, *words_of(" ".join(way))} for tier in meant for way in tier)
        }
        whole |= is_whole
        spent |= {word} if is_whole else set()
        heads |= dict.fromkeys(named - whole, word)
    ends = list(heads.values())
    hits = whole | {p for p, end in heads.items() if end not in spent and ends.count(end) == 1}
    return {p: alike for p, alike in by_product.items() if p in hits}


def _meant_in_german(meant: Sequence[Sequence[Meaning]], names: Mapping[str, list[str]]) -> set[str]:
    """The products that a German noun names: of those whose name ends as one of its meanings, those that have most of its words."""
    for tier in meant:
        ways = [words_of(" ".join(way)) for way in tier]
        fits = {
            p: max((len(set(way) & set(name)) for way in ways if word_for(name, way)), default=0)
            for p, name in names.items()
        }
        if most := max(fits.values(), default=0):
            return {p for p, fit in fits.items() if fit == most}
    return set()


def _named(text: str, lines: list[OrderLine]) -> list[OrderLine] | None:
    """None where a kind is named of which the order has several, and nothing says which."""
    chosen: set[str] = set()
    for alike in _kinds(text, lines).values():
        meant = _meant(text, alike)
        if not meant:
            return None
        chosen |= {line.line_id for line in meant}
    return [line for line in lines if line.line_id in chosen]


def _meant(text: str, alike: list[OrderLine]) -> list[OrderLine]:
    """Of lines of one product those whose options are named. All of those for a plural or their number, and of lines that nothing
    tells apart as many as hold the pieces that are meant; none where it is open which."""
    # "From silicone to metal" is said of the silicone one.
    among = best_described(what_is_there(text), alike) or best_described(text, alike) or alike
    pieces = _pieces(text, among)
    if len(among) == 1 or pieces is None or pieces >= sum(line.quantity for line in among):
        return among
    if len({line.variant_id for line in among}) > 1:
        return []
    at_least = [line for at, line in enumerate(among) if sum(before.quantity for before in among[:at]) < pieces]
    return at_least or among[:1]


def _pieces(text: str, alike: list[OrderLine]) -> int | None:
    """How many pieces of several lines a text means; one, where it speaks of one and not of which. None: all of them."""
    name = alike[0].name
    said = pieces_named(text, word_for(words_of(name), words_of(text)) or name)
    return 1 if said == "unclear" else said


def points_back(text: str) -> bool:
    """Whether a text means goods that were spoken of before: "exchange it", "send them back"."""
    return bool(_BACK.search(text))


def speaks_of_the_parcel(text: str) -> bool:
    """Whether a text is of all that came together: "the parcel never arrived"."""
    return bool(_PARCEL.search(text))


def adds_to_the_rest(text: str) -> bool:
    """ "The lamp too": beside what was spoken of."""
    return bool(_TOO.search(text))

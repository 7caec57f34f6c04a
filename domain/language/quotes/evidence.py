"""Whether words are positive evidence for a quote: the wish for it was said, or what is wrong was told as a fact of the goods.

What the reader took for a wish may be a question about a right ("can I send it back if it doesn't fit?"), a story ("almost sent it
back"), or the report of a strap that is not there: nothing of it is a wish for money or for goods.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from domain.language.acts.wishes import has_words_of, is_question
from domain.language.folding import folded
from domain.language.goods.missing_parts import lacks_a_part
from domain.language.goods.swaps import says_what_came
from domain.language.languages.german_words import with_goods_in_english
from domain.language.options.wants_another_variant import does_not_fit, wants_another_variant
from domain.language.reports.no_reports import denies_damage, is_of_another, reports_none
from domain.language.reports.problems import problem_in
from domain.language.reports.reasons import reason_in
from domain.language.reports.wants_goods import wants_goods
from domain.language.text.clauses import clauses
from domain.language.text.polarity import falls_back, modality_of
from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import shipped_table

# given: the words want it, or tell what is wrong; asked: they ask about it; part: what is wrong is of no goods but of something that
# belongs to them; none: nothing of the kind was said.
Evidence = Literal["given", "asked", "part", "none"]

_OF_GOODS = frozenset({"damaged", "wrong_item", "missing", "not_received", "not_as_described", "late", "lost"})
_NOT_HERE = frozenset({"not_received", "late", "lost"})  # "where is it, I never got it" tells it
_MONEY = frozenset({"request_refund", "return_items", "cancel_order"})  # customers do not know our words for it
_FAMILIES: dict[str, frozenset[str]] = {
    "refund_order": _MONEY,
    "return_items": _MONEY | {"exchange_items"},
    "cancel_order": _MONEY | {"change_order"},
    "exchange_items": frozenset({"exchange_items", "change_order", "return_items"}),
    "change_order_items": frozenset({"exchange_items", "change_order"}),
}
GATED = frozenset(_FAMILIES)
_REPORTED = frozenset({"refund_order", "return_items", "exchange_items"})  # that a report of what is wrong may lead to
_SWAPPED = frozenset({"exchange_items", "change_order_items"})

_TABLE: dict[str, re.Pattern[str]] = {
    group: lazy_pattern("|".join(f"(?:{part})" for part in parts))
    for group, parts in shipped_table("domain.language.quotes", "evidence.yaml").items()
}
_SENTENCE = lazy_pattern(r"(?<![\d.])[.](?=\s|$)|[!;\n]+|\?+|\s[-–—]+\s")
_PART = lazy_pattern(r",|\b(?:but|and|so|because|cause|cuz|since|though|although|or|und|aber|weil|denn|doch|oder|sondern)\b")
_LEADS = lazy_pattern(
    r"^\W*(?:(?:and|but|so|also|ok|okay|hi|hello|hey|hallo|und|aber|also|dann|ja|nein|no|yes|just|quick question)\b\W*)*"
)
_SHORTEST_NAME = 3  # letters of a word that names goods


@dataclass(frozen=True)
class _Sentence:
    text: str
    asks: bool


def evidence_for(action: str, texts: Sequence[str], names: Collection[str] = (), *, is_sure: bool = False) -> Evidence:
    """What the words say of an action of ``GATED``, of goods that are called ``names``. ``is_sure``: the reader took them for it without
    a doubt, whatever words they use; what they only ask or deny is none all the same."""
    said = [sentence for text in texts for sentence in _sentences(text)]
    goods = {word for name in names for word in folded(name).split() if len(word) >= _SHORTEST_NAME}
    of_wishes = [_wished(sentence, action) for sentence in said]
    if "given" in of_wishes:
        return "given"
    of_reports = [kind for sentence in said for kind in _reported(sentence, action, goods)]
    if "given" in of_reports:
        return "asked" if any(_TABLE["asks_the_state"].match(folded(sentence.text)) for sentence in said) else "given"
    found, asks = [*of_reports, *of_wishes], any(sentence.asks for sentence in said)
    if "part" in found:
        return "part"
    if "asked" in found or ("none" in found and asks):
        return "asked"
    only_asks = all(sentence.asks and not _TABLE["wants_help"].search(folded(sentence.text)) for sentence in said)
    if is_sure and "none" not in found and not only_asks:
        return "given"
    return "asked" if asks else "none"


def _sentences(text: str) -> Iterator[_Sentence]:
    begun = 0
    for stop in [*_SENTENCE.finditer(text), None]:
        sentence = text[begun : stop.start() if stop else len(text)].strip()
        if sentence:
            yield _Sentence(sentence, is_question(sentence, asks=bool(stop and "?" in stop[0])))
        begun = stop.end() if stop else len(text)


def _wished(sentence: _Sentence, action: str) -> Evidence | None:
    """What a sentence says with the words of a wish; None where it has none."""
    if not _has_words(sentence.text, action):
        return None
    telling = [part.text for part in clauses(sentence.text) if _has_words(part.text, action)] or [sentence.text]
    if _is_a_story(sentence.text) or all(modality_of(part) == "told" for part in telling):
        return "none"
    wants_to_know = any(_wants_to_know(part) for part in telling) or _TABLE["whether_at_all"].search(folded(sentence.text))
    return "asked" if wants_to_know or _supposes(sentence) else "given"


def _has_words(text: str, action: str) -> bool:
    said = folded(text)
    if any(has_words_of(intent, text) for intent in _FAMILIES[action]):
        return True
    if action == "cancel_order":
        return bool(_TABLE["is_not_wanted"].search(said)) or reason_in(text, "cancel_order") is not None
    if action in _SWAPPED:
        in_other_words = _TABLE["becomes_another"].search(said) or wants_another_variant(text) or wants_goods(text)
        return bool(in_other_words or does_not_fit(text) or says_what_came(text))
    return bool(_TABLE["goes_back"].search(said) or does_not_fit(text)) or reason_in(text, "return_items") == "changed_mind"


def _wants_to_know(part: str) -> bool:
    return bool(_TABLE["wants_to_know"].match(_LEADS.sub("", folded(part))))


def _supposes(sentence: _Sentence) -> bool:
    """Whether it asks what would be: "if it doesn't fit, can I send it back?", but not "could you, if possible"."""
    said = _TABLE["no_condition"].sub(" ~ ", folded(sentence.text))
    asks = sentence.asks or any(_wants_to_know(part) for part in _PART.split(said))
    return asks and bool(_TABLE["condition"].search(said)) and not falls_back(sentence.text)


def _is_a_story(text: str) -> bool:
    return bool(_TABLE["story"].search(folded(text))) or is_of_another(text, text)


def _reported(sentence: _Sentence, action: str, goods: Collection[str]) -> Iterator[Evidence]:
    """What each part of a sentence that speaks of something wrong says of it."""
    if action not in _REPORTED:
        return
    parts = [part.strip() for part in _PART.split(sentence.text) if part.strip()]
    told = [part for part in parts if problem_in(part) in _OF_GOODS or _TABLE["unharmed"].search(folded(part))]
    if not told and problem_in(sentence.text) in _OF_GOODS:
        parts = told = [sentence.text]
    for part in told:
        said = folded(part)
        is_none = problem_in(_TABLE["unharmed"].sub(" ~ ", said)) is None or denies_damage(part)
        ends_it = part == parts[-1] and (len(parts) == 1 or _wants_to_know(part))
        if is_none or _is_a_story(sentence.text) or reports_none(part, sentence.text):
            yield "none"
        elif (sentence.asks and ends_it and problem_in(part) not in _NOT_HERE) or _supposes(sentence):
            yield "asked"
        elif _TABLE["may_be"].search(said):
            yield "none"
        else:
            yield "part" if _is_of_a_part(part, goods) else "given"


def _is_of_a_part(part: str, goods: Collection[str]) -> bool:
    """ "The strap for the shelf is missing", "the label on the basket is torn": the goods are named only to say what it belongs to."""
    words = [word for word in folded(part).split() if not _TABLE["article"].fullmatch(word)]
    named = [i for i, word in enumerate(words) if _names(word, goods)]
    is_missing = problem_in(part) == "missing"
    if not named:
        return is_missing and bool(goods) and (bool(_TABLE["another"].search(folded(part))) or lacks_a_part(part))
    only_so = all(_belongs_to(words, i) for i in named)
    return only_so and (is_missing or bool(_TABLE["paper"].search(folded(part))))


def _names(word: str, goods: Collection[str]) -> bool:
    called = folded(with_goods_in_english(word)).split()  # German goods with what they are called in English
    return any(one.rstrip("s") == name.rstrip("s") for one in called for name in goods)


def _belongs_to(words: Sequence[str], at: int) -> bool:
    """Whether the word stands behind a preposition, with one word between at most, and not in "one of the mugs"."""
    for i in (at - 1, at - 2):
        if i >= 0 and _TABLE["belongs_to"].fullmatch(words[i]):
            return not (i > 0 and _TABLE["some_of"].fullmatch(words[i - 1]))
    return False

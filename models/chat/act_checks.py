"""Holds what a model read of a message against the message: what its words do not bear out is dropped.

A model widens what is understood; it never decides. So a wish with an effect counts only where the clause has its words or the
embedded reader read the same; what was denied, told or supposed by rule stays so; what is named has to stand in the text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.acts import Act, GoodsReference, Modality, OrderReference, Reading, ReadingContext
from domain.dialogue import NEEDS_ITS_WORDS
from domain.intents import QUESTION_INTENTS, READING_INTENTS, REPORT_PROBLEM, URGENT, act_of_intent
from domain.language.acts.acts_together import together
from domain.language.acts.wishes import about_rules, has_words_of
from domain.language.folding import folded
from domain.language.goods.goods_references import goods_in, stated_numbers
from domain.language.orders.order_references import orders_in
from domain.language.quotes.phrases import asks_for_person
from domain.language.reports.problems import problem_in
from domain.language.text.clauses import Clause, clauses
from domain.language.text.polarity import excludes, is_negated, is_not_that, keeps, modality_of
from domain.lazy_pattern import lazy_pattern
from models.chat.reading import ToldAct, ToldGoods, ToldOrder

_BY_A_MODEL = 0.85  # confidence of what held: above every threshold, below the rules' own
_SURE = 0.9  # of the embedded reader: its rules, and a classifier that is
_GUESSED = 0.3  # of the embedded reader: under it, its agreement is an accident
_HANDLE = lazy_pattern(r"order (\d{1,2})", re.IGNORECASE)
_AMOUNT = lazy_pattern(r"\d+(?:[.,]\d{1,2})?")
_TOKEN = lazy_pattern(r"\[[A-Z]+_\d+\]")

# A wrong one of these shows something; a wrong one of the others quotes, changes or sends.
_LOOKS = frozenset({"track_order", "track_refund", *READING_INTENTS, *QUESTION_INTENTS})
_EFFECTS = NEEDS_ITS_WORDS | {
    "change_order",
    "change_shipping_address",
    "change_payment_method",
    "update_account",
    "human_agent",
}
# Reports that are looked into, not refunded.
_LOOKED_INTO = frozenset({"late", "lost", "cancelled_by_shop", "refund_overdue", "charged_twice", "charged_wrong"})
_MODALITIES: tuple[Modality, ...] = ("asked", "supposed", "told")  # from what is wanted to what is not
_REMEDIES = frozenset({"request_refund", "return_items", "exchange_items"})  # a report may be their reason
_ASK_THEMSELVES = frozenset({"wish", "question", "report"})
_RULES_ALONE = frozenset({"yes", "no", "correction", "urgent"})


def checked(told: Sequence[ToldAct], text: str, context: ReadingContext, embedded: Reading) -> list[Act]:
    """The acts that the text bears out, with what the embedded reader was sure of and no act of the model's speaks about.

    Empty where nothing of the model's held: then the embedded reading stands."""
    check = _Check(text, clauses(text), context, embedded)
    held = [act for one in told if (act := check.act(one)) is not None]
    rules = [act for act in embedded.acts if act.act in _RULES_ALONE]
    held = [act for act in held if not any(_overlap(act, other) for other in rules)]
    if not held:
        return []
    kept = [act for act in embedded.acts if act in rules or _was_left_out(act, held)]
    return together(sorted([*held, *kept], key=lambda act: act.start), text)


def _was_left_out(act: Act, held: Sequence[Act]) -> bool:
    """Whether the embedded reader was sure of what no act of the model's speaks about."""
    return act.act not in ("talk", "value") and act.confidence >= _SURE and not any(_overlap(act, other) for other in held)


def _overlap(one: Act, other: Act) -> bool:
    return one.start < other.end and other.start < one.end


@dataclass(frozen=True)
class _Check:
    text: str
    clauses: Sequence[Clause]
    context: ReadingContext
    embedded: Reading

    def act(self, told: ToldAct) -> Act | None:
        """One act of the model's with only what the text bears out; None where too little of it does."""
        intent, kind = _kind(told)
        around = self._clauses_of(told.span)
        if not around or kind == "yes":
            return None
        start, end = around[0].start, around[-1].end
        read = [act for act in self.embedded.acts if act.start < end and start < act.end]
        if not self._borne_out(told, kind, intent, around, read):
            return None
        base = Act.model_validate(
            {
                "act": kind,
                "intent": intent,
                "negated": told.negated or (kind == "wish" and self._is_negated(intent, around, read)),
                "modality": _modality(told, _carrying(intent, around)) if kind == "wish" else "asked",
                "problem": _problem(told, around, read) if kind == "report" else None,
                "urgency": told.urgency if kind == "urgent" else None,
                "confidence": _BY_A_MODEL,
                "text": self.text[start:end],
                "start": start,
                "end": end,
            }
        )
        return self._with_references(base, told, read)

    def _clauses_of(self, span: str) -> list[Clause]:
        """The whole clauses in which the span stands: "cancel it" out of "don't cancel it" is read with its "don't"."""
        found = _standing(span, self.text)
        if found is None:
            return []
        return [clause for clause in self.clauses if clause.start < found.end() and found.start() < clause.end]

    def _borne_out(
        self, told: ToldAct, kind: str, intent: str | None, around: Sequence[Clause], read: Sequence[Act]
    ) -> bool:
        if kind == "urgent":
            return told.urgency is not None
        if kind in ("value", "correction"):
            gives = told.orders or told.goods or told.quantity or any(_TOKEN.search(clause.text) for clause in around)
            # It takes its meaning from what was done before: "where is HP2?" does not ask for the same of HP2.
            return bool(gives) and not any(act.act in _ASK_THEMSELVES and act.confidence >= _SURE for act in read)
        if kind == "report":
            return _is_report(told, around, read)
        if kind == "wish" and intent in _EFFECTS:
            same = any(act.intent == intent and act.confidence >= _GUESSED for act in read)
            return same or any(_has_its_words(intent, clause) for clause in around)
        return kind == "no" or intent is not None

    def _is_negated(self, intent: str | None, around: Sequence[Clause], read: Sequence[Act]) -> bool:
        """Whether rules read a denial in every clause that carries the wish."""
        same = [act.negated for act in read if act.intent == intent]
        if same:
            return all(same)
        carrying = [clause.text for clause in _carrying(intent, around)]
        return all(is_negated(text) or is_not_that(text) or keeps(text) or excludes(text) for text in carrying)

    def _with_references(self, act: Act, told: ToldAct, read: Sequence[Act]) -> Act | None:
        """With the orders, goods and numbers that stand in the text; None where nothing is left of what it is about."""
        orders = [ref for one in told.orders for ref in self._order(act, one)]
        goods = [ref for one in told.goods for ref in self._goods(act, one)]
        named = bool(told.orders or told.goods)
        if named and not (orders or goods):
            return None
        if act.act in ("wish", "report") and not any(ref.number for ref in orders):
            # A number in its own words is what it is about, whether or not the model names it.
            orders = [ref for ref in orders_in(act.text) if ref.number and self._may_be_of(act, ref)] or orders
        stated = stated_numbers(act.text)
        quantity = told.quantity if told.quantity in stated else None
        if act.act in ("value", "correction") and not (orders or goods or quantity or _TOKEN.search(act.text)):
            return None
        own = next((ref for ref in read if ref.intent == act.intent), None)
        return act.model_copy(
            update={
                "orders": list({ref.model_dump_json(): ref for ref in orders}.values()),
                "goods": goods,
                "quantity": own.quantity if own and own.quantity else quantity,
                "amount": _amount(told.amount, act.text),
            }
        )

    def _order(self, act: Act, told: ToldOrder) -> list[OrderReference]:
        words = self._words(told.words)
        if words is None:
            return []
        found = orders_in(words, asked=True)
        if not all(self._may_be_of(act, ref) for ref in found):
            return []
        if any(ref.which != "it" for ref in found):
            return found
        handle = _HANDLE.fullmatch((told.handle or "").strip())
        if handle and 0 < int(handle[1]) <= self.context.orders_shown and act.intent in _LOOKS:
            # Only to look at: for anything else the customer's own words have to say which order.
            return [OrderReference(ordinal=int(handle[1]))]
        return found

    def _goods(self, act: Act, told: ToldGoods) -> list[GoodsReference]:
        """What the rules read of the same goods stands: their number, and whether they are left out or wanted."""
        words = self._words(told.words)
        if words is None:
            return []
        known = [(other, ref) for other in self.embedded.acts for ref in other.goods if ref.text and _same(ref.text, words)]
        if known:
            same = [ref for other, ref in known if _agrees(other, act)]
            if not same and any(other.confidence >= _SURE for other, _ in known) and act.intent not in _LOOKS:
                return []
            return (same or [ref for _, ref in known])[:1]
        if told.quantity is not None and told.quantity not in stated_numbers(act.text):
            return []
        by_rule = [ref for ref in goods_in(act.text, reports=act.act == "report") if ref.text and _same(ref.text, words)]
        if by_rule:
            return by_rule[:1]
        found = goods_in(words, asked=True) or [GoodsReference(text=folded(words).strip())]
        given: dict[str, object] = {"excluded": told.excluded, "wanted": told.wanted}
        return [ref.model_copy(update={**given, "quantity": told.quantity or ref.quantity}) for ref in found]

    def _words(self, words: str) -> str | None:
        """As they stand in the message; None where they do not."""
        found = _standing(words, self.text)
        return found[0] if found else None

    def _may_be_of(self, act: Act, ref: OrderReference) -> bool:
        """Not where the rules surely read this number in something else: "keep HP1 and cancel HP2" cancels no HP1."""
        if ref.number is None or act.intent in _LOOKS:
            return True
        named = [other for other in self.embedded.acts if any(own.number == ref.number for own in other.orders)]
        return not any(other.confidence >= _SURE for other in named) or any(_agrees(other, act) for other in named)


def _standing(words: str, text: str) -> re.Match[str] | None:
    """Where words stand in the text, whatever their case. "104" out of "HP104233" does not."""
    words = words.strip()
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) if words else None


def _kind(told: ToldAct) -> tuple[str | None, str]:
    """The intent and the kind of act, made to fit each other."""
    intent, kind = told.intent, told.act
    if kind in ("yes", "no", "value", "correction"):
        return None, kind
    if kind == "urgent" or intent == URGENT:
        return URGENT, "urgent"
    if kind == "report":
        return ("payment_problem" if intent == "payment_problem" else REPORT_PROBLEM), kind
    if kind == "question":
        return (intent if intent in QUESTION_INTENTS else "policy_question"), kind
    return (intent, act_of_intent(intent)) if intent else (None, kind)


def _agrees(read: Act, act: Act) -> bool:
    """Whether the embedded act only names something, or is what this one is, or has its words in its own clause."""
    if read.act in ("value", "correction", "talk"):
        return True
    if read.negated != act.negated:
        return False
    if act.act == "report":
        return read.act == "report" or read.intent in _REMEDIES or problem_in(read.text) is not None
    same = read.intent == act.intent or (read.act == "report" and act.intent in _REMEDIES)
    return same or bool(act.intent and has_words_of(act.intent, read.text))


def _has_its_words(intent: str | None, clause: Clause) -> bool:
    if intent == "human_agent":
        return asks_for_person(clause.text)
    return bool(intent and has_words_of(intent, clause.text)) and not about_rules(clause.text, asks=clause.asks)


def _is_report(told: ToldAct, around: Sequence[Clause], read: Sequence[Act]) -> bool:
    if told.intent == "payment_problem" or told.problem in _LOOKED_INTO:
        return True
    return told.problem is not None and (
        any(act.act == "report" and act.confidence >= _GUESSED for act in read) or any(_has_a_problem(c) for c in around)
    )


def _has_a_problem(clause: Clause) -> bool:
    """Whether the clause says that something is wrong; not what would be if it were: "what if it comes broken?"."""
    is_told = not about_rules(clause.text, asks=clause.asks) and modality_of(clause.text) != "supposed"
    return is_told and problem_in(clause.text) is not None


def _problem(told: ToldAct, around: Sequence[Clause], read: Sequence[Act]) -> str | None:
    """What rules read surely, else what the model did."""
    sure = [act.problem for act in read if act.problem and act.confidence >= _SURE]
    return next((problem for clause in around if (problem := problem_in(clause.text))), sure[0] if sure else told.problem)


def _carrying(intent: str | None, around: Sequence[Clause]) -> Sequence[Clause]:
    """The clauses that have the wish's words; all of them where none has."""
    return [clause for clause in around if intent and has_words_of(intent, clause.text)] or around


def _modality(told: ToldAct, carrying: Sequence[Clause]) -> Modality:
    """What rules read as told or supposed stays so."""
    by_rule = min((modality_of(clause.text) for clause in carrying), key=_MODALITIES.index)
    return max(told.modality, by_rule, key=_MODALITIES.index)


def _same(known: str, words: str) -> bool:
    said = folded(words)
    return known in said or said.strip() in known


def _amount(amount: str | None, text: str) -> str | None:
    """A decimal, where the same number stands in the text."""
    if amount is None or not _AMOUNT.fullmatch(amount.strip()):
        return None
    stated = {float(found.replace(",", ".")) for found in _AMOUNT.findall(text)}
    return amount.strip().replace(",", ".") if float(amount.strip().replace(",", ".")) in stated else None

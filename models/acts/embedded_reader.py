"""The reader without a key: rules where words are plain, weighed against models of whole messages and of clauses.

One file: what outweighs what is read from top to bottom; what a rule knows of words stands in `domain/language`."""

import asyncio
import re
from collections.abc import Callable, Sequence
from functools import partial

from domain.acts import Act, Problem, Reading, ReadingContext, Urgency
from domain.intents import (
    QUESTION_INTENTS,
    REPORT_PROBLEM,
    act_of_intent,
)
from domain.language.acts.act_references import names_something, with_references
from domain.language.acts.acts_in_context import acts_in_context, gives_values
from domain.language.acts.acts_together import joined, together
from domain.language.acts.wishes import (
    about_products,
    about_rules,
    asks_product_in_short,
    is_question,
    wish_in,
)
from domain.language.danger.hard_times import tells_of_a_death
from domain.language.danger.urgent import urgent
from domain.language.goods.goods_references import goods_in
from domain.language.languages.written_language import plain_language
from domain.language.questions.question_form import without_that_is_all
from domain.language.quotes.phrases import asks_for_person, read_confirmation
from domain.language.reports.no_reports import lacks_something, says_only_fine
from domain.language.reports.problems import is_background, problem_in
from domain.language.text.clauses import Clause, clauses
from domain.language.text.polarity import excludes, is_negated, is_not_that, keeps
from domain.language.text.small_talk import reads_as
from domain.lazy_pattern import lazy_pattern
from domain.ports.understanding import Embedder, IntentClassifier, IntentGuess
from models.acts.alarms import (
    Alarm,
    alarm_by_clause,
    alarm_by_encoder,
    alarm_by_whole,
    has_trace_of_alarm,
    is_overruled,
    may_be_alarming,
    only_has_its_words,
    parts_of,
    sounds_dangerous,
)
from models.acts.asked_of_documents import asked_of_documents
from models.acts.encoder import EncodedMessage, MessageEncoder, is_told
from models.acts.fewer_wanted import as_one_wish_for_fewer, with_fewer_wanted
from models.acts.goods_of_acts import give_goods, with_heard_goods
from models.acts.heard_in_context import heard_in_context
from models.acts.in_mourning import in_mourning
from models.acts.other_variant_wanted import with_other_variant_wanted
from models.acts.pieces import BY_RULE, HUMAN_AGENT, Piece, act_of, urgent_act
from models.acts.set_aside import set_aside
from models.acts.spelling import Corrected, corrected
from models.acts.weighing import is_borne_out, is_sure_of_something, leaning_to, weigh
from models.embeddings import MiniLmEmbedder
from models.intents.intent_model import SHIPPED_ACTS, IntentModel

_GUESSED = 0.5  # beside acts that are plain, a guess has to be at least as sure
# Wishes that hold although the clause also names a problem, which is their reason then.
_OVER_PROBLEMS = frozenset(
    {
        "cancel_order",
        "request_refund",
        "return_items",
        "exchange_items",
        "send_invoice",
        "delete_account",
        "change_order",
        "change_shipping_address",
        "change_payment_method",
        "request_my_data",
        "unsubscribe",
        "reset_password",
        "update_account",
        "payment_problem",
    }
)
_PROBLEMS_FIRST = frozenset({"cancelled_by_shop", "refund_overdue", "charged_twice", "charged_wrong", "lost"})
_WENT_ELSEWHERE = ("change_shipping_address", "not_received")  # "it was delivered to the wrong address" asks for no change
_WAS_DUE = lazy_pattern(r"\b(?:supposed to|should (?:have|be)|was (?:due|meant|promised)|were promised)\b", re.IGNORECASE)
_ABOUT_GOODS = lazy_pattern(r"^(?:and|but|also|so)?\s*(?:what|how) about\b", re.IGNORECASE)
# A bare noun phrase that goes on with what was said: "and the second?", "the lamp too", "(not the towels,) only the skillet".
_GOES_ON = lazy_pattern(
    r"^(?:(?:and|also|plus|then|und|auch|et|aussi|y|e|en)\s+.{1,40}|(?:but )?(?:only|just)\s.{1,80}|"
    r".{1,40}\s(?:too|as well|also)(?: please| pls)?|"
    r"(?:and )?the (?:first|second|third|fourth|last|other)s?(?: (?:one|two|ones))?)$",
    re.IGNORECASE,
)
_VERB_IN_IT = lazy_pattern(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|i|it|you|we|they|please (?!$)\w+)\b", re.IGNORECASE
)
_OWN_ORDER = lazy_pattern(
    r"\b(?:did|have|was|were|do) (?:i|we|it|that|the|my)\b|\bi(?:'ve)? (?:paid|ordered|bought)\b", re.IGNORECASE
)
_THESE = lazy_pattern(r"\b(?:my|these|this|those)\b", re.IGNORECASE)
_NEVER_NEGATED = frozenset({"unsubscribe", "reset_password", "update_account"})
_SAYS = lazy_pattern(r"[^\W\d_]|\d{4}")
_LONGEST = 2000
_FEWEST_WORDS_OF_ALARM = 4  # of an answer: what is shorter is read by the rules
_ASKED_OF_US, _SURELY_ASKED = (*QUESTION_INTENTS, "track_order"), 0.5  # what a question without danger is heard as
_OF_GOODS: frozenset[Urgency] = frozenset({"danger", "injury"})
_MOST_CLAUSES = 24


class EmbeddedReader:
    """Reads acts by rules, an encoder of whole messages, and a classifier of clauses, which a company's people go on teaching: its
    labels are intents, ``report_problem.<problem>`` and ``urgent.<urgency>``."""

    def __init__(self, embedder: Embedder, classifier: IntentClassifier, encoder: MessageEncoder) -> None:
        self._embedder, self._classifier, self._encoder = embedder, classifier, encoder

    @classmethod
    def shipped(cls) -> "EmbeddedReader":
        """With the models of the release."""
        return cls(MiniLmEmbedder(), IntentModel.load(SHIPPED_ACTS), MessageEncoder())

    async def read(self, text: str, context: ReadingContext) -> Reading:
        """A masked message → its acts, in its order. Never raises on odd text; the empty one does nothing."""
        text = text[:_LONGEST]
        spelt = corrected(text, context.product_names)
        acts = await self._acts(spelt.text, context)
        if spelt.text != text:
            acts = [_as_typed(act, text, spelt) for act in acts]
        return Reading(acts=acts, language=plain_language(text))

    async def _acts(self, text: str, context: ReadingContext) -> list[Act]:
        whole = Clause(text, 0, len(text))
        kind = urgent(text)
        if kind and not await self._only_has_its_words(text):
            return [urgent_act(whole, kind, BY_RULE)]
        is_lacking = lacks_something(text) and wish_in(text) in (None, "track_order")  # "where is the pan?"
        if alarm := await self._alarm_whatever_was_asked(text, context):
            return [urgent_act(whole, *alarm)]
        if says_only_fine(text) and not context.pending:
            return [act_of(whole, "talk", "thanks")]
        if is_lacking and not context.pending:
            report = act_of(whole, "report", REPORT_PROBLEM).model_copy(update={"problem": "missing"})
            return [with_references(report, context)]
        answers = acts_in_context(text, context)
        if is_told(context):
            answers = heard_in_context(answers, await self._encoder.encode(text, context), text, context)
        if answers is not None:
            return answers
        pieces = _pieces(text, context)
        if all(piece.act and piece.act.act == "talk" for piece in pieces):
            return _finished(pieces, text)
        message, guess, alarm = await self._listened(pieces, text, context)
        if alarm:
            return [urgent_act(whole, *alarm)]
        message = leaning_to(message, guess) if guess and not is_sure_of_something(message, guess) else message
        pieces = weigh(pieces, message, context)
        give_goods(pieces, text, message, context.product_names)
        heard = partial(with_heard_goods, text=text, message=message, known=context.product_names)
        acts = with_fewer_wanted(_finished(set_aside(pieces, text, context), text, heard), text)
        acts = as_one_wish_for_fewer(with_other_variant_wanted(acts, text, context), text)
        return in_mourning(asked_of_documents(acts, text), text)

    async def _only_has_its_words(self, text: str) -> bool:
        """Of a text with words of danger, as a whole and in each of its parts: beside a wish, of which it is sure, the encoder may not hear
        them ("cancel it, ordered by mistake, and the heater caught fire")."""
        parts = parts_of(text)[:_MOST_CLAUSES]
        whole, *heard = [await self._encoder.encode(part, ReadingContext()) for part in (text, *parts)]
        return only_has_its_words(whole, text) and all(
            only_has_its_words(message, part) if urgent(part) else not sounds_dangerous(message)
            for message, part in zip(heard, parts, strict=True)
        )

    async def _alarm_whatever_was_asked(self, text: str, context: ReadingContext) -> Alarm | None:
        """The encoder is told what was asked, and takes danger for an answer to it: while we ask, a text is heard without that too. Of
        what goods do only: an answer out of its place ("brauch ich doch nicht mehr") may sound like a word of despair."""
        if not is_told(context) or len(text.split()) < _FEWEST_WORDS_OF_ALARM:
            return None
        alone = ReadingContext(product_names=context.product_names)
        pieces = _pieces(text, alone)
        if all(piece.act and piece.act.act == "talk" for piece in pieces):
            return None
        alarm = (await self._listened(pieces, text, alone))[2]
        return alarm if alarm and alarm[0] in _OF_GOODS else None

    async def _listened(
        self, pieces: Sequence[Piece], text: str, context: ReadingContext
    ) -> tuple[EncodedMessage, IntentGuess | None, Alarm | None]:
        """``_heard``, and the alarm that is in it."""
        message, guess = await self._heard(pieces, text, context)
        alarm = alarm_by_encoder(message, pieces, text)
        if guess is None and not is_borne_out(pieces, message):
            guess = await self._guess(text)
        if guess is not None:
            heard = alarm if alarm and not is_overruled(alarm, guess) else None
            alarm = await self._alarm(guess, pieces, text, message) or heard
        if alarm and (asked := without_that_is_all(text)) is not None:
            # "Was kostet der Versand? Mehr will ich nicht wissen": what only ends a question sounds like a word of despair.
            alone, _, again = await self._listened(_pieces(asked, context), asked, context)
            is_heard = any(alone.share("asked", label) >= _SURELY_ASKED for label in _ASKED_OF_US)
            alarm = again if again or is_heard else alarm
        return message, guess, None if tells_of_a_death(text) else alarm

    async def _heard(
        self, pieces: Sequence[Piece], text: str, context: ReadingContext
    ) -> tuple[EncodedMessage, IntentGuess | None]:
        """What the encoder makes of the message; and beside it, where it is wanted in any case, what the classifier does."""
        encoding = self._encoder.encode(text, context)
        if any(piece.open for piece in pieces):
            return await asyncio.gather(encoding, self._guess(text))
        if any(piece.act and piece.act.act == "question" for piece in pieces):
            # The search for an answer wants the embedding.
            return (await asyncio.gather(encoding, self._embedder.embed([text])))[0], None
        return await encoding, None

    async def _guess(self, text: str) -> IntentGuess:
        # Embedded as it was put: the search for an answer then finds the embedding remembered.
        return self._classifier.predict(text, (await self._embedder.embed([text]))[0])

    async def _alarm(self, guess: IntentGuess, pieces: Sequence[Piece], text: str, message: EncodedMessage) -> Alarm | None:
        """The classifier's alarm. ``guess``: what it holds of the message as a whole."""
        doubtful = [piece for piece in pieces if piece.may_alarm] if may_be_alarming(message) else []
        if len(pieces) == 1:
            return next((alarm_by_clause(guess, piece, message) for piece in doubtful), None)
        # What rules read in a clause wants a trace of danger in the whole before anybody looks again.
        looked_at = doubtful if has_trace_of_alarm(message) else [piece for piece in doubtful if piece.open]
        vectors = await self._embedder.embed([piece.clause.text for piece in looked_at])
        for piece, vector in zip(looked_at, vectors, strict=True):
            if alarm := alarm_by_clause(self._classifier.predict(piece.clause.text, vector), piece, message):
                return alarm
        return alarm_by_whole(guess, pieces, text) if doubtful else None


def _pieces(text: str, context: ReadingContext) -> list[Piece]:
    parts = joined(clauses(text)[:_MOST_CLAUSES], text)
    # What holds no letter and no number of an order ("(2)", ":-)") is no clause beside others.
    return [_by_rule(part, context) for part in [part for part in parts if _SAYS.search(part.text)] or parts]


def _finished(pieces: Sequence[Piece], text: str, heard: Callable[[Act], Act] = lambda act: act) -> list[Act]:
    """``heard``: an act of what is only named, with the goods that the encoder hears in it."""
    acts = together(_acts_of(pieces, heard), text)
    if not any(act.intent == HUMAN_AGENT for act in acts) and asks_for_person(text):
        acts.append(act_of(Clause(text, 0, len(text)), "wish", HUMAN_AGENT))
    return acts


def _as_typed(act: Act, text: str, spelt: Corrected) -> Act:
    start, end = spelt.back(act.start), spelt.back(act.end)
    return act.model_copy(update={"text": text[start:end], "start": start, "end": end})


def _by_rule(clause: Clause, context: ReadingContext) -> Piece:
    text = clause.text
    if talk := reads_as(text):
        return Piece(clause, act_of(clause, "talk", talk))
    negated = is_negated(text)
    if asks_for_person(text):
        return Piece(clause, act_of(clause, "wish", HUMAN_AGENT))
    if _ABOUT_GOODS.search(text) and names_something(named := with_references(act_of(clause, "value", None), context)):
        return Piece(clause, named)
    wish, problem = wish_in(text), problem_in(text)
    if (more := _going_on(clause, wish, problem, context)) is not None:
        return Piece(clause, more)
    if is_background(text):
        return Piece(clause, with_references(act_of(clause, "value", None), context))
    if wish is None and problem is None and read_confirmation(text) == "no":
        return Piece(clause, act_of(clause, "no", None))
    negated = (negated or is_not_that(text)) and wish not in _NEVER_NEGATED
    if excludes(text) and wish is None:
        return Piece(clause, with_references(act_of(clause, "wish", None), context, negated=True), keeps=True)
    if keeps(text) and (wish is None or wish == "return_items"):
        return Piece(clause, with_references(act_of(clause, "wish", None), context, negated=True), keeps=True)
    if about_rules(text, asks=clause.asks) and not _of_ones_own(clause, wish, context):
        return Piece(clause, with_references(act_of(clause, "question", "policy_question"), context))
    asks_when = (
        wish in ("track_order", "track_refund")
        and problem == "late"
        and is_question(text, asks=clause.asks)
        and not _WAS_DUE.search(text)
    )
    if (
        problem
        and (not negated or problem in _PROBLEMS_FIRST)
        and not asks_when
        and (wish not in _OVER_PROBLEMS or problem in _PROBLEMS_FIRST or (wish, problem) == _WENT_ELSEWHERE)
    ):
        report = act_of(clause, "report", REPORT_PROBLEM).model_copy(update={"problem": problem})
        return Piece(clause, with_references(report, context))
    of_products = wish in (None, "track_order") or (wish == "order_details" and not _OWN_ORDER.search(text))
    asks_product = about_products(text) and is_question(text, asks=clause.asks)
    if of_products and (asks_product or asks_product_in_short(text, asks=clause.asks)):
        return Piece(clause, with_references(act_of(clause, "question", "product_question"), context))
    if wish:
        return Piece(clause, with_references(act_of(clause, act_of_intent(wish), wish), context, negated=negated))
    if gives_values(text):
        return Piece(clause, with_references(act_of(clause, "value", None), context))
    return Piece(clause, open=True)


def _going_on(clause: Clause, wish: str | None, problem: Problem | None, context: ReadingContext) -> Act | None:
    """What a bare noun phrase names, with its words as loose as if they had been asked for; None where it says more."""
    text = clause.text
    if wish or problem or not _GOES_ON.match(text) or _VERB_IN_IT.search(text) or about_products(text):
        return None
    act = with_references(act_of(clause, "value", None), context)
    if not any(order.number for order in act.orders):
        goods = goods_in(text, asked=True, product_names=context.product_names)
        act = act.model_copy(update={"goods": goods, "orders": [] if goods else act.orders})
    return act if names_something(act) else None


def _of_ones_own(clause: Clause, wish: str | None, context: ReadingContext) -> bool:
    """Whether what sounds like a question about the rules is about certain goods: "is there a tracking link for the lamp"."""
    if wish in ("unsubscribe", "reset_password"):
        return True
    if wish in ("return_items", "exchange_items", "send_invoice") and _THESE.search(clause.text):
        return names_something(with_references(act_of(clause, "wish", wish), context))
    if wish not in (None, "track_order") or (wish is None and not about_products(clause.text)):
        return False
    return names_something(with_references(act_of(clause, "wish", wish), context))


def _acts_of(pieces: Sequence[Piece], heard: Callable[[Act], Act]) -> list[Act]:
    """The pieces' acts; what is to be kept takes the wish beside it, and is a plain no where there is none."""
    wishes = [piece.act.intent for piece in pieces if piece.act and piece.act.act == "wish" and not piece.keeps]
    plain = [piece for piece in pieces if piece.act and piece.act.act != "talk" and piece.act.confidence >= _GUESSED]
    acts = []
    for piece in pieces:
        act = piece.act
        if any(other is not piece for other in plain) and (act is None or act.act == "talk"):
            act = heard(with_references(act_of(piece.clause, "value", None), ReadingContext()))
        if act and piece.keeps and [ref.which for ref in act.goods] == ["rest"]:
            continue
        if act and piece.keeps and act.intent is None:
            act = act.model_copy(update={"intent": wishes[0]} if wishes else {"act": "no", "negated": False})
        if act:
            acts.append(act)
    return acts

"""The reader without a key: rules where words are plain, a classifier over the embeddings of clauses where they are not.

One file: what outweighs what is read from top to bottom; what a rule knows of words stands in `domain/language`."""

import re
from collections.abc import Sequence

from domain.acts import Act, Problem, Reading, ReadingContext
from domain.dialogue import NEEDS_ITS_WORDS
from domain.intents import (
    OUT_OF_SCOPE,
    QUESTION_INTENTS,
    REPORT_PROBLEM,
    URGENT,
    act_of_intent,
)
from domain.language.act_references import names_something, with_references
from domain.language.acts_in_context import acts_in_context, gives_values
from domain.language.acts_together import joined, together
from domain.language.asks_for_person import declines_a_person
from domain.language.clauses import Clause, clauses
from domain.language.goods_references import goods_in
from domain.language.plain_language import plain_language
from domain.language.polarity import excludes, is_negated, is_not_that, keeps
from domain.language.problems import is_background, problem_in
from domain.language.tagged_goods import may_name_goods, with_tagged_goods
from domain.language.urgent import urgent
from domain.language.wishes import (
    about_products,
    about_rules,
    asks_product_in_short,
    has_words_of,
    is_question,
    wish_in,
)
from domain.phrases import asks_for_person, read_confirmation
from domain.ports.understanding import IntentClassifier, IntentGuess, TokenEmbedder, WordTagger
from domain.small_talk import reads_as
from models.acts.pieces import BY_RULE, BY_WORDS, Piece, act_of, alarm_of, alarm_of_the_whole, urgent_act
from models.acts.spelling import Corrected, corrected

HUMAN_AGENT = "human_agent"
_SURE_OF_PERSON = 0.6  # offering one too many costs little
_GUESSED = 0.5  # beside acts that are plain, a guess has to be at least as sure
_GUESSED_REPORT = 0.75  # … and a report surer: what came, and how, is told beside much that is wanted
_TOO_UNSURE = 0.3
_SURE_OF_THE_WHOLE = 0.6  # from here on what a whole message says counts against what its clauses seem to say
_NOT_IN_THE_WHOLE = 0.04  # a guess at a clause, of which the whole message is less sure than this, is none
_UNSURE = 0.45  # of what would be irreversible or go out, and whose words do not stand there
_SURE_WITHOUT_ITS_WORDS = 0.8  # … unless the classifier is as sure as this; then it is likely, and still asked about before
_LIKELY = 0.6
_ASKED = 0.2  # what is put as a question is one, where the classifier holds that for as likely as this
# "Can I send it back?" asks for it; "is there a newsletter?" only asks.
_REQUESTS = re.compile(
    r"^\W*(?:and |so |then )?(?:can|could|would|will|may|might|kann|kannst|konn|könn|puis|peux|pouvez|pourr|pued|podr|podría|posso|puoi|"
    r"potre|pode|kan|kun|zou|mag)",
    re.IGNORECASE,
)
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
_WAS_DUE = re.compile(r"\b(?:supposed to|should (?:have|be)|was (?:due|meant|promised)|were promised)\b", re.IGNORECASE)
_SURER_THAN_WORDS = 0.9
_NEWS = re.compile(r"\b(?:where|when|do you know|any (?:news|update|idea)|tell me|hear|status)\b", re.IGNORECASE)
_ASKS_FOR_NEWS = frozenset({"track_order", "track_refund", "order_details", "product_question", "policy_question"})
_ABOUT_GOODS = re.compile(r"^(?:and|but|also|so)?\s*(?:what|how) about\b", re.IGNORECASE)
# A bare noun phrase that goes on with what was said: "and the second?", "the lamp too", "(not the towels,) only the skillet".
_GOES_ON = re.compile(
    r"^(?:(?:and|also|plus|then|und|auch|et|aussi|y|e|en)\s+.{1,40}|(?:but )?(?:only|just)\s.{1,80}|"
    r".{1,40}\s(?:too|as well|also)(?: please| pls)?|"
    r"(?:and )?the (?:first|second|third|fourth|last|other)s?(?: (?:one|two|ones))?)$",
    re.IGNORECASE,
)
_VERB_IN_IT = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|i|it|you|we|they|please (?!$)\w+)\b", re.IGNORECASE
)
_OWN_ORDER = re.compile(
    r"\b(?:did|have|was|were|do) (?:i|we|it|that|the|my)\b|\bi(?:'ve)? (?:paid|ordered|bought)\b", re.IGNORECASE
)
_THESE = re.compile(r"\b(?:my|these|this|those)\b", re.IGNORECASE)
_NEVER_NEGATED = frozenset({"unsubscribe", "reset_password", "update_account"})
_SAYS = re.compile(r"[^\W\d_]|\d{4}")
_LONGEST = 2000
_MOST_CLAUSES = 24


class EmbeddedReader:
    """Reads acts with an embedder and a classifier of clauses, whose labels are intents or ``report_problem.<problem>``."""

    def __init__(self, embedder: TokenEmbedder, classifier: IntentClassifier, tagger: WordTagger) -> None:
        self._embedder, self._classifier, self._tagger = embedder, classifier, tagger

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
        if kind := urgent(text):
            return [urgent_act(whole, kind, BY_RULE)]
        if (answers := acts_in_context(text, context)) is not None:
            return answers
        parts = joined(clauses(text)[:_MOST_CLAUSES], text)
        # What holds no letter and no number of an order ("(2)", ":-)") is no clause beside others.
        parts = [part for part in parts if _SAYS.search(part.text)] or parts
        pieces = [_by_rule(clause, context) for clause in parts]
        goods_matter = any(piece.open or (piece.act and may_name_goods(piece.act)) for piece in pieces)
        words = self._tagger.tag(text, await self._embedder.embed_tokens(text)) if goods_matter else []
        await self._classify(pieces, text, context)
        for piece in pieces if words else ():
            if piece.act:
                piece.act = with_tagged_goods(piece.act, text, words, context.product_names)
        if alarm := next((piece.act for piece in pieces if piece.act and piece.act.act == "urgent"), None):
            return [alarm.model_copy(update={"text": text, "start": 0, "end": len(text)})]
        acts = together(_acts_of(pieces), text)
        if not any(act.intent == HUMAN_AGENT for act in acts) and asks_for_person(text):
            acts.append(act_of(whole, "wish", HUMAN_AGENT))
        return acts

    async def _classify(self, pieces: Sequence[Piece], text: str, context: ReadingContext) -> None:
        unread = [piece for piece in pieces if piece.open or piece.can_be_outweighed]
        alone = len(pieces) == 1
        if not unread:
            return
        # A message of one clause is embedded as it was put: the search for an answer then finds the embedding remembered.
        vectors = await self._embedder.embed([text] if alone else [text, *(piece.clause.text for piece in unread)])
        for piece, vector in zip(unread, vectors[0 if alone else 1 :], strict=True):
            guess = self._classifier.predict(piece.clause.text, vector)
            if alarm := alarm_of(guess, piece):
                piece.act = alarm
            elif piece.open or (piece.act and _outweighs(guess, piece.act)):
                piece.act, piece.is_guess = _guessed(piece.clause, guess, context, alone=alone), True
        # Once a clause has raised the alarm, nothing that the rest says takes it back.
        if not alone and not any(piece.act and piece.act.act == "urgent" for piece in pieces):
            whole = self._classifier.predict(text, vectors[0])
            if alarm := alarm_of_the_whole(whole, pieces, text):
                pieces[0].act = alarm
            else:
                _in_its_light(pieces, whole, context)


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


def _outweighs(guess: IntentGuess, act: Act) -> bool:
    """Whether a guess is sure enough to be taken for what the words alone said; never to take back or send out something."""
    label = guess.intent.partition(".")[0]
    if act.problem and label in _ASKS_FOR_NEWS and not (act.problem == "late" and _NEWS.search(act.text)):
        return False  # what went wrong is often told like a question for news
    if guess.confidence < _SURER_THAN_WORDS or label not in BY_WORDS or guess.intent == _label(act):
        return False
    return label != act.intent or label == REPORT_PROBLEM


def _guessed(clause: Clause, guess: IntentGuess, context: ReadingContext, *, alone: bool) -> Act | None:
    label, _, problem = guess.intent.partition(".")
    if label == URGENT:  # too unsure to raise an alarm
        label = OUT_OF_SCOPE
    named = with_references(act_of(clause, "value", None, guess.confidence), context)
    if label in (OUT_OF_SCOPE, "provide_information") or (label in ("affirm", "deny") and not alone):
        if (
            len(clause.text.split()) <= 8 and label != OUT_OF_SCOPE and names_something(named)
        ) or label == "provide_information":
            return named
        return act_of(clause, "talk", OUT_OF_SCOPE, guess.confidence) if alone else None
    confidence = guess.confidence
    if alone and confidence < _TOO_UNSURE:
        return act_of(clause, "talk", OUT_OF_SCOPE, confidence)
    if label == HUMAN_AGENT and (confidence < _SURE_OF_PERSON or is_negated(clause.text) or declines_a_person(clause.text)):
        return act_of(clause, "talk", OUT_OF_SCOPE, confidence) if alone else None
    if label in NEEDS_ITS_WORDS and not has_words_of(label, clause.text):
        if asks_only := is_question(clause.text, asks=clause.asks) and not _REQUESTS.match(clause.text):
            asked = next((name for name, share in guess.alternatives if name in QUESTION_INTENTS and share >= _ASKED), None)
            label = asked or label
        confidence = min(confidence, _UNSURE if asks_only or confidence < _SURE_WITHOUT_ITS_WORDS else _LIKELY)
    if label in QUESTION_INTENTS and not alone and not is_question(clause.text, asks=clause.asks):
        return None  # beside what was said plainly a statement is no question
    if label in ("affirm", "deny"):
        # A bare yes is read by the phrases alone; what only sounds like one decides nothing.
        return act_of(clause, "no", None, confidence) if label == "deny" else None
    act = act_of(clause, act_of_intent(label), label, confidence)
    if label == REPORT_PROBLEM:
        act = act.model_copy(update={"problem": problem or "damaged"})
    return with_references(act, context, negated=is_negated(clause.text))


def _in_its_light(pieces: Sequence[Piece], whole: IntentGuess, context: ReadingContext) -> None:
    """What clauses were read as, in the light of the whole message: people often say one thing in several sentences."""
    if whole.intent == OUT_OF_SCOPE or whole.confidence < _TOO_UNSURE:
        return
    longest = max(pieces, key=lambda piece: len(piece.clause.text))
    if not any(_says_much(piece.act) for piece in pieces):
        longest.act, longest.is_guess = _guessed(longest.clause, whole, context, alone=True), True
    if whole.confidence < _SURE_OF_THE_WHOLE:
        return
    shares = {whole.intent: whole.confidence, **dict(whole.alternatives)}
    for piece in pieces:
        if piece.is_guess and _says_much(piece.act) and shares.get(_label(piece.act), 0) < _NOT_IN_THE_WHOLE:
            piece.act = with_references(act_of(piece.clause, "value", None), context)
    read = [piece for piece in pieces if _says_much(piece.act)]
    if any(_label(piece.act) == whole.intent for piece in read):
        return
    reports = whole.intent.startswith(REPORT_PROBLEM)
    # What went wrong is often told like a question for news, or by a word of another problem.
    weaker = [p for p in read if p.act and not p.act.negated and (p.act.intent in _ASKS_FOR_NEWS or p.act.act == "report")]
    if not read:
        longest.act, longest.is_guess = _guessed(longest.clause, whole, context, alone=True), True
    elif reports and whole.confidence >= _SURER_THAN_WORDS and weaker == read:
        weaker[0].act, weaker[0].is_guess = _guessed(weaker[0].clause, whole, context, alone=False), True
        for piece in weaker[1:]:
            if shares.get(_label(piece.act), 0) < _NOT_IN_THE_WHOLE:
                piece.act = with_references(act_of(piece.clause, "value", None), context)


def _says_much(act: Act | None) -> bool:
    return act is not None and act.act in ("wish", "report", "question") and act.intent is not None


def _label(act: Act | None) -> str:
    """The classifier's name for what an act was read as."""
    if act is None:
        return ""
    return f"{act.intent}.{act.problem}" if act.problem else str(act.intent)


def _least_beside(act: Act) -> float:
    return _GUESSED_REPORT if act.act == "report" else _GUESSED


def _acts_of(pieces: Sequence[Piece]) -> list[Act]:
    """The pieces' acts; what is to be kept takes the wish beside it, and is a plain no where there is none."""
    wishes = [piece.act.intent for piece in pieces if piece.act and piece.act.act == "wish" and not piece.keeps]
    plain = [piece for piece in pieces if piece.act and piece.act.act != "talk" and piece.act.confidence >= _GUESSED]
    acts = []
    for piece in pieces:
        act = piece.act
        if any(other is not piece for other in plain) and (
            act is None or act.act == "talk" or act.confidence < _least_beside(act)
        ):
            act = with_references(act_of(piece.clause, "value", None), ReadingContext())
        if act and piece.keeps and [ref.which for ref in act.goods] == ["rest"]:
            continue
        if act and piece.keeps and act.intent is None:
            act = act.model_copy(update={"intent": wishes[0]} if wishes else {"act": "no", "negated": False})
        if act:
            acts.append(act)
    return acts

"""What reads like a report or a wish, and is a question to the documents: nothing of an order is missing, nobody's account is meant."""

from collections.abc import Sequence

from domain.actions import ACTION_OF_INTENT
from domain.acts import Act
from domain.dialogue import SURE
from domain.language.acts.wishes import has_words_of, is_question
from domain.language.questions.answer_fit import lacks_the_means, says_a_code_fails
from domain.language.questions.common_questions import asks_how_to, asks_our_contact, is_for_documents
from domain.language.questions.question_form import asks_what_holds, asks_whether_it_can_be
from domain.language.quotes.phrases import asks_for_person
from domain.language.reports.advice import asks_for_advice
from domain.language.reports.problems import problem_in
from domain.language.reports.wants_goods import declines_money

_NOT_THERE = frozenset({"not_received", "missing", "lost"})
_OF_GOODS = frozenset({"damaged", "wrong_item", "missing", "not_as_described", None})
_OF_A_CODE = frozenset(
    {"payment_problem", "report_problem", "complaint", "unsubscribe", "out_of_scope", "reset_password", None}
)
_OF_AN_ACCOUNT = frozenset({"account_details", "update_account"})
# What such a message may be taken for; any other wish in it is one.
_TAKEN_FOR = frozenset({"return_items", "exchange_items", "request_refund", "track_order", "track_refund", "order_details"})
_SURE = 0.95


def asked_of_documents(acts: Sequence[Act], text: str) -> list[Act]:
    """The acts of a message, with what is for the documents as a question to them."""
    of_a_code = says_a_code_fails(text) and all(act.intent in _OF_A_CODE or act.act == "value" for act in acts)
    wants_advice = asks_for_advice(text) and all(act.act != "wish" or act.intent in _TAKEN_FOR for act in acts)
    if of_a_code or wants_advice or (is_for_documents(text) and not any(_is_of_ones_own(act, text) for act in acts)):
        whole = {"act": "question", "intent": "policy_question", "text": text, "end": len(text), "confidence": _SURE}
        return [Act.model_validate(whole)]
    if (story := _asked_in_a_story(acts, text)) is not None:
        return [story]
    if any(_is_beside(act, text) for act in acts) and asks_how_to(text):
        goods = next((act.goods for act in acts if act.goods), [])
        question = {"act": "question", "intent": "product_question", "text": text, "end": len(text), "confidence": _SURE}
        others = [act for act in acts if not _is_beside(act, text) and act.act not in ("question", "value", "talk")]
        return [*others, Act.model_validate(question).model_copy(update={"goods": goods})]
    if len(acts) == 1 and text.rstrip().endswith("?") and _is_a_mere_guess(acts[0], text):
        return [_as_question(acts[0])]  # which the documents may know, or nobody: no wish would come of it
    return [_as_question(act) if _is_none(act, text) else act for act in acts]


def _asked_in_a_story(acts: Sequence[Act], text: str) -> Act | None:
    """A mishap that only tells why something is asked ("the plate came broken, do I have to send the pieces back"), where what is asked was
    taken for a wish: one report, with all of its words, which is asked of the documents first."""
    told = [act for act in acts if act.act == "report" and act.problem in _OF_GOODS]
    asked = [act for act in acts if act.act == "wish" and not act.negated and asks_what_holds(act.text)]
    if not told or not asked or len(told) + len(asked) != len(acts):
        return None
    return told[0].model_copy(update={"text": text, "start": 0, "end": len(text)})


def _is_a_mere_guess(act: Act, text: str) -> bool:
    """A wish or a report that nothing is begun from, and that no rule reads: "Muss ich bei der Lieferung unterschreiben?"."""
    if act.act == "report" and asks_whether_it_can_be(text):
        return problem_in(act.text) is None
    if act.negated or act.confidence >= SURE or act.intent == "human_agent" or any(ref.number for ref in act.orders):
        return False
    if act.act == "report":
        return problem_in(act.text) is None
    return act.act == "wish" and not has_words_of(act.intent or "", act.text)


def _is_beside(act: Act, text: str) -> bool:
    """Whether an act beside the question how something is done only says why it is asked, is a guess, or is what is not wanted."""
    if act.act == "report":
        return act.problem not in _NOT_THERE - {"missing"}
    if act.act != "wish" or act.negated or act.intent == "human_agent":
        return False
    is_guess = not has_words_of(act.intent or "", act.text)
    return is_guess or (act.intent in ("request_refund", "return_items") and declines_money(text))


def _is_of_ones_own(act: Act, text: str) -> bool:
    """Whether an act names an order, is a yes or no, or wants what no document can do."""
    wants_else = (act.intent == "human_agent" and asks_for_person(text)) or (
        act.intent in ACTION_OF_INTENT and act.intent not in _TAKEN_FOR
    )
    return wants_else or act.act in ("urgent", "yes", "no") or any(ref.number for ref in act.orders)


def _is_none(act: Act, text: str) -> bool:
    if act.act == "report" and act.problem in _NOT_THERE and lacks_the_means(act.text):
        return True
    if act.intent in _OF_AN_ACCOUNT and asks_our_contact(act.text) and not has_words_of(act.intent or "", act.text):
        return True
    # A guess at the wish to be left alone, without its words: "will order mails go there too".
    is_guess = act.intent == "unsubscribe" and act.confidence < _SURE and not has_words_of("unsubscribe", text)
    return is_guess and is_question(act.text or text)


def _as_question(act: Act) -> Act:
    return act.model_copy(update={"act": "question", "intent": "policy_question", "problem": None, "confidence": _SURE})

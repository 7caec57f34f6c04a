"""What is reported of goods, and what is asked beside it of putting that right: "the lamp came broken, do I have to send it back?"."""

import re
from dataclasses import dataclass

from domain.language.acts.wishes import wish_in
from domain.language.questions.follow_ups import points_at_something
from domain.language.questions.question_form import is_put_as_a_question
from domain.language.quotes.quote_questions import asks_of_the_quote
from domain.language.reports.problems import problem_in
from domain.lazy_pattern import lazy_pattern

_BREAK = lazy_pattern(r"[.!?;:,\n…]+(?!\d)|\s+[-–—]+\s+|\s+(?=(?:and|so|und|also)\b)", re.IGNORECASE)
_JOINS = lazy_pattern(r"^\W*(?:(?:and|so|but|now|und|also|aber|jetzt|nun)\W+)+", re.IGNORECASE)
_ENDS = frozenset({".", "!", "...", "…"})
_OF_GOODS = frozenset({"damaged", "not_as_described"})


@dataclass(frozen=True)
class Told:
    """``report`` and ``question``: the words of each, as they stand. ``of_the_refund``: that is what is asked of."""

    report: str
    question: str
    of_the_refund: bool


def report_and_question(text: str) -> Told | None:
    """None where nothing that is wrong with goods is told first, or what follows is no question that can be understood alone."""
    for parted in _BREAK.finditer(text):
        report, question = text[: parted.start()].strip(), _JOINS.sub("", text[parted.end() :]).strip()
        if not question or problem_in(report) not in _OF_GOODS or wish_in(report) is not None:
            continue
        if problem_in(question) is None and asks_of_the_quote(question, "refund_order") is not None:
            return Told(report, question, of_the_refund=True)
        stands_alone = problem_in(question) is None and wish_in(question) is None and not points_at_something(question)
        if stands_alone and parted[0].strip() in _ENDS and question.endswith("?") and is_put_as_a_question(question):
            return Told(report, question, of_the_refund=False)
    return None

"""More came than was wanted: one wish to send the surplus back, whatever a reader took the words for. Nothing of it is missing."""

from domain.acts import Act, Reading
from domain.intents import OUT_OF_SCOPE, REPORT_PROBLEM
from domain.language.goods.surplus import surplus_in
from domain.language.orders.about_messages import is_about_messages

_BY_RULE = 0.95  # confidence
_OF_IT = frozenset({REPORT_PROBLEM, "return_items", "request_refund", "complaint", OUT_OF_SCOPE})


def with_surplus_told(reading: Reading, text: str) -> Reading:
    if surplus_in(text) is None or is_about_messages(text):
        return reading
    of_it = [act for act in reading.acts if _may_tell_it(act)]
    if not of_it or any(act.intent == "exchange_items" for act in reading.acts):
        return reading
    wish = of_it[0].model_copy(
        update={
            "act": "wish",
            "intent": "return_items",
            "problem": None,
            "reason": None,
            "modality": "asked",
            "confidence": _BY_RULE,
            # How many go back is counted from the words, never from those that came.
            "quantity": None,
            "goods": [ref.model_copy(update={"quantity": None}) for act in of_it for ref in act.goods if not ref.wanted],
            "orders": list(dict.fromkeys(ref for act in of_it for ref in act.orders)),
            "text": text,
            "start": 0,
            "end": len(text),
        }
    )
    others = [act for act in reading.acts if act not in of_it]
    return reading.model_copy(update={"acts": sorted([*others, wish], key=lambda act: act.start)})


def _may_tell_it(act: Act) -> bool:
    return not act.negated and (act.act in ("report", "value") or act.intent in _OF_IT)

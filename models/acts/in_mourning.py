"""What is wanted by who tells of a death: goods go back, nothing is swapped, and the account of the dead is for a person."""

from collections.abc import Sequence

from domain.acts import Act
from domain.intents import OUT_OF_SCOPE, TALK_INTENTS
from domain.language.danger.hard_times import tells_of_a_death, wants_it_gone, wants_other_goods

_HUMAN_AGENT = "human_agent"
_SWAPS = frozenset({"exchange_items", "change_order"})
_ACCOUNT = frozenset({"delete_account", "update_account", "account_details", "reset_password"})
_BACK = frozenset({"return_items", "cancel_order", "request_refund"})
_GUESS = 0.9  # what is less sure is not acted on here
_SURE = 0.95


def in_mourning(acts: Sequence[Act], text: str) -> list[Act]:
    """The acts of a message; as they are where it tells of no death."""
    if not tells_of_a_death(text):
        return list(acts)
    if not wants_other_goods(text):
        acts = [_given_back(act) for act in acts]
    if wants_it_gone(text) and not any(act.intent in _BACK and not act.negated for act in acts):
        goods = [ref for act in acts for ref in act.goods]
        orders = [ref for act in acts for ref in act.orders]
        back = Act(act="wish", intent="return_items", text=text, end=len(text), confidence=_SURE, goods=goods, orders=orders)
        acts = [
            *(act for act in acts if act.act in ("question", "wish") and not act.negated and act.confidence >= _GUESS),
            back,
        ]
    if any(act.intent in _ACCOUNT for act in acts):
        return [_whole("wish", _HUMAN_AGENT, text)]
    served = [act for act in acts if _is_plain(act)]
    return served or [_whole("talk", "complaint", text)]


def _given_back(act: Act) -> Act:
    if act.intent not in _SWAPS or act.act != "wish":
        return act
    return act.model_copy(update={"intent": "return_items", "negated": False, "confidence": _SURE})


def _is_plain(act: Act) -> bool:
    if act.act == "talk" or act.intent in (None, OUT_OF_SCOPE) or act.intent in TALK_INTENTS or act.confidence < _GUESS:
        return bool(act.orders and any(ref.number for ref in act.orders) and act.intent not in (None, OUT_OF_SCOPE))
    return act.act in ("wish", "question") or (act.act == "report" and act.problem is not None)


def _whole(kind: str, intent: str, text: str) -> Act:
    return Act.model_validate({"act": kind, "intent": intent, "text": text, "end": len(text), "confidence": _SURE})

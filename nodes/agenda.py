"""`support-v3`: what a message wants goes on the agenda, before what waits there."""

from collections.abc import Sequence

from domain.acts import Act
from domain.conversation import JsonObject
from domain.intents import OUT_OF_SCOPE
from domain.language.goods.product_names import may_be_the_same
from nodes.state import ConversationState

MOST_WAITING = 8
_THE = frozenset(["the", "a", "an", "my", "it", "and", "das", "die", "der", "den", "ein", "eine", "und"])


def agenda_with(state: ConversationState, tasks: Sequence[Act]) -> ConversationState:
    """New wishes before those that wait."""
    waiting = state.get("agenda", [])
    if not tasks:
        act = Act(act="talk", intent=OUT_OF_SCOPE, confidence=0.0, text=state["turn"].get("text", ""))
        return {"agenda": waiting or [held(act)]}
    wanted = [held(act) for act in tasks]
    waiting = [act for act in waiting if not any(_is_same_wish(act, new) for new in wanted)]
    if all(act.act == "talk" for act in tasks) and tasks[0].intent == OUT_OF_SCOPE and waiting:
        return {"agenda": waiting}  # "and the other two?": what waits is what is meant
    return {"agenda": [*wanted, *waiting][:MOST_WAITING]}


def _is_same_wish(waiting: JsonObject, new: JsonObject) -> bool:
    """Said again, a wish is not served twice: of one that named its order, also where it now says only "both"."""
    if waiting.get("intent") != new.get("intent") or waiting.get("act") != new.get("act"):
        return False
    goods = [
        [ref["text"] for ref in act.get("goods", []) if ref.get("text") and not ref.get("wanted")] for act in (waiting, new)
    ]
    if all(goods) and not any(may_be_the_same(one, other) for one in goods[0] for other in goods[1]):
        return False  # the clock, and the mat that waits
    numbers = [{ref["number"] for ref in act.get("orders", []) if ref.get("number")} for act in (waiting, new)]
    return not numbers[1] or not numbers[0] or bool(numbers[0] & numbers[1])


def without_the_dropped(state: ConversationState, text: str, left: str) -> ConversationState:
    """What waits is given up by the words that stand in ``text`` and not in what is ``left`` of it: "forget the bath mat"."""
    dropped = set(text.casefold().split()) - set(left.casefold().split())
    if not dropped:
        return state
    agenda = [act for act in state.get("agenda", []) if not dropped & (set(act.get("text", "").casefold().split()) - _THE)]
    return {**state, "agenda": agenda}


def held(act: Act) -> JsonObject:
    return act.model_dump(mode="json", exclude_defaults=True)


def all_held(acts: Sequence[Act]) -> list[JsonObject]:
    return [held(act) for act in acts]

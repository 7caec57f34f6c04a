"""`support-v3`: "you didn't answer me" is said of our answers; what is asked for beside it is served all the same."""

from domain.actions import ACTION_OF_INTENT
from domain.acts import Act
from domain.dialogue import SURE, tasks_of
from domain.intents import OUT_OF_SCOPE
from domain.language.people.unhelped import without_reproach
from nodes.acts import reading_context
from nodes.agenda import agenda_with, all_held, held
from nodes.deps import Deps
from nodes.read_acts import read_acts
from nodes.state import ConversationState

_OF_MONEY = frozenset({"refund_order", "return_items", "exchange_items", "cancel_order", "delete_account"})
_SAYS_NOTHING = frozenset({None, OUT_OF_SCOPE, "complaint"})


async def after_a_reproach(deps: Deps, state: ConversationState, text: str) -> ConversationState:
    """ "You didn't answer me. Can it go to my mother's?": what is asked for beside it is served. Money and the like only where the words
    name what it is for: said in anger they may mean anything that was spoken of."""
    if rest := without_reproach(text):
        reading = await read_acts(deps, rest, reading_context(state))
        tasks = tasks_of(reading.acts)
        if tasks and all(_is_taken_up(act) for act in tasks):
            return {"turn": {**state["turn"], "text": rest}, **agenda_with(state, tasks), "acts": all_held(reading.acts)}
    complaint = Act(act="talk", intent="complaint", text=text, end=len(text))
    return {**agenda_with(state, [complaint]), "acts": [held(complaint)]}


def _is_taken_up(act: Act) -> bool:
    if act.negated or act.confidence < SURE or act.act not in ("wish", "report", "question") or act.intent in _SAYS_NOTHING:
        return False
    names_it = any(ref.text for ref in act.goods) or any(ref.number or ref.goods for ref in act.orders)
    return names_it or ACTION_OF_INTENT.get(act.intent or "") not in _OF_MONEY

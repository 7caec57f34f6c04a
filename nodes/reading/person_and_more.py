"""`support-v3`: "yes please, and meanwhile where is my order?" takes the person who was offered, and wants something beside it. What is
looked up or sent at once is, and then the person comes; everything else is the person's to answer, who reads it all."""

from domain.acts import Act, ReadingContext
from domain.dialogue import SURE, is_a_look, tasks_of
from domain.language.people.takes_a_person import beside_the_person
from nodes.agenda import MOST_WAITING, all_held
from nodes.deps import Deps
from nodes.handing_off.raise_alarm import alarm_in
from nodes.reading.read_acts import read_acts
from nodes.state import ConversationState

_SENT_AT_ONCE = frozenset({"send_invoice"})


async def person_and_more(deps: Deps, state: ConversationState) -> ConversationState | None:
    """None where no person was offered, or the message is no yes to one with something beside it."""
    turn, asked = state["turn"], (state.get("open_question") or {}).get("kind")
    if asked != "person" or state.get("pending") or not turn.get("may_read", True):
        return None
    text = turn.get("text", "")
    rest = beside_the_person(text)
    if rest is None:
        return None
    reading = await read_acts(deps, rest, ReadingContext())
    if (alarm := alarm_in(reading)) is not None:
        return alarm
    tasks = tasks_of(reading.acts)
    at_once = [act for act in tasks if _is_at_once(act)]
    person = Act(act="wish", intent="human_agent", text=text, end=len(text))
    others = [act for act in tasks if act not in at_once]
    return {
        "turn": {**turn, "text": rest},
        "task": None,
        "agenda": all_held([*at_once, person, *others])[:MOST_WAITING],
        "acts": all_held([person, *reading.acts]),
    }


def _is_at_once(act: Act) -> bool:
    """What documents are asked is not: "how long will that take?" is of the person."""
    is_wish = act.act == "wish" and not act.negated and act.confidence >= SURE
    return is_wish and (is_a_look(act) or act.intent in _SENT_AT_ONCE)

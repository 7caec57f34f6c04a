"""Promise kept: each hand-off that was announced was taken, and each action that was said to be done has its receipt."""

from datetime import timedelta

from domain.scores import Verdict
from insights.scores.conversation import ScoredConversation
from records.scored_facts import ScoredHandoff

# Who leaves sooner did not wait for the person that was announced.
PATIENCE = timedelta(minutes=5)


def promise_kept(c: ScoredConversation) -> Verdict:
    promised = [_of_handoff(c, h) for h in c.facts.handoffs] + _of_actions(c)
    counted = [v for v in promised if v.value is not None]
    broken = next((v for v in counted if v.value == 0), None)
    if broken is not None:
        return broken
    if counted:
        return counted[-1]
    return promised[-1] if promised else Verdict(value=None, reason="nothing_promised")


def _of_handoff(c: ScoredConversation, handoff: ScoredHandoff) -> Verdict:
    turn_id = handoff.turn_id
    if handoff.resume_action == "withdraw":
        return Verdict(value=None, reason="withdrawn", turn_id=turn_id)
    if c.was_served(handoff) or (handoff.by_person and handoff.claimed_at):
        return Verdict(value=1, reason="person_came", turn_id=turn_id)
    if c.waits_still(handoff):
        return Verdict(value=None, reason="still_open", turn_id=turn_id)
    if handoff.claimed_at is not None:
        return Verdict(value=0, reason="claimed_and_silent", turn_id=turn_id)
    left = handoff.resumed_at
    if left is not None and left - handoff.waiting_since < PATIENCE:
        return Verdict(value=None, reason="left_at_once", turn_id=turn_id)
    return Verdict(value=0, reason="nobody_came", turn_id=turn_id)


def _of_actions(c: ScoredConversation) -> list[Verdict]:
    found = []
    done = {o.turn_id for o in c.facts.operations if o.status == "done"}
    unsure = {o.turn_id for o in c.facts.operations if o.status not in ("done", "refused")}
    for turn in c.facts.turns:
        if turn.outcome != "action_done" or all(call["name"] == "verify" for call in turn.calls):
            continue
        if turn.id in done:
            found.append(Verdict(value=1, reason="receipt", turn_id=turn.id))
        elif turn.id in unsure:
            found.append(Verdict(value=0, reason="no_receipt", turn_id=turn.id))
    return found

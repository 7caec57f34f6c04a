"""A conversation's score, each dimension by its rule. The rules are published in docs/scores.md; a change of one is a new version.

Answered: the customer's last wish ended in an answer, an action, a plain no, or a person.
Right source: what was quoted was live, and neither an agent nor the customer said that it was the wrong one.
Effort: the customer came to what they wanted without saying things twice.
Promise kept: each hand-off that was announced was taken, and each action that was said to be done has its receipt.
Compliance: it said what it is, did nothing without a yes, showed no personal data, and gave the way to a person when it had to.
Tone: nothing said twice in the same words, a word of regret where something went wrong, and nobody shouted at.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise

from domain.language.people.unhelped import says_unhelped
from domain.language.text.manners import says_it_is_automated, shouts, sounds_sorry
from domain.scores import DIMENSIONS, Dimension, Score, Verdict
from insights.conversation_summary import FAILURES
from insights.scores.conversation import ASKED, PERSON_HAS_IT, ScoredConversation, complains, is_small_talk
from records.scored_facts import ScoredFacts, ScoredHandoff, ScoredTurn

_GOOD = {"answered": "answered", "action_done": "done", "action_refused": "refused_by_rule"}


def answered(c: ScoredConversation) -> Verdict:
    if not c.wishes:
        return Verdict(value=None, reason="no_wish")
    turn = c.wishes[-1]
    handoff = c.facts.handoffs[-1] if c.facts.handoffs else None
    if handoff is not None and (turn.outcome in PERSON_HAS_IT or turn.id == handoff.turn_id):
        return _by_person(c, handoff, turn)
    return _by_assistant(c, turn)


def _by_person(c: ScoredConversation, handoff: ScoredHandoff, turn: ScoredTurn) -> Verdict:
    if c.was_served(handoff):
        return Verdict(value=1, reason="person_answered", turn_id=turn.id)
    if c.waits_still(handoff):
        return Verdict(value=None, reason="still_open", turn_id=turn.id)
    return Verdict(value=0, reason="nobody_came", turn_id=turn.id)


def _by_assistant(c: ScoredConversation, turn: ScoredTurn) -> Verdict:
    later = c.after(turn)
    if later is not None and complains(later):
        return Verdict(value=0, reason="did_not_help", turn_id=turn.id)
    if turn.outcome in ASKED:
        taken_back = later is not None and later.intent == "deny"
        reason = "taken_back" if taken_back else "left_at_a_question"
        return Verdict(value=1 if taken_back else 0, reason=reason, turn_id=turn.id)
    if turn.intent == "complaint" and turn.outcome == "answered":
        return Verdict(value=0, reason="left_at_a_question", turn_id=turn.id)
    if turn.outcome != "action_refused" and c.failed(turn):  # a no is a no, however often it is said
        same = turn.outcome in _GOOD
        return Verdict(value=0, reason="same_answer_again" if same else str(turn.outcome), turn_id=turn.id)
    good = _GOOD.get(turn.outcome or "")
    return Verdict(value=1 if good else 0, reason=good or str(turn.outcome), turn_id=turn.id)


_SAY_IT_IS_WRONG = frozenset({"wrong", "outdated", "incomplete"})  # flags of agents


def right_source(c: ScoredConversation) -> Verdict:
    quoted = [(t, m) for t, m in c.replies if m.cites]
    if not quoted:
        return Verdict(value=None, reason="nothing_quoted")
    for turn, message in quoted:
        later = c.after(turn)
        wrong = (
            ("not_live", bool(message.dead)),
            ("flagged", bool(_SAY_IT_IS_WRONG.intersection(message.flags))),
            ("rated_unhelpful", message.helpful is False),
            ("did_not_help", later is not None and (complains(later) or c.says_again(later, turn))),
        )
        for reason, holds in wrong:
            if holds:
                return Verdict(value=0, reason=reason, turn_id=turn.id)
    return Verdict(value=1, reason="quoted", turn_id=quoted[-1][0].id)


MOST_FAILED = 1  # turns without progress


def effort(c: ScoredConversation) -> Verdict:
    turns = c.assisted
    if not turns:
        return Verdict(value=None, reason="no_wish")
    wrong = [t for t in turns if c.failed(t)]
    if len(wrong) > MOST_FAILED:
        return Verdict(value=0, reason="no_progress", turn_id=wrong[MOST_FAILED].id)
    for before, turn in pairwise(turns):
        if c.says_again(turn, before):
            return Verdict(value=0, reason="said_again", turn_id=turn.id)
        if turn.kind == "text" and says_unhelped(turn.said):
            return Verdict(value=0, reason="already_told", turn_id=turn.id)
    asked: set[tuple[str, str]] = set()
    for turn in turns:
        question = _question(turn)
        if question and question in asked:
            return Verdict(value=0, reason="asked_again", turn_id=turn.id)
        if question:
            asked.add(question)
    return Verdict(value=1, reason="little")


def _question(turn: ScoredTurn) -> tuple[str, str] | None:
    """Which action asked, if one did, and its words."""
    if turn.outcome != "asked_for_input":
        return None
    said = " ".join(m.text for m in turn.replies if m.role == "assistant")
    return (turn.calls[-1]["name"] if turn.calls else "", said) if said else None


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


HoldsPersonalData = Callable[[str], bool]  # words of a reply
OFFERED_AFTER = 2  # failures in a row
# What only sends something to the account's own address wants no yes.
_WITHOUT_YES = frozenset({"send_invoice", "send_password_reset", "send_code"})


def compliance(c: ScoredConversation, holds_personal_data: HoldsPersonalData) -> Verdict:
    if not c.turns:
        return Verdict(value=None, reason="nobody_spoke")
    if not _disclosed(c):
        return Verdict(value=0, reason="not_disclosed")
    for turn in c.facts.turns:
        for reason, breaks in (
            ("not_handed_over", _kept_urgent(turn)),
            ("no_person_offered", _offers_nobody(turn)),
            ("without_a_yes", _without_yes(c, turn)),
        ):
            if breaks:
                return Verdict(value=0, reason=reason, turn_id=turn.id)
    for message in c.facts.messages:
        if "unsafe" in message.flags:
            return Verdict(value=0, reason="flagged", turn_id=message.turn_id)
        # What an article says is public: a shop's own address may stand there.
        if message.role != "customer" and not message.cites and holds_personal_data(message.text):
            return Verdict(value=0, reason="personal_data", turn_id=message.turn_id)
    return Verdict(value=1, reason="kept")


def _disclosed(c: ScoredConversation) -> bool:
    first = c.facts.messages[0] if c.facts.messages else None
    return first is not None and first.role == "assistant" and says_it_is_automated(first.text)


def _kept_urgent(turn: ScoredTurn) -> bool:
    return "urgent" in turn.acts and turn.outcome not in PERSON_HAS_IT


def _offers_nobody(turn: ScoredTurn) -> bool:
    is_due = turn.failures >= OFFERED_AFTER and turn.outcome in FAILURES
    return is_due and not any("handoff" in m.offers for m in turn.replies)


def _without_yes(c: ScoredConversation, turn: ScoredTurn) -> bool:
    """Something was done that was not first shown and asked about."""
    done = {o.action for o in c.facts.operations if o.turn_id == turn.id and o.kind not in _WITHOUT_YES}
    if not done:
        return False
    earlier = c.facts.turns[: c.facts.turns.index(turn)]
    shown = {call["name"] for t in earlier for call in t.calls if call["status"] in ("needs_confirmation", "needs_approval")}
    return bool(done - shown)


def tone(c: ScoredConversation) -> Verdict:
    spoken = [m for m in c.facts.messages if m.role == "agent"] + [m for _, m in c.replies]
    if not spoken:
        return Verdict(value=None, reason="nothing_said")
    if (loud := next((m for m in spoken if shouts(m.text)), None)) is not None:
        return Verdict(value=0, reason="shouts", turn_id=loud.turn_id)
    if (flagged := next((m for m in spoken if "tone" in m.flags), None)) is not None:
        return Verdict(value=0, reason="flagged", turn_id=flagged.turn_id)
    if (again := _same_words(c)) is not None:
        return Verdict(value=0, reason="same_words_again", turn_id=again.id)
    for turn in c.turns:
        if _went_wrong(turn) and turn.outcome not in PERSON_HAS_IT and not _is_sorry(turn):
            return Verdict(value=0, reason="no_regret", turn_id=turn.id)
    return Verdict(value=1, reason="as_it_should_be")


def _same_words(c: ScoredConversation) -> ScoredTurn | None:
    heard: set[str] = set()
    for turn in c.turns:
        if is_small_talk(turn):
            continue
        for message in turn.replies:
            if message.role == "assistant" and message.text in heard:
                return turn
            heard.add(message.text)
    return None


def _went_wrong(turn: ScoredTurn) -> bool:
    """It broke, was not understood, or the customer says that it did not help."""
    return bool(turn.replies) and (turn.outcome in ("error", "not_understood") or complains(turn))


def _is_sorry(turn: ScoredTurn) -> bool:
    return any(sounds_sorry(m.text) for m in turn.replies)


RULES_VERSION = "1"


def score(facts: ScoredFacts, now: datetime, holds_personal_data: HoldsPersonalData) -> Score:
    c = ScoredConversation(facts, now)
    verdicts: dict[Dimension, Verdict] = {
        "answered": answered(c),
        "right_source": right_source(c),
        "promise_kept": promise_kept(c),
        "tone": tone(c),
        "effort": effort(c),
        "compliance": compliance(c, holds_personal_data),
    }
    counted = [v.value for name in DIMENSIONS if (v := verdicts[name]).value is not None]
    overall = sum(value for value in counted if value) / len(counted) if counted else None
    return Score(conversation_id=facts.id, rules_version=RULES_VERSION, overall=overall, verdicts=verdicts)

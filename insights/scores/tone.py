"""Tone: nothing said twice in the same words, a word of regret where something went wrong, and nobody shouted at."""

from domain.language.manners import shouts, sounds_sorry
from domain.scores import Verdict
from insights.scores.conversation import PERSON_HAS_IT, ScoredConversation, complains, is_small_talk
from records.scored_facts import ScoredTurn


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

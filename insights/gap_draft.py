"""A draft article for a gap, out of what a person answered there."""

from collections.abc import Sequence

from domain.knowledge_care import Gap, GapDraft
from domain.language.text.introductions import without_greeting
from records.gaps import PersonsReply

_SAYS_SOMETHING = 6  # words; shorter ones are greetings and "one moment, please"
_FIRST = 3  # such messages of a conversation: the answer is among the first, later ones are about something else


def gap_draft(gap: Gap, replies: Sequence[PersonsReply]) -> GapDraft | None:
    """From the latest conversation of the gap in which a person said something of
    substance; its longest early message. ``replies`` are each conversation's in order, and not masked."""
    for conversation_id in gap.conversations:
        own = [r.text.strip() for r in replies if r.conversation_id == conversation_id and r.at >= gap.first_asked_at]
        said = [text for text in (without_greeting(t) for t in own) if len(text.split()) >= _SAYS_SOMETHING]
        if said:
            body = max(said[:_FIRST], key=lambda text: len(text.split()))
            return GapDraft(title=_title(gap.questions[0]), body=body, conversation_id=conversation_id)
    return None


def _title(question: str) -> str:
    line = " ".join(question.split())[:200]
    return line[:1].upper() + line[1:]

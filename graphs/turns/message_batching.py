"""Messages that a customer sent one after the other, without waiting for an answer: they may be answered together."""

from collections.abc import Sequence

from records.tables.conversation import TurnRow


def batch_after(waiting: Sequence[TurnRow]) -> list[TurnRow]:
    """The messages behind the first open turn, as far as they are plain words; none where it was begun before."""
    first, *others = waiting
    if first.kind != "text" or first.attempts > 0:
        return []
    merged: list[TurnRow] = []
    for turn in others:
        if turn.kind != "text" or turn.stopped_at is not None:
            break
        merged.append(turn)
    return merged

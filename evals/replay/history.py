"""A stored conversation, with everything that a replay answers from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.conversation import Conversation, Message
from domain.recording import Recording
from records.consents import ConsentProof
from records.engine.unit import Unit
from records.ledger import StoredOperation
from records.tables.conversation import TurnRow


@dataclass(frozen=True)
class History:
    """``turns`` are all that ended, in order; ``consents``: when which answer was given, oldest first."""

    conversation: Conversation
    turns: Sequence[TurnRow]
    messages: Sequence[Message]
    recordings: dict[str, Recording]
    operations: Sequence[StoredOperation]
    consents: Sequence[tuple[datetime, bool]]
    handoffs: dict[str, str]  # by the turn that opened it, its reason

    @property
    def version(self) -> str:
        return self.conversation.graph_version

    def consent_at(self, at: datetime) -> bool | None:
        return next((granted for when, granted in reversed(self.consents) if when <= at), None)

    def said_in(self, turn_id: str) -> list[str]:
        """What the service said in a turn."""
        return [m.text for m in self.messages if m.turn_id == turn_id and m.role in ("assistant", "system")]


async def read_history(unit: Unit, conversation: Conversation, proofs: Sequence[ConsentProof]) -> History:
    recordings = await unit.recordings.of_conversation(conversation.id)
    orders = {record["id"] for one in recordings.values() for record in one.records if "placed_at" in record}
    return History(
        conversation,
        await unit.turns.of_conversation(conversation.id),
        await unit.transcript.whole(conversation.id),
        recordings,
        await unit.operations.around(conversation.id, orders),
        [(conversation.created_at if p.given_by == "opening" else p.at, p.granted) for p in proofs],
        await unit.handoffs.reasons(conversation.id),
    )

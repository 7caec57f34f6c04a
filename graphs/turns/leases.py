"""Who runs a conversation: a lease on its row, taken for the next open turn, extended while it runs, and given back."""

from collections.abc import Sequence

from domain.clock import Clock
from domain.telemetry.metrics import LEASES_TAKEN_OVER
from graphs.turns.requests import LEASE, MAX_LEASE_SKEW, Claim, batch_after, is_free
from records.conversations import to_conversation
from records.engine.session import Database


class Leases:
    """``owner``: this process, by a name that is new at each start."""

    def __init__(self, database: Database, clock: Clock, owner: str, *, merge_bursts: bool) -> None:
        self._database, self._clock, self.owner, self._merge_bursts = database, clock, owner, merge_bursts

    async def claim(self, conversation_id: str) -> Claim | None:
        """The next open turn, with the lease; None (and the lease given back) where there is none or another runs it."""
        now = self._clock()
        async with self._database.begin() as unit:
            # The row is locked before the open turns are read: another process may be closing one this very moment.
            row = await unit.conversations.lock(conversation_id)
            turns = await unit.turns.unfinished(conversation_id) if row else []
            if row is None or not is_free(row, now, self.owner):
                return None
            if not turns:
                row.lease_owner, row.lease_until = None, None
                return None
            took_over = row.lease_owner not in (None, self.owner)
            row.lease_owner, row.lease_until, row.fence = self.owner, now + LEASE, row.fence + 1
            turn, merged = turns[0], batch_after(turns) if self._merge_bursts else []
            turn.attempts += 1
            claim = Claim(to_conversation(row), turn, row.fence, row.checkpoint, merged)
        if took_over:
            LEASES_TAKEN_OVER.inc()
        return claim

    async def abandoned(self) -> list[str]:
        """Conversations with open turns that nobody runs."""
        async with self._database.read_snapshot() as unit:
            return await unit.conversations.abandoned(self._clock(), self._clock() + MAX_LEASE_SKEW)

    async def extend(self, conversation_ids: Sequence[str]) -> None:
        async with self._database.begin() as unit:
            await unit.conversations.extend_leases(conversation_ids, self.owner, self._clock() + LEASE)

    async def let_go(self, conversation_ids: Sequence[str]) -> None:
        """Whoever looks next may run them at once."""
        async with self._database.begin() as unit:
            for conversation_id in conversation_ids:
                await unit.conversations.drop_lease(conversation_id, self.owner)

"""The operation ledger: intended → sent → done, each committed before the next step, so that a crash never repeats an effect."""

import asyncio
import hashlib
import json
from collections.abc import Callable, Mapping

from domain.clock import Clock
from domain.ports.operations import KnownOperation, Permits
from domain.ports.order_desk import OrderDesk
from domain.shop import DeskUnavailable, Operation, Receipt, Refused
from graphs.engine.crash_points import OnStep, nothing_happens
from records.engine.session import Database
from records.tables.ledger import OperationRow

Digest = Callable[[str], str]  # keyed: from a plain hash a postcode or a phone number could be guessed


def _asked(operation: Operation) -> str:
    """Everything that the back office is asked for, except whose turn asked."""
    left_out = {"turn_id", "order_version"}
    if operation.kind == "send_code":
        left_out.add("arguments")  # a digest of six digits is as good as the digits to whoever has the key
    return json.dumps(operation.model_dump(mode="json", exclude=left_out), sort_keys=True)


class Ledger:
    """Meets ``OperationLedger`` on the records and the back office."""

    def __init__(
        self, database: Database, desk: OrderDesk, clock: Clock, digest: Digest, reached: OnStep = nothing_happens
    ) -> None:
        self._database, self._desk, self._clock, self._reached = database, desk, clock, reached
        self._digest = digest

    async def execute(
        self, key: str, action: str, operation: Operation, quantities: Mapping[str, int], permits: Permits | None = None
    ) -> Receipt:
        known = await self._intend(key, action, operation, quantities, permits)
        if known is not None:
            return known
        self._reached("intended")
        try:
            receipt = await self._desk.execute(key, operation)
            self._reached("executed")
        except Refused as no:
            await self._mark(key, "refused", refusal={"code": no.code, "message": no.message})
            raise
        except DeskUnavailable:
            return await self._settle(key)
        await self._mark(key, "done", receipt=receipt.model_dump(mode="json"))
        self._reached("recorded")
        return receipt

    async def outcome(self, key: str) -> Receipt | None:
        async with self._database.read_snapshot() as unit:
            row = await unit.operations.get(key)
            if row is None:
                return None
            status, receipt, refusal = row.status, row.receipt, row.refusal
        if status == "done" and receipt:
            return Receipt.model_validate(receipt)
        if status == "refused" and refusal:
            raise Refused(refusal["code"], refusal["message"])
        return await self._ask(key)

    async def known(self, order_id: str) -> list[KnownOperation]:
        async with self._database.read_snapshot() as unit:
            return await unit.operations.known_of_order(order_id)

    async def _intend(
        self, key: str, action: str, operation: Operation, quantities: Mapping[str, int], permits: Permits | None
    ) -> Receipt | None:
        """Write the intention, where what is known of the order still permits it; the stored receipt where the key was done
        before."""
        now, asked = self._clock(), _asked(operation)
        async with self._database.begin() as unit:
            # So that this and a wish to stop the turn come one after the other, also from another replica.
            await unit.conversations.lock(operation.conversation_id)
            row = await unit.operations.lock(key)
            if row is None:
                turn = await unit.turns.get(operation.turn_id)
                if turn is not None and turn.stopped_at is not None:
                    raise asyncio.CancelledError  # the run is being cancelled this moment; nothing was asked for
                if permits is not None and operation.order_id is not None:
                    # Under the order's lock, so that of several yeses at once each sees what the others took.
                    await unit.operations.lock_order(operation.order_id)
                    permits(await unit.operations.known_of_order(operation.order_id))
                unit.operations.add(
                    OperationRow(
                        key=key,
                        conversation_id=operation.conversation_id,
                        turn_id=operation.turn_id,
                        action=action,
                        kind=operation.kind,
                        order_id=operation.order_id,
                        line_ids=list(quantities),
                        quantities=dict(quantities),
                        amount=format(operation.amount.amount, "f") if operation.amount else None,
                        currency=operation.amount.currency if operation.amount else None,
                        request_hash=self._digest(asked),
                        status="sent",
                        created_at=now,
                        updated_at=now,
                    )
                )
                return None
            # Rows of releases before hold a plain hash.
            if row.request_hash not in (self._digest(asked), hashlib.sha256(asked.encode()).hexdigest()):
                raise Refused("stale_version")
            if row.status == "done" and row.receipt:
                return Receipt.model_validate(row.receipt)
            if row.status == "refused" and row.refusal:
                raise Refused(row.refusal["code"], row.refusal["message"])
        # It was sent before and we do not know what became of it: ask before anything else.
        return await self._ask(key)

    async def _ask(self, key: str) -> Receipt | None:
        receipt = await self._desk.receipt(key)
        if receipt is not None:
            await self._mark(key, "done", receipt=receipt.model_dump(mode="json"))
        return receipt

    async def _settle(self, key: str) -> Receipt:
        """After a call without an answer: the back office knows by the key, or a person has to find out."""
        await self._mark(key, "unknown")
        receipt = await self._ask(key)
        if receipt is None:
            raise DeskUnavailable("no answer, and no trace of it yet")
        return receipt

    async def _mark(self, key: str, status: str, **values: object) -> None:
        async with self._database.begin() as unit:
            await unit.operations.mark(key, status, self._clock(), **values)

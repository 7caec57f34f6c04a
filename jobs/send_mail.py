"""Sends the codes and password links that turns asked for, each once, however often the process dies.

The turn's commit adds the job; the address is looked up here, so that a turn tells nothing of it by its words or its time.
"""

import logging
from collections.abc import Awaitable, Callable

from domain.clock import Clock
from domain.conversation import JsonObject
from domain.errors import Problem
from domain.jobs import JobFailed
from domain.mails import Mail, account_limit, password_hold
from domain.ports.limits import Limit, Limits
from domain.ports.operations import OperationLedger
from domain.ports.order_desk import OrderDesk
from domain.rules.policy import Policy
from domain.shop import Operation, Refused
from jobs.queue import RunningJob

logger = logging.getLogger(__name__)

_ACTION = {"send_code": "verify", "send_password_reset": "send_password_reset"}


class SendMail:
    def __init__(
        self,
        desk: OrderDesk,
        ledger: OperationLedger,
        limits: Limits,
        policy: Policy,
        clock: Clock,
        detokenize: Callable[[str, str], Awaitable[str | None]],
        one_time_code: Callable[[str], str],
    ) -> None:
        """``detokenize``: conversation, token → original. ``one_time_code``: a turn's id → its six digits, stored nowhere."""
        self._desk, self._ledger, self._limits, self._policy, self._clock = desk, ledger, limits, policy, clock
        self._detokenize, self._one_time_code = detokenize, one_time_code

    async def __call__(self, job: RunningJob) -> JsonObject:
        """Raises ``DeskUnavailable`` where it is to be tried again: the ledger then asks first what became of it."""
        conversation_id, turn_id = job.payload["conversation_id"], job.payload["turn_id"]
        mail = Mail.model_validate({k: v for k, v in job.payload.items() if k in Mail.model_fields})
        if mail.until and self._clock() > mail.until:
            return {}
        customer_id = mail.customer_id or await self._owner(conversation_id, mail.email)
        if customer_id is None:
            return {}
        # The turn counted the address that was claimed, or this account; several addresses may be one account's.
        limit = Limit(account_limit(customer_id), self._policy.identity.mails_an_hour)
        if await self._limits.take(turn_id, [limit]):
            return {}
        if mail.kind == "send_password_reset" and await self._is_held(customer_id):
            return {}
        operation = Operation(
            kind=mail.kind,
            customer_id=customer_id,
            arguments={"code": self._one_time_code(turn_id)} if mail.kind == "send_code" else {},
            conversation_id=conversation_id,
            turn_id=turn_id,
        )
        try:
            await self._ledger.execute(f"{conversation_id}.{mail.kind}.{turn_id}", _ACTION[mail.kind], operation, {})
        except (Refused, Problem) as no:
            logger.warning("the back office does not send a mail: %s", no.code, extra={"kind": mail.kind})
            raise JobFailed("the back office does not send this mail") from None
        return {}

    async def _is_held(self, customer_id: str) -> bool:
        """Whether the e-mail address was changed so lately that no password link may go to the new one."""
        hold = self._policy.identity.email_hold
        return bool(hold and await self._limits.full([password_hold(customer_id, hold)]))

    async def _owner(self, conversation_id: str, token: str | None) -> str | None:
        email = await self._detokenize(conversation_id, token) if token else None
        customer = await self._desk.customer_by_email(email.strip()) if email else None
        return customer.id if customer else None

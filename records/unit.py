"""One transaction's view of all repositories."""

from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncSession

from records.articles import SqlArticles
from records.checkpoints import Checkpoints
from records.conversations import Conversations
from records.feedback import Feedback
from records.handoffs import Handoffs
from records.idempotency import IdempotencyKeys
from records.imports import Imports
from records.jobs import Jobs
from records.kpi_facts import KpiFacts
from records.operations import Operations
from records.rollout import Rollout
from records.staff_keys import StaffKeys
from records.transcript import Transcript
from records.turns import Turns
from records.vault import VaultTokens


class Unit:
    """A unit of work: what is done through it is committed together, by whoever opened it."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def flush(self) -> None:
        """Send what was added: rows first, then the messages and events that belong to them."""
        await self.session.flush()
        if "transcript" in self.__dict__:  # a cached property that was used
            await self.transcript.flush()

    @cached_property
    def conversations(self) -> Conversations:
        return Conversations(self.session)

    @cached_property
    def transcript(self) -> Transcript:
        return Transcript(self.session)

    @cached_property
    def turns(self) -> Turns:
        return Turns(self.session)

    @cached_property
    def handoffs(self) -> Handoffs:
        return Handoffs(self.session)

    @cached_property
    def operations(self) -> Operations:
        return Operations(self.session)

    @cached_property
    def rollout(self) -> Rollout:
        return Rollout(self.session)

    @cached_property
    def keys(self) -> IdempotencyKeys:
        return IdempotencyKeys(self.session)

    @cached_property
    def vault(self) -> VaultTokens:
        return VaultTokens(self.session)

    @cached_property
    def checkpoints(self) -> Checkpoints:
        return Checkpoints(self.session)

    @cached_property
    def articles(self) -> SqlArticles:
        return SqlArticles(self.session)

    @cached_property
    def feedback(self) -> Feedback:
        return Feedback(self.session)

    @cached_property
    def staff_keys(self) -> StaffKeys:
        return StaffKeys(self.session)

    @cached_property
    def kpi_facts(self) -> KpiFacts:
        return KpiFacts(self.session)

    @cached_property
    def jobs(self) -> Jobs:
        return Jobs(self.session)

    @cached_property
    def imports(self) -> Imports:
        return Imports(self.session)

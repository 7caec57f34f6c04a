"""One transaction's view of all repositories."""

from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from domain.history import Authored
from records.answers import Answers
from records.articles import Imports, SqlArticles
from records.audit import AuditEntries
from records.consents import Consents
from records.conversations import Conversations
from records.engine.writes import Appends, Changes
from records.erasure import Erasure, Retained
from records.everything import Everything
from records.flags import EvalCases, Flags
from records.gaps import Gaps
from records.handoffs import Handoffs
from records.history import ChangeSets
from records.intent_candidates import IntentCandidates
from records.jobs import Jobs
from records.kpi_blocks import KpiBlocks
from records.kpi_facts import KpiFacts
from records.ledger import IdempotencyKeys, Operations
from records.limits import LimitUses
from records.offers import Offers
from records.ratings import Feedback, Scores
from records.remedies import Remedies
from records.said import Said
from records.scored_facts import ScoredConversations
from records.staff import StaffKeys, StaffSessionRows
from records.transcript import Transcript
from records.turns import Recordings, Turns
from records.variants import Experiments, Rollout
from records.vault import VaultTokens


class Unit:
    """A unit of work: what is done through it is committed together, by whoever opened it."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection
        self.appends = Appends(connection)
        self.changes = Changes()
        self.authored = Authored()

    async def flush(self) -> None:
        """Send what was added and changed: conversations and turns first, then what belongs to them."""
        used = self.__dict__  # where cached properties keep what was asked for
        if "conversations" in used:
            self.conversations.hand_in()
        if "turns" in used:
            self.turns.hand_in()
        await self.appends.flush()
        if "session" in used and (self.session.new or self.session.dirty or self.session.deleted):
            await self.session.flush()
        if "conversations" in used:
            await self.conversations.send_changes()

    @cached_property
    def session(self) -> AsyncSession:
        # It takes part in the writer's transaction, without a savepoint of its own that nobody would release.
        return AsyncSession(self.connection, expire_on_commit=False, autoflush=False, join_transaction_mode="rollback_only")

    def _session(self) -> AsyncSession:
        """For those on the path of a turn, which seldom need one: opening it costs more than a statement."""
        return self.session

    @cached_property
    def conversations(self) -> Conversations:
        return Conversations(self._session, self.connection, self.appends)

    @cached_property
    def transcript(self) -> Transcript:
        return Transcript(self._session, self.appends, self.changes)

    @cached_property
    def turns(self) -> Turns:
        return Turns(self._session, self.connection, self.appends, self.changes)

    @cached_property
    def recordings(self) -> Recordings:
        return Recordings(self._session, self.appends)

    @cached_property
    def handoffs(self) -> Handoffs:
        return Handoffs(self.session)

    @cached_property
    def operations(self) -> Operations:
        return Operations(self.session)

    @cached_property
    def limits(self) -> LimitUses:
        return LimitUses(self.connection)

    @cached_property
    def rollout(self) -> Rollout:
        return Rollout(self.connection)

    @cached_property
    def experiments(self) -> Experiments:
        return Experiments(self.connection)

    @cached_property
    def offers(self) -> Offers:
        return Offers(self.connection)

    @cached_property
    def keys(self) -> IdempotencyKeys:
        return IdempotencyKeys(self.connection, self.appends)

    @cached_property
    def vault(self) -> VaultTokens:
        return VaultTokens(self._session, self.connection, self.appends)

    @cached_property
    def articles(self) -> SqlArticles:
        return SqlArticles(self.session, self.changes, self.history)

    @cached_property
    def feedback(self) -> Feedback:
        return Feedback(self.session)

    @cached_property
    def flags(self) -> Flags:
        return Flags(self.session)

    @cached_property
    def answers(self) -> Answers:
        return Answers(self.session)

    @cached_property
    def gaps(self) -> Gaps:
        return Gaps(self.session)

    @cached_property
    def said(self) -> Said:
        return Said(self.session)

    @cached_property
    def remedies(self) -> Remedies:
        return Remedies(self.session)

    @cached_property
    def intent_candidates(self) -> IntentCandidates:
        return IntentCandidates(self.session, self.appends)

    @cached_property
    def scored_facts(self) -> ScoredConversations:
        return ScoredConversations(self.session)

    @cached_property
    def scores(self) -> Scores:
        return Scores(self.session)

    @cached_property
    def eval_cases(self) -> EvalCases:
        return EvalCases(self.session)

    @cached_property
    def staff_keys(self) -> StaffKeys:
        return StaffKeys(self.session)

    @cached_property
    def staff_sessions(self) -> StaffSessionRows:
        return StaffSessionRows(self.session)

    @cached_property
    def kpi_facts(self) -> KpiFacts:
        return KpiFacts(self.session)

    @cached_property
    def kpi_blocks(self) -> KpiBlocks:
        return KpiBlocks(self.session)

    @cached_property
    def jobs(self) -> Jobs:
        return Jobs(self.session, self.changes)

    @cached_property
    def imports(self) -> Imports:
        return Imports(self.session)

    @cached_property
    def audit(self) -> AuditEntries:
        return AuditEntries(self.session)

    @cached_property
    def history(self) -> ChangeSets:
        return ChangeSets(self.session, self.authored)

    @cached_property
    def consents(self) -> Consents:
        return Consents(self.session)

    @cached_property
    def erasure(self) -> Erasure:
        return Erasure(self.session)

    @cached_property
    def everything(self) -> Everything:
        return Everything(self.session)

    @cached_property
    def retained(self) -> Retained:
        return Retained(self.session)

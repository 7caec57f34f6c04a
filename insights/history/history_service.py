"""Taking a change back, and what any past turn ran under."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel

from domain.clock import Clock
from domain.conversation import JsonObject
from domain.errors import NotFound, NotRevertible
from domain.experiments import Enrolment, Experiment
from domain.history import FILE_KINDS, ChangeSet, Tested
from domain.ports.knowledge import KnowledgeBase
from insights.history.documents import revision_of
from records.engine.unit import Unit


class ArticleUsed(BaseModel):
    article_id: str
    revision: int


class RanUnder(BaseModel):
    """What a turn ran under. The change sets are those of the process that ran it; None of a turn of before they were kept.
    ``rollout`` is what its conversation's version was drawn by."""

    turn_id: str
    conversation_id: str
    at: datetime
    release: str | None
    graph_version: str
    variant: str | None
    experiments: list[Enrolment]
    policy: ChangeSet | None
    texts: ChangeSet | None
    triggers: ChangeSet | None
    rollout: ChangeSet | None
    articles: list[ArticleUsed]


@dataclass
class HistoryService:
    """``shares``: weights that can be put in force in place of some earlier ones. Raises ``ValidationFailed``."""

    knowledge: KnowledgeBase
    clock: Clock
    shares: Callable[[Mapping[str, float]], dict[str, float]]

    async def revert(self, unit: Unit, change_id: str) -> ChangeSet:
        """Put back what was there before a change; what was changed since goes too. It is a change set of its own.

        Raises ``NotFound``, or ``NotRevertible`` for a file, and for what is so already."""
        change = await unit.history.get(change_id)
        if change is None:
            raise NotFound
        if change.kind in FILE_KINDS:
            raise NotRevertible(
                "A file is put back by hand: take what it was from the change, and start the service with it"
            )
        earlier = await unit.history.get(change.previous) if change.previous else None
        (newest,) = await unit.history.page(kind=change.kind, limit=1)
        unit.authored.reverts = change.id
        if change.kind == "article":
            await self._article(unit, change, earlier)
        elif change.kind == "rollout":
            weights = self.shares(earlier.content["weights"] if earlier else {})
            await set_shares(unit, weights, self.clock())
        else:
            await self._experiment(unit, change, earlier)
        (done,) = await unit.history.page(kind=change.kind, limit=1)
        if done.id == newest.id:
            raise NotRevertible("It is so already")
        return done

    async def _article(self, unit: Unit, change: ChangeSet, earlier: ChangeSet | None) -> None:
        draft = await revision_of(unit, earlier) if earlier else None
        article_id = change.subject or ""
        live = await unit.articles.article(article_id)
        if draft is None:
            if live is not None:
                await self.knowledge.delete(unit.articles, article_id)
        elif live is None:
            await self.knowledge.write(unit.articles, draft)  # a deleted article's id is not given again
        else:
            await self.knowledge.write(unit.articles, draft, article_id)

    async def _experiment(self, unit: Unit, change: ChangeSet, earlier: ChangeSet | None) -> None:
        now = await unit.experiments.get(change.subject or "")
        if now is None:
            raise NotFound
        if earlier is not None:
            then = Experiment.model_validate(earlier.content)
        elif now.status == "stopped":
            return
        else:
            ended: JsonObject = {"status": "stopped", "promoted": None, "ended_at": self.clock()}
            then = now.model_copy(update={**ended, "ended_by": unit.authored.by.name})
        await unit.experiments.end(then)
        await tell_of_experiment(unit, then, self.clock())


async def ran_under(unit: Unit, turn_id: str) -> RanUnder:
    """Raises ``NotFound``."""
    turn = await unit.turns.get(turn_id)
    conversation = await unit.conversations.get(turn.conversation_id) if turn else None
    if turn is None or conversation is None:
        raise NotFound
    started = await unit.history.configuration(turn.configuration) if turn.configuration else None
    return RanUnder(
        turn_id=turn.id,
        conversation_id=turn.conversation_id,
        at=turn.created_at,
        release=started.release if started else None,
        graph_version=turn.graph_version,
        variant=turn.variant,
        experiments=conversation.variants,
        policy=await unit.history.get(started.policy) if started else None,
        texts=await unit.history.get(started.texts) if started else None,
        triggers=await unit.history.get(started.triggers) if started else None,
        rollout=await unit.history.latest("rollout", None, conversation.created_at),
        articles=[
            ArticleUsed(article_id=a, revision=r) for a, r in await unit.answers.of_turn(turn.conversation_id, turn.id)
        ],
    )


async def set_shares(unit: Unit, weights: dict[str, float], now: datetime) -> None:
    """Put shares in force, with how their versions did in suites."""
    results = await unit.rollout.eval_results()
    unit.authored.tests = [
        Tested(what=f"{name} · {r.suite}", passed=r.passed, total=r.total)
        for name, share in weights.items()
        if share
        for r in results.get(name, [])
    ]
    await unit.rollout.set_weights(weights, now, unit.authored.by.name)
    shown = ", ".join(f"{name} {share:.0%}" for name, share in weights.items() if share)
    await unit.history.record("rollout", None, shown, {"weights": weights}, now)


async def tell_of_experiment(unit: Unit, experiment: Experiment, now: datetime) -> None:
    await unit.history.record("experiment", experiment.id, experiment.name, experiment.model_dump(mode="json"), now)

"""Struggles and what is proposed about them, for the managers' page and whoever else asks."""

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pydantic import BaseModel

from domain.clock import Clock, read_moment
from domain.conversation import JsonObject
from domain.errors import NotFound
from domain.ids import new_id
from domain.knowledge_care import Gap, GapDraft
from domain.messages.messages import Messages
from domain.ports.topics import TopicFinder
from domain.remedies import PolicyChange, Remedy, RemedyKind, Wanted
from domain.rules.policy import Policy
from insights.conversation_summary import SMALL_TALK
from insights.figures import Rate
from insights.gap_draft import gap_draft
from insights.history.documents import policy_file
from insights.struggles.proposal import Chosen, Proposal, proposed, refused_turns
from insights.struggles.rule_change import checked_change, refused_change, rule_change
from insights.struggles.signs import Struggle, struggles
from insights.struggles.text_change import MessageTold, checked_text, told
from insights.struggles.topics import Period, StruggleTopic, struggle_topics
from records.engine.session import Database
from records.said import SaidIn, SaidTurn

MOST_TURNS = 20_000  # the latest of both periods that are looked at
USUAL = timedelta(days=30)
QUARTER = timedelta(days=91)
_EXAMPLES = 5
_REPLIES_FROM = 20  # conversations of a topic
_DECIDED_WITHIN = timedelta(days=183)

Mask = Callable[[str | None], Awaitable[str | None]]


class Example(BaseModel):
    """A customer's masked words."""

    turn_id: str
    conversation_id: str
    at: datetime
    text: str


class SolvedBy(BaseModel):
    """Conversations in which something came of it later: an answer or action of the assistant, a person, or nothing."""

    assistant: int
    person: int
    nobody: int
    articles: list[str]  # titles that later answers were made from, most often first


class StruggleShown(BaseModel):
    """``n`` conversations now; ``share`` and ``before`` of all; ``p`` that the share did not rise; ``kinds``: conversations by sign.
    ``told``: our own messages where it went wrong; ``remedy``: what was decided about it, if anything was."""

    id: str
    name: str
    n: int
    share: Rate
    before: Rate
    p: float
    rising: bool
    kinds: dict[str, int]
    examples: list[Example]
    solved_by: SolvedBy
    told: list[MessageTold]
    proposal: Proposal
    remedy: Remedy | None


@dataclass(frozen=True)
class _Read:
    turns: list[SaidTurn]
    conversations: dict[str, SaidIn]
    now: Period
    before: Period


class StruggleService:
    def __init__(
        self,
        database: Database,
        finder: TopicFinder,
        mask: Mask,
        clock: Clock,
        policy: Policy | None = None,
        messages: Messages | None = None,
    ) -> None:
        """``policy`` and ``messages``: those in force, where changes of them are to be proposed."""
        self._database, self._finder, self._mask, self._clock = database, finder, mask, clock
        self._policy, self._messages = policy, messages

    async def struggles(self, since: datetime | None, until: datetime | None) -> tuple[list[StruggleShown], int]:
        """Those of [since, until), the last thirty days by default, against as long a time before; largest first. And how many
        struggles there was no time to read."""
        until = until or self._clock()
        since = since or until - USUAL
        topics, unread = await self._found(since, until)
        return await self._shown(topics, since, until), unread

    async def trends(self, since: datetime | None, until: datetime | None) -> tuple[list[StruggleShown], int]:
        """What customers ask about more than in the quarter before, whether it went well or not."""
        until = until or self._clock()
        since = since or until - USUAL
        read = await self._read(since, until, QUARTER)
        first: dict[str, SaidTurn] = {}
        for turn in read.turns:
            if turn.intent not in SMALL_TALK:
                first.setdefault(turn.conversation_id, turn)
        asked = [Struggle(turn, frozenset(), None) for turn in first.values()]
        topics, unread = await struggle_topics(asked, read.now, read.before, self._finder)
        return await self._shown([t for t in topics if t.is_rising], since, until), unread

    async def accept(self, struggle_id: str, by: str, chosen: Chosen) -> tuple[Remedy, list[tuple[str, str]]]:
        """The remedy to be written, and the turns that it is for. Raises ``NotFound``; ``ValidationFailed`` of a rule that the
        policy cannot have, and of words that a message cannot."""
        topic, proposal = await self._named(struggle_id)
        kind = chosen.kind or ("article" if chosen.article else "text" if chosen.words else proposal.kind)
        same = kind == proposal.kind
        remedy = self._decided(topic, by, kind, proposal.words if same else "Chosen by a person.")
        remedy.article = (chosen.article or proposal.article) if kind == "article" else None
        remedy.intent = (chosen.intent or proposal.intent) if kind == "utterances" else None
        remedy.wanted = (chosen.wanted or proposal.wanted or Wanted(outcome="answered")) if kind == "eval_case" else None
        if kind == "text" and self._messages:
            named = chosen.message or (proposal.text.message if proposal.text else None)
            remedy.text = checked_text(self._messages, named, chosen.words)
        if kind == "policy":
            remedy.refusal = proposal.refusal
            remedy.policy = await self._rule(proposal.policy, chosen.policy_after)
        return remedy, _turns(topic)

    async def _rule(self, change: PolicyChange | None, after: Any) -> PolicyChange | None:  # Any: JSON
        """With what a person wants it to be."""
        if after is None:
            return change
        if change is None:
            raise refused_change("policy", "no rule of the policy file is behind this")
        async with self._database.read() as unit:
            _, text = await policy_file(unit)
        return checked_change(text, change.model_copy(update={"after": after}))

    async def dismiss(self, struggle_id: str, by: str, reason: str) -> tuple[Remedy, list[tuple[str, str]]]:
        """Raises ``NotFound``."""
        topic, proposal = await self._named(struggle_id)
        remedy = self._decided(topic, by, proposal.kind, proposal.words)
        remedy.status, remedy.reason = "dismissed", reason
        return remedy, _turns(topic)

    def _decided(self, topic: StruggleTopic, by: str, kind: RemedyKind, words: str) -> Remedy:
        return Remedy.model_validate(
            {
                **dict.fromkeys(Remedy.model_fields),
                "id": new_id(),
                "name": topic.name[:200],
                "kind": kind,
                "status": "accepted",
                "words": words,
                "decided_by": by,
                "decided_at": self._clock(),
            }
        )

    async def _named(self, struggle_id: str) -> tuple[StruggleTopic, Proposal]:
        """A struggle's id says its period and its first turn, so that it can be found again on any replica."""
        since_, until_, turn_id = [*struggle_id.split("~"), "", ""][:3]
        try:
            since, until = read_moment(since_), read_moment(until_)
        except ValueError:
            raise NotFound from None
        topics, _ = await self._found(since, until)
        topic = next((t for t in topics if t.id == turn_id), None)
        if topic is None:
            raise NotFound
        draft, rule = (await self._drafts([topic]))[0], await self._rule_behind(topic)
        return topic, proposed(topic, draft, rule, self._told(topic))

    def _told(self, topic: StruggleTopic) -> list[MessageTold]:
        return told(topic, self._messages) if self._messages else []

    async def _rule_behind(self, topic: StruggleTopic) -> PolicyChange | None:
        refused = refused_turns(topic)[:_REPLIES_FROM]
        if not refused or self._policy is None:
            return None
        orders: dict[str, JsonObject] = {}
        async with self._database.read() as unit:
            for turn in refused:
                told = await unit.recordings.of_conversation(turn.conversation_id)
                found = [r for recording in told.values() for r in recording.records if "placed_at" in r]
                mine = [order for order in found if order["id"] == turn.refused_order]
                orders |= {turn.id: mine[-1]} if mine else {}
        return rule_change(refused, orders, self._policy)

    async def _found(self, since: datetime, until: datetime) -> tuple[list[StruggleTopic], int]:
        read = await self._read(since, until, until - since)
        signs = struggles(read.turns, read.conversations, self._clock())
        return await struggle_topics(signs, read.now, read.before, self._finder)

    async def _read(self, since: datetime, until: datetime, earlier: timedelta) -> _Read:
        begin = since - earlier
        async with self._database.read() as unit:
            turns = await unit.said.turns(begin, until, MOST_TURNS)
            conversations = await unit.said.conversations(list({t.conversation_id for t in turns}))
        current = {t.conversation_id for t in turns if t.at >= since}
        past = {t.conversation_id for t in turns if t.at < since}
        return _Read(turns, conversations, Period(since, until, len(current)), Period(begin, since, len(past)))

    async def _drafts(self, topics: Sequence[StruggleTopic]) -> list[GapDraft | None]:
        """Out of what people answered; masked once more, as what was said before agents' words were masked wants it."""
        named = [c for topic in topics for c in topic.conversations[:_REPLIES_FROM]]
        async with self._database.read() as unit:
            replies = await unit.gaps.replies(named)
        drafts = [gap_draft(_as_gap(topic), replies) for topic in topics]
        for draft in filter(None, drafts):
            draft.body = await self._mask(draft.body)
        return drafts

    async def _shown(self, topics: Sequence[StruggleTopic], since: datetime, until: datetime) -> list[StruggleShown]:
        drafts = await self._drafts(topics)
        rules = [await self._rule_behind(topic) for topic in topics]
        named = [s.turn.id for topic in topics for s in topic.struggles]
        answered = [c for topic in topics for c in topic.conversations]
        async with self._database.read() as unit:
            decided = await unit.remedies.of_turns(named, self._clock() - _DECIDED_WITHIN)
            by_person = {r.conversation_id for r in await unit.gaps.replies(answered)}
        return [
            StruggleShown(
                id=f"{since.isoformat()}~{until.isoformat()}~{topic.id}".replace("+00:00", "Z"),
                name=topic.name,
                n=topic.now.count,
                share=topic.now,
                before=topic.before,
                p=topic.p,
                rising=topic.is_rising,
                kinds=topic.kinds,
                examples=_examples(topic),
                solved_by=_solved_by(topic, by_person),
                told=self._told(topic),
                proposal=proposed(topic, draft, rule, self._told(topic)),
                remedy=_remedy_of(topic, decided),
            )
            for topic, draft, rule in zip(topics, drafts, rules, strict=True)
        ]


def _turns(topic: StruggleTopic) -> list[tuple[str, str]]:
    return list(dict.fromkeys((s.turn.id, s.turn.conversation_id) for s in topic.struggles))


def _examples(topic: StruggleTopic) -> list[Example]:
    distinct = {s.turn.text: s.turn for s in reversed(topic.struggles)}
    first = list(reversed(distinct.values()))[:_EXAMPLES]
    return [Example(turn_id=t.id, conversation_id=t.conversation_id, at=t.at, text=t.text) for t in first]


def _solved_by(topic: StruggleTopic, by_person: set[str]) -> SolvedBy:
    later = {s.turn.conversation_id for s in topic.struggles if s.later}
    person = set(topic.conversations) & by_person
    titles = Counter(title for s in topic.struggles if s.later for title in s.later.cited.values())
    return SolvedBy(
        assistant=len(later - person),
        person=len(person),
        nobody=len(set(topic.conversations) - later - person),
        articles=[title for title, _ in titles.most_common(3)],
    )


def _remedy_of(topic: StruggleTopic, decided: dict[str, Remedy]) -> Remedy | None:
    """The latest decision about at least half of its turns: topics change a little with every conversation."""
    found = [decided[s.turn.id] for s in topic.struggles if s.turn.id in decided]
    return max(found, key=lambda r: r.id) if found and len(found) * 2 >= len(topic.struggles) else None


def _as_gap(topic: StruggleTopic) -> Gap:
    times = [s.turn.at for s in topic.struggles]
    return Gap(
        id=topic.id,
        name=topic.name,
        n=topic.now.count,
        questions=[topic.struggles[0].turn.text],
        nearest=[],
        conversations=topic.conversations,
        first_asked_at=min(times),
        last_asked_at=max(times),
    )

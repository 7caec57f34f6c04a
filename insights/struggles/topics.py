"""Struggles by what they are about: how many now and before, what is behind them, and which of them rise: Fisher's exact test of each,
and which of many p hold (Benjamini and Hochberg).
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.ports.topics import Topic, TopicFinder
from insights.figures import Rate
from insights.statistics import wilson
from insights.struggles.signs import Struggle


def rose(now: int, all_now: int, before: int, all_before: int) -> float:
    """The one-sided p of Fisher's exact test that the share ``now`` of ``all_now`` is larger than ``before`` of ``all_before``; 1 of
    nothing. R. A. Fisher, "The design of experiments" (1935). A test holds it to scipy's."""
    if not all_now or not all_before or not now:
        return 1.0
    total, marked = all_now + all_before, now + before
    whole = _log_choose(total, all_now)
    most = min(marked, all_now)
    logs = [
        _log_choose(marked, k) + _log_choose(total - marked, all_now - k) - whole
        for k in range(max(now, marked - all_before), most + 1)
    ]
    return min(1.0, math.fsum(math.exp(one) for one in logs))


def _log_choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)


def discoveries(p: Sequence[float], q: float) -> list[bool]:
    """Which hypotheses are rejected at the false discovery rate ``q``, in the order given. Y. Benjamini, Y. Hochberg, "Controlling the
    false discovery rate", JRSS B 57 (1995)."""
    ordered = sorted(range(len(p)), key=lambda i: p[i])
    last = max((rank for rank, i in enumerate(ordered, 1) if p[i] <= q * rank / len(p)), default=0)
    kept = set(ordered[:last])
    return [i in kept for i in range(len(p))]


FALSE_DISCOVERIES = 0.05  # the share of flags that may be wrong
FEWEST = 3  # conversations now, from which a topic is shown


@dataclass(frozen=True)
class Period:
    """[since, until), and how many conversations began a turn in it."""

    since: datetime
    until: datetime
    conversations: int

    def holds(self, at: datetime) -> bool:
        return self.since <= at < self.until


@dataclass(frozen=True)
class StruggleTopic:
    """``struggles`` of now, the most typical first; shares are of conversations."""

    id: str
    name: str
    struggles: list[Struggle]
    now: Rate
    before: Rate
    p: float
    is_rising: bool

    @property
    def conversations(self) -> list[str]:
        return list(dict.fromkeys(s.turn.conversation_id for s in self.struggles))

    @property
    def kinds(self) -> dict[str, int]:
        """In how many conversations each sign was seen."""
        seen = {(s.turn.conversation_id, sign) for s in self.struggles for sign in s.signs}
        return dict(Counter(sign for _, sign in seen).most_common())


async def struggle_topics(
    found: Sequence[Struggle], now: Period, before: Period, finder: TopicFinder
) -> tuple[list[StruggleTopic], int]:
    """The topics, largest first, and how many struggles there was no time to read."""
    asked: dict[str, list[Struggle]] = {}
    for one in sorted(found, key=lambda s: s.turn.id, reverse=True):
        asked.setdefault(" ".join(one.turn.text.lower().split()), []).append(one)
    texts = list(asked)
    topics = await finder.topics(texts)
    counted = [_topic([s for i in topic.rows for s in asked[texts[i]]], topic, now, before) for topic in topics.found]
    # By the sum of both periods, which says nothing of how it is parted: choosing by now alone would make p too small.
    tested = [one for one in counted if one.now.count + one.before.count >= FEWEST]
    rising = discoveries([one.p for one in tested], FALSE_DISCOVERIES)
    told = [replace(one, is_rising=rises) for one, rises in zip(tested, rising, strict=True) if one.now.count >= FEWEST]
    unread = sum(len(asked[texts[i]]) for i in topics.unread)
    return sorted(told, key=lambda one: (-one.now.count, one.id)), unread


def _topic(some: Sequence[Struggle], topic: Topic, now: Period, before: Period) -> StruggleTopic:
    current = [s for s in some if now.holds(s.turn.at)]
    in_now = len({s.turn.conversation_id for s in current})
    in_before = len({s.turn.conversation_id for s in some if before.holds(s.turn.at)})
    return StruggleTopic(
        id=min((s.turn.id for s in current), default=""),
        name=topic.name,
        struggles=current,
        now=wilson(in_now, now.conversations),
        before=wilson(in_before, before.conversations),
        p=rose(in_now, now.conversations, in_before, before.conversations),
        is_rising=False,
    )

"""Which remedy fits a struggle, by what is behind it. The order of the rules is in docs/struggles.md."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from domain.knowledge_care import GapDraft
from domain.remedies import ArticleRemedy, PolicyChange, RemedyKind, TextChange, Wanted
from insights.conversation_summary import SMALL_TALK
from insights.struggles.signs import Sign, Struggle
from insights.struggles.text_change import MessageTold
from insights.struggles.topics import StruggleTopic
from records.said import SaidTurn

_MISREAD: frozenset[Sign] = frozenset({"not_understood", "clarification", "said_again"})
_UNANSWERED: frozenset[Sign] = frozenset({"no_source", "not_understood"})


class Proposal(BaseModel):
    """``article``: the draft, its body empty where nobody has answered yet; ``words``: why this one; ``policy``: the rule that
    refused, where it is one of the policy file; ``wanted``: what the conversations are to come to as cases; ``text``: the message that
    did not serve, with no new words yet."""

    kind: RemedyKind
    words: str
    article: ArticleRemedy | None = None
    intent: str | None = None
    refusal: str | None = None
    policy: PolicyChange | None = None
    wanted: Wanted | None = None
    text: TextChange | None = None


@dataclass(frozen=True)
class Chosen:
    """What a person wants in place of what is proposed; what is None is taken from the proposal."""

    kind: RemedyKind | None = None
    article: ArticleRemedy | None = None
    intent: str | None = None
    policy_after: Any = None  # Any: JSON, each rule's own kind of value
    wanted: Wanted | None = None
    message: str | None = None  # whose words are to be others
    words: Mapping[str, str] = field(default_factory=dict)  # by language


def refused_turns(topic: StruggleTopic) -> list[SaidTurn]:
    """Those that the rule refused which refused most often, where half of the conversations were refused anything."""
    refusals = Counter((s.turn.refusal, s.turn.refused_action) for s in topic.struggles if s.turn.refusal)
    if not refusals or refusals.total() * 2 < len(topic.conversations):
        return []
    most = refusals.most_common(1)[0][0]
    return [s.turn for s in topic.struggles if (s.turn.refusal, s.turn.refused_action) == most]


def proposed(
    topic: StruggleTopic, draft: GapDraft | None, change: PolicyChange | None = None, said: Sequence[MessageTold] = ()
) -> Proposal:
    """``draft``: out of what a person answered in one of its conversations; ``change``: of the rule behind ``refused_turns``;
    ``said``: what its customers were told, most often first."""
    n = len(topic.conversations)
    if refused := refused_turns(topic):
        code, times = refused[0].refusal, len(refused)
        words = f"The rule {code} refused {times} of {n}: is it meant to?"
        return Proposal(kind="policy", refusal=code, policy=change, words=words)
    meant = Counter(intent for s in topic.struggles if (intent := _meant(s)))
    if meant.total() * 2 >= n:
        intent, times = meant.most_common(1)[0]
        words = f"{times} of {n} were understood as {intent} when they said it again: teach these words."
        return Proposal(kind="utterances", intent=intent, words=words)
    unanswered = {s.turn.conversation_id for s in topic.struggles if s.signs & _UNANSWERED}
    if len(unanswered) * 2 >= n:
        told = "A person answered it: their words are the draft." if draft else "Nobody has answered it yet."
        return Proposal(
            kind="article", article=_article(topic, draft), words=f"No article answered {len(unanswered)} of {n}. {told}"
        )
    cited = Counter(article for s in topic.struggles for article in s.turn.cited.items())
    if cited:
        (article_id, title), times = cited.most_common(1)[0]
        if times * 2 >= n:
            body = draft.body or "" if draft else ""
            article = ArticleRemedy(article_id=article_id, title=title, body=body)
            return Proposal(
                kind="article", article=article, words=f"“{title}” was quoted in {times} of {n} and did not serve."
            )
    if draft:
        return Proposal(
            kind="article", article=_article(topic, draft), words="A person answered it: their words are the draft."
        )
    if said and said[0].conversations * 2 >= n and not any("error" in s.signs for s in topic.struggles):
        words = f"{said[0].conversations} of {n} were told “{said[0].message}”, and it did not serve: say it in other words."
        return Proposal(kind="text", text=TextChange(message=said[0].message, before=said[0].words, after={}), words=words)
    return Proposal(
        kind="eval_case",
        words="What is wrong is not plain from the records: keep the conversations as eval cases.",
        wanted=Wanted(outcome="answered"),
    )


def _article(topic: StruggleTopic, draft: GapDraft | None) -> ArticleRemedy:
    question = " ".join(topic.struggles[0].turn.text.split())[:200]
    return ArticleRemedy(title=question[:1].upper() + question[1:], body=(draft.body or "") if draft else "")


def _meant(struggle: Struggle) -> str | None:
    """The intent that the same customer's next words were understood as, where it was another one and led to something done."""
    later = struggle.later
    if later is None or not struggle.signs & _MISREAD or later.intent in SMALL_TALK:
        return None
    return later.intent if later.called and later.intent != struggle.turn.intent else None

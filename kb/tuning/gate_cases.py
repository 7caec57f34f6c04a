"""The cases that the gate is fitted on and measured with: a question, its features, and whether the documents answer it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from domain.knowledge import ArticleDraft
from domain.ports.understanding import Embedder
from kb.answering.evidence import EvidenceReader
from kb.answering.feature_reader import FeatureReader, GateInput
from kb.answering.features import Neighbourhood
from kb.index.filters import Audience
from kb.index.segment_index import CANDIDATES
from kb.text.words import stems
from kb.tuning.measure import A_DAY, demo_articles, index_of
from kb.tuning.offline_index import OfflineIndex
from kb.tuning.questions import Question, held_out_questions, invented, shop_questions, telecom, trades

_PARTS = 12  # random parts of the demo's help centre
_SEED = 20
# Questions that sound like a shop's, about what no shop of ours has: the gate must weigh the one strange word.
_STRANGE_THINGS = (
    "submarine",
    "violin",
    "tractor",
    "trampoline",
    "telescope",
    "parrot",
    "helicopter",
    "piano",
    "tattoo",
    "passport",
)
_STRANGE_QUESTIONS = (
    "Do you sell {} spare parts?",
    "How do I clean a {}?",
    "How do I care for my {}?",
    "Can I rent a {} from you?",
    "When does the {} museum open?",
    "Where can I get a {} repaired?",
    "What size is the {}?",
    "How much is a {} lesson?",
)


@dataclass(frozen=True)
class Case:
    question: str
    kind: str  # "answerable", "title", "on_topic", "off_topic", "strange", "elsewhere", "left_out": its article taken away
    source: str  # of the knowledge base: "shop", "part", "invented", a trade, "held out"
    gate_input: GateInput
    vector: np.ndarray
    answered: bool
    found: bool  # the right article is among the first three


def common_stems() -> dict[str, float]:
    """How often a stem is in questions and titles, where that is not of one trade only: its second highest share of any."""
    texts = {"shop": [q.text for q in shop_questions()] + [draft.title for draft in demo_articles()]}
    for trade in trades():
        texts[trade.name] = [q.text for q in trade.questions] + [draft.title for draft in trade.articles]
    texts["invented"] = [text for one in invented() for text in one.answerable + one.unanswerable]
    shares: dict[str, list[float]] = {}
    for some in texts.values():
        held = [stem for text in some for stem in set(stems(text))]
        for stem in set(held):
            shares.setdefault(stem, []).append(held.count(stem) / len(some))
    second = {stem: sorted(of)[-2] for stem, of in sorted(shares.items()) if len(of) > 1}
    return {stem: round(share, 4) for stem, share in second.items() if share >= 0.004}


async def fit_cases(embedder: Embedder, common: Mapping[str, float]) -> list[Case]:
    """Of the shop, parts of its help centre, the trades, and the invented knowledge bases."""
    judging = _Judging(embedder, common)
    drafts, questions = demo_articles(), shop_questions()
    live = [d for d in drafts if (d.valid_until or A_DAY) >= A_DAY >= (d.valid_from or A_DAY)]
    titles = [Question(d.title, (_slug(d),), d.regions[0] if d.regions else None, "title") for d in live]
    strange = [Question(text.format(thing), kind="strange") for text in _STRANGE_QUESTIONS for thing in _STRANGE_THINGS]
    shop = await index_of(drafts, embedder)
    tags = {_slug(draft): set(draft.tags) for draft in drafts}
    cases = await judging.cases(shop, questions + titles + strange, "shop")
    cases += await judging.left_out(shop, questions, "shop", tags)
    foreign = [q for trade in trades() for q in trade.questions if q.articles]
    rng = np.random.default_rng(_SEED)
    for _ in range(_PARTS):
        kept = [live[k] for k in rng.choice(len(live), size=int(rng.integers(3, 60)), replace=False)]
        here = _asked_of_a_part(kept, questions + titles, tags, rng)
        cases += await judging.cases(await index_of(kept, embedder), here, "part")
    for trade in trades():
        index = await index_of(trade.articles, embedder)
        own = trade.questions + [Question(draft.title, (draft.title,), kind="title") for draft in trade.articles]
        cases += await judging.cases(index, own + [strange[k] for k in rng.permutation(len(strange))[:10]], trade.name)
        cases += await judging.left_out(index, trade.questions, trade.name, {})
    for number, small in enumerate(invented()):
        own = [Question(text, ("?",)) for text in small.answerable]
        own += [Question(draft.title, ("?",), kind="title") for draft in small.articles]
        own += [Question(text, kind="on_topic") for text in small.unanswerable]
        own += [strange[k] for k in rng.permutation(len(strange))[:6]]
        own += [Question(foreign[k].text, kind="elsewhere") for k in rng.permutation(len(foreign))[:10]]
        for k in rng.permutation(len(invented()))[:3]:
            own += [Question(text, kind="elsewhere") for text in invented()[k].answerable if k != number]
        cases += await judging.cases(await index_of(small.articles, embedder), own, "invented")
    return cases


async def held_out_cases(embedder: Embedder, common: Mapping[str, float]) -> list[Case]:
    """Of the held-out half, and of a trade that nothing is fitted on."""
    judging = _Judging(embedder, common)
    shop, other = await index_of(demo_articles(), embedder), telecom()
    cases = await judging.cases(shop, held_out_questions(), "held out")
    index = await index_of(other.articles, embedder)
    cases += await judging.cases(index, other.questions, other.name)
    return cases + await judging.left_out(index, other.questions, other.name, {})


class _Judging:
    def __init__(self, embedder: Embedder, common: Mapping[str, float]) -> None:
        self._reader = EvidenceReader(embedder)
        self._common = common

    async def cases(self, index: OfflineIndex, asked: Sequence[Question], source: str) -> list[Case]:
        return await self._read_all(index, asked, source, {}, leave_out=False)

    async def left_out(
        self, index: OfflineIndex, asked: Sequence[Question], source: str, tags: Mapping[str, set[str]]
    ) -> list[Case]:
        """Answerable questions as they look where their articles do not exist.

        Where the best of the rest shares one of ``tags``, it may well answer too, and the case is dropped.
        """
        return await self._read_all(index, [q for q in asked if q.articles], source, tags, leave_out=True)

    async def _read_all(
        self, index: OfflineIndex, asked: Sequence[Question], source: str, tags: Mapping[str, set[str]], leave_out: bool
    ) -> list[Case]:
        reader, found = FeatureReader(self._reader, index.lexical, index.words), []
        vectors = await self._reader.embedder.embed([q.text for q in asked])
        for question, vector in zip(asked, vectors, strict=True):
            audience = Audience.of(question.region, None, A_DAY)
            hits = index.hits(question.text, vector, audience)
            right = {hit.segment.article_id for hit in hits[:3]} & set(question.articles) or question.articles == ("?",)
            if leave_out:
                own = {tag for article in question.articles for tag in tags.get(article, ())}
                hits = [hit for hit in hits if hit.segment.article_id not in question.articles]
                if hits and tags.get(hits[0].segment.article_id, set()) & own:
                    continue
            if not hits:
                continue
            signals = index.signals(question.text, vector, audience)
            around = Neighbourhood.of(signals.cosines, signals.bm25, CANDIDATES)
            gate_input = await reader.read(question.text, vector, hits[:5], around, self._common)
            kind = "left_out" if leave_out else question.kind
            answered = bool(question.articles) and not leave_out
            found.append(Case(question.text, kind, source, gate_input, vector, answered, bool(right)))
        return found


def _asked_of_a_part(
    kept: Sequence[ArticleDraft], asked: Sequence[Question], tags: Mapping[str, set[str]], rng: np.random.Generator
) -> list[Question]:
    answers, topics = {_slug(draft) for draft in kept}, {tag for draft in kept for tag in draft.tags}
    yes = [q for q in asked if answers & set(q.articles)]
    no = [q for q in asked if not answers & set(q.articles) and not any(tags[a] & topics for a in q.articles)]
    gone = [Question(q.text, (), q.region, "elsewhere" if q.articles else q.kind) for q in no]
    return [yes[k] for k in rng.permutation(len(yes))[:40]] + [gone[k] for k in rng.permutation(len(gone))[:40]]


def _slug(draft: ArticleDraft) -> str:
    return (draft.source_id or draft.title).removesuffix(".md")

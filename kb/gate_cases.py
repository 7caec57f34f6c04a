"""The cases that the gate is fitted on: a question, its signs, and whether the documents answer it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from domain.knowledge import ArticleDraft
from domain.ports.understanding import Embedder
from kb.evidence import EvidenceReader
from kb.measure import A_DAY, demo_articles, trial_of
from kb.questions import Question, invented, shop_questions
from kb.scope import Audience
from kb.support import signs
from kb.trial import Trial
from kb.words import stems

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
    kind: str  # "answerable", "title", "on_topic", "off_topic", "strange", "elsewhere"
    source: str  # of the knowledge base: "shop", "part N", "invented N"
    group: str  # cases of one group are never on both sides of a cross-validation
    signs: np.ndarray
    answered: bool


def common_stems(questions: Sequence[Question], drafts: Sequence[ArticleDraft]) -> dict[str, float]:
    """The share of questions and titles that hold a stem, where it is at least one in a hundred."""
    texts = [question.text for question in questions] + [draft.title for draft in drafts]
    counts: dict[str, int] = {}
    for text in texts:
        for stem in set(stems(text)):
            counts[stem] = counts.get(stem, 0) + 1
    return {stem: round(n / len(texts), 4) for stem, n in sorted(counts.items()) if n >= 0.01 * len(texts)}


async def gate_cases(embedder: Embedder, common: Mapping[str, float]) -> list[Case]:
    """Every case of the shop, of parts of its help centre, and of the invented knowledge bases."""
    drafts, questions = demo_articles(), shop_questions()
    titles = [Question(draft.title, _slug(draft), draft.regions[0] if draft.regions else None, "title") for draft in drafts]
    strange = [Question(text.format(thing), kind="strange") for text in _STRANGE_QUESTIONS for thing in _STRANGE_THINGS]
    asked = questions + titles
    reader = EvidenceReader(embedder)
    cases = await _judged(await trial_of(drafts, embedder), asked + strange, reader, common, "shop")
    rng = np.random.default_rng(_SEED)
    for part in range(_PARTS):
        kept = [drafts[k] for k in rng.choice(len(drafts), size=int(rng.integers(3, 40)), replace=False)]
        answers = {_slug(draft) for draft in kept}
        topics = {tag for draft in kept for tag in draft.tags}
        tags = {_slug(draft): set(draft.tags) for draft in drafts}
        clear = [q for q in asked if q.article is None or q.article in answers or not tags[q.article] & topics]
        some = [clear[k] for k in rng.permutation(len(clear))[:80]]
        here = [
            q if q.article in answers else Question(q.text, None, q.region, "elsewhere" if q.article else q.kind)
            for q in some
        ]
        cases.extend(await _judged(await trial_of(kept, embedder), here, reader, common, f"part {part}"))
    for number, small in enumerate(invented()):
        own = [Question(text, "?") for text in small.answerable]
        own += [Question(draft.title, draft.title, kind="title") for draft in small.articles]
        foreign = [q for q in asked if q.article and q.kind == "answerable"]
        own += [Question(text, kind="on_topic") for text in small.unanswerable]
        own += [strange[k] for k in rng.permutation(len(strange))[:6]]
        own += [Question(foreign[k].text, kind="elsewhere") for k in rng.permutation(len(foreign))[:10]]
        for k in rng.permutation(len(invented()))[:3]:
            own += [Question(text, kind="elsewhere") for text in invented()[k].answerable if k != number]
        cases.extend(await _judged(await trial_of(small.articles, embedder), own, reader, common, f"invented {number}"))
    return cases


async def _judged(
    trial: Trial, asked: Sequence[Question], reader: EvidenceReader, common: Mapping[str, float], source: str
) -> list[Case]:
    cases = []
    vectors = dict(zip([q.text for q in asked], await reader.embedder.embed([q.text for q in asked]), strict=True))
    for question in asked:
        hits = trial.hits(question.text, vectors[question.text], Audience.of(question.region, None, A_DAY))[:5]
        found = question.article == "?" or question.article in {hit.segment.article_id for hit in hits[:3]}
        if not hits or (question.article is not None and not found):
            continue  # the search is at fault: nothing to learn for the gate
        thing = next((thing for thing in _STRANGE_THINGS if question.kind == "strange" and thing in question.text), None)
        group = thing or (source if source.startswith("invented") else question.text)
        answered = question.article is not None
        evidence = await reader.read(question.text, vectors[question.text], hits, trial.lexical)
        values = signs(question.text, hits, trial.lexical, common, evidence)
        cases.append(Case(question.text, question.kind, source, group, values, answered))
    return cases


def _slug(draft: ArticleDraft) -> str:
    return (draft.source_id or draft.title).removesuffix(".md")

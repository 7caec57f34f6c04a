"""Fit the weights of the fused ranking on the fit half of our questions: `python -m kb.tuning.fit_fusion`."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import product
from pathlib import Path
from pkgutil import resolve_name

import click
import numpy as np

from domain.ports.understanding import Embedder
from kb.index.filters import Audience
from kb.index.ranking import Weights
from kb.tuning.measure import A_DAY, demo_articles, index_of
from kb.tuning.offline_index import OfflineIndex
from kb.tuning.questions import Question, shop_questions, trades

_GRID = {
    "words": (0.0, 0.05, 0.1, 0.15, 0.2),
    "cover": (0.05, 0.1, 0.15, 0.2, 0.25),
    "regional": (0.03, 0.06, 0.09, 0.12, 0.15),
}
_FLAT = 0.004  # weights whose figure is this near to the best one are as good: their mean is taken
# Articles that have a regional brother: asked from a region, another article may be as right.
_REGIONAL = ("delivery-", "returns", "express", "vat", "islands", "customs", "guarantee", "warranty", "two-person")

# Of one question: (n, 4) signals of its candidates, (n,) their articles, and those that are right.
Asked = tuple[np.ndarray, np.ndarray, tuple[str, ...]]


def general_questions(questions: Sequence[Question]) -> list[Question]:
    """Questions without a region, asked from one: they teach what a regional text must not push away."""
    regions = ("US", "GB", "DE", "FR", "CA")
    asked = [q for q in questions if q.articles and not q.region and not any(a.startswith(_REGIONAL) for a in q.articles)]
    return [Question(q.text, q.articles, regions[k % len(regions)]) for k, q in enumerate(asked)]


async def asked(index: OfflineIndex, questions: Sequence[Question], embedder: Embedder) -> list[Asked]:
    found = []
    for question in questions:
        if question.articles:
            vector = (await embedder.embed([question.text]))[0]
            signals = index.signals(question.text, vector, Audience.of(question.region, None, A_DAY)).signals
            rows = np.array([[one.cosine, one.words, one.cover, float(one.regional)] for one in signals.values()])
            articles = np.array([index.segments[i].article_id for i in signals])
            found.append((rows, articles, question.articles))
    return found


def mean_reciprocal_rank(questions: Sequence[Asked], weights: Weights) -> float:
    factors = np.array([1.0, weights.words, weights.cover, weights.regional])
    total = 0.0
    for rows, articles, right in questions:
        scores = rows @ factors
        is_right = np.isin(articles, right)
        if is_right.any():
            ahead = set(articles[~is_right & (scores > scores[is_right].max())])
            total += 1 / (1 + len(ahead))
    return total / len(questions)


def grid() -> Iterator[Weights]:
    for values in product(*_GRID.values()):
        yield Weights(*values)


async def _questions(embedder: Embedder) -> list[Asked]:
    shop = shop_questions()
    found = await asked(await index_of(demo_articles(), embedder), shop + general_questions(shop), embedder)
    for trade in trades():
        found += await asked(await index_of(trade.articles, embedder), trade.questions, embedder)
    return found


@click.command()
@click.option("--embedder", default="models.embeddings:MiniLmEmbedder", help="module:class of the embedder")
@click.option("--out", type=click.Path(path_type=Path), default=Path(__file__).parents[1] / "index" / "fusion.json")
def main(embedder: str, out: Path) -> None:
    """Take the middle of the weights with the best mean reciprocal rank.

    `python -m kb.tuning.measure` tells what they are worth elsewhere."""
    made: Embedder = resolve_name(embedder)()
    questions = asyncio.run(_questions(made))
    values = {weights: mean_reciprocal_rank(questions, weights) for weights in grid()}
    best = max(values.values())
    as_good = [asdict(weights) for weights, value in values.items() if value >= best - _FLAT]
    chosen = {name: round(float(np.mean([one[name] for one in as_good])), 3) for name in _GRID}
    out.write_text(json.dumps(chosen) + "\n", encoding="utf-8")
    value = mean_reciprocal_rank(questions, Weights(**chosen))
    click.echo(
        f"{chosen}: {value:.4f} on {len(questions)} questions; best of the grid {best:.4f}, of {len(as_good)} as good"
    )


if __name__ == "__main__":
    main()

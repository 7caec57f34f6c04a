"""How often search finds the right article: `python -m kb.tuning.measure`. Only questions that nothing was fitted on count."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pkgutil import resolve_name

import click
import numpy as np

from domain.knowledge import ArticleDraft
from domain.ports.understanding import Embedder
from kb.importing.markdown import read_folder
from kb.index.dense import segment_vectors
from kb.index.filters import Audience, language
from kb.index.versions import SEARCHED
from kb.tuning.offline_index import OfflineIndex, segments_of
from kb.tuning.questions import Question, held_out_questions, shop_questions, telecom

# A day on which the demo shop's articles about Christmas are valid.
A_DAY = datetime(2026, 12, 1, 12, tzinfo=UTC)

Ranking = Callable[[OfflineIndex, str, np.ndarray, Audience], list[str]]  # article ids, best first, perhaps repeated


def demo_articles() -> list[ArticleDraft]:
    """The articles of the demo shop that are searched: versions in other languages are found through these."""
    from importlib.resources import as_file, files

    with as_file(files("demo").joinpath("articles")) as folder:
        return [draft for draft in read_folder(folder) if language(draft.locale) == SEARCHED]


async def index_of(drafts: Sequence[ArticleDraft], embedder: Embedder) -> OfflineIndex:
    segments = segments_of(drafts)
    return OfflineIndex(segments, await segment_vectors(embedder, segments))


def hybrid(index: OfflineIndex, question: str, vector: np.ndarray, audience: Audience) -> list[str]:
    """As the service ranks."""
    return [hit.segment.article_id for hit in index.hits(question, vector, audience)]


def dense(index: OfflineIndex, _: str, vector: np.ndarray, audience: Audience) -> list[str]:
    """By the vectors alone."""
    return [index.segments[i].article_id for i in index.cosines(vector, audience)]


def lexical(index: OfflineIndex, question: str, _: np.ndarray, audience: Audience) -> list[str]:
    """By BM25 alone."""
    return [index.segments[i].article_id for i in index.bm25(question, audience)]


async def ranks(
    embedder: Embedder, drafts: Sequence[ArticleDraft], questions: Sequence[Question], ranking: Ranking = hybrid
) -> list[tuple[Question, int]]:
    """For each answerable question, the rank (from 1) of the first right article among those found; 0 for not found."""
    index = await index_of(drafts, embedder)
    found = []
    for question in questions:
        if question.articles:
            vector = (await embedder.embed([question.text]))[0]
            ranked = ranking(index, question.text, vector, Audience.of(question.region, None, A_DAY))
            right = (k for k, article in enumerate(dict.fromkeys(ranked), 1) if article in question.articles)
            found.append((question, next(right, 0)))
    return found


def figures(ranked: Sequence[int]) -> dict[str, float]:
    """Shares of questions with the right article at rank 1 and within 5, and the mean reciprocal rank."""
    places = np.array(ranked)
    reciprocal = np.divide(1.0, places, out=np.zeros(len(places)), where=places > 0)
    within = {f"R@{k}": float(np.mean((places > 0) & (places <= k))) for k in (1, 5)}
    return within | {"MRR": float(reciprocal.mean())}


@click.command()
@click.option("--embedder", default="models.embeddings:MiniLmEmbedder", help="module:class of the embedder")
@click.option("--misses", is_flag=True, help="list the questions whose article is not first")
def main(embedder: str, misses: bool) -> None:
    """Compare the hybrid ranking with each alone."""
    made: Embedder = resolve_name(embedder)()
    other = telecom()
    for label, drafts, questions in [
        ("demo shop, held out", demo_articles(), held_out_questions()),
        ("demo shop, fitted on", demo_articles(), shop_questions()),
        ("another trade (telecom)", other.articles, other.questions),
    ]:
        answerable = sum(bool(question.articles) for question in questions)
        click.echo(f"{label}: {answerable} questions, {len(drafts)} articles")
        for ranking in (hybrid, dense, lexical):
            ranked = asyncio.run(ranks(made, drafts, questions, ranking))
            values = figures([rank for _, rank in ranked])
            click.echo(f"  {ranking.__name__:8}" + "  ".join(f"{key} {value:.3f}" for key, value in values.items()))
            if misses and ranking is hybrid:
                for question, rank in ranked:
                    if rank != 1:
                        click.echo(f"    {rank:3} {'|'.join(question.articles)}: {question.text}")


if __name__ == "__main__":
    main()

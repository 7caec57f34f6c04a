"""How often search finds the right article: `python -m kb.measure`."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from pkgutil import resolve_name

import click
import numpy as np

from domain.knowledge import ArticleDraft
from domain.ports.understanding import Embedder
from kb.dense import embedded_text
from kb.folder import read_folder
from kb.questions import Question, shop_questions
from kb.scope import Audience
from kb.trial import Trial, segments_of

# A day on which every article of the demo shop is valid.
A_DAY = datetime(2026, 12, 1, 12, tzinfo=UTC)


def demo_articles() -> list[ArticleDraft]:
    """The articles of the demo shop."""
    from importlib.resources import as_file, files

    with as_file(files("kb").joinpath("articles")) as folder:
        return read_folder(folder)


async def trial_of(drafts: Sequence[ArticleDraft], embedder: Embedder) -> Trial:
    segments = segments_of(drafts)
    return Trial(segments, await embedder.embed([embedded_text(segment) for segment in segments]))


async def ranks(embedder: Embedder, *, dense: bool = True, lexical: bool = True) -> list[tuple[Question, int]]:
    """For each answerable question, the rank (from 1) of its article among the articles found; 0 for not found."""
    trial = await trial_of(demo_articles(), embedder)
    found = []
    for question in shop_questions():
        if question.article is None:
            continue
        vector = (await embedder.embed([question.text]))[0]
        audience = Audience.of(question.region, None, A_DAY)
        hits = trial.hits(question.text, vector, audience, dense=dense, lexical=lexical)
        articles = list(dict.fromkeys(hit.segment.article_id for hit in hits))
        found.append((question, articles.index(question.article) + 1 if question.article in articles else 0))
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
    """Compare both rankings fused with each alone, on kb/questions/answerable.csv."""
    made: Embedder = resolve_name(embedder)()
    for name, dense, lexical in [("fused", True, True), ("dense", True, False), ("bm25", False, True)]:
        ranked = asyncio.run(ranks(made, dense=dense, lexical=lexical))
        click.echo(f"{name:6} " + "  ".join(f"{key} {value:.3f}" for key, value in figures([r for _, r in ranked]).items()))
        if misses and dense and lexical:
            for question, rank in ranked:
                if rank != 1:
                    click.echo(f"  {rank:3} {question.article}: {question.text}")


if __name__ == "__main__":
    main()

"""Suites that conversations left behind, against the articles as they are now: `flags`, answers that were wrong once, and
`conversations`, what somebody kept."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.knowledge import Article
from evals.suite import Case, SuiteInvalid
from insights.regression_case import exactly
from records.engine.session import Database
from records.flags import EvalCase, Source

SOURCES: dict[str, Source] = {"flags": "flag", "conversations": "conversation"}  # by the suite's name
_NONE_YET: dict[Source, str] = {
    "flag": "no flag was resolved by an article yet",
    "conversation": "no conversation was kept as a case yet",
}
_PAGE = 500


@dataclass
class StoredSuite:
    """``articles`` are the live ones: what the cases are run against."""

    cases: list[Case]
    articles: list[Article]


async def stored_suite(database: Database, source: Source) -> StoredSuite:
    """Read the suite from a service's own database. Raises ``SuiteInvalid`` where there is no case yet."""
    kept: list[EvalCase] = []
    async with database.read() as unit:
        while page := await unit.eval_cases.page(kept[-1].id if kept else None, _PAGE, source):
            kept += page
    if not kept:
        raise SuiteInvalid(_NONE_YET[source])
    articles = await live_articles(database)
    return StoredSuite(cases_now(kept, articles), articles)


async def live_articles(database: Database) -> list[Article]:
    articles: list[Article] = []
    async with database.read() as unit:
        while more := await unit.articles.articles(after=articles[-1].id if articles else None, limit=_PAGE):
            articles += more
    return articles


def cases_now(kept: Sequence[EvalCase], articles: Sequence[Article]) -> list[Case]:
    """The cases, those of flags brought up to the articles' later edits.

    The fixed article is known by its id, whatever its title is now. What the article itself no longer says need not be said:
    an editor changed it again. What was wrong stays wrong. Of a deleted article only that remains.
    """
    live = {article.id: article for article in articles}
    cases = []
    for one in kept:
        case = Case.model_validate(one.document)
        if one.article_id is not None:
            _bring_up(case, live.get(one.article_id))
        cases.append(case)
    return cases


def _bring_up(case: Case, article: Article | None) -> None:
    expect = case.turns[-1].expect
    if article is None:
        expect.outcome, expect.cites, expect.says = None, None, []
    else:
        expect.cites = exactly(article.title)
        expect.says = [p for p in expect.says if re.search(p, f"{article.title}\n{article.body}", re.IGNORECASE)]

"""The suite `flags`: conversations with an answer that was wrong once, against the articles as they are now."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.knowledge import Article
from evals.suite import Case, SuiteInvalid
from insights.regression_case import exactly
from records.engine.session import Database
from records.eval_cases import EvalCase

NAME = "flags"
_PAGE = 500


@dataclass
class FlaggedSuite:
    """``articles`` are the live ones: what the cases are run against."""

    cases: list[Case]
    articles: list[Article]


async def flagged_suite(database: Database) -> FlaggedSuite:
    """Read the suite from a service's own database. Raises ``SuiteInvalid`` where no flag was resolved by an article."""
    kept: list[EvalCase] = []
    articles: list[Article] = []
    async with database.read() as unit:
        while page := await unit.eval_cases.page(kept[-1].id if kept else None, _PAGE):
            kept += page
        while more := await unit.articles.articles(after=articles[-1].id if articles else None, limit=_PAGE):
            articles += more
    if not kept:
        raise SuiteInvalid("no flag was resolved by an article yet")
    return FlaggedSuite(cases_now(kept, articles), articles)


def cases_now(kept: Sequence[EvalCase], articles: Sequence[Article]) -> list[Case]:
    """The cases, brought up to the articles' later edits.

    The fixed article is known by its id, whatever its title is now. What the article itself no longer says need not be said:
    an editor changed it again. What was wrong stays wrong. Of a deleted article only that remains.
    """
    live = {article.id: article for article in articles}
    cases = []
    for one in kept:
        case = Case.model_validate(one.document)
        expect, article = case.turns[-1].expect, live.get(one.article_id)
        if article is None:
            expect.outcome, expect.cites, expect.says = None, None, []
        else:
            expect.cites = exactly(article.title)
            expect.says = [p for p in expect.says if re.search(p, f"{article.title}\n{article.body}", re.IGNORECASE)]
        cases.append(case)
    return cases

"""Tries a remedy beside the service: its conversations on the service's own articles, and the suites, now and with the remedy.

Nothing of the service's stores is written; the conversations' masked words are read from them."""

from collections.abc import Awaitable, Callable, Sequence

from domain.clock import Clock
from domain.knowledge import Article, ArticleDraft
from domain.remedies import CaseTried, Evaluation, SuiteTried
from evals.suite import Case, load_suite
from insights.regression_case import exactly
from insights.struggles.remedy_service import draft_of
from records.engine.session import Database
from supportgraph.own_process import in_own_process
from supportgraph.remedy_process import Order, Passed

MOST_CASES = 12  # conversations that are said again
_PAGE = 500

Run = Callable[[Order], Awaitable[Passed]]


async def in_a_process(order: Order) -> Passed:
    """Raises ``OwnProcessBroken``."""
    return await in_own_process("supportgraph.remedy_process", order, Passed)


class RemedyEvaluation:
    """``suites``: names or paths of those that must not get worse."""

    def __init__(self, database: Database, graph: str, suites: Sequence[str], clock: Clock, run: Run = in_a_process) -> None:
        self._database, self._graph, self._suites, self._clock, self._run = database, graph, suites, clock, run

    async def __call__(self, remedy_id: str) -> Evaluation:
        """Raises ``LookupError`` where the remedy is gone, or holds no article; ``OwnProcessBroken``."""
        async with self._database.read() as unit:
            remedy = await unit.remedies.get(remedy_id)
            said = await unit.remedies.said(remedy_id)
            articles: list[Article] = []
            while more := await unit.articles.articles(after=articles[-1].id if articles else None, limit=_PAGE):
                articles += more
        if remedy is None or remedy.article is None:
            raise LookupError("there is no such remedy")
        target = next((a for a in articles if a.id == remedy.article.article_id), None)
        draft = draft_of(remedy, target)
        cases = _cases(said, draft.title)
        passed = await self._run(self._order(cases, draft, target, articles))
        tried = [CaseTried(conversation_id=c, before=i in passed.before, after=i in passed.after) for i, c in _named(cases)]
        suites = [await self._suite(name, draft, target) for name in self._suites]
        return _judged(tried, suites, is_new=target is None, clock=self._clock)

    def _order(
        self, cases: list[Case], draft: ArticleDraft, target: Article | None, articles: list[Article] | None
    ) -> Order:
        replaces = target.title if target else None
        return Order(graph=self._graph, cases=cases, articles=articles, added=draft, replaces=replaces)

    async def _suite(self, name: str, draft: ArticleDraft, target: Article | None) -> SuiteTried:
        cases = load_suite(name)
        passed = await self._run(self._order(cases, draft, target, None))
        broken = sorted(set(passed.before) - set(passed.after))
        shown = name.rpartition("/")[2]
        return SuiteTried(suite=shown, cases=len(cases), before=len(passed.before), after=len(passed.after), broken=broken)


def _cases(said: Sequence[tuple[str, str, str]], title: str) -> list[Case]:
    """The latest conversations first, each question once: it is to be answered, from the remedy's article."""
    by_text = {" ".join(text.lower().split()): (conversation_id, text) for _, conversation_id, text in said}
    latest = list(reversed(by_text.values()))[:MOST_CASES]
    expect = {"outcome": "answered", "cites": exactly(title)}
    return [
        Case.model_validate({"id": f"{n}-{c}", "consent": True, "turns": [{"say": text, "expect": expect}]})
        for n, (c, text) in enumerate(latest)
    ]


def _named(cases: Sequence[Case]) -> list[tuple[str, str]]:
    """(case, conversation)."""
    return [(case.id, case.id.partition("-")[2]) for case in cases]


def _judged(cases: list[CaseTried], suites: list[SuiteTried], *, is_new: bool, clock: Clock) -> Evaluation:
    """What replaces a text need not answer more than before; it may answer nothing less."""
    better, worse = sum(c.after > c.before for c in cases), sum(c.after < c.before for c in cases)
    broken, answered = sum(len(s.broken) for s in suites), sum(c.after for c in cases)
    is_passed = worse == 0 and broken == 0 and (better if is_new else answered) > 0
    words = f"{answered} of {len(cases)} conversations would be answered from it ({better} more, {worse} fewer than now)"
    told = f"{words}; {broken} cases of the suites would break." if suites else f"{words}."
    return Evaluation(at=clock(), cases=cases, suites=suites, is_passed=is_passed, words=told)

"""Tries a remedy beside the service: its conversations on the service's own articles, and the suites, now and with the remedy, be it an
article or a rule.

Nothing of the service's stores is written; the conversations' masked words are read from them."""

from collections.abc import Awaitable, Callable, Sequence

from domain.clock import Clock
from domain.errors import NotFound, ValidationFailed
from domain.knowledge import Article
from domain.remedies import ArticleRemedy, CaseTried, Evaluation, PolicyChange, Remedy, SuiteTried
from evals.stored import live_articles
from evals.suite import Case, load_suite
from insights.conversation_case import stored_case
from insights.history.documents import policy_file
from insights.regression_case import exactly
from insights.struggles.remedy_service import draft_of
from insights.struggles.rule_change import changed as with_change
from records.engine.session import Database
from records.engine.unit import Unit
from supportgraph.own_process import in_own_process
from supportgraph.remedy_process import Order, Passed, Rules

MOST_CASES = 12  # conversations that are said again
_NOT_REFUSED = ["answered", "action_done", "asked_for_confirmation", "asked_for_input"]
_FROM_AN_ARTICLE, _BY_A_RULE = "be answered from it", "not be refused"

Run = Callable[[Order], Awaitable[Passed]]


async def in_a_process(order: Order) -> Passed:
    """Raises ``OwnProcessBroken``."""
    return await in_own_process("supportgraph.remedy_process", order, Passed)


class RemedyEvaluation:
    """``suites``: names or paths of those that must not get worse."""

    def __init__(self, database: Database, graph: str, suites: Sequence[str], clock: Clock, run: Run = in_a_process) -> None:
        self._database, self._graph, self._suites, self._clock, self._run = database, graph, suites, clock, run

    async def __call__(self, remedy_id: str) -> Evaluation:
        """Raises ``LookupError`` where the remedy is gone, or is nothing to be tried; ``OwnProcessBroken``."""
        async with self._database.read() as unit:
            remedy = await unit.remedies.get(remedy_id)
        if remedy is not None and remedy.article is not None:
            return await self._article(remedy, remedy.article)
        if remedy is not None and remedy.policy is not None and remedy.policy.after is not None:
            return await self._rule(remedy, remedy.policy)
        raise LookupError("there is no such remedy")

    async def _article(self, remedy: Remedy, wanted: ArticleRemedy) -> Evaluation:
        articles = await live_articles(self._database)
        async with self._database.read() as unit:
            said = await unit.remedies.said(remedy.id)
        target = next((a for a in articles if a.id == wanted.article_id), None)
        draft = draft_of(remedy, target)
        changed = Order(graph=self._graph, cases=[], articles=None, added=draft, replaces=target.title if target else None)
        cases = _cases(said, draft.title)
        tried, suites = await self._tried(changed, cases, articles)
        return _judged(tried, suites, _FROM_AN_ARTICLE, is_new=target is None, clock=self._clock)

    async def _rule(self, remedy: Remedy, change: PolicyChange) -> Evaluation:
        async with self._database.read() as unit:
            _, text = await policy_file(unit)
            said = await unit.remedies.said(remedy.id)
            turns = {conversation_id: turn_id for turn_id, conversation_id, _ in said}
            latest = list(reversed(turns.items()))[:MOST_CASES]
            cases = [case for n, (c, t) in enumerate(latest) if (case := await _as_it_went(unit, n, c, t)) is not None]
        rules = Rules(before=text, after=with_change(text, change))
        order = Order(graph=self._graph, cases=[], articles=None, rules=rules)
        tried, suites = await self._tried(order, cases, await live_articles(self._database))
        return _judged(tried, suites, _BY_A_RULE, is_new=True, clock=self._clock)

    async def _tried(
        self, order: Order, cases: list[Case], articles: list[Article]
    ) -> tuple[list[CaseTried], list[SuiteTried]]:
        passed = await self._run(order.model_copy(update={"cases": cases, "articles": articles}))
        tried = [CaseTried(conversation_id=c, before=i in passed.before, after=i in passed.after) for i, c in _named(cases)]
        return tried, [await self._suite(name, order) for name in self._suites]

    async def _suite(self, name: str, order: Order) -> SuiteTried:
        cases = load_suite(name)
        passed = await self._run(order.model_copy(update={"cases": cases}))
        broken = sorted(set(passed.before) - set(passed.after))
        shown = name.rpartition("/")[2]
        return SuiteTried(suite=shown, cases=len(cases), before=len(passed.before), after=len(passed.after), broken=broken)


async def _as_it_went(unit: Unit, n: int, conversation_id: str, turn_id: str) -> Case | None:
    """The conversation up to the refused turn, with its back office as it was then: nothing is to be refused at its end. None of
    one that cannot be said again."""
    try:
        document = await stored_case(unit, conversation_id, until=turn_id, should={"outcome": _NOT_REFUSED})
    except (NotFound, ValidationFailed):
        return None
    steps = [step if step is document["turns"][-1] else {**step, "expect": {}} for step in document["turns"]]
    return Case.model_validate({**document, "id": f"{n}-{conversation_id}", "turns": steps})


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


def _judged(cases: list[CaseTried], suites: list[SuiteTried], what: str, *, is_new: bool, clock: Clock) -> Evaluation:
    """What replaces a text need not answer more than before; it may answer nothing less."""
    better, worse = sum(c.after > c.before for c in cases), sum(c.after < c.before for c in cases)
    broken, answered = sum(len(s.broken) for s in suites), sum(c.after for c in cases)
    is_passed = worse == 0 and broken == 0 and (better if is_new else answered) > 0
    words = f"{answered} of {len(cases)} conversations would {what} ({better} more, {worse} fewer than now)"
    told = f"{words}; {broken} cases of the suites would break." if suites else f"{words}."
    return Evaluation(at=clock(), cases=cases, suites=suites, is_passed=is_passed, words=told)

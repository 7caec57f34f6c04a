"""Tries a remedy beside the service: its conversations on the service's own articles, and the suites, now and with the remedy, be it an
article, a rule or a wording.

Nothing of the service's stores is written; the conversations' masked words are read from them."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from domain.clock import Clock
from domain.conversation import JsonObject
from domain.errors import NotFound, ValidationFailed
from domain.knowledge import Article
from domain.messages.messages import Messages
from domain.remedies import ArticleRemedy, CaseTried, Evaluation, PolicyChange, Remedy, SuiteTried, TextChange
from evals.stored import live_articles
from evals.suite import Case, load_suite
from insights.conversation_case import stored_case
from insights.history.documents import policy_file, text_files
from insights.regression_case import exactly
from insights.struggles.remedy_service import draft_of
from insights.struggles.rule_change import changed as with_change
from insights.struggles.text_change import as_told, with_words
from records.engine.session import Database
from records.engine.unit import Unit
from supportgraph.processes.own_process import in_own_process
from supportgraph.processes.remedy_process import Files, Order, Passed

MOST_CASES = 12  # conversations that are said again
_NOT_REFUSED = ["answered", "action_done", "asked_for_confirmation", "asked_for_input"]
_FROM_AN_ARTICLE, _BY_A_RULE, _IN_WORDS = "be answered from it", "not be refused", "be told it in these words"

Run = Callable[[Order], Awaitable[Passed]]


async def in_a_process(order: Order) -> Passed:
    """Raises ``OwnProcessBroken``."""
    return await in_own_process("supportgraph.processes.remedy_process", order, Passed)


@dataclass
class _Talks:
    """Conversations to be said again, as they should go and as they went; ``unsaid``: how many more cannot be."""

    cases: list[Case]
    as_they_were: list[Case] = field(default_factory=list)
    unsaid: int = 0


@dataclass(frozen=True)
class _Tried:
    cases: list[CaseTried]
    untried: int
    suites: list[SuiteTried]


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
        if remedy is not None and remedy.text is not None:
            return await self._text(remedy, remedy.text)
        raise LookupError("there is no such remedy")

    async def _article(self, remedy: Remedy, wanted: ArticleRemedy) -> Evaluation:
        articles = await live_articles(self._database)
        async with self._database.read() as unit:
            said = await unit.remedies.said(remedy.id)
        target = next((a for a in articles if a.id == wanted.article_id), None)
        draft = draft_of(remedy, target)
        changed = Order(graph=self._graph, cases=[], articles=None, added=draft, replaces=target.title if target else None)
        tried = await self._tried(changed, _Talks(_cases(said, draft.title)), articles)
        return self._judged(tried, _FROM_AN_ARTICLE, is_new=target is None)

    async def _rule(self, remedy: Remedy, change: PolicyChange) -> Evaluation:
        async with self._database.read() as unit:
            name, text = await policy_file(unit)
            talks = await _as_they_went(unit, remedy, lambda _: {"outcome": _NOT_REFUSED})
        rules = Files(before={name: text}, after={name: with_change(text, change)})
        order = Order(graph=self._graph, cases=[], articles=None, rules=rules)
        return self._judged(await self._tried(order, talks, await live_articles(self._database)), _BY_A_RULE, is_new=True)

    async def _text(self, remedy: Remedy, change: TextChange) -> Evaluation:
        """What is said in the new words has to come to what it came to, and to be said where it was said."""
        async with self._database.read() as unit:
            before = await text_files(unit)
            talks = await _as_they_went(unit, remedy, lambda locale: as_told(change, locale))
        after = with_words(before, change, Messages.load())
        texts = Files(before=before, after={name: text for name, text in after.items() if text is not None})
        order = Order(graph=self._graph, cases=[], articles=None, texts=texts)
        return self._judged(await self._tried(order, talks, await live_articles(self._database)), _IN_WORDS, is_new=False)

    async def _tried(self, order: Order, talks: _Talks, articles: list[Article]) -> _Tried:
        """One that helps neither way and does not go as it went, either, says nothing: who proved themselves by a code cannot do
        so again."""
        passed = await self._run(
            order.model_copy(update={"cases": [*talks.cases, *talks.as_they_were], "articles": articles})
        )
        lost = {one.id.removeprefix("was-") for one in talks.as_they_were if one.id not in passed.before}
        lost -= {*passed.before, *passed.after}
        tried = [
            CaseTried(conversation_id=c, before=i in passed.before, after=i in passed.after)
            for i, c in _named(talks.cases)
            if i not in lost
        ]
        return _Tried(tried, talks.unsaid + len(lost), [await self._suite(name, order) for name in self._suites])

    async def _suite(self, name: str, order: Order) -> SuiteTried:
        cases = load_suite(name)
        passed = await self._run(order.model_copy(update={"cases": cases}))
        broken = sorted(set(passed.before) - set(passed.after))
        shown = name.rpartition("/")[2]
        return SuiteTried(suite=shown, cases=len(cases), before=len(passed.before), after=len(passed.after), broken=broken)

    def _judged(self, tried: _Tried, what: str, *, is_new: bool) -> Evaluation:
        """What replaces a text need not answer more than before; it may answer nothing less."""
        cases, suites = tried.cases, tried.suites
        better, worse = sum(c.after > c.before for c in cases), sum(c.after < c.before for c in cases)
        broken, answered = sum(len(s.broken) for s in suites), sum(c.after for c in cases)
        words = f"{answered} of {len(cases)} conversations would {what} ({better} more, {worse} fewer than now)"
        untried = f"; {tried.untried} could not be said again" if tried.untried else ""
        told = f"{words}{untried}; {broken} cases of the suites would break." if suites else f"{words}{untried}."
        return Evaluation(
            at=self._clock(),
            cases=cases,
            untried=tried.untried,
            suites=suites,
            is_passed=worse == 0 and broken == 0 and (better if is_new else answered) > 0,
            words=told,
        )


async def _as_they_went(unit: Unit, remedy: Remedy, wanted: Callable[[str], JsonObject | None]) -> _Talks:
    """The latest conversations up to the turn that struggled, each with its back office as it was then. ``wanted``: by its
    locale, what that turn is to come to; None: the conversation has nothing to do with the remedy."""
    turns = {conversation_id: turn_id for turn_id, conversation_id, _ in await unit.remedies.said(remedy.id)}
    talks = _Talks([])
    for conversation_id, turn_id in reversed(turns.items()):
        conversation = await unit.conversations.get(conversation_id)
        should = wanted(conversation.locale) if conversation else None
        if should is None:
            continue
        name = f"{len(talks.cases)}-{conversation_id}"
        try:
            talks.cases.append(await _case(unit, name, conversation_id, turn_id, should))
            talks.as_they_were.append(await _case(unit, f"was-{name}", conversation_id, turn_id, None))
        except (NotFound, ValidationFailed):
            talks.unsaid += 1
        if len(talks.cases) + talks.unsaid == MOST_CASES:
            break
    return talks


async def _case(unit: Unit, name: str, conversation_id: str, turn_id: str, should: JsonObject | None) -> Case:
    """Raises ``NotFound`` or ``ValidationFailed`` of one that cannot be said again."""
    document = await stored_case(unit, conversation_id, until=turn_id, should=should)
    steps = [step if step is document["turns"][-1] else {**step, "expect": {}} for step in document["turns"]]
    return Case.model_validate({**document, "id": name, "turns": steps})


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

"""`python -m supportgraph.processes.remedy_process`: runs cases on a store of its own, now and with one article more, another rule
or other words, and says which passed.

A process, so that nobody who is served waits for it. It reads an ``Order`` from standard input and writes a ``Passed`` to standard
output, as JSON; a remedy's evaluation is the only one that calls it."""

import asyncio
import tempfile
from pathlib import Path

from pydantic import BaseModel

from domain.knowledge import Article, ArticleDraft
from evals.runner import Caller, Plan, run_plan
from evals.suite import Case
from supportgraph.processes.own_process import make_as_ordered


class Files(BaseModel):
    """Contents by name, of the policy file alone or of the folder of texts."""

    before: dict[str, str]
    after: dict[str, str]


class Order(BaseModel):
    """``articles``: in place of the demo's; ``added``: what comes to them, ``replaces``: the title of the article whose text it
    replaces; or files that are changed."""

    graph: str
    cases: list[Case]
    articles: list[Article] | None
    added: ArticleDraft | None = None
    replaces: str | None = None
    rules: Files | None = None
    texts: Files | None = None


class Passed(BaseModel):
    """Ids of the cases that passed."""

    before: list[str]
    after: list[str]


async def run(order: Order) -> Passed:
    files = order.rules or order.texts
    if files is not None:
        return Passed(before=await _with(order, files.before), after=await _with(order, files.after))
    from supportgraph.measuring.eval_service import Where, eval_caller

    async with eval_caller(Where(order.articles)) as caller:
        before = await _passed(caller, order)
        if order.added is not None:
            await _write(caller, order.added, order.replaces)
        return Passed(before=before, after=await _passed(caller, order))


async def _with(order: Order, files: dict[str, str]) -> list[str]:
    """On a service of its own: files are read at the start."""
    from supportgraph.measuring.eval_service import Where, eval_caller

    with tempfile.TemporaryDirectory(prefix="supportgraph-files-") as folder:
        paths = [Path(folder) / Path(name).name for name in files]
        for path, text in zip(paths, files.values(), strict=True):
            path.write_text(text, encoding="utf-8")
        where = Where(order.articles, policy=paths[0]) if order.rules else Where(order.articles, texts=Path(folder))
        async with eval_caller(where) as caller:
            return await _passed(caller, order)


async def _passed(caller: Caller, order: Order) -> list[str]:
    results = await run_plan(caller, Plan(order.cases, [order.graph]), lambda _graph, _result: None)
    return [r.id for r in results[order.graph] if r.status == "passed"]


async def _write(caller: Caller, added: ArticleDraft, replaces: str | None) -> None:
    """As an editor would, through the front door."""
    headers = {"Authorization": f"Bearer {caller.admin_key}"}
    body = added.model_dump(mode="json", exclude={"source_id"}, exclude_none=True)
    article_id = await _id_of(caller, headers, replaces) if replaces else None
    if article_id:
        response = await caller.http.put(f"/v1/kb/articles/{article_id}", json=body, headers=headers)
    else:
        response = await caller.http.post("/v1/kb/articles", json=body, headers=headers)
    response.raise_for_status()


async def _id_of(caller: Caller, headers: dict[str, str], title: str) -> str | None:
    after = ""
    while True:
        page = (await caller.http.get(f"/v1/kb/articles?limit=200{after}", headers=headers)).raise_for_status().json()
        for article in page["items"]:
            if article["title"] == title:
                return str(article["id"])
        if page["next"] is None:
            return None
        after = f"&after={page['next']}"


def main() -> None:
    make_as_ordered(Order, lambda order: asyncio.run(run(order)))


if __name__ == "__main__":
    main()

"""A service for evals, in this process and on a store of its own; and processes that share a run's cases."""

import contextlib
import logging
import multiprocessing
import queue
import secrets
import tempfile
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import httpx

from api.app import create_app
from api.customer_tokens import make_customer_token
from api.service import Service
from backoffice.shop.open import open_shop
from domain.knowledge import Article, ArticleDraft
from domain.staff import Staff, hash_key
from evals.injection.cases import poisoned_articles
from evals.injection.obeying_model import ObeyingModel
from evals.results import Result
from evals.runner import Caller, ModelMeter, Plan, Report, run_plan
from evals.store import EvalStore
from supportgraph.building.own_models import OwnModels
from supportgraph.configuration.settings import Settings
from supportgraph.demo.filling import demo_jwt_secret
from supportgraph.processes.own_process import GRACE_SECONDS, end_with_parent, run_until_told, unwinding_on_sigterm
from supportgraph.wiring import assemble

_POLL_SECONDS = 0.5


@dataclass(frozen=True)
class Where:
    """What a run is served by. ``articles``: in place of the demo's; ``with_model``: ask the chat model that is set;
    ``attacked``: ask one that obeys attackers, beside articles into which they wrote."""

    articles: Sequence[Article] | None = None
    with_model: bool = False
    attacked: bool = False
    intents: Path | None = None  # models in place of those of the environment
    acts: Path | None = None
    policy: Path | None = None  # rules in place of those of the environment
    texts: Path | None = None  # a folder of texts in place of that of the environment


def eval_settings(folder: Path, where: Where) -> Settings:
    """The environment's, but for the stores and, unless it is asked for, the hosted model."""
    own: dict[str, object] = {
        "data_dir": folder,
        "database_url": None,
        "chroma_url": None,
        "backoffice_url": None,
        "vault_key": None,
    }
    files = {"intents_dir": where.intents, "acts_dir": where.acts, "policy_file": where.policy, "texts_dir": where.texts}
    own |= {name: path for name, path in files.items() if path}
    own |= {"rate_limit": 0, "message_rate_limit": 0, "staff_rate_limit": 0} | ({} if where.with_model else {"model": None})
    return Settings.load().model_copy(update=own)


@contextlib.asynccontextmanager
async def eval_service(articles: Sequence[Article]) -> AsyncIterator[Service]:
    """A service on a store of its own that holds these articles, not to be called but to lend its parts."""
    where = Where(articles)
    with tempfile.TemporaryDirectory(prefix="supportgraph-evals-") as folder:
        settings = eval_settings(Path(folder), where)
        async with assemble(settings, jobs="none", own_models=_models(settings)) as service:
            await _fill(service, articles)
            yield service


@contextlib.asynccontextmanager
async def eval_caller(where: Where) -> AsyncIterator[Caller]:
    """A running service with the demo shop, or with these articles, to be called as from outside."""
    agent, admin, secret, meter = secrets.token_urlsafe(24), secrets.token_urlsafe(24), demo_jwt_secret(), ModelMeter()
    staff = [
        Staff(role="agent", name="Eval agent", key_hash=hash_key(agent)),
        Staff(role="admin", name="Eval admin", key_hash=hash_key(admin)),
    ]
    async with contextlib.AsyncExitStack() as stack:
        log = logging.getLogger()
        stack.callback(log.setLevel, log.level)  # who calls from tests goes on in this process
        log.setLevel(logging.ERROR)
        # What still writes while a run is cancelled may take a file away under the removal.
        folder = Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix="supportgraph-evals-", ignore_cleanup_errors=True))
        )
        settings = eval_settings(folder, where)
        if where.attacked:
            model = stack.enter_context(ObeyingModel())
            settings = settings.model_copy(update={"model": "obeys", "openai_base_url": model.url, "model_region": None})
        service = await stack.enter_async_context(
            assemble(
                settings,
                demo=where.articles is None,
                staff=staff,
                jwt_secret=secret,
                model_hooks=meter.hooks,
                own_models=_models(settings),
            )
        )
        await _fill(service, poisoned_articles() if where.attacked else where.articles or [])
        shop = open_shop(folder)
        stack.push_async_callback(shop.close)
        signing = next(iter(service.customer_tokens.secrets), secret)
        # Litestar's and httpx's ASGI types differ in name only.
        transport = httpx.ASGITransport(app=create_app(service, "evals"))  # type: ignore[arg-type]  # see above
        http = await stack.enter_async_context(httpx.AsyncClient(transport=transport, base_url="http://evals", timeout=60))
        yield Caller(
            http=http,
            admin_key=admin,
            agent_key=agent,
            sign_in=lambda customer: make_customer_token(customer, signing),
            store=EvalStore(folder),
            meter=meter,
            load=shop.load,
        )


def _models(settings: Settings) -> OwnModels:
    """What is said in the demo's articles is said in many a company's too, and need not be embedded again."""
    return OwnModels(settings, demo=True)


async def _fill(service: Service, articles: Sequence[Article]) -> None:
    async with service.database.begin() as unit:
        drafts = [ArticleDraft.model_validate(one.model_dump(include=set(ArticleDraft.model_fields))) for one in articles]
        await service.knowledge.add(unit.articles, drafts)
    if articles:
        await service.knowledge.refresh()


async def run_here(plan: Plan, where: Where, on_result: Report) -> dict[str, list[Result]]:
    """The whole plan in this process."""
    async with eval_caller(where) as caller:
        return await run_plan(caller, plan, on_result)


def run_apart(plan: Plan, where: Where, jobs: int, on_result: Report) -> dict[str, list[Result]]:
    """The plan shared by ``jobs`` processes, each with a service of its own. What a process that dies leaves out is missing
    from the results: the gate says so."""
    context = multiprocessing.get_context("spawn")
    told = context.Queue()
    parts = [replace(plan, cases=plan.cases[n::jobs]) for n in range(jobs)]
    processes = [context.Process(target=_work, args=(part, where, told), daemon=True) for part in parts if part.cases]
    results: dict[str, list[Result]] = {graph: [] for graph in plan.graphs}
    for process in processes:
        process.start()
    try:
        while True:
            is_over = not any(process.is_alive() for process in processes)
            try:
                graph, result = told.get(timeout=_POLL_SECONDS)
            except queue.Empty:
                if is_over:
                    return results
                continue
            results[graph].append(result)
            on_result(graph, result)
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.join(GRACE_SECONDS)
            process.kill()
            process.join()


def _work(plan: Plan, where: Where, told: "multiprocessing.Queue[tuple[str, Result]]") -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    with unwinding_on_sigterm():
        end_with_parent(parent.sentinel)
        try:
            run_until_told(run_here(plan, where, lambda graph, result: told.put((graph, result))))
        except SystemExit:
            told.cancel_join_thread()  # nobody reads any more
            raise

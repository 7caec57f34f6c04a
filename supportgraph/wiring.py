"""The only place that picks implementations: settings in, a running service out."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path

from api.service import Service
from backoffice.http import HttpOrderDesk
from backoffice.shop.desk import DemoShop
from backoffice.shop.open import open_shop
from domain.clock import Clock, utc_now
from domain.ids import new_id
from domain.ports.knowledge import ArticleStore
from domain.ports.order_desk import OrderDesk
from domain.staff import Staff
from graphs.accept import Acceptance
from graphs.bus import Bus
from graphs.checkpoints import TurnSaver
from graphs.close_turn import TurnCloser
from graphs.graph_run import GraphRun
from graphs.handoff_desk import HandoffDesk
from graphs.ledger import Ledger
from graphs.runner import TurnRunner
from graphs.steps import Reached
from graphs.versions import GraphVersions
from jobs.queue import JobQueue
from jobs.upkeep import Upkeep
from kb.audit.auditor import Auditor
from kb.chroma import Connect, chroma_server, embedded_chroma
from kb.gaps.gap_finder import GapFinder
from kb.index import KnowledgeIndex
from kb.knowledge_base import KnowledgeBase
from models.chat import OpenAiChatModel
from models.embeddings import MiniLmEmbedder, PreparedVectors
from models.intents.intent_model import IntentModel
from models.personal_data import RampartNameFinder
from privacy.masking import TextMasker
from privacy.vault import AesGcmVault, load_key
from records.inline_sqlite import inline_engine
from records.migrate import is_current, upgrade
from records.session import Database
from supportgraph.bells import bells
from supportgraph.demo import PREPARED, SPARED_NAMES, fill_demo
from supportgraph.die_at import die_at
from supportgraph.job_kinds import service_jobs
from supportgraph.policy_file import load_policy
from supportgraph.settings import Settings, SettingsInvalid
from supportgraph.turn_deps import TurnDeps

logger = logging.getLogger(__name__)

HAND_OVER_SECONDS = 5.0  # for turns under way where no server has let them end before
SHIPPED_INTENTS = Path(__file__).parents[1] / "models" / "intents" / "shipped"


@contextlib.asynccontextmanager
async def assemble(
    settings: Settings,
    *,
    demo: bool = False,
    staff: list[Staff] | None = None,
    jwt_secret: str | None = None,
    clock: Clock = utc_now,
    run_jobs: bool = True,
) -> AsyncIterator[Service]:
    """Open every store, migrate, heal, and take up what was left; close all of it at the end.

    Raises ``SettingsInvalid``, ``PolicyFileInvalid``, ``GraphVersionsLost`` or ``KnowledgeIndexLocked`` where it cannot start."""
    if settings.chroma_url is None or settings.is_embedded:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    vault = _vault(settings)
    reached = _reached(settings)
    policy = load_policy(settings.policy_file)
    async with contextlib.AsyncExitStack() as stack:
        # The index folder's lock comes first: it says that no other process uses this data folder.
        embedder = MiniLmEmbedder(prepared=PreparedVectors(PREPARED) if demo and PREPARED.exists() else None)
        index = KnowledgeIndex(embedder, chroma_of(settings))
        # The models load beside everything else, so that the first customer does not wait for them.
        loading = asyncio.gather(
            asyncio.to_thread(IntentModel.load, SHIPPED_INTENTS),
            asyncio.to_thread(RampartNameFinder),
            asyncio.to_thread(embedder.load),
        )
        await asyncio.to_thread(upgrade, settings.records_url)
        database = Database(settings.records_url)
        stack.push_async_callback(database.close)

        @contextlib.asynccontextmanager
        async def open_articles() -> AsyncIterator[ArticleStore]:
            async with database.read() as unit:
                yield unit.articles

        knowledge = KnowledgeBase(open_articles, embedder, index, clock)
        gaps = GapFinder(knowledge, embedder, clock)
        await knowledge.start()
        stack.push_async_callback(knowledge.close)
        shop: DemoShop | None = None
        desk: OrderDesk
        if settings.backoffice_url:
            token = settings.backoffice_token.get_secret_value() if settings.backoffice_token else None
            http_desk = HttpOrderDesk(settings.backoffice_url, token, settings.backoffice_timeout)
            stack.push_async_callback(http_desk.close)
            desk = http_desk
        else:
            shop = open_shop(settings.data_dir, settings.database_url, clock, inline_engine)
            await shop.prepare()
            stack.push_async_callback(shop.close)
            desk = shop
        customers = await fill_demo(database, knowledge, shop, clock()) if demo else []
        chat = _chat(settings)
        if chat:
            stack.push_async_callback(chat.aclose)
            warming = asyncio.create_task(asyncio.to_thread(chat.warm))  # a second or more of imports, beside the start
            stack.push_async_callback(_ended, warming)
        intents, names, _ = await loading
        masker, bus = TextMasker(vault, names, SPARED_NAMES), Bus()
        ledger = Ledger(database, desk, clock, reached)
        saver = TurnSaver()
        versions = GraphVersions(saver)
        async with database.read() as unit:
            await versions.refuse_lost(unit)
        parts = TurnDeps(
            database, policy, clock, desk, ledger, knowledge, embedder, intents, chat, masker, vault, bus, versions
        )
        owner = new_id()  # of this process, new at each start
        acceptance = Acceptance(database, masker, clock, owner)
        await asyncio.to_thread(versions.compile)  # half a second that no first customer should wait
        graph_run = GraphRun(database, versions, saver, policy, parts.deps_for, timedelta(seconds=settings.turn_timeout))
        closer = TurnCloser(database, policy, clock)
        runner = TurnRunner(
            database,
            versions,
            acceptance,
            graph_run,
            closer,
            bus,
            clock,
            owner,
            merge_bursts=settings.merge_bursts,
            parallel_turns=settings.parallel_turns,
            most_waiting=settings.max_waiting_turns,
            reached=reached,
        )
        if not settings.is_embedded:
            await stack.enter_async_context(bells(settings.records_url, owner, bus, runner))
        handoffs = HandoffDesk(database, acceptance, runner, masker, bus, clock)
        secret = settings.customer_jwt_secret.get_secret_value() if settings.customer_jwt_secret else jwt_secret
        upkeep = Upkeep(database, runner, clock, owns_the_database=settings.is_embedded)
        await upkeep.start()
        stack.push_async_callback(upkeep.stop)
        kinds = service_jobs(database, knowledge, embedder, clock)
        queue = JobQueue(database, kinds, clock, owner, owns_the_database=settings.is_embedded)
        if run_jobs:
            await queue.start()
            stack.push_async_callback(queue.stop)
        reading = asyncio.create_task(knowledge.warm())
        stack.push_async_callback(_ended, reading)
        following = asyncio.create_task(knowledge.follow())
        stack.push_async_callback(_ended, following)
        yield Service(
            database=database,
            runner=runner,
            handoffs=handoffs,
            knowledge=knowledge,
            audit=Auditor(open_articles, gaps, clock),
            gaps=gaps,
            desk=desk,
            masker=masker,
            policy=policy,
            bus=bus,
            clock=clock,
            sign_token=lambda cid: f"{cid}.{vault.sign('conversation', cid)}",
            conversation_of=lambda token: _conversation_of(vault, token),
            customer_jwt_secret=secret,
            staff=[*settings.staff_keys, *(staff or [])],
            list_orders=shop.list_orders if shop else None,
            knowledge_problem=lambda: knowledge.health().detail,
            model_health=None if chat is None else _model_health(chat),
            migrations_are_current=lambda: asyncio.to_thread(is_current, settings.records_url),
            wake_jobs=queue.wake,
            demo=customers,
        )
        bus.close()
        await runner.finish(HAND_OVER_SECONDS)


async def _ended(task: asyncio.Task[None]) -> None:
    """Cancel a task and wait until it let go of what it held."""
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def chroma_of(settings: Settings) -> Connect:
    """The server that is set, else the data folder's own."""
    return chroma_server(settings.chroma_url) if settings.chroma_url else embedded_chroma(settings.data_dir / "chroma")


def _reached(settings: Settings) -> Reached:
    try:
        return die_at(settings.die_at)
    except ValueError as error:
        raise SettingsInvalid(f"SUPPORTGRAPH_DIE_AT: {error}") from None


def _vault(settings: Settings) -> AesGcmVault:
    given = settings.vault_key.get_secret_value() if settings.vault_key else None
    if given is None and not settings.is_embedded:
        raise SettingsInvalid(
            "SUPPORTGRAPH_VAULT_KEY: is required with PostgreSQL, so that every replica holds the same key"
        )
    try:
        return AesGcmVault(load_key(given, settings.data_dir))
    except ValueError as error:
        raise SettingsInvalid(f"SUPPORTGRAPH_VAULT_KEY: {error}") from None


def _chat(settings: Settings) -> OpenAiChatModel | None:
    if settings.model is None:
        return None
    key = settings.openai_api_key.get_secret_value() if settings.openai_api_key else ""
    return OpenAiChatModel(
        settings.model, api_key=key or "none", base_url=settings.openai_base_url, timeout=settings.model_timeout
    )


def _model_health(chat: OpenAiChatModel) -> Callable[[], Awaitable[str | None]]:
    async def health() -> str | None:
        return "not answering: the embedded models answer instead" if chat.breaker.is_open else None

    return health


def _conversation_of(vault: AesGcmVault, token: str) -> str | None:
    conversation_id, _, signature = token.partition(".")
    return conversation_id if signature and vault.verify("conversation", conversation_id, signature) else None

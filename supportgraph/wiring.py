"""The only place that picks implementations: settings in, a running service out.

One file: what is put together is read in the order in which it starts, and stops in the other."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from typing import Any  # what a task returns, for those that are only ended

from api.service import Service
from domain.clock import Clock, utc_now
from domain.ids import new_id
from domain.jobs import SEND_MAIL
from domain.language.danger.urgent import NEVER_NAMES
from domain.messages.messages import Messages
from domain.staff import Staff
from graphs.consents import ConsentProofs
from graphs.engine.checkpointer import TurnSaver
from graphs.turns.event_bus import Bus
from graphs.turns.limits import RecordedLimits
from graphs.turns.masking import Masking
from graphs.turns.operation_ledger import Ledger
from graphs.versions.registry import GraphVersions, checked_weights
from insights.history.history_service import HistoryService
from insights.kpi_index import KpiIndex
from insights.offers.offer_service import OfferService
from insights.retraining import RetrainingService
from insights.struggles.files_in_force import note_files_in_force
from insights.struggles.remedy_service import RemedyService
from insights.struggles.struggle_service import StruggleService
from insights.weekly_report import WeeklyReports
from jobs.maintenance import Maintenance
from jobs.queue import JobKind, JobQueue
from jobs.scheduled import SendReport, WeeklySchedule
from jobs.send_mail import SendMail
from kb.audit.auditor import Auditor
from kb.gaps.gap_finder import GapFinder
from kb.gaps.topics import EmbeddedTopics
from kb.index.segment_index import KnowledgeIndex
from kb.knowledge_base import KnowledgeBase
from models.chat.chat_model import Hooks
from privacy.masking import TextMasker
from privacy.vault import AesGcmVault
from records.migrate import is_current
from supportgraph.building.back_office import CustomersByDesk, opened_office
from supportgraph.building.job_kinds import RunsJobs, remedy_evaluation, scoring_of, service_jobs, without_workers_jobs
from supportgraph.building.own_models import OwnModels, chat_of, model_health
from supportgraph.building.publishing import publish_to, replica_notifications
from supportgraph.building.rights import audit_of, consent_subject, rights_of
from supportgraph.building.serving_models import ServingModels
from supportgraph.building.stores import articles_of, chroma_of, hold_key, opened_records, vault_of
from supportgraph.building.turn_builder import turns_of
from supportgraph.building.turn_deps import TurnDeps
from supportgraph.building.weekly_reports import ways_of
from supportgraph.configuration.changes_at_start import recorded_configuration, tell_of_changes
from supportgraph.configuration.data_folder import prepare_data_folder
from supportgraph.configuration.no_tracing import switch_off
from supportgraph.configuration.processing import processing_of
from supportgraph.configuration.rule_files import load_policy, triggers_of
from supportgraph.configuration.settings import Settings
from supportgraph.configuration.tracing import traced
from supportgraph.demo.filling import SPARED_NAMES, fill_demo
from supportgraph.processes.crash_at import crash_at
from supportgraph.processes.retraining import candidate_maker
from supportgraph.sign_in.public_keys import customer_tokens_of
from supportgraph.sign_in.staff_sign_in import staff_sign_in

logger = logging.getLogger(__name__)

HAND_OVER_SECONDS = 5.0  # for turns under way where no server has let them end before


@contextlib.asynccontextmanager
async def assemble(
    settings: Settings,
    *,
    demo: bool = False,
    staff: list[Staff] | None = None,
    jwt_secret: str | None = None,
    clock: Clock = utc_now,
    jobs: RunsJobs = "all",
    own_models: OwnModels | None = None,
    model_hooks: Hooks | None = None,
) -> AsyncIterator[Service]:
    """Open every store, migrate, heal, and take up what was left; close all of it at the end.

    Raises ``SettingsInvalid``, ``PolicyFileInvalid``, ``TriggersFileInvalid``, ``TextsInvalid``, ``GraphVersionsLost`` or
    ``KnowledgeIndexLocked`` where it cannot start."""
    switch_off()
    policy = load_policy(settings.policy_file)
    messages = Messages.load(settings.texts_dir)
    triggers = triggers_of(settings, demo=demo)
    prepare_data_folder(settings)
    has_key = (settings.data_dir / "vault.key").exists()
    vault = vault_of(settings)
    reached = crash_at(settings.crash_at)
    own_models = own_models or OwnModels(settings, demo=demo)
    embedder = own_models.embedder
    async with contextlib.AsyncExitStack() as stack:
        stack.enter_context(traced())
        # The index folder's lock comes first: it says that no other process uses this data folder.
        index = KnowledgeIndex(embedder, chroma_of(settings))
        database = await stack.enter_async_context(opened_records(settings))
        kpi_index = KpiIndex(database, clock)
        # Beside all else, so that no manager waits until everything is read.
        stack.push_async_callback(_ended, asyncio.create_task(kpi_index.keep_up()))
        await hold_key(database, vault, settings, has_key)
        open_articles = articles_of(database)
        knowledge = KnowledgeBase(open_articles, embedder, index, clock)
        topics = EmbeddedTopics(embedder)
        gaps = GapFinder(knowledge, topics, clock)
        await knowledge.start()
        stack.push_async_callback(knowledge.close)
        office = await stack.enter_async_context(opened_office(settings, clock, vault))
        desk, goods, shop = office.desk, office.goods, office.shop
        customers = await fill_demo(database, knowledge, shop, clock()) if demo else []
        goods.add(await shop.product_names() if shop else ())
        chat = chat_of(settings, model_hooks)
        if chat:
            stack.push_async_callback(chat.aclose)
            warming = asyncio.create_task(asyncio.to_thread(chat.warm))  # a second or more of imports, beside the start
            stack.push_async_callback(_ended, warming)
        intents, clauses, names = await own_models.ready()
        people, bus = CustomersByDesk(database, desk), Bus()
        masking = Masking(
            TextMasker(vault, names, (*SPARED_NAMES, *NEVER_NAMES), goods),
            people,
            database,
            clock,
            timedelta(days=policy.retention.sealed),
        )
        ledger = Ledger(database, desk, clock, lambda asked: vault.digest(asked, "operation"), reached)
        saver = TurnSaver()
        versions = GraphVersions(saver)
        async with database.read() as unit:
            await versions.refuse_lost(unit)
        limits = RecordedLimits(database, lambda subject: vault.digest(subject, "limit"), clock)
        models = ServingModels(database, embedder, intents, clauses, own_models.encoder)
        await models.refresh()
        audit = audit_of(database, vault, clock)
        parts = TurnDeps(
            database,
            policy,
            messages,
            clock,
            desk,
            ledger,
            knowledge,
            embedder,
            models,
            chat,
            masking,
            vault,
            bus,
            versions,
            limits,
            ConsentProofs(policy, messages, clock, consent_subject(vault)),
            audit,
            settings.model_region,
        )
        configuration = await recorded_configuration(database, settings, policy, triggers, demo=demo)
        owner = new_id()  # of this process, new at each start
        sending = SendMail(desk, ledger, limits, policy, clock, parts.detokenize, parts.one_time_code)
        mails = JobQueue(database, {SEND_MAIL: JobKind(sending)}, clock, owner, owns_the_database=settings.is_embedded)
        await asyncio.to_thread(versions.compile)  # half a second that no first customer should wait
        turns = turns_of(parts, saver, settings, owner, reached, configuration)
        runner, handoffs = turns.runner, turns.handoffs
        if not settings.is_embedded:
            await stack.enter_async_context(replica_notifications(settings.records_url, owner, bus, runner))
        tokens = await customer_tokens_of(settings, jwt_secret)
        rights = rights_of(database, vault, audit, desk, policy, clock, saver, shop.forget_mails if shop else None)
        staff_keys = [*settings.staff_keys, *(staff or [])]
        sign_in = staff_sign_in(settings, database, audit, vault, clock, staff_keys)
        await tell_of_changes(database, rights.audit, settings, policy)
        evaluation = remedy_evaluation(database, settings, clock)
        await note_files_in_force(database, policy, messages, clock)
        struggles = StruggleService(database, topics, masking.alone, clock, policy, messages)
        ways = ways_of(settings)
        reporting = SendReport(WeeklyReports(database, kpi_index, struggles, clock).of, ways)
        making, retraining = candidate_maker(database, settings, clock), RetrainingService(clock)
        scores = scoring_of(database, clock)
        kinds = service_jobs(
            database,
            knowledge,
            embedder,
            clock,
            rights.retention,
            evaluation,
            reporting,
            making,
            models.refresh,
            scores,
        )
        own = kinds if jobs == "all" else without_workers_jobs(kinds)
        queue = JobQueue(database, own, clock, owner, owns_the_database=settings.is_embedded)
        database.publish = publish_to(bus, queue, mails, knowledge)
        maintenance = Maintenance(
            database,
            runner,
            handoffs,
            retraining,
            (rights.retention.schedule, WeeklySchedule(database, clock, ways).schedule, scores.schedule),
            clock,
            owns_the_database=settings.is_embedded,
        )
        await maintenance.start()
        stack.push_async_callback(maintenance.stop)
        if jobs != "none":
            await queue.start()
            stack.push_async_callback(queue.stop)
        await mails.start()
        stack.push_async_callback(mails.stop)
        for beside in (knowledge.warm(), knowledge.follow(), models.follow()):
            stack.push_async_callback(_ended, asyncio.create_task(beside))
        if settings.backoffice_url:
            watching = asyncio.create_task(desk.watch())
            stack.push_async_callback(_ended, watching)
        yield Service(
            database=database,
            runner=runner,
            handoffs=handoffs,
            knowledge=knowledge,
            audit=Auditor(open_articles, gaps, clock),
            gaps=gaps,
            kpi_index=kpi_index,
            offers=OfferService(
                database,
                triggers,
                messages,
                policy,
                lambda subject: vault.digest(subject, "offer"),
                clock,
                settings.rate_limit,
            ),
            struggles=struggles,
            remedies=RemedyService(database, knowledge, topics, clock),
            history=HistoryService(knowledge, clock, lambda weights: _shares(versions, weights)),
            retraining=retraining,
            scores=scores,
            refresh_models=models.refresh,
            desk=desk,
            masking=masking,
            policy=policy,
            messages=messages,
            bus=bus,
            clock=clock,
            body_digest=lambda body: vault.digest(body, "request body"),
            sign_token=lambda cid: f"{cid}.{vault.sign('conversation', cid)}",
            conversation_of=lambda token: _conversation_of(vault, token),
            opened=vault.open,
            rights=rights,
            consents=parts.consents,
            deps_for=parts.deps_for,
            own_value=parts.own_value,
            written_value=parts.written_value,
            processing=processing_of(settings, policy),
            client_key=lambda address: vault.digest(address, "client address"),
            customer_tokens=tokens,
            staff_calls_a_minute=settings.staff_rate_limit,
            staff=staff_keys,
            sign_in=sign_in,
            list_orders=shop.list_orders if shop else None,
            desk_problem=desk.problem,
            knowledge_problem=lambda: knowledge.health().detail,
            model_health=None if chat is None else model_health(chat),
            migrations_are_current=lambda: asyncio.to_thread(is_current, settings.records_url),
            allowed_origins=frozenset(settings.allowed_origins),
            shows_shop=demo,
            currency=settings.prices.currency if settings.prices else None,
            demo=customers,
        )
        bus.close()
        await runner.finish(HAND_OVER_SECONDS)


async def _ended(task: asyncio.Future[Any]) -> None:
    """Cancel a task and wait until it let go of what it held."""
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def _shares(versions: GraphVersions, weights: Mapping[str, float]) -> dict[str, float]:
    """Nobody had set any: all to the default version."""
    return checked_weights(weights or {versions.check(None): 1.0}, versions.names())


def _conversation_of(vault: AesGcmVault, token: str) -> str | None:
    conversation_id, _, signature = token.partition(".")
    return conversation_id if signature and vault.verify("conversation", conversation_id, signature) else None

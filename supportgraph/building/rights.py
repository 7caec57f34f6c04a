"""What the law's rights need, put together; what commands open of a service's records, and whose hand the audit log names."""

import contextlib
import getpass
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

from domain.audit import Actor
from domain.clock import Clock, utc_now
from domain.ports.order_desk import OrderDesk
from domain.rules.policy import Policy
from graphs.engine.checkpointer import TurnSaver
from privacy.vault import AesGcmVault
from records.engine.session import Database
from rights.audit_log import AuditLog
from rights.erasure import Eraser
from rights.export import Exporter
from rights.retention import Retention
from rights.rights import Rights
from rights.staff import StaffKeyService
from supportgraph.building.stores import hold_key, opened_records, vault_of
from supportgraph.configuration.settings import Settings


def consent_subject(vault: AesGcmVault) -> Callable[[str], str]:
    """A conversation's id → what its proofs of consent are kept under."""
    return lambda conversation_id: vault.digest(conversation_id, "consent")


def audit_of(database: Database, vault: AesGcmVault, clock: Clock) -> AuditLog:
    return AuditLog(
        database,
        clock,
        [lambda entry_hash: vault.digest(entry_hash, "audit")],
        lambda customer_id: vault.digest(customer_id, "audit customer"),
    )


def rights_of(
    database: Database,
    vault: AesGcmVault,
    audit: AuditLog,
    desk: OrderDesk,
    policy: Policy,
    clock: Clock,
    saver: TurnSaver,
    forget_mails: Callable[[str], Awaitable[int]] | None,
) -> Rights:
    """``forget_mails``: the embedded shop's copies of what it sent to a customer."""
    eraser = Eraser(database, clock, audit, forget_mails)
    exporter = Exporter(database, desk, clock, audit, vault.open, saver.values, consent_subject(vault))
    keeping = Retention(database, clock, policy.retention, eraser, audit)
    return Rights(audit, exporter, eraser, keeping, StaffKeyService(audit, clock))


@dataclass(frozen=True)
class Opened:
    settings: Settings
    database: Database
    vault: AesGcmVault
    audit: AuditLog
    actor: Actor


@contextlib.asynccontextmanager
async def opened_for_operator() -> AsyncIterator[Opened]:
    """The records of the settings in force, beside a service that may run on them. Raises ``CannotStart``."""
    settings = Settings.load()
    async with opened_records(settings) as database:
        had_key = (settings.data_dir / "vault.key").exists()
        vault = vault_of(settings)
        await hold_key(database, vault, settings, had_key)
        yield Opened(settings, database, vault, audit_of(database, vault, utc_now), the_operator())


def the_operator() -> Actor:
    try:
        name = getpass.getuser()
    except (OSError, KeyError):  # a container's user without a name
        name = "unknown"
    return Actor(name=name[:100], role="operator")

"""What the law's rights need, put together."""

from collections.abc import Awaitable, Callable

from domain.clock import Clock
from domain.policy import Policy
from domain.ports.order_desk import OrderDesk
from graphs.engine.checkpointer import TurnSaver
from privacy.vault import AesGcmVault
from records.engine.session import Database
from rights.audit_log import AuditLog
from rights.erasure import Eraser
from rights.export import Exporter
from rights.retention import Retention
from rights.rights import Rights
from rights.staff import StaffKeyService


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

"""What commands open of a service's records, and whose hand the audit log names."""

import contextlib
import getpass
from collections.abc import AsyncIterator
from dataclasses import dataclass

from domain.audit import Actor
from domain.clock import utc_now
from privacy.vault import AesGcmVault
from records.engine.session import Database
from rights.audit_log import AuditLog
from supportgraph.rights_builder import audit_of
from supportgraph.settings import Settings
from supportgraph.stores import hold_key, opened_records, vault_of


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

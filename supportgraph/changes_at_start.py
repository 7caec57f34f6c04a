"""Rules, texts and keys are files and variables: whether they are others than at the last start is seen, and told, at the next."""

import hashlib
from pathlib import Path

from domain.audit import Actor, AuditKind
from domain.policy import Policy
from records.engine.session import Database
from rights.audit_log import AuditLog
from supportgraph.settings import Settings

THE_START = Actor(name="start of the service", role="service")


async def tell_of_changes(database: Database, audit: AuditLog, settings: Settings, policy: Policy) -> None:
    """One entry for each of policy, texts and the keys of the environment that differs from the log's last word on it."""
    now: dict[AuditKind, dict[str, object]] = {
        "policy_changed": {"version": policy.version, "sha256": _sha256(policy.model_dump_json().encode())},
        "texts_changed": {"sha256": _sha256(*_texts(settings.texts_dir))},
        "staff_keys_changed": {
            "keys": sorted(f"{staff.role} {staff.name} {staff.key_hash[:12]}" for staff in settings.staff_keys)
        },
    }
    async with database.read() as unit:
        told = {kind: await unit.audit.last(kind) for kind in now}
    for kind, detail in now.items():
        last = told[kind]
        if last is None or last.detail != detail:
            await audit.told(THE_START, kind, None, **detail)


def _texts(own: Path | None) -> list[bytes]:
    """A company's own; of the shipped ones, the release tells."""
    return [part for path in sorted(own.glob("*.ftl")) for part in (path.name.encode(), path.read_bytes())] if own else []


def _sha256(*parts: bytes) -> str:
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8, "big") + part)
    return found.hexdigest()

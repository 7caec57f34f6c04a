"""Rules, texts and keys are files and variables: whether they are others than at the last start is seen and told at the next. Changed
files become change sets of the history, and turns name what they ran under.
"""

import hashlib
from importlib.metadata import version
from pathlib import Path

from domain.audit import Actor, AuditKind
from domain.clock import utc_now
from domain.conversation import JsonObject
from domain.history import FILE_KINDS, Configuration, FileKind
from domain.rules.policy import Policy
from domain.triggers import Triggers
from records.engine.session import Database
from records.history import fingerprint
from rights.audit_log import AuditLog
from supportgraph.building.rights import the_operator
from supportgraph.configuration.rule_files import SHIPPED, triggers_path
from supportgraph.configuration.settings import Settings


async def recorded_configuration(
    database: Database, settings: Settings, policy: Policy, triggers: Triggers | None, *, demo: bool
) -> str:
    """The id of what this process is started with. Whatever of it differs from the last start's is a change set by then."""
    names = {
        "policy": policy.version,
        "texts": "texts of the company" if settings.texts_dir else "shipped texts",
        "triggers": triggers.version if triggers else "no page triggers",
    }
    async with database.begin() as unit:
        await unit.audit.lock_end()  # one start after the other: none records what another has just recorded
        unit.authored.by = Actor(name=settings.changed_by, role="operator") if settings.changed_by else the_operator()
        in_force: dict[FileKind, str] = {}
        for kind in FILE_KINDS:
            content = content_of(kind, settings, demo=demo)
            last = await unit.history.latest(kind, None)
            if last is None or last.fingerprint != fingerprint(content):
                last = await unit.history.record(kind, None, names[kind], content)
            in_force[kind] = last.id
        release = version("supportgraph")
        parts = "|".join([release, *in_force.values()])
        found = Configuration(
            id=hashlib.sha256(parts.encode()).hexdigest()[:16], release=release, **in_force, first_at=utc_now()
        )
        await unit.history.started(found)
    return found.id


def content_of(kind: FileKind, settings: Settings, *, demo: bool) -> JsonObject:
    """Files by their names. Of the shipped texts the release tells, so that only a company's own are here."""
    if kind == "policy":
        paths = [settings.policy_file or SHIPPED]
    elif kind == "texts":
        paths = sorted(settings.texts_dir.glob("*.ftl")) if settings.texts_dir else []
    else:
        found = triggers_path(settings, demo=demo)
        paths = [found] if found else []
    return {"files": {path.name: _text_of(path) for path in paths}}


def _text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


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

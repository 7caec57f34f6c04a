"""What the API, the commands and the jobs reach of this room."""

from dataclasses import dataclass

from rights.audit_log import AuditLog
from rights.erasure import Eraser
from rights.export import Exporter
from rights.retention import Retention
from rights.staff import StaffKeyService


@dataclass(frozen=True)
class Rights:
    audit: AuditLog
    exporter: Exporter
    eraser: Eraser
    retention: Retention
    staff_keys: StaffKeyService

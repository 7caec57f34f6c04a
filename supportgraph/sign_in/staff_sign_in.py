"""Sign-in by an identity provider, put together where one is set."""

from datetime import timedelta

from domain.clock import Clock
from domain.staff import Staff
from privacy.vault import AesGcmVault
from records.engine.session import Database
from rights.audit_log import AuditLog
from rights.staff import StaffSessions
from rights.staff_sign_in import StaffSignIn
from supportgraph.configuration.settings import Settings


def staff_sign_in(
    settings: Settings, database: Database, audit: AuditLog, vault: AesGcmVault, clock: Clock, keys: list[Staff]
) -> StaffSignIn | None:
    """None where no provider is set."""
    if settings.oidc_issuer is None or settings.oidc_client_id is None or settings.oidc_staff_url is None:
        return None  # the settings are whole or not there
    from supportgraph.sign_in.provider import OpenIdProvider  # a tenth of a second of imports, only where one is set

    secret = settings.oidc_client_secret.get_secret_value() if settings.oidc_client_secret else None
    provider = OpenIdProvider(
        settings.oidc_issuer,
        settings.oidc_name,
        settings.oidc_client_id,
        secret,
        settings.oidc_scope,
        settings.oidc_role_claim,
        settings.oidc_roles,
        settings.oidc_staff_url,
    )
    sessions = StaffSessions(
        database,
        audit,
        clock,
        provider,
        vault.seal,
        vault.open,
        timedelta(minutes=settings.oidc_ask_minutes),
        timedelta(hours=settings.oidc_session_hours),
    )
    return StaffSignIn(
        database,
        audit,
        clock,
        provider,
        sessions,
        vault.seal,
        vault.open,
        lambda value: vault.digest(value, "staff sign-in"),
        [staff.name for staff in keys],
        is_secure=settings.oidc_staff_url.startswith("https://"),
    )

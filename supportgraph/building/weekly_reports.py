"""Weekly reports where no service runs (for a worker and for the command), and how one leaves: by mail (SMTP) and to a webhook. Nothing
leaves where neither is set.
"""

import asyncio
import smtplib
import ssl
from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import unquote, urlsplit

import httpx

from domain.clock import Clock
from insights.kpi_index import KpiIndex
from insights.struggles.struggle_service import StruggleService
from insights.weekly_report import WeeklyReport, WeeklyReports, text_of
from jobs.scheduled import Deliver
from kb.gaps.topics import EmbeddedTopics
from models.embeddings import MiniLmEmbedder
from records.engine.session import Database
from supportgraph.configuration.settings import Settings


def weekly_reports(database: Database, clock: Clock) -> WeeklyReports:
    struggles = StruggleService(database, EmbeddedTopics(MiniLmEmbedder()), _no_drafts, clock)
    return WeeklyReports(database, KpiIndex(database, clock), struggles, clock)


async def _no_drafts(_: str | None) -> None:
    """A report shows no draft of an article, so that none has to be masked."""


_SECONDS = 20.0


def ways_of(settings: Settings) -> dict[str, Deliver]:
    """By name, those that are set."""
    ways: dict[str, Deliver] = {}
    smtp, hook = settings.smtp_url, settings.report_webhook
    if settings.report_to and smtp:

        async def by_mail(report: WeeklyReport) -> None:
            message = mail_of(report, settings.report_from, settings.report_to)
            await asyncio.to_thread(_send, smtp.get_secret_value(), message)

        ways["mail"] = by_mail
    if hook:

        async def by_webhook(report: WeeklyReport) -> None:
            body = {"text": text_of(report), "report": report.model_dump(mode="json")}
            async with httpx.AsyncClient(timeout=_SECONDS) as http:
                (await http.post(hook.get_secret_value(), json=body)).raise_for_status()

        ways["webhook"] = by_webhook
    return ways


def mail_of(report: WeeklyReport, sender: str, to: list[str]) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = f"Customer support in week {report.week}"
    message["From"], message["To"] = sender, ", ".join(to)
    message["Date"] = format_datetime(report.end)
    message["Message-ID"] = f"<report.{report.week}@{sender.rpartition('@')[2].rstrip('>')}>"  # a repeat is the same mail
    message.set_content(text_of(report))
    return message


def _send(url: str, message: EmailMessage) -> None:
    """``smtps://`` is TLS from the beginning; ``smtp://`` goes over to it (STARTTLS), but for a relay on this machine."""
    found, tls = urlsplit(url), ssl.create_default_context()
    host, is_near = found.hostname or "", found.hostname in ("localhost", "127.0.0.1", "::1")
    if found.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, found.port or 465, timeout=_SECONDS, context=tls)
    else:
        server = smtplib.SMTP(host, found.port or 587, timeout=_SECONDS)
    with server:
        if found.scheme == "smtp" and not is_near:
            server.starttls(context=tls)
        if found.username:
            server.login(unquote(found.username), unquote(found.password or ""))
        server.send_message(message)

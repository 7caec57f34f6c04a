"""The weekly report: its figures are those of the week, it is due once, and it arrives by mail and webhook."""

import asyncio
import contextlib
import json
import random
import ssl
import threading
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from queue import Queue

import pytest
from click.testing import CliRunner
from pydantic import SecretStr

from domain.clock import utc_now
from domain.jobs import SEND_REPORT
from evals.benchmarks.kpis import Known, Writer
from insights.kpi_index import KpiIndex
from insights.struggles.struggle_service import StruggleService
from insights.weekly_report import Week, WeeklyReports, text_of
from jobs.queue import JobKind, JobQueue
from jobs.scheduled import SendReport, WeeklySchedule
from kb.gaps.topics import EmbeddedTopics
from models.embeddings import MiniLmEmbedder
from records.engine.session import Database
from records.migrate import upgrade
from supportgraph import worker
from supportgraph.building.weekly_reports import ways_of
from supportgraph.cli import main
from supportgraph.configuration.settings import Settings, SettingsInvalid
from tests.insights.mail_servers import MailServer, Way, certificate, mail_server

MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Known]]:
    """A quarter of conversations whose fate is known, until now."""
    folder = tmp_path_factory.mktemp("weekly")
    upgrade(f"sqlite+aiosqlite:///{folder / 'supportgraph.db'}")
    return folder, Writer(folder / "supportgraph.db", random.Random(5), utc_now()).write(400)


@pytest.fixture
async def database(written: tuple[Path, list[Known]]) -> AsyncIterator[Database]:
    found = Database(f"sqlite+aiosqlite:///{written[0] / 'supportgraph.db'}")
    yield found
    await found.close()


def reports(database: Database) -> WeeklyReports:
    async def nothing(_: str | None) -> None:
        return None

    struggles = StruggleService(database, EmbeddedTopics(MiniLmEmbedder()), nothing, utc_now)
    return WeeklyReports(database, KpiIndex(database, utc_now), struggles, utc_now)


def of_week(known: list[Known], week: Week) -> list[Known]:
    return [k for k in known if week.begin.date().isoformat() <= k.day < week.end.date().isoformat()]


@pytest.mark.parametrize(
    ("name", "begin"), [("2026-W01", "2025-12-29"), ("2026-W47", "2026-11-16"), ("2020-W53", "2020-12-28")]
)
def test_a_week_is_the_calendars(name: str, begin: str) -> None:
    week = Week.named(name)
    assert (week.begin.date().isoformat(), week.name) == (begin, name)
    assert week.earlier.end == week.begin
    assert Week.before(week.end).name == name
    assert Week.before(week.end + timedelta(days=6, hours=23)).name == name


@pytest.mark.parametrize("wrong", ["2026-47", "2026-W54", "W47", "2026-W00"])
def test_what_is_no_week_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Week.named(wrong)
    assert CliRunner().invoke(main, ["report", "--week", wrong]).exit_code == 2


async def test_the_figures_are_those_of_the_week_and_of_the_one_before(
    written: tuple[Path, list[Known]], database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    week = Week.before(utc_now())
    some, earlier = of_week(written[1], week), of_week(written[1], week.earlier)
    assert len(some) > 10, "a week without conversations says nothing"
    found = await reports(database).of(week)
    figures = {f.name: f for f in found.figures}
    assert (figures["Conversations"].now, figures["Conversations"].before) == (len(some), len(earlier))
    handed = [sum(k.result == "handed_off" for k in part) / len(part) for part in (some, earlier)]
    rate = figures["Handed to a person"]
    assert [rate.now, rate.before] == pytest.approx(handed)
    (left,) = [t for t in found.went_wrong if t.measure == "gave_up"]
    assert [left.n, left.before] == [sum(k.result == "gave_up" for k in part) for part in (some, earlier)]
    text = text_of(found)
    assert f"{100 * (handed[0] - handed[1]):+.1f} points" in text
    monkeypatch.setenv("SUPPORTGRAPH_DATA_DIR", str(written[0]))
    ran = await asyncio.to_thread(CliRunner().invoke, main, ["report", "--week", week.name])
    assert ran.output == text


async def test_it_is_due_once_a_week_from_monday_morning_on_and_only_where_it_is_set(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'supportgraph.db'}"
    upgrade(url)
    database, now = Database(url), [MONDAY - timedelta(hours=3)]

    async def deliver(_: object) -> None:
        raise AssertionError("it is only planned here")

    async def planned() -> int:
        async with database.read() as unit:
            return len(await unit.jobs.list(kind=SEND_REPORT, after=None, limit=10))

    schedule = WeeklySchedule(database, lambda: now[0], {"mail": deliver, "webhook": deliver})
    try:
        await WeeklySchedule(database, lambda: MONDAY, {}).schedule()
        await schedule.schedule()
        assert await planned() == 0, "not before six, and not unless it is set"
        for at in (MONDAY, MONDAY + timedelta(days=6)):
            now[0] = at
            await schedule.schedule()
            assert await planned() == 2
        now[0] = MONDAY + timedelta(days=7)
        await schedule.schedule()
        assert await planned() == 4
    finally:
        await database.close()


@pytest.fixture
def plain_mail() -> Iterator[MailServer]:
    """A relay on this machine."""
    with mail_server("plain") as server:
        yield server


@pytest.fixture
def hook() -> Iterator[tuple[int, "Queue[bytes]"]]:
    got: Queue[bytes] = Queue()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # as http.server calls it
            got.put(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server.server_port, got
    server.shutdown()
    server.server_close()


async def test_it_arrives_by_mail_and_by_webhook(
    database: Database, plain_mail: MailServer, hook: tuple[int, "Queue[bytes]"]
) -> None:
    settings = Settings(
        report_to=["lead@example.com", "head@example.com"],
        report_from="support@example.com",
        smtp_url=SecretStr(f"smtp://127.0.0.1:{plain_mail.port}"),
        report_webhook=SecretStr(f"http://127.0.0.1:{hook[0]}/hook"),
    )
    ways, all_of_them = ways_of(settings), reports(database)
    week = Week.before(utc_now())
    queue = JobQueue(
        database, {SEND_REPORT: JobKind(SendReport(all_of_them.of, ways))}, utc_now, "test", owns_the_database=True
    )
    async with database.begin() as unit:
        for way in ways:
            await unit.jobs.add(SEND_REPORT, {"week": week.name, "way": way}, utc_now())
    await queue.start()
    try:
        mail = await asyncio.to_thread(plain_mail.mails.get, timeout=60)
        posted = json.loads(await asyncio.to_thread(hook[1].get, timeout=60))
    finally:
        await queue.stop()
    expected = await all_of_them.of(week)
    found = message_from_bytes(mail, policy=policy.default)
    assert (found["To"], found["From"]) == ("lead@example.com, head@example.com", "support@example.com")
    assert found["Message-ID"] == f"<report.{week.name}@example.com>"
    assert found.get_content().replace("\r\n", "\n").strip() == text_of(expected).strip()
    assert posted == {"text": text_of(expected), "report": expected.model_dump(mode="json")}


@pytest.mark.parametrize(("way", "scheme"), [("starttls", "smtp"), ("smtps", "smtps")])
@pytest.mark.parametrize("is_trusted", [True, False])
async def test_mail_to_another_machine_goes_by_tls_to_a_server_that_is_trusted(
    way: Way, scheme: str, is_trusted: bool, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "127.0.0.2"  # not what is taken for this machine
    certified = certificate(tmp_path, address)
    if is_trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(certified))
    report = await reports(database).of(Week.before(utc_now()))
    with mail_server(way, address, certified) as server:
        settings = Settings(
            report_to=["lead@example.com"],
            report_from="support@example.com",
            smtp_url=SecretStr(f"{scheme}://{address}:{server.port}"),
        )
        sent = ways_of(settings)["mail"](report)
        if is_trusted:
            await sent
            mail = message_from_bytes(server.mails.get(timeout=10), policy=policy.default)
            assert mail["To"] == "lead@example.com"
        else:
            with pytest.raises(ssl.SSLCertVerificationError):
                await sent
        assert not {b"MAIL", b"RCPT", b"DATA"} & set(server.said), "nothing of the mail is said in the clear"
    assert server.mails.empty()


async def test_a_worker_plans_and_sends_it_where_no_service_does(
    hook: tuple[int, "Queue[bytes]"], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(data_dir=tmp_path, report_webhook=SecretStr(f"http://127.0.0.1:{hook[0]}/hook"))
    now = utc_now()
    monday = (now - timedelta(days=now.weekday())).replace(hour=8, minute=0, second=0, microsecond=0)
    monkeypatch.setattr(worker, "utc_now", lambda: monday)
    working = asyncio.create_task(worker.run_worker(settings, lambda _: None))
    try:
        posted = json.loads(await asyncio.to_thread(hook[1].get, timeout=60))
    finally:
        working.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await working
    assert posted["report"]["week"] == Week.before(monday).name


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SUPPORTGRAPH_REPORT_TO", "lead@example.com"),  # and no server
        ("SUPPORTGRAPH_REPORT_WEBHOOK", "http://hooks.example.com/x"),
        ("SUPPORTGRAPH_SMTP_URL", "mail.example.com"),
    ],
)
def test_what_cannot_be_sent_to_stops_the_start_without_its_value(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsInvalid) as refused:
        Settings.load()
    assert "SUPPORTGRAPH_" in str(refused.value)
    assert value not in str(refused.value)

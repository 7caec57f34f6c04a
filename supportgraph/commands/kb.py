"""`supportgraph kb`: documents into the knowledge base, and its index against the database."""

import asyncio
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import click

from domain.clock import utc_now
from domain.conversation import JsonObject
from domain.jobs import IMPORT_ARTICLES, VERIFY_INDEX, Job, JobFailed
from kb.chroma import KnowledgeIndexLocked
from kb.importing.limits import LARGEST_ARCHIVE, MOST_FILES
from records.session import Database
from supportgraph.commands.kb_audit import audit
from supportgraph.settings import Settings

_LOOK_SECONDS = 0.3


@click.group()
def kb() -> None:
    """Articles and their index."""


kb.add_command(audit)


@kb.command(name="import")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
def import_path(path: Path) -> None:
    """Import the file, the zip or the folder PATH; repeating it changes nothing.

    Markdown, HTML, PDF, DOCX, CSV of questions and answers, exports of Zendesk and Intercom. Where a service runs on the same
    data, it does the work. Exit code 1 where nothing could be imported.
    """
    try:
        name, data = _packed(path)
    except OSError as error:
        raise click.ClickException(f"{path} cannot be read: {error.strerror}") from None
    job = asyncio.run(_import(name, data))
    told = job.result
    for skipped in told.get("skipped", []):
        click.echo(f"skipped  {skipped['file']}: {skipped['why']}")
    for wrong in told.get("errors", []):
        click.echo(f"error    {wrong['file']}: {wrong['message']}", err=True)
    counts = {"written": told.get("written", 0), "unchanged": told.get("unchanged", 0)}
    counts |= {name: len(told.get(name, [])) for name in ("skipped", "errors")}
    click.echo(", ".join(f"{count} {name}" for name, count in counts.items()))
    if job.status == "failed":
        raise SystemExit(1)


@kb.command()
def verify() -> None:
    """Compare the index with the database, repair it, and say what was found. Exit code 1 where it is not whole after that."""
    try:
        found = asyncio.run(_verify())
    except JobFailed as error:
        raise click.ClickException(error.message) from None
    click.echo(
        f"{found['segments']} segments: {found['missing']} missing, {found['extra']} too many, {found['changed']} changed"
        f"; {'whole now' if found['whole'] else 'NOT whole after the repair'}"
    )
    if not found["whole"]:
        raise SystemExit(1)


def _packed(path: Path) -> tuple[str, bytes]:
    """The upload that a file or a folder is. Names in a folder are paths from there."""
    if path.is_file():
        if path.stat().st_size > LARGEST_ARCHIVE:
            raise click.ClickException(f"{path} is larger than {LARGEST_ARCHIVE >> 20} MiB")
        return path.name, path.read_bytes()
    files = sorted(file for file in path.rglob("*") if file.is_file())
    if not files:
        raise click.ClickException(f"{path} holds no files")
    if len(files) > MOST_FILES or sum(file.stat().st_size for file in files) > LARGEST_ARCHIVE:
        raise click.ClickException(
            f"{path} holds more than {MOST_FILES:,} files or {LARGEST_ARCHIVE >> 20} MiB: import its parts"
        )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for file in files:
            archive.writestr(zipfile.ZipInfo(file.relative_to(path).as_posix()), file.read_bytes())
    return f"{path.name or 'folder'}.zip", packed.getvalue()


async def _import(name: str, data: bytes) -> Job:
    from supportgraph.wiring import assemble

    settings = Settings.load()
    try:
        async with assemble(settings) as service:
            return await _done(service.database, service.wake_jobs, IMPORT_ARTICLES, {"name": name}, data)
    except KnowledgeIndexLocked:
        return await _done_elsewhere(settings, IMPORT_ARTICLES, {"name": name}, data)


async def _verify() -> JsonObject:
    from supportgraph.check_index import check_index

    settings = Settings.load()
    try:
        return await check_index(settings)
    except KnowledgeIndexLocked:
        job = await _done_elsewhere(settings, VERIFY_INDEX, {}, None)
    if job.status == "failed":
        raise JobFailed(str(job.result["errors"][0]["message"]))
    return job.result


async def _done_elsewhere(settings: Settings, kind: str, payload: JsonObject, data: bytes | None) -> Job:
    """By the service that holds the index now."""
    database = Database(settings.records_url)
    try:
        return await _done(database, lambda: None, kind, payload, data)
    finally:
        await database.close()


async def _done(database: Database, wake: Callable[[], None], kind: str, payload: JsonObject, data: bytes | None) -> Job:
    async with database.begin() as unit:
        job = await unit.jobs.add(kind, payload, utc_now(), data)
    wake()
    while job.finished_at is None:
        await asyncio.sleep(_LOOK_SECONDS)
        async with database.glance() as unit:
            job = await unit.jobs.get(job.id) or job
    return job

"""`supportgraph kb`: documents into the knowledge base, and its index against the database."""

import asyncio
import io
import os
import stat
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import click

from domain.clock import utc_now
from domain.conversation import JsonObject
from domain.jobs import IMPORT_ARTICLES, VERIFY_INDEX, Job, JobFailed
from kb.importing.limits import LARGEST_ARCHIVE, MOST_FILES
from kb.index.chroma import KnowledgeIndexLocked
from records.engine.session import Database
from supportgraph.commands.kb_audit import audit
from supportgraph.configuration.settings import Settings

_LOOK_SECONDS = 0.3
_TELL_SECONDS = 2.0  # between two lines of how far it is
_UNIX = 3  # the system whose modes a zip's entry holds


@click.group()
def kb() -> None:
    """Articles and their index."""


kb.add_command(audit)


@kb.command(name="import")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
def import_path(path: Path) -> None:
    """Import the file, the zip or the folder PATH; repeating it changes nothing.

    Markdown, MDX, HTML, PDF, DOCX, CSV of questions and answers, exports of Zendesk, Intercom and Freshdesk. Links are not
    followed. Where a service runs on the same data, it does the work. Exit code 1 where nothing could be imported.
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
    for note in told.get("notes", []):
        click.echo(f"note     {note['file']}: {note['message']}")
    counts = {"written": told.get("written", 0), "unchanged": told.get("unchanged", 0)}
    counts |= {name: len(told.get(name, [])) for name in ("skipped", "errors", "notes")}
    click.echo(", ".join(f"{count} {name}" for name, count in counts.items()))
    if job.status == "failed":
        raise click.ClickException(f"nothing of {path} could be imported")


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
    packed, files, size = io.BytesIO(), 0, 0
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in _below(path):
            files, size = files + 1, size + len(content or b"")
            if files > MOST_FILES or size > LARGEST_ARCHIVE:
                raise click.ClickException(
                    f"{path} holds more than {MOST_FILES:,} files or {LARGEST_ARCHIVE >> 20} MiB: import its parts"
                )
            entry = zipfile.ZipInfo(name)
            if content is None:  # the job skips it as it does a zip's, and names it
                entry.create_system, entry.external_attr = _UNIX, (stat.S_IFLNK | 0o777) << 16
            archive.writestr(entry, content or b"")
    if not files:
        raise click.ClickException(f"{path} holds no files")
    return f"{path.resolve().name or 'folder'}.zip", packed.getvalue()


def _below(folder: Path) -> Iterator[tuple[str, bytes | None]]:
    """Each file below a folder, in order, by its path from there, and its content; None for a link, which is never followed.

    Every name is opened in its own folder and without following: nobody can put a link in between."""
    for place, folders, files, handle in os.fwalk(folder, follow_symlinks=False):
        folders.sort()
        at = Path(place).relative_to(folder)
        links = [name for name in folders if stat.S_ISLNK(os.lstat(name, dir_fd=handle).st_mode)]
        for name in sorted([*files, *links]):
            mode = os.lstat(name, dir_fd=handle).st_mode
            if stat.S_ISLNK(mode):
                yield (at / name).as_posix(), None
            elif stat.S_ISREG(mode):
                opened = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=handle)
                with os.fdopen(opened, "rb") as file:
                    if os.fstat(opened).st_size > LARGEST_ARCHIVE:
                        raise click.ClickException(f"{at / name} is larger than {LARGEST_ARCHIVE >> 20} MiB")
                    yield (at / name).as_posix(), file.read()


async def _import(name: str, data: bytes) -> Job:
    from supportgraph.wiring import assemble

    settings = Settings.load()
    try:
        async with assemble(settings) as service:
            return await _done(service.database, IMPORT_ARTICLES, {"name": name}, data)
    except KnowledgeIndexLocked:
        return await _done_elsewhere(settings, IMPORT_ARTICLES, {"name": name}, data)


async def _verify() -> JsonObject:
    from supportgraph.measuring.check_index import check_index

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
    click.echo("the service that runs on this data does it", err=True)
    database = Database(settings.records_url)
    try:
        return await _done(database, kind, payload, data)
    finally:
        await database.close()


async def _done(database: Database, kind: str, payload: JsonObject, data: bytes | None) -> Job:
    async with database.begin() as unit:
        job = await unit.jobs.add(kind, payload, utc_now(), data)
    told, told_at = job.done, time.monotonic()
    while job.finished_at is None:
        await asyncio.sleep(_LOOK_SECONDS)
        async with database.read_snapshot() as unit:
            job = await unit.jobs.get(job.id) or job
        if job.total and job.done > told and time.monotonic() > told_at + _TELL_SECONDS:
            told, told_at = job.done, time.monotonic()
            click.echo(f"{job.done} of {job.total} files", err=True)
    return job

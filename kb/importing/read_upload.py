"""An upload, a file or a zip of files, read into articles. Nothing is ever written to disk, and no more is unpacked than an
import takes.
"""

import asyncio
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from domain.importing import FileError, Reading, Skipped
from kb.importing.decode import clean
from kb.importing.limits import LARGEST_ARCHIVE, LARGEST_FILE, MOST_FILES, Refused
from kb.importing.read_apart import ReadApart
from kb.importing.read_file import NO_DOCUMENT, kind_of

_SYSTEM = {"__macosx", "thumbs.db", "desktop.ini"}
_LINK = 0o120000  # the file type of a symbolic link, in the mode that Unix archivers store


def is_archive(name: str, data: bytes) -> bool:
    suffix = PurePosixPath(name).suffix.lower()
    if suffix == ".zip":
        return True
    return not suffix and data.startswith(b"PK\x03\x04") and b"word/document.xml" not in data


def unpacked(data: bytes) -> Iterator[tuple[str, bytes] | FileError | Skipped]:
    """Each file as (path, bytes), or why it is left out. Raises ``Refused`` where there is no archive to read. Blocks."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise Refused("is not a zip archive that can be read") from None
    with archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        if len(members) > MOST_FILES:
            raise Refused(f"holds more than {MOST_FILES:,} files")
        if not members:
            raise Refused("is empty: it holds no files")
        left = LARGEST_ARCHIVE
        for member in members:
            path = clean(member.filename.replace("\\", "/"))
            try:
                if why := _why_skipped(member, path):
                    yield Skipped(file=path, why=why)
                    continue
                left -= member.file_size
                content = _content(archive, member, path, left)
            except Refused as error:
                yield FileError(file=path, message=error.message)
            else:
                yield path, content


def _why_skipped(member: zipfile.ZipInfo, path: str) -> str | None:
    parts = [part.lower() for part in path.split("/")]
    if _SYSTEM.intersection(parts) or any(part.startswith("._") for part in parts):
        return "is an operating system's own file"
    if any(part.startswith(".") and part not in (".", "..") for part in parts):
        return "is hidden"
    if (member.external_attr >> 16) & 0o170000 == _LINK:
        return "is a link to another file"
    if parts[-1].endswith((".zip", ".gz", ".tar", ".rar", ".7z")):
        return "is an archive in an archive"
    return None if kind_of(path, b"") else NO_DOCUMENT


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: str, left: int) -> bytes:
    parts = path.split("/")
    if path.startswith("/") or ".." in parts or (len(parts[0]) > 1 and parts[0][1] == ":"):
        raise Refused("has a path that leads out of the archive")
    if member.flag_bits & 0x1:
        raise Refused("is encrypted")
    # zipfile unpacks no more of a member than this says, whatever follows
    if member.file_size > LARGEST_FILE:
        raise Refused(f"is larger than {LARGEST_FILE >> 20} MiB")
    if left < 0:
        raise Refused(f"is beyond the {LARGEST_ARCHIVE >> 20} MiB that an archive may hold, unpacked")
    try:
        return archive.read(member)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
        raise Refused("is damaged, or packed in a way that is not known") from None


_Entry = tuple[str, bytes] | FileError | Skipped


async def read_upload(name: str, data: bytes) -> Reading:
    """Meets ``domain.importing.ReadUpload``. Of articles with one ``source_id`` the last is kept, and that is said."""
    name = name.replace("\\", "/").rsplit("/", 1)[-1] or "upload"
    reading = Reading()
    async with ReadApart() as apart:
        try:
            entries: Iterator[_Entry] = unpacked(data) if is_archive(name, data) else iter([(name, data)])
            while (entry := await asyncio.to_thread(next, entries, None)) is not None:
                reading.add(await _one(apart, entry, alone=not is_archive(name, data)))
        except Refused as error:
            reading.errors.append(FileError(file=name, message=error.message))
    return _without_repeats(reading)


async def _one(apart: ReadApart, entry: _Entry, *, alone: bool) -> Reading:
    match entry:
        case FileError():
            return Reading(errors=[entry])
        case Skipped():
            return Reading(skipped=[entry])
        case path, content:
            if alone and kind_of(path, content) is None:  # whoever sends one file meant it
                kinds = "Markdown, MDX, HTML, PDF, DOCX, CSV, JSON of a help centre, or a zip of these"
                return Reading(errors=[FileError(file=path, message=f"is not of a kind that is imported: {kinds}")])
            return await apart.read(path, content)


def _without_repeats(reading: Reading) -> Reading:
    last = {document.draft.source_id: i for i, document in enumerate(reading.documents)}
    kept = [document for i, document in enumerate(reading.documents) if last[document.draft.source_id] == i]
    for i, document in enumerate(reading.documents):
        if last[document.draft.source_id] != i:
            reading.skipped.append(Skipped(file=document.file, why="comes again later with the same source_id"))
    return reading.model_copy(update={"documents": kept})

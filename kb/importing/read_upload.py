"""An upload, a file or a zip of files, read into articles."""

import asyncio
from collections.abc import Iterator

from domain.importing import FileError, Reading, Skipped
from kb.importing.archive import is_archive, unpacked
from kb.importing.read_apart import ReadApart
from kb.importing.read_file import kind_of
from kb.importing.refused import Refused

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

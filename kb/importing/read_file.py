"""One file of an upload, whatever it is: what it is called and how it begins decide who reads it."""

from pathlib import PurePosixPath

from domain.importing import Document, FileError, Reading, Skipped
from kb.importing.decode import decode
from kb.importing.limits import LARGEST_FILE, Refused

NO_DOCUMENT = "is not of a kind that is imported"
_KINDS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".txt": "markdown",
    ".mdx": "mdx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".csv": "csv",
    ".tsv": "csv",
    ".json": "json",
}


def read_file(path: str, data: bytes) -> Reading:
    """What the file holds; what is wrong with it is an error of the reading. Blocks."""
    try:
        return _read(path, data)
    except Refused as error:
        return Reading(errors=[FileError(file=path, message=error.message)])
    except MemoryError:
        return Reading(errors=[FileError(file=path, message="needs more memory to read than it may")])
    except Exception:  # noqa: BLE001 (a format's library met bytes that it did not expect: only this file is lost)
        return Reading(errors=[FileError(file=path, message="is damaged, or not what its name says")])


def kind_of(path: str, data: bytes) -> str | None:
    """``None`` for what is no document."""
    suffix = PurePosixPath(path).suffix.lower()
    if suffix:
        return _KINDS.get(suffix)
    head = data[:512].lstrip().lower()
    if head.startswith(b"%pdf-"):
        return "pdf"
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    if head.startswith(b"pk\x03\x04"):
        return "docx" if b"word/" in data else None
    return "json" if head.startswith((b"{", b"[")) else "markdown"


def _read(path: str, data: bytes) -> Reading:
    kind = kind_of(path, data)
    if kind is None:
        return Reading(skipped=[Skipped(file=path, why=NO_DOCUMENT)])
    if not data.strip():
        raise Refused("is empty")
    if len(data) > LARGEST_FILE:
        raise Refused(f"is larger than {LARGEST_FILE >> 20} MiB")
    # Each format's library is imported by the first file that needs it.
    match kind:
        case "pdf":
            from kb.importing.pdf import read_pdf

            return Reading(documents=[Document(file=path, draft=read_pdf(path, data))])
        case "docx":
            from kb.importing.docx import read_docx

            return Reading(documents=[Document(file=path, draft=read_docx(path, data))])
        case "html":
            from kb.importing.html import read_html

            return read_html(path, decode(data))
        case "mdx":
            from kb.importing.markdown import mdx_to_markdown, read_markdown

            return read_markdown(path, mdx_to_markdown(decode(data)))
        case "csv":
            from kb.importing.question_table import read_question_table

            return read_question_table(path, decode(data))
        case "json":
            from kb.importing.help_centre import read_help_centre

            return read_help_centre(path, decode(data))
        case _:
            from kb.importing.markdown import read_markdown

            return read_markdown(path, decode(data))

"""Articles from a table of questions and answers: one a row."""

import csv
import re
from collections.abc import Iterator
from hashlib import sha256

from domain.importing import Document, FileError, Reading, Skipped
from domain.lazy_pattern import lazy_pattern
from kb.importing.fields import to_draft
from kb.importing.limits import LONGEST_BODY, MOST_BAD_ROWS, Refused
from kb.importing.source_audience import source_audience

_LINE = lazy_pattern(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_SEPARATORS = ",;\t|"


def read_question_table(path: str, text: str) -> Reading:
    """Columns ``question`` and ``answer``, and any of an article's fields. A bad row is an error that names its line.

    Without a ``source_id`` a row is known by the file and its question. Raises ``Refused`` for what is no such table.
    """
    lines = [line for line in _LINE.findall(text) if line]
    separator, header = _header(lines)
    reading, counts = Reading(), dict[str, int]()
    for number, row in _rows(lines, separator):
        if number == 1 or (isinstance(row, list) and not any(cell.strip() for cell in row)):
            continue
        if len(reading.errors) >= MOST_BAD_ROWS:
            reading.errors.append(FileError(file=path, message=f"line {number}: too many bad rows, the rest was not read"))
            break
        try:
            _read_row(reading, path, number, header, row, counts)
        except Refused as error:
            reading.errors.append(FileError(file=path, message=f"line {number}: {error.message}"))
    if not (reading.documents or reading.errors or reading.skipped):
        raise Refused("is empty: it holds a header and no rows")
    return reading


def _header(lines: list[str]) -> tuple[str, list[str]]:
    for separator in _SEPARATORS:
        try:
            names = [name.strip().lower() for name in next(csv.reader(lines[:1], delimiter=separator), [])]
        except csv.Error:
            continue
        if "question" in names and "answer" in names:
            return separator, names
    raise Refused("has no columns question and answer")


def _rows(lines: list[str], separator: str) -> Iterator[tuple[int, list[str] | Refused]]:
    """Each row with the number of its first line. After one that cannot be parsed, reading goes on at the next line."""
    csv.field_size_limit(LONGEST_BODY)
    start = 0
    while start < len(lines):
        reader = csv.reader(lines[start:], delimiter=separator, strict=True)
        begun = 0
        try:
            for row in reader:
                yield start + begun + 1, row
                begun = reader.line_num
            return
        except csv.Error:
            yield start + begun + 1, Refused("is not a row of this table: look for a quote that is not closed")
        start += begun + 1


def _read_row(
    reading: Reading, path: str, number: int, header: list[str], row: list[str] | Refused, counts: dict[str, int]
) -> None:
    if isinstance(row, Refused):
        raise row
    if len(row) > len(header) and any(cell.strip() for cell in row[len(header) :]):
        raise Refused("has more fields than the header: put quotes around text that holds the separator")
    cells = {name: cell.strip() for name, cell in zip(header, row, strict=False)}
    question, answer = cells.get("question", ""), cells.get("answer", "")
    for name, value in (("question", question), ("answer", answer)):
        if not re.search(r"\w", value):
            raise Refused(f"the {name} is empty")
    known_by = sha256(" ".join(question.casefold().split()).encode()).hexdigest()[:12]
    counts[known_by] = again = counts.get(known_by, 0) + 1  # the same question may be answered in two rows
    shown = source_audience(cells, asks_for_ours=True)
    if shown.unpublished:
        reading.skipped.append(Skipped(file=f"{path}, line {number}", why=shown.why_skipped))
        return
    own_title = bool(cells.get("title")) and cells["title"].casefold() != question.casefold()
    body = f"## {' '.join(question.split())}\n\n{answer}" if own_title else answer
    source_id = f"{path}#{known_by}" + (f"-{again}" if again > 1 else "")
    draft = to_draft({**cells, "audience": shown.readers}, body, source_id, question)
    reading.documents.append(Document(file=path, draft=draft))
    reading.notes += shown.notes(f"{path}, line {number}")

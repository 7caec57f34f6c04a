"""Labelled utterances in CSV files, and the fifth of each label that is kept apart for measuring."""

import csv
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

SHIPPED_UTTERANCES = Path(__file__).with_name("utterances.csv")
SHIPPED_OUT_OF_SCOPE = Path(__file__).with_name("out_of_scope.csv")
KEPT_APART = 5  # one row in five


class Row(NamedTuple):
    text: str
    label: str


class RowsInvalid(ValueError):
    """The CSV file cannot be used; the message says why, for the person who wrote it."""


def read_rows(path: Path, label: str | None = None) -> list[Row]:
    """Read the columns ``text,label``; with ``label`` given, only ``text`` is needed and every row gets that label.

    Raises RowsInvalid for a missing column, an empty label, or a file that is not UTF-8.
    """
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            reader = csv.DictReader(file)
            needed = {"text"} if label else {"text", "label"}
            if missing := needed - set(reader.fieldnames or ()):
                raise RowsInvalid(f"{path.name}: no column {', '.join(sorted(missing))}")
            rows = [Row(record["text"] or "", label or (record["label"] or "").strip()) for record in reader]
    except UnicodeDecodeError as error:
        raise RowsInvalid(f"{path.name}: not UTF-8 ({error.reason} at byte {error.start})") from error
    for number, row in enumerate(rows, start=2):
        if not row.label:
            raise RowsInvalid(f"{path.name}: row {number} has no label")
    return rows


def split_rows(rows: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """Split into rows to learn from and the kept-apart fifth of each label: those whose text has the lowest SHA-256.

    Deterministic, whatever the order of the file; labels with fewer than five rows keep none apart.
    """
    by_label: dict[str, list[Row]] = defaultdict(list)
    for row in dict.fromkeys(rows):
        by_label[row.label].append(row)
    learn: list[Row] = []
    kept: list[Row] = []
    for label in sorted(by_label):
        ordered = sorted(by_label[label], key=lambda row: hashlib.sha256(row.text.encode()).digest())
        share = len(ordered) // KEPT_APART
        kept += ordered[:share]
        learn += ordered[share:]
    return learn, kept


def rows_hash(rows: Sequence[Row]) -> str:
    """SHA-256 over the rows in sorted order."""
    digest = hashlib.sha256()
    for row in sorted(rows):
        digest.update(f"{row.label}\x1f{row.text}\x1e".encode())
    return digest.hexdigest()

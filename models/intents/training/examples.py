"""Labelled utterances in CSV files, and the fifth of each label that is kept apart for measuring."""

import csv
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

SHIPPED_UTTERANCES = Path(__file__).with_name("utterances.csv")
SHIPPED_OUT_OF_SCOPE = Path(__file__).with_name("out_of_scope.csv")
KEPT_APART = 5  # one row in five
MOST_IN_A_FIELD = 16_000_000  # characters; the csv module's own limit is an eighth of a million


class Row(NamedTuple):
    text: str
    label: str


class RowsInvalid(ValueError):
    """The CSV file cannot be used; the message says why, for the person who wrote it."""


class Settled(NamedTuple):
    """Rows to learn from, and how many of the file's rows are not among them, by reason."""

    rows: list[Row]
    left_out: dict[str, int]  # "blank", "repeated", "contradicted"


def read_rows(path: Path, label: str | None = None) -> list[Row]:
    """Read the columns ``text,label``; with ``label`` given, only ``text`` is needed and every row gets that label.

    Other columns are ignored, and the names of the columns may be in any case. Rows without text are kept.
    Raises RowsInvalid for a missing column, an empty label, or a file that is not CSV in UTF-8.
    """
    csv.field_size_limit(MOST_IN_A_FIELD)
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            reader = csv.DictReader(file)
            columns = [name.strip().lower() for name in reader.fieldnames or ()]
            needed = {"text"} if label else {"text", "label"}
            if missing := needed - set(columns):
                found = f"its first line is {', '.join(columns)[:80]!r}" if columns else "it is empty"
                raise RowsInvalid(f"{path.name}: no column {', '.join(sorted(missing))}; {found}")
            reader.fieldnames = columns
            rows = [Row(record["text"] or "", label or (record["label"] or "").strip()) for record in reader]
    except UnicodeDecodeError as error:
        raise RowsInvalid(f"{path.name}: not UTF-8 ({error.reason} at byte {error.start})") from error
    except csv.Error as error:
        raise RowsInvalid(f"{path.name}: not a CSV file ({error})") from error
    for number, row in enumerate(rows, start=2):
        if not row.label:
            raise RowsInvalid(f"{path.name}: row {number} has no label")
    return rows


def settle_rows(rows: Sequence[Row]) -> Settled:
    """Leave out what teaches nothing, whatever the order of the rows.

    That is: rows without text; repeats (case and spaces aside); and of a text with several labels, those rows whose
    label is not its commonest. Labels that are equally common all stay: nobody knows better.
    """
    by_text: dict[str, Counter[Row]] = defaultdict(Counter)
    blank = 0
    for row in rows:
        if row.text.strip():
            by_text[" ".join(row.text.casefold().split())][row] += 1
        else:
            blank += 1
    kept: list[Row] = []
    contradicted = 0
    for same in by_text.values():
        votes: Counter[str] = Counter()
        for row, count in same.items():
            votes[row.label] += count
        most = max(votes.values())
        contradicted += sum(count for count in votes.values() if count < most)
        kept += [min(row for row in same if row.label == label) for label, count in votes.items() if count == most]
    left_out = {"blank": blank, "repeated": len(rows) - len(kept) - contradicted - blank, "contradicted": contradicted}
    return Settled(sorted(kept), left_out)


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

"""Rows of the key figures' table as bytes, to be kept between starts: NumPy's own format, read without pickle."""

import hashlib
import inspect
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import numpy as np

from insights import conversation_summary, kpi_table
from insights.kpi_table import CODED, ROW, KpiTable
from records import kpi_facts

# What other code made, or in another form, is made anew.
MADE_BY = hashlib.sha256("".join(map(inspect.getsource, (conversation_summary, kpi_facts, kpi_table))).encode()).hexdigest()
# How values are read back from JSON, by the field of `Codes`.
_AS: dict[str, Callable[[Any], Any]] = {"names": str, "intents": frozenset, "seconds": tuple}


class BlockUnreadable(ValueError):
    """Bytes that hold no rows."""


def packed(some: KpiTable) -> bytes:
    """Rows, and what their codes stand for: of these rows and no others."""
    rows, values = some.rows.copy(), {}
    for kind, columns in CODED.items():
        used = np.unique([rows[column] for column in columns])
        for column in columns:
            rows[column] = np.searchsorted(used, rows[column])
        values[kind] = [getattr(some.codes, kind)[code] for code in used.tolist()]
    told = json.dumps(values, default=sorted)  # sets, as lists
    file = io.BytesIO()
    np.savez_compressed(file, rows=rows, values=np.frombuffer(told.encode(), np.uint8))
    return file.getvalue()


def unpacked(block: bytes, into: KpiTable) -> KpiTable:
    """The rows of a block, with the codes of the table that they go into. Raises ``BlockUnreadable``."""
    try:
        with np.load(io.BytesIO(block), allow_pickle=False) as file:
            rows, values = file["rows"], json.loads(file["values"].tobytes())
        if rows.dtype != ROW:
            raise BlockUnreadable("rows of another form")
        for kind, columns in CODED.items():
            coded = getattr(into.codes, kind)
            codes = np.array([coded.code(None if v is None else _AS[kind](v)) for v in values[kind]], np.int32)
            for column in columns:
                rows[column] = codes[rows[column]]
    except (OSError, EOFError, ValueError, LookupError, TypeError, zipfile.BadZipFile, zlib.error) as error:
        raise BlockUnreadable(type(error).__name__) from error
    return KpiTable(rows, into.codes)

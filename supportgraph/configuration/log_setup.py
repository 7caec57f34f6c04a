"""The log of a process: a line each, as text or as JSON, without the messages of exceptions, which may quote a customer."""

import json
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import Literal

import click

from domain.telemetry.log_context import about

LogFormat = Literal["text", "json"]

_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName", "color_message"}
_PLAIN = (str, int, float, bool, type(None))
_Error = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def _message(record: logging.LogRecord) -> str:
    """asyncio's further lines show the task with its exception's words."""
    message = record.getMessage()
    return message.partition("\n")[0] if record.name == "asyncio" else message


class TextLines(logging.Formatter):
    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 (logging's own name)
        record.message = _message(record)
        return super().formatMessage(record)

    def formatException(self, ei: _Error) -> str:  # noqa: N802 (logging's own name)
        return "\n".join(_error_lines(ei[1]))


class JsonLines(logging.Formatter):
    """Each line an object: `time`, `level`, `logger`, `message`, the ids that are known, and what the caller added."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname,
            "logger": record.name,
            "message": _message(record),
            **about(),
            **{k: v for k, v in vars(record).items() if k not in _OWN and isinstance(v, _PLAIN)},
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = type(record.exc_info[1]).__name__
            line["traceback"] = "\n".join(_error_lines(record.exc_info[1]))
        return json.dumps(line, ensure_ascii=False)


def set_up_logging(level: str, form: LogFormat) -> None:
    """Everything that this process says goes to stderr in one form: ours, uvicorn's, warnings, and what nobody caught."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if form == "json" else TextLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(True)
    sys.excepthook = _uncaught
    threading.excepthook = lambda args: _uncaught(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)
    # Their lines hold addresses, bodies and the values of statements.
    for name in (
        "httpx",
        "httpcore",
        "openai",
        "chromadb",
        "uvicorn.access",
        "alembic",
        "aiosqlite",
        "sqlalchemy",
        "psycopg",
    ):
        logging.getLogger(name).setLevel(logging.WARNING)


def say_to(form: LogFormat) -> Callable[[str], None]:
    """Where a service says that it is ready: to whoever started it, or as a line of the log that machines read."""
    if form == "text":
        return click.echo
    return lambda text: logging.getLogger("supportgraph").info(text.strip())


def say_why_it_ends(why: str) -> None:
    """As the last line of a log that machines read."""
    set_up_logging("INFO", "json")
    logging.getLogger("supportgraph").critical(why)


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt | SystemExit):
        logging.getLogger("supportgraph").critical("nobody caught an error", exc_info=(kind, error, trace))


def _error_lines(error: BaseException | None) -> list[str]:
    """Types and places, the cause first, as Python tells them; of the messages only an operating system's."""
    if error is None:
        return []
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    places = [line.rstrip("\n") for line in traceback.format_tb(error.__traceback__)]
    said = f": {error.strerror}" if isinstance(error, OSError) and error.strerror else ""
    return [*_error_lines(before), "Traceback (most recent call last):", *places, f"{type(error).__name__}{said}"]

"""Articles from a folder of Markdown files with YAML front matter."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import frontmatter

from domain.knowledge import ArticleDraft

_TIMES = ("valid_from", "valid_until", "review_by")


def read_folder(folder: Path) -> list[ArticleDraft]:
    """Every ``*.md`` below ``folder``, in order of path; ``source_id`` is the path.

    Raises ``ValueError`` that names a bad file.
    """
    return [_read(path, path.relative_to(folder).as_posix()) for path in sorted(folder.rglob("*.md"))]


def _read(path: Path, source_id: str) -> ArticleDraft:
    try:
        post = frontmatter.loads(path.read_text(encoding="utf-8"))
        fields = {name: _time(value) if name in _TIMES else value for name, value in post.metadata.items()}
        return ArticleDraft.model_validate({"title": path.stem} | fields | {"body": post.content, "source_id": source_id})
    except ValueError as error:  # pydantic's and yaml's errors too
        raise ValueError(f"{source_id}: {error}") from error


def _time(value: object) -> object:
    """A bare date is its first instant in UTC."""
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    return datetime.combine(value, time(), UTC) if isinstance(value, date) else value

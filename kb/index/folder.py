"""Articles from a folder of Markdown files with YAML front matter."""

from pathlib import Path

from domain.knowledge import ArticleDraft
from kb.importing.markdown import read_markdown
from kb.importing.refused import Refused


def read_folder(folder: Path) -> list[ArticleDraft]:
    """Every ``*.md`` below ``folder``, in order of path; ``source_id`` is the path. Drafts are left out.

    Raises ``ValueError`` that names a bad file.
    """
    return [draft for path in sorted(folder.rglob("*.md")) for draft in _read(path, path.relative_to(folder).as_posix())]


def _read(path: Path, source_id: str) -> list[ArticleDraft]:
    try:
        return [document.draft for document in read_markdown(source_id, path.read_text(encoding="utf-8")).documents]
    except Refused as error:
        raise ValueError(f"{source_id} {error.message}") from error

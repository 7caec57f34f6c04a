"""A change set as texts, before and after: what a person reads, compares and downloads."""

import difflib
from collections.abc import Mapping

import yaml
from pydantic import BaseModel

from domain.errors import NotFound
from domain.history import FILE_KINDS, ChangeSet
from domain.knowledge import ArticleDraft
from records.engine.unit import Unit


class Document(BaseModel):
    """None: it was not there."""

    name: str
    before: str | None
    after: str | None


async def documents(unit: Unit, change: ChangeSet) -> list[Document]:
    """Those that the change changed, by name."""
    earlier = await unit.history.get(change.previous) if change.previous else None
    before = await _texts(unit, earlier) if earlier else {}
    after = await _texts(unit, change)
    return [
        Document(name=name, before=before.get(name), after=after.get(name))
        for name in sorted({*before, *after})
        if before.get(name) != after.get(name)
    ]


async def policy_file(unit: Unit) -> tuple[str, str]:
    """The name and text of the policy file that the service was last started with. Raises ``NotFound``."""
    change = await unit.history.latest("policy", None)
    if change is None:
        raise NotFound
    ((name, text),) = change.content["files"].items()
    return str(name), str(text)


async def text_files(unit: Unit) -> dict[str, str]:
    """The company's own message files that the service was last started with, by name."""
    change = await unit.history.latest("texts", None)
    return {str(name): str(text) for name, text in change.content["files"].items()} if change else {}


def diff(found: list[Document]) -> str:
    """As ``diff -u`` writes it; for `git apply` and `patch -p1`."""
    lines: list[str] = []
    for one in found:
        was, now = (one.before or "").splitlines(keepends=True), (one.after or "").splitlines(keepends=True)
        before = f"before/{one.name}" if one.before is not None else "/dev/null"
        after = f"after/{one.name}" if one.after is not None else "/dev/null"
        lines += difflib.unified_diff(was, now, before, after)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


async def _texts(unit: Unit, change: ChangeSet) -> Mapping[str, str]:
    if change.kind in FILE_KINDS:
        files = {str(name): str(text) for name, text in change.content["files"].items()}
        # A policy that is read from another file is still the policy: what differs is its text.
        return files if change.kind == "texts" or len(files) != 1 else {f"{change.kind}.yaml": next(iter(files.values()))}
    if change.kind == "article":
        draft = await revision_of(unit, change)
        return {"article.md": _article(draft)} if draft else {}
    return {f"{change.kind}.yaml": yaml.safe_dump(change.content, sort_keys=False, allow_unicode=True, width=120)}


async def revision_of(unit: Unit, change: ChangeSet) -> ArticleDraft | None:
    """An article as the change left it; None of a deleted one."""
    revision = change.content["revision"]
    return await unit.answers.revision(change.subject or "", revision) if revision is not None else None


def _article(draft: ArticleDraft) -> str:
    """As Markdown with its fields in front, those that say anything."""
    fields = {name: value for name, value in draft.model_dump(mode="json", exclude={"body"}).items() if value}
    return f"---\n{yaml.safe_dump(fields, sort_keys=False, allow_unicode=True, width=1000)}---\n{draft.body}\n"

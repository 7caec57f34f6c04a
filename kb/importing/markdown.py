"""An article from Markdown with YAML front matter, plain text and MDX included; and the articles of a folder of such files.

MDX becomes Markdown: imports, exports, comments and the tags of components go; the words inside them stay.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import groupby
from pathlib import Path, PurePosixPath
from textwrap import dedent

from domain.importing import Document, Note, Reading, Skipped
from domain.knowledge import ArticleDraft
from domain.lazy_pattern import lazy_pattern
from domain.rules.strict_yaml import NotYaml, read_yaml
from kb.importing.fields import FIELDS, to_draft
from kb.importing.limits import Refused
from kb.importing.source_audience import source_audience

_MDX_FRONT = lazy_pattern(r"\A---[ \t]*\n.*?^---[ \t]*$\n?", re.MULTILINE | re.DOTALL)
_CODE = lazy_pattern(
    r"^([ \t]*)(```+|~~~+)[^\n]*\n.*?(?:^[ \t]*\2[ \t]*$|\Z)|(`+)(?!`).+?(?<!`)\3(?!`)", re.MULTILINE | re.DOTALL
)
_MODULE = lazy_pattern(
    r"^(?:import\s*(?:[*{'\"]|\w[\w$]*\s*(?:,|from\b))|export\s+(?:const|let|var|function|async|class|default|type|\*|\{))"
    r".*?(?:\n[ \t]*(?=\n)|\Z)",
    re.MULTILINE | re.DOTALL,
)
_REST_OF_MODULE = lazy_pattern(r"^[ \t]*[\])}]+;?[ \t]*$", re.MULTILINE)
_COMMENT = lazy_pattern(r"\{\s*/\*.*?\*/\s*\}|<!--.*?-->", re.DOTALL)
_ANCHOR = lazy_pattern(r"\s*\{#[\w-]+\}\s*$", re.MULTILINE)
_TEXT = lazy_pattern(r"""\A\{\s*(["'`]|(?=\x00))(.*)\1\s*\}\Z""", re.DOTALL)
_TAG_BEGINS = lazy_pattern(r"</?(?:[A-Za-z][\w.:-]*|(?=>))")
# Attributes that readers see: a card's title, a tab's label, an accordion's question.
_SEEN = lazy_pattern(
    r"""\b(?:title|label|summary|question|header|heading|caption)\s*=\s*(?:"([^"]*)"|'([^']*)'|\{\s*["'`]([^"'`]*)["'`]\s*\})"""
)
_OPENS = lazy_pattern(r"[<{]")
_LONGEST_TAG = 20_000  # characters


def mdx_to_markdown(text: str) -> str:
    """Front matter and code stay as they are. What only a program could work out, such as ``{price}``, is left out."""
    front = _MDX_FRONT.match(text)
    head = front.group() if front else ""
    body, code = _without_code(text[len(head) :])
    body = _COMMENT.sub("", _REST_OF_MODULE.sub("", _MODULE.sub("", body)))
    plain = "".join(_plain(_ANCHOR.sub("", body)))
    blocks = re.sub(r"\n{3,}", "\n\n", _dedented(plain))
    return head + re.sub(r"\x00(\d+)\x00", lambda m: code[int(m.group(1))], blocks)


def _without_code(text: str) -> tuple[str, list[str]]:
    """The text with a mark in place of each piece of code, and the pieces."""
    code: list[str] = []

    def kept(match: re.Match[str]) -> str:
        code.append(dedent(match.group()) if match[2] else match.group())
        return f"{match[1] or ''}\x00{len(code) - 1}\x00"

    return _CODE.sub(kept, text), code


def _plain(text: str) -> Iterator[str]:
    """Pieces of the text without tags and expressions. The depth of components is marked for `_dedented`: one sign a level."""
    at = 0
    while (begins := _OPENS.search(text, at)) is not None:
        start = begins.start()
        yield text[at:start]
        if text[start] == "{":
            end = _closing(text, start)
            said = _TEXT.match(text[start:end])
            yield said.group(2) if said else ""
        elif tag := _TAG_BEGINS.match(text, start):
            end = _closing(text, start)
            yield _of_tag(text[start:end], tag.group())
        else:
            end = start + 1
            yield text[start:end]
        at = end
    yield text[at:]


def _closing(text: str, start: int) -> int:
    """The end of the tag or expression that begins at ``start``; where it never ends, only its first sign is taken."""
    quote, depth, is_tag = "", 0, text[start] == "<"
    for at in range(start, min(len(text), start + _LONGEST_TAG)):
        sign = text[at]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'`" and (is_tag or depth):
            quote = sign
        elif sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
            if not is_tag and depth == 0:
                return at + 1
        elif sign == ">" and is_tag and depth == 0:
            return at + 1
    return start + 1


def _of_tag(tag: str, begins: str) -> str:
    if begins.startswith("</"):
        return "\x02"
    name = begins[1:]
    seen = next((next(filter(None, m.groups()), "") for m in _SEEN.finditer(tag)), "")
    words = (
        f"\n\n**{' '.join(seen.split())}**\n\n" if seen and name[:1].isupper() else "\n" if name in ("br", "p", "hr") else ""
    )
    return f"{words}\x03" if not tag.endswith("/>") and name not in ("br", "hr", "img", "input") else words


def _dedented(text: str) -> str:
    """Lines inside components are indented for the eye; in Markdown four blanks would make them code."""
    depth, lines = 0, list[tuple[int, str]]()
    for line in text.split("\n"):
        lines.append((depth, re.sub(r"[\x02\x03]", "", line)))
        depth = max(0, depth + line.count("\x03") - line.count("\x02"))
    parts = (("\n".join(line.rstrip() for _, line in group), level) for level, group in groupby(lines, key=lambda x: x[0]))
    return "\n".join(dedent(part) if level else part for part, level in parts)


_HEADING = lazy_pattern(r"^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$|^(\S[^\n]*)\n(?:=+|-+)[ \t]*$", re.MULTILINE)
_FENCED = lazy_pattern(r"^ {0,3}(```|~~~).*?^ {0,3}\1[^\n]*$", re.MULTILINE | re.DOTALL)
_FRONT = lazy_pattern(r"\A---[ \t]*\n(.*?)^---[ \t]*$\n?", re.MULTILINE | re.DOTALL)
_MARKS = lazy_pattern(r"!?\[([^\]]*)\]\([^)]*\)|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")
_OTHERS = {"source"}  # near to ours by its letters, and something else to those who write it


def read_markdown(path: str, text: str) -> Reading:
    """One article, or none where it is a draft. Raises ``Refused``.

    Keys of the front matter that mean nothing here are left alone; one that is nearly one of ours is noted."""
    text = text.lstrip("\n")
    fields: Mapping[str, object] = {}
    if front := _FRONT.match(text):  # else a first line of dashes is a rule
        fields, text = _front_matter(front.group(1)), text[front.end() :]
    shown = source_audience(fields, asks_for_ours=True)
    if shown.unpublished:
        return Reading(skipped=[Skipped(file=path, why=shown.why_skipped)])
    given = {**fields, "audience": shown.readers}
    draft = to_draft(given, text, path, first_heading(text) or PurePosixPath(path).stem)
    return Reading(documents=[Document(file=path, draft=draft)], notes=[*shown.notes(path), *_near_misses(path, fields)])


def first_heading(text: str) -> str:
    """The words of the first heading, or nothing."""
    found = _HEADING.search(_FENCED.sub("", text))
    return _MARKS.sub(r"\1", found.group(1) or found.group(2)).strip() if found else ""


def _front_matter(text: str) -> Mapping[str, object]:
    try:
        found = read_yaml(text, first_line=2)
    except NotYaml as error:
        raise Refused(f"has front matter that is not valid YAML, line {error.line}") from None
    if found.twice:
        first = found.twice[0]
        raise Refused(f"has front matter with a mistake in line {first.line}: {first.path[:80]} {first.message}")
    if found.data is not None and not isinstance(found.data, dict):
        raise Refused("has front matter that is no mapping of fields")
    return found.data or {}


def _near_misses(path: str, fields: Mapping[str, object]) -> list[Note]:
    notes = []
    for name in (name for name in fields if name not in FIELDS):
        plain = str(name).lower().replace("-", "_").replace(" ", "_")
        close = get_close_matches(plain, FIELDS, n=1, cutoff=0.8)
        if close and plain not in _OTHERS and close[0] not in fields:
            notes.append(
                Note(file=path, message=f"has a key {str(name)[:40]!r} that means nothing: did you mean {close[0]!r}?")
            )
    return notes


def read_folder(folder: Path) -> list[ArticleDraft]:
    """Every ``*.md`` below ``folder``, in order of path; ``source_id`` is the path. Drafts are left out.

    Raises ``ValueError`` that names a bad file.
    """
    return [draft for path in sorted(folder.rglob("*.md")) for draft in _read_one(path, path.relative_to(folder).as_posix())]


def _read_one(path: Path, source_id: str) -> list[ArticleDraft]:
    try:
        return [document.draft for document in read_markdown(source_id, path.read_text(encoding="utf-8")).documents]
    except Refused as error:
        raise ValueError(f"{source_id} {error.message}") from error

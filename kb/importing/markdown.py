"""An article from Markdown with YAML front matter; plain text is Markdown too."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import PurePosixPath

from domain.importing import Document, Note, Reading, Skipped
from domain.lazy_pattern import lazy_pattern
from domain.strict_yaml import NotYaml, read_yaml
from kb.importing.fields import FIELDS, to_draft
from kb.importing.refused import Refused
from kb.importing.source_audience import source_audience

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

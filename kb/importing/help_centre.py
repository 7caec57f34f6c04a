"""Articles from the exports of help centres: the JSON of Zendesk and of Intercom."""

import json
from collections.abc import Iterator
from typing import Any

from domain.importing import Document, FileError, Reading, Skipped
from kb.importing.fields import to_draft, web_address
from kb.importing.html import html_to_markdown
from kb.importing.refused import Refused

_Json = dict[str, Any]  # Any: another company's JSON


def read_help_centre(path: str, text: str) -> Reading:
    """One article an entry, known by the help centre's own id and its language. Raises ``Refused`` for other JSON."""
    try:
        export = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise Refused(f"is not valid JSON{line}") from None
    reading = Reading()
    for number, (centre, entry) in enumerate(_entries(export), 1):
        name = f"{path}, article {number}"
        if not isinstance(entry, dict):
            reading.errors.append(FileError(file=name, message="is no article"))
            continue
        versions = _zendesk(entry) if centre == "zendesk" else _intercom(entry)
        for fields in versions:
            _read(reading, name, centre, fields)
    if not (reading.documents or reading.errors or reading.skipped):
        raise Refused("is empty: it holds no articles")
    return reading


def _entries(export: object) -> Iterator[tuple[str, object]]:
    if isinstance(export, dict):
        if isinstance(export.get("articles"), list):
            yield from (("zendesk", entry) for entry in export["articles"])
            return
        if isinstance(export.get("data"), list):
            yield from (("intercom", entry) for entry in export["data"])
            return
    raise Refused("is JSON of no help centre that is known: Zendesk has a list `articles`, Intercom a list `data`")


def _read(reading: Reading, name: str, centre: str, fields: _Json) -> None:
    try:
        if fields["draft"]:
            reading.skipped.append(Skipped(file=name, why="is a draft"))
            return
        ids = [part for part in (centre, fields["id"], fields["locale"]) if part]
        if not fields["id"]:
            raise Refused("has no id")
        if not isinstance(fields["body"], str) or not fields["body"].strip():
            raise Refused("is empty: it has no body")
        given = {k: fields[k] for k in ("title", "locale", "tags") if fields[k]} | {"url": web_address(fields["url"])}
        body = html_to_markdown(fields["body"])
        reading.documents.append(Document(file=name, draft=to_draft(given, body, "/".join(ids), "Untitled")))
    except Refused as error:
        reading.errors.append(FileError(file=name, message=error.message))


def _zendesk(entry: _Json) -> Iterator[_Json]:
    labels = entry.get("label_names")
    yield {
        "id": _id(entry),
        "title": entry.get("title") or entry.get("name"),
        "body": entry.get("body"),
        "url": entry.get("html_url"),
        "locale": entry.get("locale"),
        "tags": labels if isinstance(labels, list) else [],
        "draft": entry.get("draft") is True,
    }


def _intercom(entry: _Json) -> Iterator[_Json]:
    own = entry.get("default_locale")
    yield _intercom_version(entry, entry, own if isinstance(own, str) else None)
    translations = entry.get("translated_content")
    for locale, version in (translations if isinstance(translations, dict) else {}).items():
        if isinstance(version, dict) and locale not in ("type", own):
            yield _intercom_version(entry, version, locale)


def _intercom_version(entry: _Json, version: _Json, locale: str | None) -> _Json:
    return {
        "id": _id(entry),
        "title": version.get("title"),
        "body": version.get("body"),
        "url": version.get("url"),
        "locale": locale,
        "tags": [],
        "draft": version.get("state") not in ("published", None),
    }


def _id(entry: _Json) -> str:
    value = entry.get("id")
    return str(value) if isinstance(value, str | int) and value is not True else ""

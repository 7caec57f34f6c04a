"""Articles from the exports of help centres: the JSON of Zendesk, Intercom and Freshdesk."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from domain.importing import Document, FileError, Reading, Skipped
from kb.importing.fields import to_draft, web_address
from kb.importing.html import html_to_markdown
from kb.importing.limits import Refused
from kb.importing.source_audience import SourceAudience, source_audience

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
        for fields in _VERSIONS[centre](entry):
            _read(reading, name, centre, fields)
    if not (reading.documents or reading.errors or reading.skipped):
        raise Refused("is empty: it holds no articles")
    return reading


def _entries(export: object) -> Iterator[tuple[str, object]]:
    if isinstance(export, list) and any(isinstance(e, dict) and "description" in e for e in export):
        export = {"articles": export}
    if isinstance(export, dict):
        if isinstance(export.get("articles"), list):
            around = _around(export)
            for entry in export["articles"]:
                is_freshdesk = isinstance(entry, dict) and "description" in entry and "body" not in entry
                yield "freshdesk" if is_freshdesk else "zendesk", around(entry)
            return
        if isinstance(export.get("data"), list):
            yield from (("intercom", entry) for entry in export["data"])
            return
    raise Refused(
        "is JSON of no help centre that is known: Zendesk and Freshdesk have a list `articles`, Intercom a list `data`"
    )


def _around(export: _Json) -> Callable[[object], object]:
    """Adds to an article what the export says of the readers of its section, category or folder."""
    places: dict[tuple[str, str], SourceAudience] = {}
    for kind in ("section", "category", "folder"):
        listed = export.get(f"{kind}s") or export.get("categories" if kind == "category" else "")
        for place in listed if isinstance(listed, list) else []:
            if isinstance(place, dict):
                places[kind, str(place.get("id"))] = source_audience(place)

    def entry_with_place(entry: object) -> object:
        if not isinstance(entry, dict):
            return entry
        for kind in ("section", "category", "folder"):
            own = entry.get(kind)
            shown = source_audience(own) if isinstance(own, dict) else places.get((kind, str(entry.get(f"{kind}_id"))))
            if shown and (shown.restricted or shown.unpublished):
                return {**entry, f"{kind}_restricted": True}
        return entry

    return entry_with_place


def _read(reading: Reading, name: str, centre: str, fields: _Json) -> None:
    shown: SourceAudience = fields["shown"]
    if shown.unpublished:
        reading.skipped.append(Skipped(file=name, why=shown.why_skipped))
        return
    try:
        ids = [part for part in (centre, fields["id"], fields["locale"]) if part]
        if not fields["id"]:
            raise Refused("has no id")
        if not isinstance(fields["body"], str) or not fields["body"].strip():
            raise Refused("is empty: it has no body")
        given = {k: fields[k] for k in ("title", "locale", "tags") if fields[k]} | {"url": web_address(fields["url"])}
        given["audience"] = shown.readers
        body = html_to_markdown(fields["body"])
        reading.documents.append(Document(file=name, draft=to_draft(given, body, "/".join(ids), "Untitled")))
        reading.notes += shown.notes(name)
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
        "shown": source_audience(entry),
    }


def _freshdesk(entry: _Json) -> Iterator[_Json]:
    tags = entry.get("tags")
    states = {1: "draft", 2: "published"}
    state = entry.get("status")
    yield {
        "id": _id(entry),
        "title": entry.get("title"),
        "body": entry.get("description"),
        "url": entry.get("url"),
        "locale": entry.get("language"),
        "tags": tags if isinstance(tags, list) else [],
        "shown": source_audience({**entry, "status": states.get(state, state) if isinstance(state, int) else state}),
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
        "shown": source_audience({**entry, "state": version.get("state")}),
    }


_VERSIONS: dict[str, Callable[[_Json], Iterator[_Json]]] = {
    "zendesk": _zendesk,
    "freshdesk": _freshdesk,
    "intercom": _intercom,
}


def _id(entry: _Json) -> str:
    value = entry.get("id")
    return str(value) if isinstance(value, str | int) and value is not True else ""

"""What an eval ran on, by name and digest: two reports with the same digests measured the same thing."""

import hashlib
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from domain.messages.files import SHIPPED as SHIPPED_TEXTS
from evals.suite import Case
from graphs.versions.registry import GraphVersions
from models.intents.intent_model import SHIPPED_ACTS, SHIPPED_INTENTS
from models.pinned_files import PINNED
from supportgraph.policy_file import load_policy
from supportgraph.settings import Settings

_SHOWN = 16  # hexadecimal digits of a digest


def provenance(settings: Settings, cases: Sequence[Case], graphs: Iterable[str], articles: Sequence[Any]) -> dict[str, Any]:
    """Name → digest or version, of everything that an answer depends on. ``articles`` are those that were loaded; none: the
    demo's."""
    versions = GraphVersions(None)
    return {
        "supportgraph": version("supportgraph"),
        "graphs": {name: _digest([repr(versions.settings(name))]) for name in graphs},
        "prompts": {name: _digest([repr(versions.settings(name).prompts)]) for name in graphs},
        "policy": _digest([load_policy(settings.policy_file).model_dump_json()]),
        "texts": _of_files([SHIPPED_TEXTS, *([settings.texts_dir] if settings.texts_dir else [])]),
        "models": {
            "intents": _of_files([settings.intents_dir or SHIPPED_INTENTS]),
            "acts": _of_files([settings.acts_dir or SHIPPED_ACTS]),
            "shipped": _digest(f"{name} {digest}" for name, digest in sorted(PINNED.items())),
            "chat": settings.model,
        },
        "articles": _digest(a.model_dump_json() for a in articles) if articles else "demo",
        "suite": _digest(case.model_dump_json() for case in sorted(cases, key=lambda c: c.id)),
    }


def _digest(parts: Iterable[str | bytes]) -> str:
    together = hashlib.sha256()
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        together.update(len(raw).to_bytes(8, "big") + raw)
    return together.hexdigest()[:_SHOWN]


def _of_files(folders: Sequence[Path]) -> str:
    files = [
        file
        for folder in folders
        for file in sorted(folder.rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
    ]
    return _digest(part for file in files for part in (file.name, file.read_bytes()))

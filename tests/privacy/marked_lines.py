"""The hand-written lines that recall and false alarms are measured on."""

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from domain.ports.privacy import Masker

_CASES = Path(__file__).parent / "cases"
_MARK = re.compile(r"⟦(\w+):(.*?)⟧", re.DOTALL)


@dataclass(frozen=True)
class MarkedLine:
    """``spans`` are kind, start and end (code points) of what must be masked."""

    text: str
    region: str | None
    spans: list[tuple[str, int, int]]


@dataclass
class Figures:
    """Found: every letter and digit of a marked value is masked, as any kind. ``misread`` of those carry another kind."""

    marked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    misread: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    clean_lines: int = 0
    false_alarms: list[str] = field(default_factory=list)


def personal_lines() -> list[MarkedLine]:
    groups = yaml.safe_load((_CASES / "personal.yaml").read_text(encoding="utf-8"))
    return [_marked(line) for lines in groups.values() for line in lines]


def held_out_lines() -> list[MarkedLine]:
    return [_marked(line) for line in yaml.safe_load((_CASES / "held_out.yaml").read_text(encoding="utf-8"))]


def clean_lines() -> list[str]:
    lines: list[str] = yaml.safe_load((_CASES / "clean.yaml").read_text(encoding="utf-8"))
    return lines


def measure(masker: Masker, lines: list[MarkedLine], clean: list[str]) -> Figures:
    figures = Figures()
    for line in lines:
        found = masker.find(line.text, line.region)
        for kind, start, end in line.spans:
            figures.marked[kind] += 1
            covering = [f for f in found if f.start < end and start < f.end]
            open_signs = [
                at
                for at in range(start, end)
                if line.text[at].isalnum() and not any(f.start <= at < f.end for f in covering)
            ]
            if open_signs:
                figures.missed.append(f"{kind}: {line.text!r} -> {[(f.kind, line.text[f.start : f.end]) for f in found]}")
                continue
            figures.found[kind] += 1
            figures.misread[kind] += all(f.kind != kind for f in covering)
    for text in clean:
        figures.clean_lines += 1
        if found := masker.find(text, "US"):
            figures.false_alarms.append(f"{text!r} -> {[(f.kind, text[f.start : f.end]) for f in found]}")
    return figures


def _marked(line: str | dict[str, str]) -> MarkedLine:
    marked, region = (line, None) if isinstance(line, str) else (line["text"], line["region"])
    text, spans, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        spans.append((match[1], len(text), len(text) + len(match[2])))
        text += match[2]
        at = match.end()
    return MarkedLine(text + marked[at:], region, spans)

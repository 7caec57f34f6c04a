"""Texts in which what must be masked is marked: ``⟦kind:value⟧``."""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

_MARK = re.compile(r"⟦(\w+):(.*?)⟧", re.DOTALL)
_CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class MarkedText:
    """``spans`` are kind, start and end (code points) of what must be masked; a text without any is clean."""

    text: str
    region: str | None
    spans: list[tuple[str, int, int]] = field(default_factory=list)

    @property
    def is_held_out(self) -> bool:
        """A third, by a digest of the text: nobody looks at these while rules are mended."""
        return hashlib.sha256(self.text.encode()).digest()[0] % 3 == 0


def marked(line: str, region: str | None = None) -> MarkedText:
    text, spans, at = "", [], 0
    for match in _MARK.finditer(line):
        text += line[at : match.start()]
        spans.append((match[1], len(text), len(text) + len(match[2])))
        text += match[2]
        at = match.end()
    return MarkedText(text + line[at:], region, spans)


def hard_texts() -> list[MarkedText]:
    """Written by hand, personal data in every one."""
    by_region = yaml.safe_load((_CASES / "hard.yaml").read_text(encoding="utf-8"))
    return [marked(line, region) for region, lines in by_region.items() for line in lines]


def clean_texts() -> list[MarkedText]:
    """Written by hand, with what looks like personal data and is none."""
    return [MarkedText(line, "US") for line in yaml.safe_load((_CASES / "clean.yaml").read_text(encoding="utf-8"))]


def late_texts() -> list[MarkedText]:
    """Written after the rules; clean ones too."""
    by_region = yaml.safe_load((_CASES / "late.yaml").read_text(encoding="utf-8"))
    return [marked(line, "US" if region == "clean" else region) for region, lines in by_region.items() for line in lines]

"""Recall by kind, and what of clean texts is masked; on texts in which what must be masked is marked: ``⟦kind:value⟧``."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from domain.personal_data import PersonalData

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


Find = Callable[[str, str | None], Sequence[PersonalData]]

# Recall that each kind must have on texts that nobody looked at.
TARGETS: dict[str, float] = {
    "card": 0.97,
    "ssn": 0.97,
    "iban": 0.97,
    "email": 0.95,
    "phone": 0.93,
    "address": 0.85,
    "name": 0.90,
    "date_of_birth": 0.90,
    "national_id": 0.90,
    "bank_account": 0.90,
    "passport": 0.85,
    "driving_licence": 0.85,
    "secret": 0.85,
    "ip": 0.80,
}
MOST_CLEAN_CHARACTERS, MOST_CLEAN_TEXTS = 0.005, 0.04


@dataclass
class Figures:
    """A value is found when each of its letters and digits is masked, as whichever kind."""

    marked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    misread: Counter[str] = field(default_factory=Counter)  # of those found, the ones masked as another kind alone
    missed: list[str] = field(default_factory=list)
    clean_texts: int = 0
    clean_characters: int = 0  # letters and digits of the clean texts
    hidden_characters: int = 0  # of those, the masked ones
    false_alarms: list[str] = field(default_factory=list)

    def recall(self, kind: str) -> float:
        return self.found[kind] / self.marked[kind]

    @property
    def alarm_share(self) -> float:
        return len(self.false_alarms) / max(1, self.clean_texts)

    @property
    def hidden_share(self) -> float:
        return self.hidden_characters / max(1, self.clean_characters)


def measure(find: Find, texts: Iterable[MarkedText]) -> Figures:
    figures = Figures()
    for one in texts:
        found = find(one.text, one.region)
        masked = {at for f in found for at in range(f.start, f.end)}
        seen = f"{one.text!r} -> {[(f.kind, one.text[f.start : f.end]) for f in found]}"
        for kind, start, end in one.spans:
            figures.marked[kind] += 1
            if any(one.text[at].isalnum() and at not in masked for at in range(start, end)):
                figures.missed.append(f"{kind}: {one.text[start:end]!r} in {seen}")
                continue
            figures.found[kind] += 1
            figures.misread[kind] += all(f.kind != kind for f in found if f.start < end and start < f.end)
        if not one.spans:
            figures.clean_texts += 1
            figures.clean_characters += sum(map(str.isalnum, one.text))
            figures.hidden_characters += sum(one.text[at].isalnum() for at in masked)
            if found:
                figures.false_alarms.append(seen)
    return figures


def shortfalls(figures: Figures) -> list[str]:
    """What does not reach its target, in words; empty where all does."""
    short = [
        f"{kind}: {figures.recall(kind):.3f} < {target}"
        for kind, target in TARGETS.items()
        if figures.marked[kind] and figures.recall(kind) < target
    ]
    if figures.alarm_share > MOST_CLEAN_TEXTS:
        short.append(f"clean texts masked: {figures.alarm_share:.3f} > {MOST_CLEAN_TEXTS}")
    if figures.hidden_share > MOST_CLEAN_CHARACTERS:
        short.append(f"clean characters masked: {figures.hidden_share:.4f} > {MOST_CLEAN_CHARACTERS}")
    return short

"""Recall by kind, and what of clean texts is masked."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from domain.personal_data import PersonalData
from evals.privacy.marked import MarkedText

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

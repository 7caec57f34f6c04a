"""The customer turns of the data set, one row for each distinct text with how often each act was given to it; and whether they were taken
as they should be while a quote waited for a yes.
"""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel

# Written down apart from the service's own rules: what anybody would call a yes when nothing stands beside it.
_SURE = frozenset(
    {"yes", "yeah", "yea", "yep", "yup", "ya", "yah", "y", "ok", "okay", "okey", "okie", "k", "sure", "agreed"}
    | {"confirm", "confirmed", "correct", "proceed"}
)
_BESIDE = frozenset(
    {"please", "pls", "sir", "madam", "mam", "maam", "go", "ahead", "of", "course", "fine", "right"}
    | {"absolutely", "definitely"}
)


@dataclass
class Said:
    text: str
    acts: Counter[str] = field(default_factory=Counter)

    @property
    def is_plain_yes(self) -> bool:
        words = self.text.lower().split()
        return bool(words) and set(words) <= _SURE | _BESIDE and bool(set(words) & _SURE)

    @property
    def act(self) -> str:
        """The act that was given most often."""
        return self.acts.most_common(1)[0][0]


def read_turns(data_dir: Path) -> list[Said]:
    lines = (data_dir / "turns_dev.jsonl").read_text(encoding="utf-8").splitlines()
    return distinct([(row["text"], row["act"]) for row in map(json.loads, lines)])


def distinct(turns: list[tuple[str, str]]) -> list[Said]:
    """Texts that differ in case or outer blanks are one; empty ones are none."""
    found: dict[str, Said] = {}
    for text, act in turns:
        plain = text.strip()
        if plain:
            found.setdefault(plain.casefold(), Said(plain)).acts[act] += 1
    return list(found.values())


QUIET = frozenset({"slot_value", "thanks", "goodbye"})
FAILED = frozenset({"not_understood", "no_answer_found", "error"})
LEAST_YESES = 0.9
MOST_QUIET_FAILURES = 0.02  # a value may be worded as a wish for what the shop does not sell


class Taken(BaseModel):
    """How one distinct text was taken. ``outcome`` is None where only the rules were asked: then ``node`` is where it went."""

    text: str
    acts: dict[str, int]
    is_plain_yes: bool
    executed: bool
    intent: str | None
    node: str | None = None
    outcome: str | None = None
    failures: int = 0

    @property
    def act(self) -> str:
        return max(self.acts, key=self.acts.__getitem__)

    @property
    def wrongly_executed(self) -> bool:
        """It moved money, but nobody called it a confirmation and it is no plain yes either."""
        return self.executed and not self.is_plain_yes and "confirm" not in self.acts

    @property
    def counted_as_failure(self) -> bool:
        return self.outcome in FAILED or self.failures > 0


class Report(BaseModel):
    taken: list[Taken]

    @property
    def wrong(self) -> list[Taken]:
        return [t for t in self.taken if t.wrongly_executed]

    @property
    def missed_yeses(self) -> list[Taken]:
        return [t for t in self.taken if t.is_plain_yes and "confirm" in t.acts and not t.executed]

    @property
    def failed_quiet(self) -> list[Taken]:
        return [t for t in self.taken if t.act in QUIET and t.counted_as_failure]

    def share_of_yeses(self) -> float:
        """Of the turns (not of the texts) that were called a confirmation and are plain yeses."""
        yeses = [t for t in self.taken if t.is_plain_yes and "confirm" in t.acts]
        turns = sum(t.acts["confirm"] for t in yeses)
        return sum(t.acts["confirm"] for t in yeses if t.executed) / turns if turns else 1.0

    @property
    def passed(self) -> bool:
        quiet = sum(t.act in QUIET for t in self.taken)
        few_failed = len(self.failed_quiet) <= quiet * MOST_QUIET_FAILURES
        return not self.wrong and self.share_of_yeses() >= LEAST_YESES and few_failed

    def table(self) -> str:
        rows = []
        for act in sorted({t.act for t in self.taken}):
            mine = [t for t in self.taken if t.act == act]
            ways = Counter(t.outcome or t.node or "none" for t in mine).most_common(6)
            executed, failed = sum(t.executed for t in mine), sum(t.counted_as_failure for t in mine)
            named = ", ".join(f"{way} {n}" for way, n in ways)
            rows.append(f"{act:14} {len(mine):5} texts  executed {executed:4}  failed {failed:4}   {named}")
        rows.append(f"executed without a yes: {len(self.wrong)}")
        rows.append(f"plain yeses that executed: {self.share_of_yeses():.1%} of their turns")
        rows.append(f"values, thanks and goodbyes counted as failures: {len(self.failed_quiet)}")
        return "\n".join(rows)

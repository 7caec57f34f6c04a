"""The customer turns of the data set, one row for each distinct text with how often each act was given to it."""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

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

"""The hand-written lines of `cases/`, on which the rules were first made; `evals/privacy` has the measures and many more."""

from pathlib import Path

import yaml

from evals.privacy.measure import MarkedText, marked

_CASES = Path(__file__).parent / "cases"


def personal_lines() -> list[MarkedText]:
    groups = yaml.safe_load((_CASES / "personal.yaml").read_text(encoding="utf-8"))
    return [_line(line) for lines in groups.values() for line in lines]


def older_lines() -> list[MarkedText]:
    """Clean ones too."""
    return [_line(line) for line in yaml.safe_load((_CASES / "held_out.yaml").read_text(encoding="utf-8"))]


def clean_lines() -> list[MarkedText]:
    return [MarkedText(line, "US") for line in yaml.safe_load((_CASES / "clean.yaml").read_text(encoding="utf-8"))]


def _line(line: str | dict[str, str]) -> MarkedText:
    return marked(line) if isinstance(line, str) else marked(line["text"], line["region"])

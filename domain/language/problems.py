"""What is wrong, in the words of a clause: damaged, missing, late, charged twice, …"""

import re
from importlib.resources import files
from typing import cast

import yaml

from domain.acts import Problem
from domain.language.refusal import folded

_TABLE = yaml.safe_load(files("domain.language").joinpath("problems.yaml").read_text(encoding="utf-8"))
_HARMLESS = re.compile("|".join(rf"\b(?:{part})\b" for part in _TABLE["harmless"]))
_KINDS = [(cast(Problem, kind), re.compile("|".join(f"(?:{p})" for p in parts))) for kind, parts in _TABLE["kinds"].items()]

_STILL = re.compile(r"\b(?:still|yet|not yet|past (?:the|its|my)|overdue|late)\b")
_SAID_TO_BE_HERE = re.compile(
    r"\b(?:deliver(?:ed|y)?|arrived but|supposedly|allegedly|marked|says?|stole|stolen|took)\b(?! date)"
)


def problem_in(clause: str) -> Problem | None:
    """The problem that a clause reports; None where it reports none."""
    said = _HARMLESS.sub(" ~ ", folded(clause))
    kind = next((kind for kind, pattern in _KINDS if pattern.search(said)), None)
    # What is "still not here" is late; what never came, or came for the records only, was not received.
    return "late" if kind == "not_received" and _STILL.search(said) and not _SAID_TO_BE_HERE.search(said) else kind

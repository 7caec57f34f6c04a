"""How many labelled sentences of a model get to a customer, by kind: `supportgraph evals grounding FILE`.

A file is a list of segments (``title``, ``question``, ``answer``), each with sentences that cite it: under ``held`` what it says, under any
other kind what it does not. YAML, JSON or JSON Lines."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from domain.knowledge import Segment
from models.chat.grounding import GroundedWriter

SHIPPED = Path(__file__).with_name("sentences.yaml")
HELD = "held"
_ABOUT = ("title", "question", "answer", "apart")


class LabelsInvalid(Exception):
    """The file holds no labelled sentences, or others than described above. Says where."""


@dataclass(frozen=True)
class Labelled:
    kind: str  # "held", or why it is not
    text: str
    source: Segment
    apart: bool = False  # not looked at while rules were made

    @property
    def is_held(self) -> bool:
        return self.kind == HELD


@dataclass(frozen=True)
class Count:
    """``through`` of ``all`` sentences of a kind reached the customer."""

    through: int
    all: int


@dataclass(frozen=True)
class Measured:
    kinds: dict[str, Count]
    precision: float  # of what got through, the share that is held
    recall: float  # of what is held, the share that got through
    wrong: list[Labelled]


def read_labelled(path: Path) -> list[Labelled]:
    """The sentences of a file. Raises ``LabelsInvalid``."""
    try:
        text = path.read_text(encoding="utf-8")
        rows = (
            [json.loads(line) for line in text.splitlines() if line.strip()]
            if path.suffix == ".jsonl"
            else yaml.safe_load(text)
        )
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise LabelsInvalid(f"{path.name}: {error}") from None
    if not isinstance(rows, list):
        raise LabelsInvalid(f"{path.name}: a list of segments is wanted")
    found = [
        one for number, row in enumerate(rows, 1) for one in _sentences(row, f"{path.name}, segment {number}", str(number))
    ]
    if not any(one.is_held for one in found) or all(one.is_held for one in found):
        raise LabelsInvalid(f"{path.name}: it takes sentences that are held and such that are not")
    return found


def _sentences(row: Any, where: str, id: str) -> list[Labelled]:  # any YAML
    if not isinstance(row, dict):
        raise LabelsInvalid(f"{where}: a mapping is wanted")
    about = {name: row.get(name, "") for name in ("title", "question", "answer")}
    try:
        source = Segment.model_validate({"id": id, "article_id": id, "revision": 1, **about}, strict=True)
    except ValidationError as error:
        raise LabelsInvalid(f"{where}: {error.errors()[0]['loc'][0]} is wrong") from None
    found = []
    for kind, texts in row.items():
        if kind in _ABOUT:
            continue
        if not isinstance(texts, list) or not all(isinstance(text, str) and text.strip() for text in texts):
            raise LabelsInvalid(f"{where}: {kind} wants a list of sentences")
        found += [Labelled(str(kind), text.strip(), source, row.get("apart") is True) for text in texts]
    return found


def reaches_customer(one: Labelled) -> bool:
    """Whether any of the sentence would be streamed, were a model to write it with a citation of its segment."""
    writer = GroundedWriter([one.source])
    return bool([*writer.feed(f"{one.text} [1]\n"), *writer.finish()])


def measure(labelled: Sequence[Labelled]) -> Measured:
    through, everything = defaultdict[str, int](int), defaultdict[str, int](int)
    wrong = []
    for one in labelled:
        reached = reaches_customer(one)
        through[one.kind] += reached
        everything[one.kind] += 1
        if reached != one.is_held:
            wrong.append(one)
    told = sum(through.values())
    return Measured(
        kinds={kind: Count(through[kind], count) for kind, count in everything.items()},
        precision=through[HELD] / told if told else 1.0,
        recall=through[HELD] / everything[HELD] if everything[HELD] else 0.0,
        wrong=wrong,
    )

"""What an eval suite is: cases of several turns, each with what is expected of it. YAML, JSON or JSON Lines.

Cases that differ in a few values only are one case with `${name}` in it, and a row of values for each: a rule is held at its boundary
by a table of both sides of it. Times of a case's back office are told from the moment at which it begins: `-P30DT1H` is 30 days and an
hour before.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from evals.expectation import Expectation, Strict
from evals.scripted_customer import Script

_PLACE = re.compile(r"\$\{(\w+)\}")


class CaseTable(BaseModel):
    """``case``: a case as the suite's schema has it, but for its id. A value that is nothing but `${name}` becomes the row's
    value as it is (a number, a list, a whole expectation); inside a longer text it becomes its words. ``rows``: each with an
    `id` and a value for every name. Raises ``ValueError`` for a name that a row lacks, or has and nothing asks for."""

    model_config = ConfigDict(extra="forbid")

    case: dict[str, Any]
    rows: list[dict[str, Any]] = Field(min_length=1)

    def cases(self) -> Iterator[dict[str, Any]]:
        wanted = set(_names(self.case))
        for row in self.rows:
            values = {name: value for name, value in row.items() if name != "id"}
            if "id" not in row:
                raise ValueError(f"a row without an id: {values}")
            if stray := wanted ^ set(values):
                raise ValueError(f"row {row['id']}: {', '.join(sorted(stray))} is in the case or in the row only")
            yield {**_filled(self.case, values), "id": row["id"]}


def _names(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from _PLACE.findall(value)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _names(key)
            yield from _names(part)
    elif isinstance(value, list):
        for part in value:
            yield from _names(part)


def _filled(value: Any, values: Mapping[str, Any]) -> Any:  # Any: JSON of any shape
    if isinstance(value, str):
        whole = _PLACE.fullmatch(value)
        return values[whole[1]] if whole else _PLACE.sub(lambda found: str(values[found[1]]), value)
    if isinstance(value, Mapping):
        return {_filled(key, values): _filled(part, values) for key, part in value.items()}
    return [_filled(part, values) for part in value] if isinstance(value, list) else value


SHIPPED = Path(__file__).with_name("suites")
ALL = "all"  # every shipped suite, but for what is measured only
_MEASURED_ONLY = frozenset({"unsolved"})

# What no version may break, whatever else it does better: the gate fails at one case with such a tag (docs/evals.md).
MUST_HOLD = frozenset({"must_pass", "money", "privacy", "access"})


class SuiteInvalid(Exception):
    """The run cannot be trusted: a file that is not a suite, a case twice, an empty suite."""


class ActionStep(Strict):
    name: str
    arguments: dict[str, Any] = Field(default_factory=dict)  # as a form sends them


class AgentStep(Strict):
    """What a person does with the conversation's hand-off."""

    claim: bool = False
    reply: str | None = None
    resume: Literal["return_to_bot", "close", "approve", "reject"] | None = None
    note: str | None = None


class Step(Strict):
    """One of: the customer says something, presses something, gives consent, asks for a person; or a person acts."""

    say: str | None = None
    do: ActionStep | None = None
    consent: bool | None = None
    ask_for_person: bool = False
    agent: AgentStep | None = None
    expect: Expectation = Expectation()

    @model_validator(mode="after")
    def _one(self) -> Self:
        given = [
            self.say is not None,
            self.do is not None,
            self.consent is not None,
            self.ask_for_person,
            self.agent is not None,
        ]
        if sum(given) != 1:
            raise ValueError("a turn has exactly one of say, do, consent, ask_for_person, agent")
        return self


class Case(Strict):
    id: str = Field(min_length=1)
    tags: list[str] = Field(default_factory=list)
    about: str | None = None
    customer: str | None = None  # signed in as this customer
    region: str | None = None
    locale: str | None = None
    consent: bool | None = True
    page: dict[str, str] | None = None
    # Loaded into the shop before the case, over what it holds: `customers`, `orders`, `products` as `backoffice load` reads them.
    # A time may be told from the case's beginning: `-P30DT1H`, 30 days and an hour before.
    backoffice: dict[str, list[dict[str, Any]]] | None = None
    greeting: Expectation = Expectation()
    turns: list[Step] = Field(default_factory=list)
    script: Script | None = None  # in place of turns: a customer who goes on from what the service says
    # Held against the whole conversation: all that was said and moved, and how it stands after the last turn.
    at_end: Expectation = Expectation()

    @model_validator(mode="after")
    def _turns_or_script(self) -> Self:
        if bool(self.turns) == (self.script is not None):
            raise ValueError("a case has either turns or a script")
        return self

    def expectations(self) -> Iterator[Expectation]:
        yield self.greeting
        yield from (step.expect for step in self.turns)
        yield self.at_end

    @property
    def intent(self) -> str | None:
        """The first intent that is expected: what comparisons group by."""
        wanted = next((e.intent for e in self.expectations() if e.intent), None)
        return wanted[0] if isinstance(wanted, list) else wanted


# libyaml reads all suites in a tenth of the time; it is not there where PyYAML was built without it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _documents(path: Path) -> list[Any]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    data = json.loads(text) if path.suffix == ".json" else yaml.load(text, _LOADER)  # noqa: S506 (both are safe loaders)
    return data if isinstance(data, list) else data.get("cases", []) if isinstance(data, dict) else []


def _cases_of(document: Any) -> list[Any]:
    """The case itself, or those of a table."""
    is_table = isinstance(document, dict) and "rows" in document
    return list(CaseTable.model_validate(document).cases()) if is_table else [document]


def _files(name: str) -> list[Path]:
    if name == ALL:
        shipped = sorted(p for p in SHIPPED.iterdir() if p.is_dir() and p.name not in _MEASURED_ONLY)
        return [file for folder in shipped for file in _files(folder.name)]
    is_shipped = (SHIPPED / name).is_dir() and Path(name).name == name
    path = SHIPPED / name if is_shipped else Path(name)
    return (
        sorted(p for p in path.rglob("*") if p.suffix in (".yaml", ".yml", ".json", ".jsonl")) if path.is_dir() else [path]
    )


def load_suite(name: str) -> list[Case]:
    """The cases of a shipped suite, of `all` of them, of a file or a folder. A folder with a shipped suite's name is told by its
    path (`./core`). Raises ``SuiteInvalid``."""
    cases: list[Case] = []
    for file in _files(name):
        try:
            cases += [Case.model_validate(d) for document in _documents(file) for d in _cases_of(document)]
        except (OSError, ValueError, ValidationError, yaml.YAMLError) as error:
            raise SuiteInvalid(f"{file.name}: {error}") from None
    ids = [c.id for c in cases]
    twice = sorted({i for i in ids if ids.count(i) > 1})
    if twice:
        raise SuiteInvalid(f"the same id twice: {', '.join(twice)}")
    if not cases:
        raise SuiteInvalid(f"no cases in {name}")
    return cases


_FIELDS = frozenset({"placed_at", "delivered_at", "created_at", "estimated_delivery", "at"})
_DURATION = TypeAdapter(timedelta)


def dated(value: Any, now: datetime) -> Any:  # Any: the contract's JSON
    """``value`` with every duration (ISO 8601) in a field that holds a time made into that time."""
    if isinstance(value, list):
        return [dated(part, now) for part in value]
    if not isinstance(value, dict):
        return value
    return {name: _time(part, now) if name in _FIELDS else dated(part, now) for name, part in value.items()}


def _time(value: Any, now: datetime) -> Any:  # Any: the contract's JSON
    if not isinstance(value, str) or not value.lstrip("+-").startswith("P"):
        return value
    try:
        return (now + _DURATION.validate_python(value)).isoformat()
    except ValidationError:
        raise ValueError(f"{value} is no duration such as -P30DT1H") from None

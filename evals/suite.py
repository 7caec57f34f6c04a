"""What an eval suite is: cases of several turns, each with what is expected of it. YAML, JSON or JSON Lines."""

import json
import re
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

SHIPPED = Path(__file__).with_name("suites")


class SuiteInvalid(Exception):
    """The run cannot be trusted: a file that is not a suite, a case twice, an empty suite."""


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from None
    return pattern


Pattern = Annotated[str, AfterValidator(_compiles)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ToolExpectation(Strict):
    """The last tool call of the turn."""

    name: str | None = None
    status: str | None = None
    code: str | None = None  # of a refusal


class Expectation(Strict):
    """Every field given must hold. Patterns are regular expressions, searched without regard to case."""

    intent: str | list[str] | None = None
    outcome: str | list[str] | None = None
    tool: ToolExpectation | None = None
    says: list[Pattern] = []
    not_says: list[Pattern] = []
    stored: list[Pattern] = []  # patterns for everything said so far, the customer's words too, as it is kept and shown
    not_stored: list[Pattern] = []
    cites: Pattern | None = None  # a pattern for the title of a cited article
    status: str | None = None  # of the conversation after the turn
    failures: int | None = None
    pending: bool | None = None
    handoff_reason: str | None = None
    order_status: dict[str, str] = {}  # in the back office after the turn
    refunds: dict[str, list[str]] = {}  # amounts refunded on an order after the turn
    buttons: list[str] = []  # kinds that must be offered
    code: str | None = None  # of the problem document, where the request is refused


class ActionStep(Strict):
    name: str
    arguments: dict[str, Any] = {}  # as a form sends them


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
    tags: list[str] = []
    about: str | None = None
    customer: str | None = None  # signed in as this customer
    region: str | None = None
    locale: str | None = None
    consent: bool | None = True
    page: dict[str, str] | None = None
    greeting: Expectation = Expectation()
    turns: list[Step] = Field(min_length=1)


def _documents(path: Path) -> list[Any]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    data = json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)
    return data if isinstance(data, list) else data.get("cases", []) if isinstance(data, dict) else []


def load_suite(name: str) -> list[Case]:
    """The cases of a shipped suite, a file or a folder. Raises ``SuiteInvalid``."""
    path = Path(name) if Path(name).exists() else SHIPPED / name
    files = (
        sorted(p for p in path.rglob("*") if p.suffix in (".yaml", ".yml", ".json", ".jsonl")) if path.is_dir() else [path]
    )
    cases: list[Case] = []
    for file in files:
        try:
            cases += [Case.model_validate(d) for d in _documents(file)]
        except (OSError, ValueError, ValidationError, yaml.YAMLError) as error:
            raise SuiteInvalid(f"{file.name}: {error}") from None
    ids = [c.id for c in cases]
    twice = sorted({i for i in ids if ids.count(i) > 1})
    if twice:
        raise SuiteInvalid(f"the same id twice: {', '.join(twice)}")
    if not cases:
        raise SuiteInvalid(f"no cases in {name}")
    return cases

"""What a hosted model wrote, read: an intent out of whatever it is, and the acts that it was asked for. Nothing here is believed yet,
`act_checks.py` does that.
"""

import json
import math
from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, WithJsonSchema

from domain.acts import ActKind, Modality, Problem, Urgency
from domain.intents import ACT_INTENTS
from domain.ports.understanding import IntentGuess

_UNSTATED = 0.6  # the confidence of a label that came without a usable number


def read_intent(text: str, intents: Sequence[str]) -> IntentGuess | None:
    """The guess in ``text``: JSON, JSON among other words, or the bare label. None for anything else."""
    allowed = {*intents, "out_of_scope"}
    for found in json_objects(text):
        label = found.get("intent")
        if isinstance(label, str) and _label(label) in allowed:
            return IntentGuess(intent=_label(label), confidence=_confidence(found.get("confidence")))
    if _label(text) in allowed:
        return IntentGuess(intent=_label(text), confidence=_UNSTATED)
    return None


def _label(text: str) -> str:
    return text.strip().strip("\"'`.").lower().replace(" ", "_").replace("-", "_")


def json_objects(text: str) -> Iterator[dict[str, object]]:
    """Every JSON object that begins somewhere in the text."""
    decoder = json.JSONDecoder()
    start = text.find("{")
    while start >= 0:
        try:
            value, _ = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, dict):
            yield value
        start = text.find("{", start + 1)


def _confidence(value: object) -> float:
    """0..1; models also write "85%" and 85."""
    try:
        number = float(str(value).strip().rstrip("%"))
    except ValueError:
        return _UNSTATED
    if not math.isfinite(number) or number < 0:
        return _UNSTATED
    if number > 1 or str(value).strip().endswith("%"):
        number /= 100
    return min(number, 1.0)


_LONGEST = 20_000  # characters of output
_MOST_ACTS = 12
_MOST_NAMED = 8
_MOST_FAULTS = 5
_NOT_A_MODELS = frozenset({"affirm", "deny", "provide_information"})  # `act` says these
INTENTS = tuple(intent for intent in ACT_INTENTS if intent not in _NOT_A_MODELS)


class Unreadable(Exception):
    """The output holds no acts. Its message names places and rules, none of the output's words."""


def _known(intent: str) -> str:
    if intent not in INTENTS:
        raise ValueError("is none of the intents")
    return intent


Intent = Annotated[str, AfterValidator(_known), WithJsonSchema({"type": "string", "enum": list(INTENTS)})]


class _Told(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ToldOrder(_Told):
    words: str  # that name the order, as they stand in the message
    handle: str | None = None  # "order 2": of those last shown


class ToldGoods(_Told):
    words: str
    quantity: int | None = Field(default=None, ge=1, le=999)
    excluded: bool = False
    wanted: bool = False


class ToldAct(_Told):
    act: ActKind
    intent: Intent | None = None
    negated: bool = False
    modality: Modality = "asked"
    problem: Problem | None = None
    urgency: Urgency | None = None
    orders: list[ToldOrder] = Field(default=[], max_length=_MOST_NAMED)
    goods: list[ToldGoods] = Field(default=[], max_length=_MOST_NAMED)
    quantity: int | None = Field(default=None, ge=1, le=999)
    amount: str | None = None
    span: str  # the words of the message that do this


class ToldActs(_Told):
    acts: list[ToldAct] = Field(max_length=_MOST_ACTS)


def read_told(output: str) -> Sequence[ToldAct]:
    """The acts in what a model wrote: JSON, or JSON among other words. Raises ``Unreadable``."""
    if len(output) > _LONGEST:
        raise Unreadable(f"longer than {_LONGEST} characters")
    for found in json_objects(output):
        if "acts" in found:
            try:
                return ToldActs.model_validate(found).acts
            except ValidationError as error:
                raise Unreadable(_faults(error)) from None
    raise Unreadable('no JSON object with "acts"')


def acts_schema() -> dict[str, object]:
    """The ``response_format``: every property is required and no other allowed, as strict endpoints want it."""
    schema = _strict(ToldActs.model_json_schema())
    return {"type": "json_schema", "json_schema": {"name": "acts", "strict": True, "schema": schema}}


def _strict(schema: Any) -> Any:  # any JSON
    if isinstance(schema, list):
        return [_strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    # Bounds are checked here: not every endpoint that knows schemas knows them.
    dropped = ("default", "title", "maxItems", "minimum", "maximum")
    kept = {key: _strict(value) for key, value in schema.items() if key not in dropped}
    return {**kept, "required": list(schema["properties"])} if "properties" in schema else kept


def _faults(error: ValidationError) -> str:
    faults = error.errors(include_input=False, include_url=False, include_context=False)[:_MOST_FAULTS]
    return "; ".join(f"{'.'.join(_place(part) for part in fault['loc'])}: {fault['type']}" for fault in faults)


def _place(part: int | str) -> str:
    """A name that the model made up is left out: it could be anything."""
    return str(part) if isinstance(part, int) or part in _NAMES else "?"


_NAMES = frozenset(name for part in (ToldActs, ToldAct, ToldOrder, ToldGoods) for name in part.model_fields)

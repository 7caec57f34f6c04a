"""Reading a file of rules: strict YAML into a validated model, with every mistake named by its line, all at once."""

from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from domain.errors import CannotStart
from domain.rules.policy_values import meant
from domain.rules.strict_yaml import Mistake, NotYaml, Yaml, read_yaml

_Place = tuple[int | str, ...]
_M = TypeVar("_M", bound=BaseModel)
_LARGEST = 1 << 20  # bytes


class FileInvalid(CannotStart):
    """``mistakes`` in the order of their lines."""

    what = "file"

    def __init__(self, path: Path, mistakes: Sequence[Mistake]) -> None:
        self.path, self.mistakes = path, sorted(mistakes, key=lambda m: (m.line, m.path))
        super().__init__("\n".join([f"the {self.what} {path} is not valid:", *(f"  {m}" for m in self.mistakes)]))


def load_model(source: Path, model: type[_M], refused: type[FileInvalid]) -> _M:
    """Read and validate a file. Raises ``refused``."""
    try:
        found = read_yaml(_text(source))
    except _Unreadable as error:
        raise refused(source, [error.mistake]) from None
    except NotYaml as error:
        raise refused(source, [Mistake(error.line, "", error.message)]) from None
    mistakes = list(found.twice)
    if not isinstance(found.data, dict):
        raise refused(source, [*mistakes, Mistake(1, "", f"a {refused.what.removesuffix(' file')} is a mapping of fields")])
    made, wrong = _validated(found, model)
    if made is None or mistakes:
        told = {(m.line, m.path) for m in mistakes}
        raise refused(source, [*mistakes, *(m for m in wrong if (m.line, m.path) not in told)])
    return made


class _Unreadable(ValueError):
    def __init__(self, mistake: Mistake) -> None:
        self.mistake = mistake


def _text(source: Path) -> str:
    try:
        raw = source.read_bytes()
    except OSError as error:
        raise _Unreadable(Mistake(1, "", f"cannot be read: {error.strerror}")) from None
    if len(raw) > _LARGEST:
        raise _Unreadable(Mistake(1, "", "is larger than 1 MiB"))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise _Unreadable(Mistake(line, "", "is not UTF-8 text")) from None


def _validated(found: Yaml, model: type[_M]) -> tuple[_M | None, list[Mistake]]:
    """The model, else every mistake: what is wrong by itself is taken out, and the rest is validated again.

    Fields are compared with one another only where all are right by themselves; without the second look, one slip would
    hide every contradiction."""
    data, wrong, places = deepcopy(found.data), list[Mistake](), list[_Place]()
    while True:
        try:
            made = model.model_validate(data)
        except ValidationError as error:
            details = error.errors(include_url=False)
        else:
            return (None if wrong else made), wrong
        new = [d for d in details if not _follows(d, places)]
        wrong += [_mistake(found, d, model) for d in new]
        taken = [_taken_out(data, d) for d in new if d["type"] != "contradiction"]
        if not any(taken):
            return None, wrong
        places += [d["loc"] for d in new]


def _follows(detail: ErrorDetails, places: Sequence[_Place]) -> bool:
    """Whether an error may come only from what was taken out."""
    read = detail.get("ctx", {}).get("involves", ()) if detail["type"] == "contradiction" else [detail["loc"]]
    return any(_overlap(a, b) for a in read for b in places)


def _overlap(a: _Place, b: _Place) -> bool:
    return all(x == y for x, y in zip(_plain(a), _plain(b), strict=False))


def _plain(place: _Place) -> _Place:
    return tuple(part for part in place if part != "[key]")


def _taken_out(data: Any, detail: ErrorDetails) -> bool:  # Any: what YAML holds
    """Take the smallest named thing around an error out of ``data``: an item of a list takes its list with it."""
    place = list(_plain(detail["loc"]))
    if detail["type"] == "missing":
        place.pop()
    holders = [data]
    for part in place[:-1]:
        try:
            holders.append(holders[-1][part])
        except (LookupError, TypeError):
            break
    for holder, part in reversed(list(zip(holders, place, strict=False))):
        if isinstance(holder, dict) and part in holder:
            del holder[part]
            return True
    return False


def _mistake(found: Yaml, detail: ErrorDetails, model: type[BaseModel]) -> Mistake:
    place = _plain(detail["loc"])
    message = detail["msg"].removeprefix("Value error, ")
    if detail["type"] == "extra_forbidden":
        message = f"there is no such field{meant(str(place[-1]), _fields_at(model, place[:-1]))}"
    elif detail["type"] == "bool_type":
        message = "write true or false"
    elif detail["type"] == "missing":
        message = "is missing"
    elif detail["type"] in ("model_type", "dict_type", "model_attributes_type"):
        message = "must be a mapping of fields"
    elif detail["type"] == "literal_error" and isinstance(detail["input"], str):
        expected = str(detail.get("ctx", {}).get("expected", ""))
        message += meant(detail["input"], [part.strip(" '") for part in expected.replace(" or ", ",").split(",")])
    return Mistake(found.line_of(place), ".".join(str(p) for p in place), message)


def _fields_at(model: type[BaseModel], place: _Place) -> list[str]:
    """The fields that stand at a place, by the JSON Schema."""
    schema = model.model_json_schema()
    here: Any = schema  # Any: JSON
    for part in place:
        options = [here, *here.get("anyOf", [])]
        options = [_resolved(schema, o) for o in options]
        here = next((n for o in options if (n := _next(o, part)) is not None), {})
        here = _resolved(schema, here)
    options = [_resolved(schema, o) for o in [here, *here.get("anyOf", [])]]
    return [name for o in options for name in o.get("properties", {})]


def _next(schema: Any, part: int | str) -> Any:  # Any: JSON
    if isinstance(part, int):
        return schema.get("items")
    found = schema.get("properties", {}).get(part)
    more = schema.get("additionalProperties")
    return found if found is not None else more if isinstance(more, dict) else None


def _resolved(schema: Any, part: Any) -> Any:  # Any: JSON
    name = str(part.get("$ref", "")).rpartition("/")[2]
    return schema["$defs"][name] if name else part

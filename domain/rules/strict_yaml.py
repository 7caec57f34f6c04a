"""YAML as people mean it: the types of YAML 1.2, a line for every place, and a key that stands there twice is an error.

`NO`, `off` and `yes` are text (only `true` and `false` are no text), `1:30` and `2026-11-24` too, and `010` is ten.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

import yaml

from domain.lazy_pattern import lazy_pattern
from domain.shipped_table import SAFE_LOADER

Path = tuple[int | str, ...]

_LARGEST_INT = 4000  # digits: Python refuses to read more of them
_TAGS = (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", rf"[-+]?[0-9]{{1,{_LARGEST_INT}}}", "-+0123456789"),
    (
        "float",
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        "-+.0123456789",
    ),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("merge", r"<<", "<"),
)


@dataclass(frozen=True)
class Mistake:
    line: int  # from 1
    path: str  # "actions.refund_order.window_days", or nothing
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.path + ': ' if self.path else ''}{self.message}"


class NotYaml(ValueError):
    """``line`` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line, self.message = line, message


class _Loader(yaml.SafeLoader):
    """The core schema of YAML 1.2, and `<<`, which people use."""

    def construct_yaml_int(self, node: yaml.ScalarNode) -> int:
        return int(self.construct_scalar(node))


_Loader.yaml_implicit_resolvers = {}  # none of YAML 1.1
for _name, _pattern, _first in _TAGS:
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", lazy_pattern(f"^(?:{_pattern})$"), list(_first))
_Loader.add_constructor("tag:yaml.org,2002:int", _Loader.construct_yaml_int)


class _CompiledLoader(SAFE_LOADER):  # type: ignore[misc,valid-type]  # a class, but not known which
    """The same, some ten times as fast. What it refuses, ``_Loader`` reads once more: it says better what is wrong."""

    yaml_implicit_resolvers = _Loader.yaml_implicit_resolvers
    yaml_constructors = _Loader.yaml_constructors


@dataclass
class Yaml:
    """What a text holds. ``twice`` names each key that stands in one mapping more than once, and keys that are no text."""

    data: object
    twice: list[Mistake] = field(default_factory=list)
    _root: yaml.Node | None = None
    _first_line: int = 1

    def line_of(self, path: Path) -> int:
        """The line of a place, or of the nearest thing above it that stands in the text."""
        node, line = self._root, self._root.start_mark.line if self._root else 0
        for part in path:
            found = _child(node, part)
            if found is None:
                break
            node, line = found
        return line + self._first_line


def read_yaml(text: str, first_line: int = 1) -> Yaml:
    """Read one document; ``first_line`` is the number of its first line in its file. Raises ``NotYaml``."""
    try:
        return _read_by(_CompiledLoader, text, first_line)
    except (yaml.YAMLError, RecursionError, ValueError):
        return _read_strictly(text, first_line)


def _read_by(kind: type[yaml.SafeLoader], text: str, first_line: int) -> Yaml:
    loader = kind(text)
    try:
        root = loader.get_single_node()
        twice = list(_twice(root, first_line))  # before `<<` is worked in, which changes the nodes
        data = loader.construct_document(root) if root is not None else None
    finally:
        loader.dispose()
    return Yaml(data, twice, root, first_line)


def _read_strictly(text: str, first_line: int) -> Yaml:
    try:
        return _read_by(_Loader, text, first_line)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = (error.problem or "is not YAML").replace(
            "found character '\\t' that cannot start any token", "a tab indents nothing here: use spaces"
        )
        raise NotYaml((mark.line if mark else 0) + first_line, problem) from None
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n")
        raise NotYaml(line + first_line, "holds a character that YAML does not allow") from None
    except RecursionError:
        raise NotYaml(first_line, "is nested too deeply") from None
    except ValueError:  # a value that its tag does not allow: `!!int soon`
        raise NotYaml(first_line, "holds a value that its tag does not allow") from None


def _child(node: yaml.Node | None, part: int | str) -> tuple[yaml.Node, int] | None:
    """A part of a node, with its line: that of its key where it has one. The last of several with one key counts."""
    if isinstance(node, yaml.MappingNode):
        named = [(value, key.start_mark.line) for key, value in node.value if key.value == str(part)]
        return named[-1] if named else None
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part].start_mark.line
    return None


def _twice(root: yaml.Node | None, first_line: int) -> Iterator[Mistake]:
    waiting: list[tuple[yaml.Node | None, str]] = [(root, "")]
    seen: set[int] = set()  # an alias is the same node once more
    while waiting:
        node, path = waiting.pop()
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting += [(child, f"{path}[{i}]") for i, child in enumerate(node.value)]
        if not isinstance(node, yaml.MappingNode):
            continue
        lines: dict[Hashable, int] = {}
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            place, line = f"{path}.{name}".lstrip("."), key.start_mark.line + first_line
            if key.tag not in ("tag:yaml.org,2002:str", "tag:yaml.org,2002:merge"):
                yield Mistake(line, place, "a field's name must be text: put it in quotes")
            elif name in lines:
                yield Mistake(line, place, f"stands here twice: first in line {lines[name]}")
            lines.setdefault(name, line)
            waiting.append((value, place))

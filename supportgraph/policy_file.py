"""Reading a policy file: YAML into the validated model, with every mistake named by its line."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import ValidationError

from domain.policy import Policy

SHIPPED = Path(__file__).with_name("policies") / "default.yaml"


class _PolicyLoader(yaml.SafeLoader):
    """YAML 1.2's booleans: `NO` is Norway, not false."""


_PolicyLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:bool"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_PolicyLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), ["t", "f"])


@dataclass(frozen=True)
class Mistake:
    line: int  # from 1
    field: str
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.field + ': ' if self.field else ''}{self.message}"


class PolicyFileInvalid(Exception):
    def __init__(self, path: Path, mistakes: list[Mistake]) -> None:
        super().__init__(f"{path}: " + "; ".join(str(m) for m in mistakes))
        self.path, self.mistakes = path, mistakes


def _line_of(root: yaml.Node, location: tuple[int | str, ...]) -> int:
    """The line of a field, or of the nearest thing above it that stands in the file."""
    node = root
    for part in location:
        child: yaml.Node | None = None
        if isinstance(node, yaml.MappingNode):
            child = next((value for key, value in node.value if key.value == str(part)), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            child = node.value[part]
        if child is None:
            break
        node = child
    return node.start_mark.line + 1


def load_policy(path: Path | None = None) -> Policy:
    """Read and validate a policy file (the shipped one by default). Raises ``PolicyFileInvalid``."""
    source = path or SHIPPED
    try:
        text = source.read_text(encoding="utf-8")
        root = yaml.compose(text, Loader=_PolicyLoader)
        data = yaml.load(text, Loader=_PolicyLoader)  # noqa: S506 (a SafeLoader)
    except OSError as error:
        raise PolicyFileInvalid(source, [Mistake(1, "", f"cannot be read: {error.strerror}")]) from error
    except UnicodeDecodeError as error:
        raise PolicyFileInvalid(source, [Mistake(1, "", "is not UTF-8 text")]) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PolicyFileInvalid(source, [Mistake(line, "", error.problem or "is not YAML")]) from error
    if not isinstance(data, dict) or root is None:
        raise PolicyFileInvalid(source, [Mistake(1, "", "a policy is a mapping of fields")])
    try:
        return Policy.model_validate(data)
    except ValidationError as error:
        mistakes = [
            Mistake(_line_of(root, tuple(e["loc"])), ".".join(str(p) for p in e["loc"]), e["msg"])
            for e in error.errors(include_url=False)
        ]
        raise PolicyFileInvalid(source, mistakes) from error

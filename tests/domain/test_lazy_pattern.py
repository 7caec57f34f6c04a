"""Patterns that are compiled late are the patterns that `re` makes, and none of ours has a mistake that nobody has met yet."""

import ast
import gc
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from domain.lazy_pattern import compile_all, lazy_pattern

ROOT = Path(__file__).parents[2]
ROOMS = ("domain", "privacy", "nodes", "graphs", "kb", "models")


def test_it_is_used_as_any_other_pattern() -> None:
    late, now = lazy_pattern(r"(?P<word>\w+)@", re.I), re.compile(r"(?P<word>\w+)@", re.I)
    text = "a@ B@ c"
    assert (late.pattern, late.flags & re.I) == (now.pattern, re.I)
    assert late.search(text)["word"] == "a"  # type: ignore[index]  # it finds one
    assert late.match("x") is None
    assert late.fullmatch("a@")
    assert late.findall(text) == now.findall(text) == ["a", "B"]
    assert [m.span() for m in late.finditer(text)] == [(0, 2), (3, 5)]
    assert late.sub("-", text) == now.sub("-", text)
    assert late.subn("-", text) == ("- - c", 2)
    assert late.split(text) == now.split(text)
    assert (late.groups, dict(late.groupindex)) == (1, {"word": 1})
    with pytest.raises(AttributeError):
        _ = late.scanner


def test_a_mistake_shows_when_all_are_compiled() -> None:
    wrong = lazy_pattern("(")
    with pytest.raises(re.error):
        compile_all()
    with pytest.raises(re.error):
        wrong.search("x")
    del wrong
    gc.collect()


def test_every_pattern_of_ours_can_be_compiled() -> None:
    for room in ROOMS:
        package = importlib.import_module(room)
        for module in pkgutil.walk_packages(package.__path__, f"{room}."):
            if "training" not in module.name:
                importlib.import_module(module.name)
    assert compile_all() > 500


@pytest.mark.parametrize("room", ["domain", "privacy", "nodes"])
def test_no_pattern_is_compiled_while_a_module_is_imported(room: str) -> None:
    """A start waits for each of them."""
    found = []
    for path in (ROOT / room).rglob("*.py"):
        for statement in ast.parse(path.read_text()).body:
            if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.Import | ast.ImportFrom):
                continue
            spots = [
                node for node in ast.walk(statement) if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
            ]
            found += [f"{path.relative_to(ROOT)}:{node.lineno}" for node in spots if not _in_function(statement, node)]
    assert found == []


def _in_function(statement: ast.stmt, call: ast.Call) -> bool:
    functions = [n for n in ast.walk(statement) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)]
    return any(call in ast.walk(function) for function in functions)

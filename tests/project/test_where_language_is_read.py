"""English is read in `domain/language`: above it no regular expression knows a word of what customers write."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
ROOMS = ("api", "graphs", "insights", "jobs", "nodes", "rights", "supportgraph")
_CALLS = ("compile", "sub", "subn", "search", "match", "fullmatch", "findall", "finditer", "split")
_MAKERS = {"lazy_pattern", *(f"re.{name}" for name in _CALLS)}
# Patterns of formats, which are the same in every language: file → why it holds letters.
FORMATS = {"api/middleware/observing.py": "paths of ours"}


def patterns(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Each literal pattern that `re` or `lazy_pattern` is given, an f-string by its fixed parts."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in _MAKERS and node.args:
            fixed = [c.value for c in ast.walk(node.args[0]) if isinstance(c, ast.Constant)]
            yield node.lineno, " ".join(str(part) for part in fixed)


def words_in(pattern: str) -> list[str]:
    """Words that a pattern spells out: not its escapes, classes of characters, groups' names or tokens like [NAME_1]."""
    plain = re.sub(r"\\\[.*?\\\]", " ", pattern)
    plain = re.sub(r"\[(?:\\.|[^\]\\])*\]", " ", plain)
    plain = re.sub(r"\\[a-zA-Z]|\(\?(?:P<\w+>|<?[=!]|[a-zA-Z-]*:)", " ", plain)
    return re.findall(r"[^\W\d_]{2,}", plain)


def test_no_pattern_above_the_language_spells_a_word() -> None:
    found = []
    for room in ROOMS:
        for path in sorted((HOME / room).rglob("*.py")):
            name = str(path.relative_to(HOME))
            for line, pattern in patterns(ast.parse(path.read_text(encoding="utf-8"))):
                if name not in FORMATS and (words := words_in(pattern)):
                    found.append(f"{name}:{line}: {words[:4]} belong into domain/language")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", FORMATS)
def test_the_exceptions_are_needed(name: str) -> None:
    assert any(words_in(pattern) for _, pattern in patterns(ast.parse((HOME / name).read_text(encoding="utf-8"))))


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\b(?:yes|ja)\b", ["yes", "ja"]),
        (r"^\W*how (?:do|can) i\b", ["how", "do", "can"]),
        (r"\[NAME_\d+\]", []),
        (r"[a-z0-9]+|\d+(?:\.\d+)?", []),
    ],
)
def test_words_of_a_pattern_are_told_from_its_syntax(pattern: str, words: list[str]) -> None:
    assert words_in(pattern) == words

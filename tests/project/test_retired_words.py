"""Names are the field's: a word that gave way to one does not come back as an identifier or as a file's name."""

import re
import subprocess
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

HOME = Path(__file__).parents[2]
RETIRED: dict[str, str] = yaml.safe_load((HOME / "tests/project/retired_words.yaml").read_text())
_RETIRED = re.compile(rf"(?:^|_)({'|'.join(RETIRED)})s?(?:_|$)")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def retired_in(name: str) -> str | None:
    """The retired word of an identifier, written in any of Python's ways."""
    found = _RETIRED.search(_CAMEL.sub("_", name).lower())
    return found[1] if found else None


def identifiers(path: Path) -> Iterator[tuple[int, str]]:
    yield 0, path.stem
    with path.open() as lines:
        for token in tokenize.generate_tokens(lines.readline):
            # A test's name is a sentence, which may hold any word.
            if token.type == tokenize.NAME and not token.string.startswith("test_"):
                yield token.start[0], token.string


def test_no_identifier_holds_a_retired_word() -> None:
    files = subprocess.run(["git", "ls-files", "*.py"], cwd=HOME, capture_output=True, text=True, check=False).stdout.split()
    if not files:
        pytest.skip("not a git checkout")
    found = [
        f"{file}:{line}: {name} (say {RETIRED[word]})"
        for file in files
        if (HOME / file).exists()
        for line, name in identifiers(HOME / file)
        if (word := retired_in(name))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", ["Errand", "_errand", "FARTHEST", "glances", "OfflineTrial", "own_region_first"])
def test_a_retired_word_is_found_however_it_is_written(name: str) -> None:
    assert retired_in(name)
    assert not retired_in("distilled")

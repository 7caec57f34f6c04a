"""Every file of a shipped model is pinned by its hash, and no other bytes are loaded."""

import hashlib
import re
from pathlib import Path

import pytest

from models import pinned_files
from models.personal_data import RampartNameFinder
from models.pinned_files import PINNED, SHIPPED, ModelFileInvalid, read_pinned

MODELS = Path(pinned_files.__file__).parent


@pytest.mark.parametrize("file", PINNED)
def test_the_shipped_file_is_the_pinned_one(file: str, tmp_path: Path) -> None:
    assert hashlib.sha256(read_pinned(file)).hexdigest() == PINNED[file]
    other = tmp_path / "other"
    other.write_bytes(read_pinned(file) + b" ")
    with pytest.raises(ModelFileInvalid, match="sha256"):
        read_pinned(file, other)


def test_nothing_else_is_shipped_but_licences_and_where_it_is_from() -> None:
    shipped = {path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*") if path.is_file()}
    assert shipped - set(PINNED) == {"README.md", "minilm/LICENSE", "rampart/LICENSE", "encoder/LICENSE"}


def test_a_finder_of_names_loads_no_other_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PINNED, "rampart/model_q4.onnx", "0" * 64)
    with pytest.raises(ModelFileInvalid, match="sha256"):
        RampartNameFinder()


def test_what_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelFileInvalid, match="there is no file"):
        read_pinned("minilm/model.onnx", tmp_path / "model.onnx")


def test_no_other_place_reads_model_files() -> None:
    others = [path for path in MODELS.glob("*.py") if path.stem != "pinned_files"]
    assert not [path.name for path in others if re.search(r"find_spec|read_bytes", path.read_text(encoding="utf-8"))]

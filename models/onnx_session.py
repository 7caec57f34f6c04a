"""How a shipped model runs here: on the processor, on few threads, and telling nobody of it."""

from typing import TYPE_CHECKING

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

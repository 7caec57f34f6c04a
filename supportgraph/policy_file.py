"""The policy file: which one is read, and its mistakes."""

from pathlib import Path

from domain.policy import Policy
from supportgraph.model_file import FileInvalid, load_model

SHIPPED = Path(__file__).with_name("policies") / "default.yaml"


class PolicyFileInvalid(FileInvalid):
    what = "policy file"


def load_policy(path: Path | None = None) -> Policy:
    """Read and validate a policy file (the shipped one by default). Raises ``PolicyFileInvalid``."""
    return load_model(path or SHIPPED, Policy, PolicyFileInvalid)

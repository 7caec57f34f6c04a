"""The policy file and the file of page triggers: which ones are read, and their mistakes."""

from importlib.resources import files
from pathlib import Path

from domain.rules.policy import Policy
from domain.triggers import Triggers
from supportgraph.configuration.model_file import FileInvalid, load_model
from supportgraph.configuration.settings import Settings

SHIPPED = Path(__file__).parents[1] / "policies" / "default.yaml"


class PolicyFileInvalid(FileInvalid):
    what = "policy file"


def load_policy(path: Path | None = None) -> Policy:
    """Read and validate a policy file (the shipped one by default). Raises ``PolicyFileInvalid``."""
    return load_model(path or SHIPPED, Policy, PolicyFileInvalid)


OF_THE_DEMO = Path(str(files("demo"))) / "triggers.yaml"


class TriggersFileInvalid(FileInvalid):
    what = "triggers file"


def load_triggers(path: Path) -> Triggers:
    """Raises ``TriggersFileInvalid``."""
    return load_model(path, Triggers, TriggersFileInvalid)


def triggers_of(settings: Settings, *, demo: bool) -> Triggers | None:
    """The company's, else the demo's in the demo. Raises ``TriggersFileInvalid``."""
    path = triggers_path(settings, demo=demo)
    return load_triggers(path) if path else None


def triggers_path(settings: Settings, *, demo: bool) -> Path | None:
    return settings.triggers_file or (OF_THE_DEMO if demo else None)

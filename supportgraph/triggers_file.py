"""The file of page triggers: which one is read, and its mistakes."""

from importlib.resources import files
from pathlib import Path

from domain.triggers import Triggers
from supportgraph.model_file import FileInvalid, load_model
from supportgraph.settings import Settings

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

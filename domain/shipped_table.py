"""Tables of words that are shipped beside the code that reads them, in YAML."""

from importlib.resources import files
from typing import Any

import yaml

# libyaml reads them in a tenth of the time, and every start reads them all; it is not there where PyYAML was built without it.
SAFE_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def shipped_table(package: str, name: str) -> Any:  # Any: what YAML holds
    """What ``name`` in the folder of ``package`` holds."""
    return yaml.load(files(package).joinpath(name).read_text(encoding="utf-8"), SAFE_LOADER)  # noqa: S506 - both are safe loaders

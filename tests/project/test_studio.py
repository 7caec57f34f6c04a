"""`langgraph.json` is true: LangGraph's own tools load each graph by its path, as here, and can draw it."""

import json
import re
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from langgraph.pregel import Pregel

from graphs.versions.registry import VERSIONS

ROOT = Path(__file__).parents[2]
CONFIG = json.loads((ROOT / "langgraph.json").read_text(encoding="utf-8"))


def _load(where: str) -> Any:
    path, _, variable = where.rpartition(":")
    spec = spec_from_file_location("opened_by_langgraph", ROOT / path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["opened_by_langgraph"] = module
    try:
        spec.loader.exec_module(module)
    finally:
        del sys.modules["opened_by_langgraph"]
    return getattr(module, variable)


def test_every_version_is_there_and_opens() -> None:
    assert set(CONFIG["graphs"]) == set(VERSIONS)
    for name, where in CONFIG["graphs"].items():
        graph = _load(where)
        assert isinstance(graph, Pregel)
        assert graph.name == name
        assert set(graph.get_graph().nodes) == {"__start__", "__end__", *VERSIONS[name].build().nodes}
        # What Studio asks for beside the drawing.
        assert "pending" in graph.get_input_jsonschema()["properties"]
        assert "pending" in graph.get_output_jsonschema()["properties"]
        assert graph.get_context_jsonschema() is None


def test_it_installs_this_project_for_the_python_that_we_support() -> None:
    assert CONFIG["dependencies"] == ["."]
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert re.search(rf'requires-python = ">={re.escape(CONFIG["python_version"])}"', project)

"""A run's report for machines (JSON, JUnit); for people there is `report_page.py`."""

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from evals.compare import Comparison
from evals.gate import Verdict
from evals.results import Result, pass_hat

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # https://www.w3.org/TR/xml/#charsets


@dataclass
class Run:
    """Everything about a run. ``versions``: what it ran on, by name and digest."""

    suite: str
    graph: str
    results: list[Result]
    verdict: Verdict
    baseline: str | None = None
    before: list[Result] = field(default_factory=list)
    comparison: Comparison | None = None
    repeat: int = 1
    seed: int = 0
    versions: dict[str, Any] = field(default_factory=dict)

    @property
    def passed(self) -> int:
        return sum(r.status == "passed" for r in self.results)

    @property
    def pass_hat(self) -> dict[str, float]:
        """k → pass^k, for every k up to the number of attempts; nothing of an invalid run."""
        if not self.results or any(len(r.attempts) != self.repeat for r in self.results):
            return {}
        return {str(k): round(pass_hat(self.results, k), 4) for k in range(1, self.repeat + 1)}


def write_json(path: Path, run: Run) -> None:
    before = {r.id: r for r in run.before}
    document = {
        "suite": run.suite,
        "graph_version": run.graph,
        "baseline_version": run.baseline,
        "verdict": {"words": run.verdict.words, **asdict(run.verdict)},
        "passed": run.passed,
        "total": len(run.results),
        "repeat": run.repeat,
        "pass_hat": run.pass_hat,
        "seed": run.seed,
        "versions": run.versions,
        "comparison": asdict(run.comparison) if run.comparison else None,
        "cases": [
            _case(r) | ({"baseline": before[r.id].status} if r.id in before else {})
            for r in sorted(run.results, key=lambda r: r.id)
        ],
    }
    path.write_text(json.dumps(document, indent=1, ensure_ascii=False), encoding="utf-8")


def _case(r: Result) -> dict[str, Any]:
    return {
        "id": r.id,
        "tags": r.tags,
        "status": r.status,
        "breaks": sorted(r.breaks),
        "problems": [str(p) for p in r.problems],
        "seconds": r.seconds,
        "turn_ms": r.turn_ms and round(r.turn_ms, 1),
        "tokens": r.tokens,
        "transcript": r.shown.transcript,
        "attempts": [
            {"number": a.number, "status": a.status, "problems": [str(p) for p in a.problems], "seconds": a.seconds}
            for a in r.attempts
        ],
    }


def failed_before(folder: Path) -> set[str]:
    """The ids that did not pass in the report of this folder."""
    document = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return {c["id"] for c in document["cases"] if c["status"] != "passed"}


def _xml(text: str) -> str:
    """Without the characters that no XML document may hold, escaped or not."""
    return _NOT_XML.sub("\ufffd", text)


def write_junit(path: Path, run: Run) -> None:
    results = run.results
    root = ET.Element(
        "testsuite",
        name=_xml(run.suite),
        tests=str(len(results)),
        failures=str(sum(r.status == "failed" for r in results)),
        errors=str(sum(r.status == "error" for r in results)),
    )
    for r in sorted(results, key=lambda r: r.id):
        case = ET.SubElement(root, "testcase", classname=_xml(run.suite), name=_xml(r.id), time=str(r.seconds))
        if r.status != "passed":
            message = _xml("; ".join(map(str, r.problems))[:500])
            ET.SubElement(case, "failure" if r.status == "failed" else "error", message=message)
    path.write_text(ET.tostring(root, encoding="unicode", xml_declaration=True), encoding="utf-8")

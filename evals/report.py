"""A run's report for machines (JSON, JUnit) and for people (HTML)."""

import html
import json
import xml.etree.ElementTree as ET
from dataclasses import asdict
from pathlib import Path

from evals.runner import Result


def write_report(folder: Path, suite: str, graph: str, results: list[Result], baseline: list[Result] | None = None) -> None:
    """``report.json``, ``junit.xml`` and ``report.html`` in ``folder``, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    before = {r.id: r.status for r in baseline or []}
    document = {
        "suite": suite,
        "graph_version": graph,
        "passed": sum(r.status == "passed" for r in results),
        "total": len(results),
        "cases": [{**asdict(r), **({"baseline": before[r.id]} if r.id in before else {})} for r in results],
    }
    (folder / "report.json").write_text(json.dumps(document, indent=1, ensure_ascii=False), encoding="utf-8")
    (folder / "junit.xml").write_text(_junit(suite, results), encoding="utf-8")
    (folder / "report.html").write_text(_page(suite, graph, results), encoding="utf-8")


def failed_before(folder: Path) -> set[str]:
    """The ids that did not pass in the report of this folder."""
    document = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return {c["id"] for c in document["cases"] if c["status"] != "passed"}


def _junit(suite: str, results: list[Result]) -> str:
    root = ET.Element(
        "testsuite",
        name=suite,
        tests=str(len(results)),
        failures=str(sum(r.status == "failed" for r in results)),
        errors=str(sum(r.status == "error" for r in results)),
    )
    for r in results:
        case = ET.SubElement(root, "testcase", classname=suite, name=r.id, time=str(r.seconds))
        if r.status != "passed":
            ET.SubElement(case, "failure" if r.status == "failed" else "error", message="; ".join(r.problems)[:500])
    return ET.tostring(root, encoding="unicode", xml_declaration=True)


def _page(suite: str, graph: str, results: list[Result]) -> str:
    rows = "".join(
        f"<details{' open' if r.status != 'passed' else ''}><summary><b>{r.status}</b> {html.escape(r.id)} ({r.seconds} s)</summary>"
        f"<ul>{''.join(f'<li>{html.escape(p)}</li>' for p in r.problems)}</ul>"
        f"<pre>{html.escape(chr(10).join(r.transcript))}</pre></details>"
        for r in sorted(results, key=lambda r: (r.status == "passed", r.id))
    )
    passed = sum(r.status == "passed" for r in results)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{html.escape(suite)} on {html.escape(graph)}</title>'
        "<style>body{font:15px system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap}</style>"
        f"<h1>{html.escape(suite)} on {html.escape(graph)}: {passed} of {len(results)} passed</h1>{rows}</html>"
    )

"""A run's report for people: one HTML file that loads nothing, with the transcripts of both versions side by side."""

import html
from collections.abc import Iterable
from pathlib import Path

from evals.compare import Comparison, Estimate
from evals.report import Run, write_json, write_junit
from evals.results import Result

STYLE = """
body{font:15px/1.45 system-ui;max-width:76rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}
h1{font-size:1.4rem}table{border-collapse:collapse;margin:1rem 0}td,th{padding:.2rem .8rem;border-bottom:1px solid #d5dae0;text-align:left}
td.n{text-align:right;font-variant-numeric:tabular-nums}details{border-bottom:1px solid #d5dae0;padding:.35rem 0}
summary{cursor:pointer}.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1rem}
pre{white-space:pre-wrap;background:#f5f7f9;padding:.7rem;border-radius:6px;margin:.3rem 0}
.passed{color:#116329}.failed,.error{color:#a40e26;font-weight:600}.breaks{color:#a40e26}
"""


def write_report(folder: Path, run: Run) -> None:
    """``report.json``, ``junit.xml`` and ``report.html`` in ``folder``, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    write_json(folder / "report.json", run)
    write_junit(folder / "junit.xml", run)
    (folder / "report.html").write_text(_page(run), encoding="utf-8")


def _page(run: Run) -> str:
    title = html.escape(f"{run.suite} on {run.graph}: {run.passed} of {len(run.results)} passed")
    against = html.escape(f" Baseline: {run.baseline}.") if run.baseline else ""
    reasons = "".join(f"<li>{html.escape(reason)}</li>" for reason in run.verdict.reasons)
    before = {r.id: r for r in run.before}
    ordered = sorted(run.results, key=lambda r: (r.status == "passed", _same(r, before.get(r.id)), r.id))
    cases = "".join(_case(run, r, before.get(r.id)) for r in ordered)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style><h1>{title}</h1>'
        f"<p>Verdict: <b>{run.verdict.words}</b>.{against}</p><ul>{reasons}</ul>"
        f"{_repeats(run)}{_compared(run.comparison) if run.comparison else ''}{cases}<h2>What it ran on</h2>{_versions(run)}</html>"
    )


def _same(result: Result, before: Result | None) -> bool:
    return before is None or before.status == result.status


def _repeats(run: Run) -> str:
    if run.repeat == 1:
        return ""
    return _table(["k", "pass^k"], ([k, f"{value:.3f}"] for k, value in run.pass_hat.items()))


def _compared(c: Comparison) -> str:
    points = Estimate(100 * c.difference.value, 100 * c.difference.low, 100 * c.difference.high, c.difference.n)
    rows = [
        ["Difference in points, 95 %", f"{points.value:+.1f} ({points.low:+.1f} to {points.high:+.1f})"],
        ["Broken", f"{len(c.broken)}: {', '.join(c.broken[:20])}" if c.broken else "0"],
        ["Fixed", f"{len(c.fixed)}: {', '.join(c.fixed[:20])}" if c.fixed else "0"],
        ["Exact McNemar, p", f"{c.p:.4f}"],
    ]
    for name, ratio in (("Time a turn, times the baseline's", c.slower), ("Tokens, times the baseline's", c.costlier)):
        if ratio:
            rows.append([name, f"{ratio.value:.2f} ({ratio.low:.2f} to {ratio.high:.2f}), {ratio.n} cases"])
    by_intent = [[i.intent, str(i.n), f"{i.baseline:.0%}", f"{i.graph:.0%}"] for i in c.by_intent]
    return _table(["Compared", ""], rows) + _table(["Intent", "cases", "baseline", "graph"], by_intent)


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    names = "".join(f"<th>{html.escape(h)}</th>" for h in head)
    body = "".join(
        "<tr>" + "".join(f'<td class="{"n" if i else ""}">{html.escape(c)}</td>' for i, c in enumerate(row)) + "</tr>"
        for row in rows
    )
    return f"<table><tr>{names}</tr>{body}</table>"


def _case(run: Run, r: Result, before: Result | None) -> str:
    opened = " open" if r.status != "passed" else ""
    broke = f' <span class="breaks">breaks {html.escape(", ".join(sorted(r.breaks)))}</span>' if r.breaks else ""
    was = f" (baseline {before.status})" if before and before.status != r.status else ""
    sides = _side(run.graph, r) + (_side(run.baseline or "", before) if before else "")
    return (
        f'<details{opened}><summary><span class="{r.status}">{r.status}</span> {html.escape(r.id)}{was}{broke} '
        f'({r.seconds} s)</summary><div class="sides">{sides}</div></details>'
    )


def _side(name: str, r: Result) -> str:
    problems = "".join(f"<li>{html.escape(str(p))}</li>" for p in r.problems)
    said = html.escape("\n".join(r.shown.transcript))
    return f"<section><h3>{html.escape(name)}</h3><ul>{problems}</ul><pre>{said}</pre></section>"


def _versions(run: Run) -> str:
    rows = [["seed", str(run.seed)], *([name, str(value)] for name, value in run.versions.items())]
    return _table(["", ""], rows)

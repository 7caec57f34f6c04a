"""A weekly report as a text: for a mail, a chat's webhook, a terminal."""

from collections.abc import Iterator

from insights.weekly.report import Figure, WeeklyReport


def text_of(report: WeeklyReport) -> str:
    return "\n".join(_lines(report)) + "\n"


def _lines(report: WeeklyReport) -> Iterator[str]:
    yield f"Customer support in week {report.week} ({report.begin:%d %b} to {report.end:%d %b %Y}, UTC)"
    yield ""
    width = max(len(f.name) for f in report.figures)
    for figure in report.figures:
        yield f"{figure.name:<{width}}  {_value(figure):>8}  {_change(figure)}".rstrip()
    yield ""
    yield "What conversations struggled with"
    for s in report.struggles:
        was = "" if s.before is None else f", {s.before:.1%} the week before"
        share = "" if s.share is None else f" ({s.share:.1%} of all{was})"
        yield f"- {s.name}: {s.conversations} conversations{share}{', RISING' if s.rising else ''}"
    if not report.struggles:
        yield "- nothing stands out"
    yield ""
    yield "What went wrong"
    for t in report.went_wrong:
        yield f"- {t.n} {t.words}; {t.before} the week before"
    if not report.went_wrong:
        yield "- nothing that was counted"


def _value(f: Figure, value: float | None = None) -> str:
    shown = f.now if value is None else value
    if shown is None:
        return "-"
    if f.unit == "share":
        return f"{shown:.1%}"
    if f.unit == "seconds":
        return f"{shown:,.1f} s" if shown < 120 else f"{shown / 60:,.0f} min"
    if f.unit == "cost":
        return f"{shown:.4f}"
    return f"{shown:,.0f}" if f.unit == "number" else f"{shown:.2f}"


def _change(f: Figure) -> str:
    """Shares in points, with whether it is more than chance may do: the week before lies outside the interval."""
    if f.now is None or f.before is None:
        return ""
    if f.unit == "share":
        points = f"{100 * (f.now - f.before):+.1f} points"
        surely = f.low is not None and f.high is not None and not f.low <= f.before <= f.high
        return f"{points}{'' if surely else ' (may be chance)'}"
    if f.unit == "score":
        return f"{f.now - f.before:+.2f}"
    return f"{f.now / f.before - 1:+.0%}" if f.before else ""

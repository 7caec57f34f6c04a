"""A replay's report: `replay.json`, and one HTML file that loads nothing, with what was answered then and now side by side."""

import html
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from evals.replay.replay import Replayed
from evals.report_page import STYLE


def write_replay(folder: Path, found: Sequence[Replayed], graph: str | None) -> None:
    """Both files in ``folder``, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    differing = [one for one in found if one.differences]
    document = {
        "graph": graph,
        "conversations": len(found),
        "turns": sum(one.turns for one in found),
        "differing": len(differing),
        "items": [asdict(one) for one in found if one.differences or one.left_out],
    }
    (folder / "replay.json").write_text(json.dumps(document, indent=1, default=str), encoding="utf-8")
    title = f"Replay on {graph or 'their own versions'}: {len(differing)} of {len(found)} conversations went another way"
    (folder / "replay.html").write_text(_page(title, differing), encoding="utf-8")


def _page(title: str, differing: Sequence[Replayed]) -> str:
    shown = html.escape(title)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{shown}</title><style>{STYLE}</style><h1>{shown}</h1>'
        f"{''.join(map(_conversation, differing))}</html>"
    )


def _conversation(one: Replayed) -> str:
    problems = "".join(
        f"<li>{html.escape(f'{d.kind}: {d.was!r} became {d.now!r}')}</li>" for d in one.differences if d.kind != "text"
    )
    then, now = ("\n\n".join(f"> {asked}\n{answers[side]}" for asked, *answers in one.transcript) for side in (0, 1))
    sides = "".join(
        f"<section><h3>{name}</h3><pre>{html.escape(text)}</pre></section>" for name, text in (("then", then), ("now", now))
    )
    return (
        f"<details open><summary>{html.escape(one.conversation_id)}, recorded on {html.escape(one.recorded_on)}</summary>"
        f'<ul>{problems}</ul><div class="sides">{sides}</div></details>'
    )

"""`supportgraph chat`: the service's own graph, rules and stores, spoken to in a terminal."""

import asyncio

from rich.console import Console

from domain.conversation import JsonObject
from domain.errors import Problem
from graphs.turns.requests import NewConversation, TurnRequest
from supportgraph.configuration.log_setup import set_up_logging
from supportgraph.configuration.settings import Settings
from supportgraph.wiring import assemble


def _show(console: Console, messages: list[JsonObject]) -> None:
    for message in messages:
        console.print(f"[bold]{message['author']['name']}[/bold]  {message['text']}", highlight=False)
        for number, citation in enumerate(message["citations"], 1):
            console.print(f"   [{number}] {citation['title']} {citation['url'] or ''}", style="dim", markup=False)
        if labels := [f"[{action['label']}]" for action in message["actions"]]:
            console.print("   " + " ".join(labels), style="cyan", markup=False, highlight=False)


async def run_chat(
    settings: Settings, *, customer_id: str | None, region: str | None, locale: str, demo: bool, graph: str | None
) -> None:
    """Read lines until an empty one or the end of input; a person answers on the agent page of a running service only.

    A button's words, typed, press it."""
    set_up_logging("ERROR", "text")
    console = Console()
    console.print("Buttons stand in [brackets]: type their words. An empty line ends the talk.\n", style="dim", markup=False)
    async with assemble(settings, demo=demo) as service:
        new = NewConversation(
            channel="terminal", region=region, locale=locale, customer_id=customer_id, graph_version=graph, consent=True
        )
        accepted, answer = await service.runner.begin(new)
        _show(console, answer["messages"])
        while True:
            try:
                text = (await asyncio.to_thread(console.input, "[green]you[/green]  ")).strip()
            except (EOFError, KeyboardInterrupt):
                return
            if not text:
                return
            try:
                turn = await service.runner.submit(accepted.conversation_id, TurnRequest(text=text))
                _show(console, (await service.runner.result(turn))["messages"])
            except Problem as problem:
                console.print(problem.detail, style="red", markup=False)

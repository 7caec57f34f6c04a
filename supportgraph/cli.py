"""The `supportgraph` command. Each group is imported when it is called, so that `--help` is quick."""

import asyncio
import gc
import importlib

import click

_GROUPS = {
    "intents": ("supportgraph.commands.intents", "intents"),
    "backoffice": ("supportgraph.commands.backoffice", "backoffice"),
    "policy": ("supportgraph.commands.policy", "policy"),
    "keys": ("supportgraph.commands.keys", "keys"),
    "db": ("supportgraph.commands.db", "db"),
    "kb": ("supportgraph.commands.kb", "kb"),
    "evals": ("supportgraph.commands.evals", "evals"),
    "worker": ("supportgraph.commands.worker", "worker"),
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *_GROUPS])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in _GROUPS:
            module, name = _GROUPS[cmd_name]
            command: click.Command = getattr(importlib.import_module(module), name)
            return command
        return super().get_command(ctx, cmd_name)


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="supportgraph")
def main() -> None:
    """supportgraph: self-hosted AI customer support."""


@main.command()
@click.option("--demo", is_flag=True, help="Fill an empty store with the demo shop and its help centre.")
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on; 0 takes a free one.")
@click.option("--no-worker", is_flag=True, help="Leave background jobs to `supportgraph worker`.")
def serve(demo: bool, host: str | None, port: int | None, no_worker: bool) -> None:
    """Migrate and serve the API, the widget and the pages."""
    gc.disable()  # until it serves: what is imported stays, and looking through it costs a tenth of the start
    from graphs.versions import GraphVersionsLost
    from kb.chroma import KnowledgeIndexLocked
    from supportgraph.policy_file import PolicyFileInvalid
    from supportgraph.serve import run_service, set_up_logging
    from supportgraph.settings import Settings, SettingsInvalid

    try:
        settings = Settings.load()
        changed = {k: v for k, v in (("host", host), ("port", port)) if v is not None}
        settings = settings.model_copy(update=changed)
        set_up_logging(settings.log_level)
        asyncio.run(run_service(settings, demo=demo, say=click.echo, run_jobs=not no_worker))
    except (SettingsInvalid, PolicyFileInvalid, KnowledgeIndexLocked, GraphVersionsLost) as error:
        raise click.ClickException(str(error)) from None


@main.command()
@click.option("--customer", "customer_id", help="Be this signed-in customer of the back office.")
@click.option("--region", help="Country code of two letters.")
@click.option("--demo", is_flag=True, help="Fill an empty store with the demo shop and its help centre.")
@click.option("--graph", help="The graph version to talk to.")
def chat(customer_id: str | None, region: str | None, demo: bool, graph: str | None) -> None:
    """Talk to the same graph in a terminal."""
    from supportgraph.chat import run_chat
    from supportgraph.settings import Settings

    asyncio.run(run_chat(Settings.load(), customer_id=customer_id, region=region, demo=demo, graph=graph))


if __name__ == "__main__":
    main()

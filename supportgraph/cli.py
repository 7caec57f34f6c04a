"""The `supportgraph` command. Each group is imported when it is called, and `--help` imports none."""

import asyncio
import gc
import importlib
import os

import click

from domain.errors import CannotStart

# Its module and its line in `supportgraph --help`; a test holds the lines to the groups' own.
_GROUPS = {
    "audit": ("supportgraph.commands.audit", "Read the audit log, and check its chain."),
    "backoffice": ("supportgraph.commands.backoffice", "The embedded shop."),
    "db": ("supportgraph.commands.db", "Migrate the database."),
    "evals": ("supportgraph.commands.evals", "Measure graph versions on suites of conversations."),
    "history": ("supportgraph.commands.history", "What was changed, by whom, and what was there before."),
    "intents": ("supportgraph.commands.intents", "Train, evaluate and run the intent classifier."),
    "kb": ("supportgraph.commands.kb", "Articles and their index."),
    "keys": ("supportgraph.commands.keys", "Make, list and revoke staff keys."),
    "policy": ("supportgraph.commands.policy", "Check the rules of refunds, returns, identity and regions."),
    "privacy": ("supportgraph.commands.privacy", "Retention, and the proof that no personal data lies about."),
    "report": ("supportgraph.commands.report", "Print the weekly report of any week."),
    "retrain": ("supportgraph.commands.retrain", "Learn again from accepted utterances, and propose it."),
    "scores": ("supportgraph.commands.scores", "Print the scores of a period's conversations, by the published rules."),
    "simulate": ("supportgraph.commands.simulate", "Send seeded customers through the front door of a service."),
    "texts": ("supportgraph.commands.texts", "Check the sentences that customers read."),
    "triggers": ("supportgraph.commands.triggers", "Check when pages offer help."),
    "vault": ("supportgraph.commands.vault", "The keys that seal personal data."),
    "worker": ("supportgraph.commands.worker", "Run background jobs until stopped, where `serve` does not."),
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *_GROUPS])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in _GROUPS:
            command: click.Command = getattr(importlib.import_module(_GROUPS[cmd_name][0]), cmd_name)
            return command
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 (click's signature)
        ours = {name: command.get_short_help_str(80) for name, command in self.commands.items()}
        with formatter.section("Commands"):
            formatter.write_dl(sorted({**ours, **{name: text for name, (_, text) in _GROUPS.items()}}.items()))

    def invoke(self, ctx: click.Context) -> object:
        """What an operator must mend is said in one text, by every command alike."""
        try:
            return super().invoke(ctx)
        except CannotStart as error:
            if os.environ.get("SUPPORTGRAPH_LOG_FORMAT") == "json" and ctx.invoked_subcommand in ("serve", "worker"):
                from supportgraph.configuration.log_setup import say_why_it_ends

                say_why_it_ends(str(error))
                ctx.exit(1)
            raise click.ClickException(str(error)) from None


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="supportgraph")
def main() -> None:
    """supportgraph: self-hosted AI customer support."""


@main.command()
@click.option("--demo", is_flag=True, help="Fill an empty store with the demo shop and its help centre.")
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on; 0 takes a free one.")
@click.option("--no-worker", is_flag=True, help="Leave background jobs to `supportgraph worker`.")
@click.option(
    "--with-traffic",
    type=click.IntRange(1, 20_000),
    is_flag=False,
    flag_value=400,
    help="With --demo, where nobody has said anything yet: this many simulated conversations of the last quarter. [400]",
)
def serve(demo: bool, host: str | None, port: int | None, no_worker: bool, with_traffic: int | None) -> None:
    """Migrate and serve the API, the widget and the pages."""
    if with_traffic and not demo:
        raise click.UsageError("--with-traffic fills a demo: it wants --demo")
    gc.disable()  # until it serves: what is imported stays, and looking through it costs a tenth of the start
    from supportgraph.configuration.log_setup import say_to, set_up_logging
    from supportgraph.configuration.settings import Settings

    changed = {k: v for k, v in (("host", host), ("port", port)) if v is not None}
    settings = Settings.load().model_copy(update=changed)
    set_up_logging(settings.log_level, settings.log_format)
    say = say_to(settings.log_format)
    if with_traffic:
        from supportgraph.demo.traffic import fill_quarter

        asyncio.run(fill_quarter(settings, with_traffic, say))
    from supportgraph.serve import run_service

    asyncio.run(run_service(settings, demo=demo, say=say, jobs="without_workers" if no_worker else "all"))


@main.command()
@click.option("--customer", "customer_id", help="Be this signed-in customer of the back office.")
@click.option("--region", help="Country code of two letters.")
@click.option("--locale", default="en-US", show_default=True, help="Language to be greeted in, such as de.")
@click.option("--demo", is_flag=True, help="Fill an empty store with the demo shop and its help centre.")
@click.option("--graph", help="The graph version to talk to.")
def chat(customer_id: str | None, region: str | None, locale: str, demo: bool, graph: str | None) -> None:
    """Talk to the same graph in a terminal."""
    from supportgraph.chat import run_chat
    from supportgraph.configuration.settings import Settings

    asyncio.run(run_chat(Settings.load(), customer_id=customer_id, region=region, locale=locale, demo=demo, graph=graph))


if __name__ == "__main__":
    main()

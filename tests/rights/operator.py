"""Commands of an operator, in this process, on a service's data."""

from click.testing import CliRunner, Result

from supportgraph.cli import main
from tests.service import Served


def command(served: Served, *arguments: str, **env: str) -> Result:
    ours = {name: value for name, value in served.env.items() if name.startswith("SUPPORTGRAPH_")}
    return CliRunner().invoke(main, list(arguments), env={**ours, **env})

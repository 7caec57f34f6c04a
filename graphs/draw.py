"""`python -m graphs.draw`: the page docs/graph.md, drawn from the graphs themselves."""

import sys

from graphs.versions.registry import VERSIONS


def page() -> str:
    """Markdown with a diagram of every version."""
    parts = [
        "# The conversation graph\n\nDrawn from the code by `python -m graphs.draw > docs/graph.md`; a test holds the two together.\n"
    ]
    for name, version in VERSIONS.items():
        parts.append(f"## {name}\n\n```mermaid\n{version.build().compile().get_graph().draw_mermaid().strip()}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    sys.stdout.write(page())

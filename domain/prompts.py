"""What a graph version adds to the instructions that a chat model is given."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Prompts:
    """Sentences after the shipped instructions; they cannot replace those, which keep customers' words data."""

    classify: str = ""
    answer: str = ""


AS_SHIPPED = Prompts()

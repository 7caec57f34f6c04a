"""How a variant changes the product."""

from typing import Protocol


class Patch(Protocol):
    """pytest's ``MonkeyPatch``, as far as it is used."""

    def setattr(self, target: object, name: str, value: object) -> None: ...


class ForGood:
    """In a process that does nothing else."""

    def setattr(self, target: object, name: str, value: object) -> None:
        setattr(target, name, value)

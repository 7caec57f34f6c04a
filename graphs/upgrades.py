"""What becomes of a checkpoint that an earlier release wrote: one function for each schema that there has been."""

from collections.abc import Callable, Mapping
from typing import Any

from domain.errors import ConversationUnreadable

Values = dict[str, Any]  # a state's channels by name: an older schema has no type any more
Upgrade = Callable[[Values], Values]


def _with_choice(values: Values) -> Values:
    """1 → 2: what the customer was asked to choose from, and the version that took over from a retired one."""
    return {**values, "choice": None, "candidates": [], "migrated_to": None}


# Schema → the state in the next one. An entry stays as long as a conversation may have been left in its schema.
UPGRADES: dict[int, Upgrade] = {1: _with_choice}


def upgraded(values: Values, to: int, upgrades: Mapping[int, Upgrade] = UPGRADES) -> Values:
    """The state in schema ``to``, the same object where it is that already.

    Raises ``ConversationUnreadable`` where the state is of a newer schema, or of one that no upgrade leads from."""
    schema = values.get("schema_version") or 1  # a first release's greeting that broke left none
    if schema > to:
        raise ConversationUnreadable(
            f"the conversation was left in state schema {schema}, this release reads up to {to}: run the newer release"
        )
    while schema < to:
        if schema not in upgrades:
            raise ConversationUnreadable(f"no upgrade leads from state schema {schema} to {to}")
        values = {**upgrades[schema](values), "schema_version": schema + 1}
        schema += 1
    return values

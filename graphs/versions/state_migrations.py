"""What becomes of a checkpoint that an earlier release wrote: one function for each schema that there has been.

A node at which a conversation can wait keeps its name for ever: where it is renamed, the old name stays as a second door. LangGraph
keeps what waits as the name of a node in the checkpoint (the channel `branch:to:NAME`). Where the graph has no such node any more it
finds nothing to do, and a person's decision would be lost without a word. So the old name is registered with the new node's function
and its edges, and nothing leads to it but old checkpoints.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from domain.errors import ConversationUnreadable
from graphs.support import SupportGraph

Values = dict[str, Any]  # a state's channels by name: an older schema has no type any more
Upgrade = Callable[[Values], Values]


def _with_choice(values: Values) -> Values:
    """1 → 2: what the customer was asked to choose from, and the version that took over from a retired one."""
    return {**values, "choice": None, "candidates": [], "migrated_to": None}


def _with_open_question(values: Values) -> Values:
    """2 → 3: one note of what the last message asked instead of two flags; quotes have ids of their own.

    A quote that waits is asked again at a bare yes: whether the last message asked for it was not noted."""
    left = {k: v for k, v in values.items() if k not in ("person_offered", "consent_asked")}
    asked = "person" if values.get("person_offered") else "consent" if values.get("consent_asked") else None
    pending = values.get("pending")
    approving = (values.get("handoff") or {}).get("kind") == "approval"
    if pending:
        pending = {
            "id": f"quote-{pending.get('quoted_in', 0)}",
            **pending,
            **({"confirmed_in": values.get("last_turn_seq", 0)} if approving else {}),
        }
    return {**left, "pending": pending, "open_question": {"kind": asked} if asked else None, "withdrawn": None}


def _with_proven_apart(values: Values) -> Values:
    """3 → 4: what was only claimed no longer stands beside what was proven, and a proof ends.

    A code that was on its way has to be asked for again, a sign-in ends a day after the last turn: its token was at most as long."""
    before = values.get("identity") or {}
    level = before.get("level", "guest")
    is_proven = level in ("code", "signed_in")
    last = (values.get("turn") or {}).get("at")
    until = (datetime.fromisoformat(last) + timedelta(hours=24)).isoformat() if is_proven and last else None
    identity = {
        "level": level,
        "customer_id": before.get("customer_id") if is_proven else None,
        "until": until,
        "orders": before.get("orders", []),
        "attempts": before.get("attempts", 0),
        "code": None,
        "said": {"order_id": before["claimed_order"]} if before.get("claimed_order") else {},
    }
    return {**values, "identity": identity, "mails": []}


def _with_agenda(values: Values) -> Values:
    """4 → 5: wishes that wait, what was done and shown last, and the answers given."""
    shown = values.get("shown_order")
    return {
        **values,
        "agenda": [],
        "frame": None,
        "shown_orders": [shown] if shown else [],
        "said": [],
        "acts": [],
        "act": None,
    }


# Schema → the state in the next one. An entry stays as long as a conversation may have been left in its schema.
UPGRADES: dict[int, Upgrade] = {1: _with_choice, 2: _with_open_question, 3: _with_proven_apart, 4: _with_agenda}


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


def with_aliases(graph: SupportGraph, node_aliases: Mapping[str, str]) -> SupportGraph:
    """Add the old names (keys) of nodes that are there under new ones (values). Raises ``ValueError`` on a wrong pair."""
    for old, new in node_aliases.items():
        if old in graph.nodes or new not in graph.nodes:
            raise ValueError(f"node alias {old!r} → {new!r}: the old name must be free and the new one a node")
        graph.nodes[old] = graph.nodes[new]
        graph.edges |= {(old, end) for start, end in graph.edges if start == new}
        if new in graph.branches:
            graph.branches[old] = graph.branches[new]
    return graph

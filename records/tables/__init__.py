"""Every table, so that one import knows them all (migrations compare against this metadata)."""

from records.tables import (  # noqa: F401 (registered on import)
    answers,
    conversation,
    handoff,
    jobs,
    knowledge,
    ledger,
    people,
    rollout,
)
from records.tables.model import Model

metadata = Model.metadata

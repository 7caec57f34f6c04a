"""Every table, so that one import knows them all (migrations compare against this metadata)."""

from records.tables import (  # noqa: F401 (registered on import)
    answers,
    audit,
    conversation,
    experiment,
    handoff,
    history,
    intent_candidate,
    jobs,
    knowledge,
    kpi,
    ledger,
    limits,
    offer,
    people,
    recording,
    remedy,
    rights,
    rollout,
    score,
    staff,
)
from records.tables.model import Model

metadata = Model.metadata

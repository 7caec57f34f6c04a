"""Every table, so that one import knows them all (migrations compare against this metadata)."""

from records.tables import conversation, handoff, jobs, knowledge, ledger, people, rollout  # noqa: F401 (registered on import)
from records.tables.model import Model

metadata = Model.metadata

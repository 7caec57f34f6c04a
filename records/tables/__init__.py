"""Every table, so that one import knows them all (migrations compare against this metadata)."""

from records.tables import (  # noqa: F401 (registered on import)
    accountability,
    conversation,
    improvements,
    jobs,
    knowledge,
    ledger,
    ratings,
    staff,
    variants,
)
from records.tables.model import Model

metadata = Model.metadata

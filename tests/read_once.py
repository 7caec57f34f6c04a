"""What a start reads that never changes (models, shipped texts), read once a process: it costs more than the rest of a start.

Services that are forked from a process that has read it share its memory."""

import functools
from pathlib import Path

import pytest

import domain.messages.messages as messages
import supportgraph.wiring as wiring
from models.acts.training.train import SHIPPED as SHIPPED_ACTS
from models.embeddings import MiniLmEmbedder
from models.intents.intent_model import SHIPPED, IntentModel


def read_once(patch: pytest.MonkeyPatch) -> None:
    read_from_disk, load, read_file = MiniLmEmbedder._load_once, IntentModel.load, messages.read_file
    shipped_models, shipped_texts = functools.cache(load), functools.cache(read_file)

    @functools.cache
    def embedding_model(model_path: Path | None, threads: int) -> object:
        return read_from_disk(MiniLmEmbedder(model_path=model_path, threads=threads))

    def load_once(folder: Path = SHIPPED) -> IntentModel:
        return (shipped_models if folder in (SHIPPED, SHIPPED_ACTS) else load)(folder)

    def texts_once(path: Path) -> object:
        return (shipped_texts if path.parent == messages.SHIPPED else read_file)(path)

    patch.setattr(MiniLmEmbedder, "_load_once", lambda self: embedding_model(self._model_path, self._threads))
    patch.setattr(wiring, "RampartNameFinder", functools.cache(wiring.RampartNameFinder))
    patch.setattr(IntentModel, "load", load_once)
    patch.setattr(messages, "read_file", texts_once)


def read_all_now() -> None:
    """After ``read_once``: what is read here is in memory for good, and for every fork."""
    MiniLmEmbedder().load()
    wiring.RampartNameFinder()
    for folder in (SHIPPED, SHIPPED_ACTS):
        IntentModel.load(folder)
    messages.Messages.load()

"""What a start reads that never changes (models, shipped texts), read once a process: it costs more than the rest of a start.

Services that are forked from a process that has read it share its memory."""

import functools
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from litestar import Litestar

import api.app
import domain.messages.messages as messages
import supportgraph.wiring as wiring
from api.service import Service
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


class _MadeRoutes:
    """The routes of the one service that a fork is to be, made before it is known: that is a third of its start."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._make, self._version, self._service = api.app.routes, version("supportgraph"), list[Callable[[], Service]]()
        self._made: Litestar | None = self._make(lambda: self._service[0](), self._version)
        patch.setattr(api.app, "routes", self._take)

    def _take(self, provide: Callable[[], Service], version: str, lifespan: api.app.Lifespan | None = None) -> Litestar:
        if self._made is None or version != self._version or lifespan:
            return self._make(provide, version, lifespan)
        made, self._made = self._made, None
        self._service.append(provide)
        return made


def read_all_now(patch: pytest.MonkeyPatch) -> None:
    """After ``read_once``: what is read here is in memory for good, and for every fork."""
    _MadeRoutes(patch)
    MiniLmEmbedder().load()
    wiring.RampartNameFinder()
    for folder in (SHIPPED, SHIPPED_ACTS):
        IntentModel.load(folder)
    messages.Messages.load()

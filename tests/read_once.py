"""What a start reads that never changes (models, shipped texts), read once a process: it costs more than the rest of a start.

Services that are forked from a process that has read it share its memory."""

import contextlib
import functools
import sqlite3
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from litestar import Litestar
from sqlalchemy import Connection, create_engine, inspect

import api.app
import backoffice.shop.database as shop_database
import domain.messages.messages as messages
import kb.text.words as article_words
import records.engine.inline_sqlite as inline_sqlite
import records.engine.session as session
import records.migrate as migrate
import supportgraph.building.own_models as own_models
import supportgraph.configuration.changes_at_start as configuration
import supportgraph.configuration.rule_files as policy_file
import supportgraph.serve as serve
from api.service import Service
from demo import ARTICLES, PREPARED
from domain.lazy_pattern import compile_all
from domain.rules.policy import Policy
from kb.importing.markdown import read_folder
from kb.text.chunking import chunk
from models.acts.encoder import MessageEncoder
from models.embeddings import MiniLmEmbedder
from models.intents.intent_model import SHIPPED_ACTS, SHIPPED_INTENTS, IntentModel


def read_once(patch: pytest.MonkeyPatch) -> None:
    read_from_disk, load, read_file = MiniLmEmbedder._load_once, IntentModel.load, messages.read_file
    read_encoder = MessageEncoder._load_once
    shipped_models, shipped_texts = functools.cache(load), functools.cache(read_file)

    @functools.cache
    def embedding_model(model_path: Path | None, threads: int) -> object:
        return read_from_disk(MiniLmEmbedder(model_path=model_path, threads=threads))

    @functools.cache
    def encoder() -> object:
        return read_encoder(MessageEncoder())

    def load_once(folder: Path = SHIPPED_INTENTS) -> IntentModel:
        return (shipped_models if folder in (SHIPPED_INTENTS, SHIPPED_ACTS) else load)(folder)

    def texts_once(path: Path) -> object:
        return (shipped_texts if path.parent == messages.SHIPPED else read_file)(path)

    load_model = policy_file.load_model
    shipped_policy = functools.cache(lambda: load_model(policy_file.SHIPPED, Policy, policy_file.PolicyFileInvalid))

    def policy_once(source: Path, model: type[Policy], refused: type[policy_file.PolicyFileInvalid]) -> Policy:
        return shipped_policy() if source == policy_file.SHIPPED else load_model(source, model, refused)

    patch.setattr(policy_file, "load_model", policy_once)
    patch.setattr(own_models, "PreparedVectors", functools.cache(own_models.PreparedVectors))
    patch.setattr(MiniLmEmbedder, "_load_once", lambda self: embedding_model(self._model_path, self._threads))
    patch.setattr(MessageEncoder, "_load_once", lambda self: encoder())
    patch.setattr(own_models, "RampartNameFinder", functools.cache(own_models.RampartNameFinder))
    patch.setattr(IntentModel, "load", load_once)
    patch.setattr(messages, "read_file", texts_once)
    patch.setattr(migrate, "_migrate", _MigratedOnce(migrate._migrate))


class _MigratedOnce:
    """A new SQLite database gets what all migrations make of an empty one, as a copy of the first that they made here."""

    def __init__(self, migrate_it: Callable[[Connection], None]) -> None:
        self._migrate = migrate_it
        self._made = functools.cache(self._made_now)

    def __call__(self, connection: Connection) -> None:
        if connection.dialect.name != "sqlite" or inspect(connection).get_table_names():
            self._migrate(connection)
            return
        with contextlib.closing(sqlite3.connect(":memory:")) as made:
            made.deserialize(self._made())
            made.backup(_sqlite_of(connection))

    def _made_now(self) -> bytes:
        engine = create_engine("sqlite://")
        with engine.begin() as connection:
            self._migrate(connection)
        with engine.connect() as connection:
            made = _sqlite_of(connection).serialize()
        engine.dispose()
        return made

    def make_now(self) -> None:
        self._made()


def _sqlite_of(connection: Connection) -> sqlite3.Connection:
    under = connection.connection.driver_connection
    assert isinstance(under, sqlite3.Connection)
    return under


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


def wait_for_no_disk(patch: pytest.MonkeyPatch) -> None:
    """What is written outlasts a kill of its process without it; only where the machine loses its power is it for something."""
    for module in (inline_sqlite, session, shop_database):
        pragmas = [pragma.replace("synchronous=FULL", "synchronous=OFF") for pragma in module._PRAGMAS]
        patch.setattr(module, "_PRAGMAS", pragmas)


def read_all_now(patch: pytest.MonkeyPatch) -> None:
    """After ``read_once``: what is read here is in memory for good, and for every fork."""
    _MadeRoutes(patch)
    assert isinstance(migrate._migrate, _MigratedOnce)
    migrate._migrate.make_now()
    MiniLmEmbedder().load()
    own_models.RampartNameFinder()
    MessageEncoder().load()
    own_models.PreparedVectors(PREPARED)
    policy_file.load_policy()
    for folder in (SHIPPED_INTENTS, SHIPPED_ACTS):
        IntentModel.load(folder)
    messages.Messages.load()
    compile_all()
    stems, release = functools.lru_cache(2048)(article_words.stems), functools.cache(version)
    patch.setattr(article_words, "stems", stems)
    for segment in (segment for draft in read_folder(ARTICLES) for segment in chunk(draft)):
        stems(f"{segment.question} {segment.answer}")
    for module in (serve, configuration):
        patch.setattr(module, "version", release)
    release("supportgraph")

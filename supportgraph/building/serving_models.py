"""Which models read a conversation's messages: the release's or the settings', or a candidate that people have promoted."""

import asyncio
import hashlib
import logging
import tempfile
from dataclasses import dataclass
from pathlib import Path

from domain.conversation import Conversation
from domain.retraining import ModelFiles, ModelRole
from graphs.turns.shadow import Readers, shadowed
from graphs.versions.registry import draw
from insights.retraining import SHIPPED
from models.acts.embedded_reader import EmbeddedReader
from models.acts.encoder import MessageEncoder
from models.embeddings import MiniLmEmbedder
from models.intents.intent_model import IntentModel, IntentModelInvalid
from records.engine.session import Database

logger = logging.getLogger(__name__)

FOLLOW_SECONDS = 2.0  # after which a step that another process took is followed


@dataclass(frozen=True)
class _Roles:
    """Who reads: for all, for a share, and beside them."""

    live: str | None = None
    share: tuple[str, float] | None = None
    shadow: str | None = None


class ServingModels:
    def __init__(
        self, database: Database, embedder: MiniLmEmbedder, intents: IntentModel, acts: IntentModel, encoder: MessageEncoder
    ) -> None:
        self._database, self._embedder, self._encoder = database, embedder, encoder
        self._own = Readers(SHIPPED, intents, EmbeddedReader(embedder, acts, encoder))
        self._loaded: dict[str, Readers] = {}
        self._roles = _Roles()

    async def refresh(self) -> None:
        """Take up who reads now. A candidate that cannot be read is passed over, with a line in the log."""
        async with self._database.read() as unit:
            serving = await unit.intent_candidates.serving()
            missing = [one for one in serving if one.id not in self._loaded]
            files = {one.id: await unit.intent_candidates.files(one.id) for one in missing}
        for one in missing:
            try:
                self._loaded[one.id] = await asyncio.to_thread(self._read, one.id, one.sha256, files[one.id])
            except IntentModelInvalid as error:
                logger.error("candidate %s does not read: %s", one.id, error)
        known = [one for one in serving if one.id in self._loaded]
        self._loaded = {one.id: self._loaded[one.id] for one in known}
        self._roles = _Roles(
            next((one.id for one in known if one.status == "live"), None),
            next(((one.id, one.share or 0.0) for one in known if one.status == "share"), None),
            next((one.id for one in known if one.status == "shadow"), None),
        )

    async def follow(self) -> None:
        """Until cancelled."""
        while True:
            await asyncio.sleep(FOLLOW_SECONDS)
            try:
                await self.refresh()
            except Exception:  # it is looked again in a moment; who reads now goes on
                logger.exception("the models could not follow the database")

    def readers_for(self, conversation: Conversation) -> Readers:
        """The same for the same customer, as long as shares stand."""
        roles = self._roles
        now = self._loaded[roles.live] if roles.live else self._own
        if roles.share:
            name, share = roles.share
            weights = {name: share, now.name: 1 - share}
            chosen = draw(weights, conversation.customer_id or conversation.id, list(weights), now.name)
            now = self._loaded[name] if chosen == name else now
        return shadowed(now, self._loaded[roles.shadow]) if roles.shadow else now

    def _read(self, candidate_id: str, sha256: str, files: ModelFiles) -> Readers:
        if files_hash(files) != sha256:
            raise IntentModelInvalid("its files are not those that were measured")
        with tempfile.TemporaryDirectory(prefix="supportgraph-candidate-") as folder:
            paths = write_models(files, Path(folder))
            intents = IntentModel.load(paths["intents"]) if "intents" in paths else None
            acts = IntentModel.load(paths["acts"]) if "acts" in paths else None
        reader = EmbeddedReader(self._embedder, acts, self._encoder) if acts else self._own.acts
        return Readers(candidate_id, intents or self._own.intents, reader)


def files_hash(files: ModelFiles) -> str:
    """SHA-256 over paths and contents, in the paths' order."""
    digest = hashlib.sha256()
    for path, data in sorted(files.items()):
        digest.update(f"{path}\x1f{len(data)}\x1f".encode() + data)
    return digest.hexdigest()


def write_models(files: ModelFiles, folder: Path) -> dict[ModelRole, Path]:
    """A candidate's files as folders that `IntentModel.load` reads, by role."""
    roles: dict[ModelRole, Path] = {}
    for role in ("intents", "acts"):
        mine = {path.partition("/")[2]: data for path, data in files.items() if path.startswith(f"{role}/")}
        if mine:
            (folder / role).mkdir(parents=True, exist_ok=True)
            for name, data in mine.items():
                (folder / role / name).write_bytes(data)
            roles[role] = folder / role
    return roles

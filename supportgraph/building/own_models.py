"""The models: those that run in the service's own process, read by threads beside the rest of its start; and the hosted chat model, where
one is set, with what is told of it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from demo import PREPARED
from models.acts.encoder import MessageEncoder
from models.chat.chat_model import Hooks, OpenAiChatModel
from models.embeddings import MiniLmEmbedder, PreparedVectors
from models.intents.intent_model import SHIPPED_ACTS, SHIPPED_INTENTS, IntentModel, IntentModelInvalid
from models.personal_data import RampartNameFinder
from supportgraph.configuration.settings import Settings, SettingsInvalid


class OwnModels:
    """``embedder``: one in the place of its own."""

    def __init__(self, settings: Settings, *, demo: bool = False, embedder: MiniLmEmbedder | None = None) -> None:
        self.embedder = embedder or MiniLmEmbedder(
            prepared=PreparedVectors(PREPARED) if demo and PREPARED.exists() else None
        )
        self.encoder = MessageEncoder(threads=2)  # one message at a time waits for it: two cores halve that
        threads = ThreadPoolExecutor(thread_name_prefix="own-models")
        self._embedder_read = threads.submit(self.embedder.load)
        self._encoder_read = threads.submit(self.encoder.load)
        self._names = threads.submit(RampartNameFinder)
        self._intents = threads.submit(lambda: _read(settings.intents_dir or SHIPPED_INTENTS, "SUPPORTGRAPH_INTENTS_DIR"))
        self._clauses = threads.submit(lambda: _read(settings.acts_dir or SHIPPED_ACTS, "SUPPORTGRAPH_ACTS_DIR"))
        threads.shutdown(wait=False)  # takes no more, and ends with what it has

    async def ready(self) -> tuple[IntentModel, IntentModel, RampartNameFinder]:
        """What tells intents, what tells the acts of clauses, and what finds names; the embedder and the encoder are read, too.

        Raises ``SettingsInvalid`` where a setting's folder holds no model, ``ModelFileInvalid`` for a file that is not ours."""
        await asyncio.wrap_future(self._embedder_read)
        await asyncio.wrap_future(self._encoder_read)
        return (
            await asyncio.wrap_future(self._intents),
            await asyncio.wrap_future(self._clauses),
            await asyncio.wrap_future(self._names),
        )


def _read(folder: Path, setting: str) -> IntentModel:
    try:
        return IntentModel.load(folder)
    except IntentModelInvalid as error:
        raise SettingsInvalid(f"{setting}: {error}") from None


def chat_of(settings: Settings, hooks: Hooks | None) -> OpenAiChatModel | None:
    if settings.model is None:
        return None
    key = settings.openai_api_key.get_secret_value() if settings.openai_api_key else ""
    return OpenAiChatModel(
        settings.model,
        api_key=key or "none",
        base_url=settings.openai_base_url,
        timeout=settings.model_timeout,
        hooks=hooks,
        counts_streams=settings.prices is not None,
    )


def model_health(chat: OpenAiChatModel) -> Callable[[], Awaitable[str | None]]:
    async def health() -> str | None:
        return "not answering: the embedded models answer instead" if chat.breaker.is_open else None

    return health

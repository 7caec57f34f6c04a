"""The hosted chat model: any OpenAI-compatible endpoint, inside a budget and behind a circuit breaker.

A customer never sees raw model text: an intent is one of those offered, and an answer is made of the sentences that the
segments carry. Whatever goes wrong gives None, and the embedded models answer.
"""

import asyncio
import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from domain.billing import TokenUse
from domain.ports.understanding import AS_SHIPPED, ModelBorder, Prompts
from models.chat.budget import Budget, CircuitBreaker
from models.chat.turn import TurnChatModel

if TYPE_CHECKING:
    import httpx
    from langchain_openai import ChatOpenAI

Hooks = dict[str, list[Callable[..., Any]]]  # httpx's own type of its event hooks


class OpenAiChatModel:
    """Meets ``domain.ports.understanding.ChatModel``. One for the process: it holds the connections and the breaker.

    ``timeout`` is the seconds of all model work of one turn; take ``for_turn`` at the start of each turn.
    """

    def __init__(
        self,
        model: str,
        *,
        api_key: str,
        base_url: str | None = None,
        timeout: float = 5.0,
        breaker: CircuitBreaker | None = None,
        hooks: Hooks | None = None,
        counts_streams: bool = False,
    ) -> None:
        """``hooks``: what listens on the connections, as httpx calls its event hooks; for measuring. ``counts_streams``: whether
        the endpoint is asked to count the tokens of what it streams, which not every one can."""
        self.name = model
        self.breaker = breaker or CircuitBreaker()
        self.takes_schema = True  # until the endpoint refuses one
        self._api_key = api_key
        self._base_url = base_url
        self._timeout = timeout
        self._hooks, self._counts_streams = hooks, counts_streams
        self._building = threading.Lock()
        self._client: ChatOpenAI | None = None
        self._connections: httpx.AsyncClient | None = None
        for name in ("openai", "httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.WARNING)  # at DEBUG they print the bodies of requests

    def for_turn(self, border: ModelBorder, prompts: Prompts = AS_SHIPPED, use: TokenUse | None = None) -> TurnChatModel:
        """The model as one turn sees it, with one budget for all its calls, and what its graph version adds to the prompts.

        Whatever people wrote reaches the endpoint through ``border`` only. Its tokens are counted in ``use``."""
        return TurnChatModel(self, border, self.breaker, Budget(self._timeout), prompts, use or TokenUse())

    def warm(self) -> None:
        """Import the client and build it: a second or more of work, better done in a thread at start than in a turn."""
        with self._building:
            if self._client is None:
                self._client = self._built()

    async def client(self) -> "ChatOpenAI":
        """The library's client, built at first use."""
        if self._client is None:
            await asyncio.to_thread(self.warm)
        assert self._client is not None
        return self._client

    def _built(self) -> "ChatOpenAI":
        import httpx
        from langchain_openai import ChatOpenAI
        from pydantic import SecretStr

        self._connections = httpx.AsyncClient(  # the library's own is shared between event loops
            timeout=self._timeout, event_hooks=self._hooks
        )
        return ChatOpenAI(
            model=self.name,
            api_key=SecretStr(self._api_key),
            base_url=self._base_url,
            timeout=self._timeout,
            max_retries=0,  # retries are ours, inside the budget
            stream_usage=self._counts_streams,
            use_responses_api=False,
            http_async_client=self._connections,
        )

    async def aclose(self) -> None:
        """Close the connections. The next call opens new ones."""
        connections, self._connections, self._client = self._connections, None, None
        if connections is not None:
            await connections.aclose()

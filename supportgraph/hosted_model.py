"""The chat model, where one is set, and what is told of it."""

from collections.abc import Awaitable, Callable

from models.chat.chat_model import Hooks, OpenAiChatModel
from supportgraph.settings import Settings


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

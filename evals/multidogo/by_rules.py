"""The pure way of a text: the node that understands it and the edge behind it, with a quote in the state and no service."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Literal, cast

from langgraph.runtime import Runtime

from domain.ports.understanding import Embedder, IntentClassifier
from evals.multidogo.turns import Said, Taken
from graphs.routes import after_understanding
from nodes.deps import AS_SHIPPED, Deps
from nodes.reading.understand import understand
from nodes.state import ConversationState


class _Readers:
    """The part of ``Deps`` that understanding without a chat model touches."""

    def __init__(self, embedder: Embedder, intents: IntentClassifier) -> None:
        self.embedder, self.intents, self.chat, self.version = embedder, intents, None, AS_SHIPPED


@dataclass(frozen=True)
class Waiting:
    """A quote that waits: its action and the words in which it was put."""

    action: str
    words: str


REFUND = Waiting("refund_order", "refund 40.00 USD")


class ByRules:
    """Takes texts one by one; executed means: the edge leads to ``confirm``."""

    def __init__(self, embedder: Embedder, intents: IntentClassifier) -> None:
        self._runtime = partial(Runtime, context=cast(Deps, _Readers(embedder, intents)))()

    async def way_of(self, text: str, quote: Waiting) -> Literal["executed", "withdrawn", "kept"]:
        """What becomes of a quote that was just asked for, once ``text`` was said."""
        after = await self._understood(text, quote)
        node = after_understanding(after)
        if node == "confirm":
            return "executed"
        return "withdrawn" if after.get("withdrawn") or node == "decline" else "kept"

    async def take(self, said: Said) -> Taken:
        after = await self._understood(said.text, REFUND)
        node = after_understanding(after)
        return Taken(
            text=said.text,
            acts=dict(said.acts),
            is_plain_yes=said.is_plain_yes,
            executed=node == "confirm",
            intent=after.get("intent"),
            node=node,
        )

    async def _understood(self, text: str, quote: Waiting) -> ConversationState:
        state: ConversationState = {
            "turn": {"kind": "text", "text": text, "may_read": True, "seq": 2, "at": datetime.now(UTC).isoformat()},
            "pending": {
                "id": "quote",
                "name": quote.action,
                "arguments": {},
                "expires_at": "9999-01-01T00:00:00+00:00",
                "words": quote.words,
            },
            "open_question": {"kind": "quote", "quote_id": "quote"},
            "identity": {"level": "signed_in"},
            "failures": 0,
        }
        return {**state, **await understand(state, self._runtime)}

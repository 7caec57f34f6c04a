"""The pure way of a text: the node that understands it and the edge behind it, with a quote in the state and no service."""

from datetime import UTC, datetime
from functools import partial
from typing import cast

from langgraph.runtime import Runtime

from domain.ports.understanding import Embedder, IntentClassifier
from evals.multidogo.judge import Taken
from evals.multidogo.turns import Said
from graphs.routes import after_understanding
from nodes.deps import Deps
from nodes.state import ConversationState
from nodes.understand import understand


class _Readers:
    """The part of ``Deps`` that understanding without a chat model touches."""

    def __init__(self, embedder: Embedder, intents: IntentClassifier) -> None:
        self.embedder, self.intents, self.chat = embedder, intents, None


class ByRules:
    """Takes texts one by one; executed means: the edge leads to ``confirm``."""

    def __init__(self, embedder: Embedder, intents: IntentClassifier) -> None:
        self._runtime = partial(Runtime, context=cast(Deps, _Readers(embedder, intents)))()

    async def take(self, said: Said) -> Taken:
        state: ConversationState = {
            "turn": {"kind": "text", "text": said.text, "may_read": True, "seq": 2, "at": datetime.now(UTC).isoformat()},
            "pending": {
                "name": "refund_order",
                "arguments": {},
                "expires_at": "9999-01-01T00:00:00+00:00",
                "words": "refund 40.00 USD",
            },
            "identity": {"level": "signed_in"},
            "failures": 0,
        }
        after: ConversationState = {**state, **await understand(state, self._runtime)}
        node = after_understanding(after)
        intent = after.get("intent")
        return Taken(
            text=said.text,
            acts=dict(said.acts),
            is_plain_yes=said.is_plain_yes,
            executed=node == "confirm",
            intent=intent,
            node=node,
        )

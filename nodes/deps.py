"""What a node may reach of the outside: ports, given to each run as LangGraph's runtime context and never saved."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from langgraph.runtime import Runtime

from domain.billing import TokenUse
from domain.clock import Clock
from domain.events import DeltaSink
from domain.messages.messages import Say
from domain.policy import Policy
from domain.ports.knowledge import KnowledgeSearch
from domain.ports.limits import Limits
from domain.ports.operations import OperationLedger
from domain.ports.order_desk import OrderDesk
from domain.ports.understanding import ChatModel, Embedder, IntentClassifier, Reader
from nodes.state import ConversationState
from nodes.version_settings import AS_SHIPPED, VersionSettings


@dataclass(frozen=True)
class Deps:
    conversation_id: str
    policy: Policy
    say: Say  # the sentences of `domain/messages`, in the conversation's language
    clock: Clock
    desk: OrderDesk
    ledger: OperationLedger
    limits: Limits
    client: str | None  # keyed digest of the client's address, where it is known
    knowledge: KnowledgeSearch
    embedder: Embedder
    intents: IntentClassifier
    reader: Reader
    chat: ChatModel | None
    detokenize: Callable[[str], Awaitable[str | None]]  # a token of this conversation → its original
    tokenize: Callable[[str, str], Awaitable[str]]  # kind, value → its token in this conversation
    digest: Callable[[str], str]  # keyed, for codes
    one_time_code: Callable[[str], str]  # a turn's id → its six digits, the same at every try
    history: Callable[[int], Awaitable[list[str]]]  # the last masked messages, oldest first
    stream: DeltaSink
    version: VersionSettings = AS_SHIPPED
    use: TokenUse | None = None  # of the hosted model in this run, counted by it; None without one
    read_by: str = "shipped"  # the retrained candidate that reads this conversation, if one does


DepsRuntime = Runtime[Deps]


class Node(Protocol):
    """A step of the conversation: it reads the state and returns what changes."""

    async def __call__(self, state: ConversationState, *, runtime: DepsRuntime) -> ConversationState: ...

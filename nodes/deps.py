"""What a node may reach of the outside: ports, given to each run as LangGraph's runtime context and never saved; and what a graph version
sets for its nodes.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from langgraph.runtime import Runtime

from domain.billing import TokenUse
from domain.clock import Clock
from domain.conversation import DeltaSink
from domain.messages.messages import Say
from domain.ports.knowledge import KnowledgeSearch
from domain.ports.limits import Limits
from domain.ports.operations import OperationLedger
from domain.ports.order_desk import OrderDesk
from domain.ports.understanding import AS_SHIPPED as SHIPPED_PROMPTS
from domain.ports.understanding import ChatModel, Embedder, IntentClassifier, Prompts, Reader
from domain.rules.policy import FailureRule, Policy
from nodes.state import ConversationState


@dataclass(frozen=True)
class VersionSettings:
    """Declared once for each version in `graphs/versions/registry.py`; a node finds its version's in `Deps.version`."""

    prompts: Prompts = SHIPPED_PROMPTS
    # The classifier's confidence between which a chat model gives a second opinion.
    second_opinion: tuple[float, float] = (0.15, 0.6)
    # Messages of history that go with it.
    history: int = 6
    # `weigh_intents`: below this confidence, wishes at least this likely beside the likeliest one are put to the customer.
    choose_below: float = 0.9
    choose_among: float = 0.33
    # Segments that a search for an answer looks at.
    segments: int = 6
    # In place of the policy file's own.
    failures: FailureRule | None = None

    def over(self, policy: Policy) -> Policy:
        """The policy as this version reads it."""
        return policy if self.failures is None else policy.model_copy(update={"failures": self.failures})


_CUSTOMER = "customer: "  # before such a line of the history
AS_SHIPPED = VersionSettings()


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

    async def customer_said(self, messages: int = 16) -> list[str]:
        """What the customer wrote among the last ``messages`` of the conversation, masked, oldest first, with the one that is read now."""
        said = await self.history(messages)
        return [line.removeprefix(_CUSTOMER) for line in said if line.startswith(_CUSTOMER)]


DepsRuntime = Runtime[Deps]


class Node(Protocol):
    """A step of the conversation: it reads the state and returns what changes."""

    async def __call__(self, state: ConversationState, *, runtime: DepsRuntime) -> ConversationState: ...

"""Everything that a route may reach, assembled by `supportgraph/wiring.py` and handed to each request by Litestar."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from domain.clock import Clock
from domain.conversation import JsonObject
from domain.policy import Policy
from domain.ports.knowledge import KnowledgeBase
from domain.ports.knowledge_care import KnowledgeAudit, KnowledgeGaps
from domain.ports.order_desk import OrderDesk
from domain.ports.privacy import Masker
from domain.shop import Order, OrderStatus
from domain.staff import Staff
from graphs.bus import Bus
from graphs.handoff_desk import HandoffDesk
from graphs.runner import TurnRunner
from records.session import Database

ListOrders = Callable[[OrderStatus | None, str | None, int, str | None], Awaitable[tuple[list[Order], str | None]]]


@dataclass
class Service:
    database: Database
    runner: TurnRunner
    handoffs: HandoffDesk
    knowledge: KnowledgeBase
    audit: KnowledgeAudit
    gaps: KnowledgeGaps
    desk: OrderDesk
    masker: Masker
    policy: Policy
    bus: Bus
    clock: Clock
    sign_token: Callable[[str], str]  # a conversation's id → its bearer token
    conversation_of: Callable[[str], str | None]  # a bearer token → the conversation that it opens
    customer_jwt_secret: str | None
    staff: list[Staff]
    list_orders: (
        ListOrders | None
    )  # (status, customer id, limit, after); None where the back office is not the embedded shop
    knowledge_problem: Callable[[], str | None]  # why search is weaker than usual, if it is
    model_health: Callable[[], Awaitable[str | None]] | None  # what is wrong with the model endpoint, if one is set
    migrations_are_current: Callable[[], Awaitable[bool]]
    wake_jobs: Callable[[], None]  # a job was committed: look at once
    demo: list[JsonObject] = field(default_factory=list)  # the demo shop's well-known customers, offered on its page

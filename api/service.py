"""Everything that a route may reach, assembled by `supportgraph/wiring.py` and handed to each request by Litestar."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from api.customer_tokens import CustomerTokens
from domain.clock import Clock
from domain.conversation import Conversation, JsonObject
from domain.messages.messages import Messages
from domain.personal_data import ProcessingRecord
from domain.ports.knowledge import KnowledgeBase
from domain.ports.knowledge_care import KnowledgeAudit, KnowledgeGaps
from domain.ports.order_desk import OrderDesk
from domain.rules.policy import Policy
from domain.shop import Order, OrderStatus
from domain.staff import Staff
from graphs.consents import ConsentProofs
from graphs.handoffs import HandoffService
from graphs.turns.event_bus import Bus
from graphs.turns.masking import Masking
from graphs.turns.runner import TurnRunner
from insights.history.history_service import HistoryService
from insights.kpi_index import KpiIndex
from insights.offers.offer_service import OfferService
from insights.retraining import RetrainingService
from insights.scores.score_service import ScoreService
from insights.struggles.remedy_service import RemedyService
from insights.struggles.struggle_service import StruggleService
from nodes.deps import Deps
from records.engine.session import Database
from rights.rights import Rights
from rights.staff_sign_in import StaffSignIn

ListOrders = Callable[[OrderStatus | None, str | None, int, str | None], Awaitable[tuple[list[Order], str | None]]]


@dataclass
class Service:
    database: Database
    runner: TurnRunner
    handoffs: HandoffService
    knowledge: KnowledgeBase
    audit: KnowledgeAudit
    gaps: KnowledgeGaps
    kpi_index: KpiIndex
    offers: OfferService
    struggles: StruggleService
    remedies: RemedyService
    history: HistoryService
    retraining: RetrainingService
    scores: ScoreService
    refresh_models: Callable[[], Awaitable[None]]  # after a step of a retrained model
    desk: OrderDesk
    masking: Masking
    policy: Policy
    messages: Messages
    bus: Bus
    clock: Clock
    sign_token: Callable[[str], str]  # a conversation's id → its bearer token
    body_digest: Callable[[str], str]  # a request's body → a keyed digest of it
    conversation_of: Callable[[str], str | None]  # a bearer token → the conversation that it opens
    opened: Callable[[bytes, str], str]  # a sealed box and its conversation's id → what is in it, for staff
    rights: Rights
    consents: ConsentProofs
    deps_for: Callable[[Conversation, str | None], Deps]  # a conversation and who asks → what a turn of it may reach
    own_value: Callable[
        [str, str], Awaitable[str | None]
    ]  # a conversation's id and a token → what it stands for, for its owner
    written_value: Callable[
        [str, str], Awaitable[str | None]
    ]  # a conversation's id and a token → what a person wrote for it, for the customer they wrote to
    processing: ProcessingRecord
    client_key: Callable[[str], str]  # a client's address → a keyed digest of it
    customer_tokens: CustomerTokens
    staff: list[Staff]
    list_orders: (
        ListOrders | None
    )  # (status, customer id, limit, after); None where the back office is not the embedded shop
    desk_problem: Callable[[], str | None]  # what is wrong with the back office, for those who run it
    knowledge_problem: Callable[[], str | None]  # why search is weaker than usual, if it is
    model_health: Callable[[], Awaitable[str | None]] | None  # what is wrong with the model endpoint, if one is set
    migrations_are_current: Callable[[], Awaitable[bool]]
    sign_in: StaffSignIn | None = None  # by the company's identity provider, where one is set
    allowed_origins: frozenset[str] = frozenset()  # whose pages may hold the chat
    staff_calls_a_minute: int = 0  # of one key; 0: no limit
    currency: str | None = None  # of the hosted model's prices, where they are set
    shows_shop: bool = False  # the demo shop's page at `/`
    demo: list[JsonObject] = field(default_factory=list)  # the demo shop's well-known customers, offered on its page

"""What a turn may reach, bound to its conversation."""

import hashlib
from dataclasses import dataclass
from functools import partial

from domain.audit import Actor
from domain.billing import TokenUse
from domain.clock import Clock
from domain.conversation import Conversation, Event
from domain.errors import StorageUnavailable
from domain.messages.messages import Messages
from domain.ports.order_desk import OrderDesk
from domain.rules.policy import Policy
from graphs.consents import ConsentProofs
from graphs.turns.event_bus import Bus
from graphs.turns.limits import RecordedLimits
from graphs.turns.masking import Masking
from graphs.turns.operation_ledger import Ledger
from graphs.turns.recorder import Recorder, RecordingDesk, RecordingLimits
from graphs.variants import speaking, with_variants
from graphs.versions.registry import GraphVersions
from kb.knowledge_base import KnowledgeBase
from models.chat.chat_model import OpenAiChatModel
from models.embeddings import MiniLmEmbedder
from nodes.deps import Deps
from privacy.vault import AesGcmVault
from records.engine.session import Database
from rights.audit_log import AuditLog
from supportgraph.building.serving_models import ServingModels

AN_ACTION = Actor(name="the assistant", role="service")  # in a turn of the conversation itself
ITS_OWNER = Actor(name="the customer", role="customer")
ITS_READER = ITS_OWNER


@dataclass
class TurnDeps:
    """What a turn's dependencies are made of."""

    database: Database
    policy: Policy
    messages: Messages
    clock: Clock
    desk: OrderDesk
    ledger: Ledger
    knowledge: KnowledgeBase
    embedder: MiniLmEmbedder
    models: ServingModels
    chat: OpenAiChatModel | None
    masking: Masking
    vault: AesGcmVault
    bus: Bus
    versions: GraphVersions
    limits: RecordedLimits
    consents: ConsentProofs
    audit: AuditLog
    model_region: str | None = None  # where the chat model runs, as far as anybody has said

    async def detokenize(self, conversation_id: str, token: str) -> str | None:
        """The original that a token of a conversation stands for; None where it was never kept, or no longer is."""
        return await self._opened(conversation_id, token, AN_ACTION, "action")

    async def own_value(self, conversation_id: str, token: str) -> str | None:
        """The same, for the customer whose value it is and who is to confirm it."""
        return await self._opened(conversation_id, token, ITS_OWNER, "confirmation")

    async def written_value(self, conversation_id: str, token: str) -> str | None:
        """The same, for the customer to whom a person wrote it."""
        return await self._opened(conversation_id, token, ITS_READER, "reading")

    async def _opened(self, conversation_id: str, token: str, who: Actor, why: str) -> str | None:
        async with self.database.read_snapshot() as unit:
            box = await unit.vault.box(conversation_id, token, self.clock())
        if box is None:
            return None
        if not await self.audit.once(
            who, "personal_data_unsealed", f"conversation:{conversation_id}", token=token, reason=why
        ):
            raise StorageUnavailable(retry_after=2)  # nothing is opened that the log cannot tell of
        return self.vault.open(box, conversation_id)

    def one_time_code(self, turn_id: str) -> str:
        return one_time_code(self.vault, turn_id)

    def deps_for(self, conversation: Conversation, client: str | None) -> Deps:
        """The ports of one run, bound to its conversation and to who asks."""
        cid = conversation.id
        version = with_variants(self.versions.settings(conversation.graph_version), conversation.variants)
        # Residency: what a customer writes goes to no endpoint outside the places that the policy names for their region.
        chat = self.chat if self.policy.may_be_processed_in(conversation.region, self.model_region) else None
        delta_number = 0

        async def tokenize(kind: str, value: str) -> str:
            async with self.database.begin() as unit:
                known = await unit.vault.of_conversation(cid)
                token, new = self.masking.masker.within(cid).seal(kind, value, known)  # type: ignore[arg-type]  # a form field's kind
                self.masking.keep(unit, cid, new)
            return token

        async def history(limit: int) -> list[str]:
            async with self.database.read_snapshot() as unit:
                messages = await unit.transcript.latest(cid, limit)
            return [f"{m.role}: {m.text}" for m in messages]

        async def stream(message_id: str, text: str) -> None:
            nonlocal delta_number
            delta_number += 1
            self.bus.delta(
                cid, Event(id=str(delta_number), name="message.delta", data={"message_id": message_id, "text": text})
            )

        use = TokenUse() if chat else None
        readers = self.models.readers_for(conversation)
        recorder = Recorder(lambda value: self.vault.digest(value, cid))
        return Deps(
            conversation_id=cid,
            policy=version.over(self.policy),
            say=speaking(self.messages, conversation),
            clock=self.clock,
            desk=RecordingDesk(self.desk, recorder),
            ledger=self.ledger,
            limits=RecordingLimits(self.limits, recorder),
            client=client,
            knowledge=self.knowledge,
            embedder=self.embedder,
            intents=readers.intents,
            reader=readers.acts,
            read_by=readers.name,
            chat=chat.for_turn(partial(self.masking.for_model, conversation), version.prompts, use) if chat else None,
            detokenize=recorder.opening(partial(self.detokenize, cid)),
            tokenize=recorder.sealing(tokenize),
            digest=lambda value: self.vault.digest(value, cid),
            one_time_code=self.one_time_code,
            history=history,
            stream=stream,
            version=version,
            use=use,
        )


def one_time_code(vault: AesGcmVault, turn_id: str) -> str:
    """A turn's six digits: the same at every try, and nowhere stored."""
    number = int.from_bytes(hashlib.sha256(vault.sign("one-time code", turn_id).encode()).digest()[:8], "big")
    return f"{number % 1_000_000:06d}"

"""What a turn may reach, bound to its conversation."""

import hashlib
from dataclasses import dataclass

from domain.clock import Clock
from domain.conversation import Conversation
from domain.events import Event
from domain.policy import Policy
from domain.ports.order_desk import OrderDesk
from graphs.accept import KEPT_IN_VAULT
from graphs.bus import Bus
from graphs.ledger import Ledger
from graphs.versions import GraphVersions
from kb.knowledge_base import KnowledgeBase
from models.chat import OpenAiChatModel
from models.embeddings import MiniLmEmbedder
from models.intents.intent_model import IntentModel
from nodes.deps import Deps
from privacy.masking import TextMasker
from privacy.vault import AesGcmVault
from records.session import Database


@dataclass
class TurnDeps:
    """What a turn's dependencies are made of."""

    database: Database
    policy: Policy
    clock: Clock
    desk: OrderDesk
    ledger: Ledger
    knowledge: KnowledgeBase
    embedder: MiniLmEmbedder
    intents: IntentModel
    chat: OpenAiChatModel | None
    masker: TextMasker
    vault: AesGcmVault
    bus: Bus
    versions: GraphVersions

    def deps_for(self, conversation: Conversation) -> Deps:
        """The ports of one run, bound to its conversation."""
        cid = conversation.id
        version = self.versions.settings(conversation.graph_version)
        delta_number = 0

        async def reveal(token: str) -> str | None:
            async with self.database.glance() as unit:
                box = await unit.vault.box(cid, token, self.clock())
            return self.vault.open(box, cid) if box else None

        async def hide(kind: str, value: str) -> str:
            async with self.database.begin() as unit:
                known = await unit.vault.of_conversation(cid)
                # `kind` is one of the actions' own words for a form field
                token, new = self.masker.within(cid).seal(kind, value, known)  # type: ignore[arg-type]
                unit.vault.keep(cid, new, self.clock() + KEPT_IN_VAULT)
            return token

        async def history(limit: int) -> list[str]:
            async with self.database.glance() as unit:
                messages = await unit.transcript.latest(cid, limit)
            return [f"{m.role}: {m.text}" for m in messages]

        async def stream(message_id: str, text: str) -> None:
            nonlocal delta_number
            delta_number += 1
            self.bus.delta(
                cid, Event(id=str(delta_number), name="message.delta", data={"message_id": message_id, "text": text})
            )

        def one_time_code(turn_id: str) -> str:
            number = int.from_bytes(hashlib.sha256(self.vault.sign("one-time code", turn_id).encode()).digest()[:8], "big")
            return f"{number % 1_000_000:06d}"

        return Deps(
            conversation_id=cid,
            policy=version.over(self.policy),
            clock=self.clock,
            desk=self.desk,
            ledger=self.ledger,
            knowledge=self.knowledge,
            embedder=self.embedder,
            intents=self.intents,
            chat=self.chat.for_turn(version.prompts) if self.chat else None,
            reveal=reveal,
            hide=hide,
            digest=lambda value: self.vault.digest(value, cid),
            one_time_code=one_time_code,
            history=history,
            stream=stream,
            version=version,
        )

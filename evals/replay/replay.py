"""Runs a recorded conversation again, turn by turn, on any graph version, and tells where it went another way."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from domain.conversation import Conversation, ConversationStatus, JsonObject
from domain.recording import Recording
from evals.replay.recorded import History, RecordedDesk, RecordedLedger, RecordedLimits, RecordedTokens
from graphs.engine.checkpointer import TurnSaver
from graphs.turns.commit import Finished
from graphs.turns.execute import GraphRun
from graphs.turns.requests import Claim
from nodes.deps import Deps
from nodes.state import ConversationState
from records.conversations import SavedCheckpoint
from records.tables.conversation import TurnRow

Kind = Literal["route", "outcome", "tool", "hand_off", "text", "write", "read"]

# Numbers of tokens go by what was masked before, and no reader minds them.
# With what of a value its owner is shown behind it, "[EMAIL_1] (s***@example.com)": a replay has no originals.
_TOKEN = re.compile(r"\[([A-Z_]+)_\d+\](?: \([^()]+\))?")
_GREETING = "greeting"


@dataclass(frozen=True)
class Difference:
    """``was`` and ``now``: what the turn came to then, and on the version that is replayed."""

    turn_id: str
    kind: Kind
    was: Any
    now: Any


@dataclass
class Replayed:
    """``differences`` are of the first turn that went another way: what follows in it are consequences. ``turns`` were compared."""

    conversation_id: str
    recorded_on: str
    turns: int = 0
    differences: list[Difference] = field(default_factory=list)
    transcript: list[tuple[str, str, str]] = field(default_factory=list)  # what was said, what was answered then, and now
    left_out: str | None = None  # why it could not be replayed


# A graph run whose turns get these ports in place of the service's own.
MakeRun = Callable[[TurnSaver, Callable[[Conversation, str | None], Deps]], GraphRun]
DepsFor = Callable[[Conversation, str | None], Deps]


class Replay:
    """Of one conversation. ``deps_for``: the ports of a service with the same policy, texts and articles; ``pseudonym``,
    ``digest`` and ``code``: by the vault of the store in which it was recorded."""

    def __init__(
        self,
        history: History,
        version: str,
        deps_for: DepsFor,
        make_run: MakeRun,
        digest: Callable[[str], str],
        code: Callable[[str], str],
    ) -> None:
        self._history, self._version, self._deps_for = history, version, deps_for
        self._digest, self._code = digest, code
        self._desk = RecordedDesk(lambda value: f"x{digest(value)[:10]}")
        self._ledger = RecordedLedger(history.operations)
        self._limits, self._tokens = RecordedLimits(), RecordedTokens()
        self._turn: TurnRow | None = None
        self._quote = ""  # the id of the one that waits
        self._run = make_run(TurnSaver(), self._deps)

    async def run(self) -> Replayed:
        """Every turn that its customer or a person took, until one goes another way."""
        history = self._history
        found = Replayed(history.conversation.id, history.version)
        merged = {turn.merged_into for turn in history.turns if turn.merged_into}
        conversation, checkpoint = self._at_opening(), None
        for turn in (t for t in history.turns if t.merged_into is None):
            also = [t for t in history.turns if t.merged_into == turn.id] if turn.id in merged else []
            done, checkpoint = await self._take(conversation, turn, also, checkpoint)
            if turn.kind != _GREETING:
                found.turns += 1
            found.transcript.append((_asked(turn, also), "\n".join(history.said_in(turn.id)), _said(done)))
            found.differences = list(self._differences(conversation, turn, done))
            if found.differences:
                if self._was_masked_more(turn):
                    found.differences, found.left_out = (
                        [],
                        "a later message had more of these words masked than they ran with",
                    )
                return found
            conversation = _after(conversation, done)
        return found

    def _was_masked_more(self, turn: TurnRow) -> bool:
        """A later message completed a card's number, so that what was said before it is no longer as it was read."""
        return any(later.input.get("in_pieces") for later in self._history.turns if later.seq > turn.seq)

    def _at_opening(self) -> Conversation:
        stored = self._history.conversation
        greeting = next((t.input for t in self._history.turns if t.kind == _GREETING), {})
        is_signed_in = bool(greeting.get("signed_in_until") or greeting.get("first_name"))
        return stored.model_copy(
            update={
                "graph_version": self._version,
                "status": "open",
                "failures": 0,
                "handoff_id": None,
                "pending_action": None,
                "customer_id": stored.customer_id if is_signed_in else None,
            }
        )

    async def _take(
        self, conversation: Conversation, turn: TurnRow, merged: list[TurnRow], checkpoint: SavedCheckpoint | None
    ) -> tuple[Finished, SavedCheckpoint | None]:
        recording = self._history.recordings.get(turn.id, Recording())
        for port in (self._desk, self._limits, self._tokens):
            port.begin(recording)
        self._ledger.begin(turn.id, turn.created_at)
        self._turn = turn
        now = conversation.model_copy(update={"consent": self._history.consent_at(turn.created_at)})
        done = await self._run.of(Claim(now, self._with_its_quote(turn), 0, checkpoint, merged))
        self._quote = str(((done.state or {}).get("pending") or {}).get("id") or "") if done.state else self._quote
        return done, done.checkpoint or checkpoint

    def _with_its_quote(self, turn: TurnRow) -> TurnRow:
        """The turn with the id of the quote that its customer sees now in place of the one that they saw then."""
        seen = turn.input.get("quote_seen")
        if not seen:
            return turn
        given = {**turn.input, "quote_seen": self._quote}
        arguments = given.get("arguments") or {}
        if arguments.get("quote_id") == seen:
            given["arguments"] = {**arguments, "quote_id": self._quote}
        return _copied(turn, given)

    def _deps(self, conversation: Conversation, client: str | None) -> Deps:
        del client  # whose limits it would count for: what was reached is in the recording
        turn = self._turn
        assert turn is not None

        async def nothing_before(_: int) -> list[str]:
            return []

        async def unheard(message_id: str, text: str) -> None: ...

        return replace(
            self._deps_for(conversation, None),
            clock=lambda: turn.created_at,
            desk=self._desk,
            ledger=self._ledger,
            limits=self._limits,
            chat=None,
            detokenize=self._tokens.detokenize,
            tokenize=self._tokens.tokenize,
            digest=self._digest,
            one_time_code=self._code,
            history=nothing_before,
            stream=unheard,
        )

    def _differences(self, before: Conversation, turn: TurnRow, done: Finished) -> Iterator[Difference]:
        state: ConversationState = done.state or {}
        for written in self._ledger.unrecorded:
            yield Difference(turn.id, "write", None, written)
        for read in self._desk.missing:
            yield Difference(turn.id, "read", None, read)
        if before.status not in ("open", "closed") and not state.get("reply") and not done.notice:
            return  # a person's turn: what was looked up beside it for the customer is not the version's, and not said again
        pairs: list[tuple[Kind, Any, Any]] = [
            ("route", turn.intent, state.get("intent")),
            ("outcome", turn.outcome, done.outcome),
            ("tool", [_call(c) for c in turn.tool_calls or []], [_call(c) for c in state.get("tool_calls", [])]),
            ("hand_off", self._history.handoffs.get(turn.id), _opened(before, state)),
            ("text", _plain("\n".join(self._history.said_in(turn.id))), _plain(_said(done))),
        ]
        yield from (Difference(turn.id, kind, was, now) for kind, was, now in pairs if was != now)


def _copied(turn: TurnRow, given: JsonObject) -> TurnRow:
    return TurnRow(**{c.key: getattr(turn, c.key) for c in TurnRow.__table__.columns} | {"input": given})


def _after(conversation: Conversation, done: Finished) -> Conversation:
    """As the commit of a turn leaves it (`graphs/turns/commit.py`)."""
    state = done.state
    if state is None:
        return conversation
    handoff, identity = state.get("handoff"), state.get("identity", {})
    status: ConversationStatus = "open"
    if state.get("close"):
        status = "closed"
    elif handoff and handoff.get("id"):
        status = "waiting_for_approval" if handoff["kind"] == "approval" else "waiting_for_human"
    known = identity.get("customer_id") if identity.get("level") in ("code", "signed_in") else None
    return conversation.model_copy(
        update={
            "status": status,
            "handoff_id": (handoff or {}).get("id"),
            "failures": state.get("failures", 0),
            "customer_id": known or conversation.customer_id,
        }
    )


def _opened(before: Conversation, state: ConversationState) -> str | None:
    """The reason of a hand-off that this very turn opened."""
    handoff = state.get("handoff") or {}
    return handoff.get("reason") if handoff.get("id") not in (None, before.handoff_id) else None


def _call(call: JsonObject) -> JsonObject:
    """What is compared of a tool call: not its words, which are compared as text."""
    code = (call.get("result") or {}).get("code")
    arguments = {k: _plain(v) if isinstance(v, str) else v for k, v in (call.get("arguments") or {}).items()}
    return {"name": call["name"], "status": call["status"], "code": code, "arguments": arguments}


def _asked(turn: TurnRow, merged: list[TurnRow]) -> str:
    if turn.kind == "action":
        return f"[{turn.input.get('action')}]"
    texts = [t.input["text"] for t in (turn, *merged) if t.input.get("text")]
    return "\n".join(texts) or f"[{turn.input.get('decision') or turn.kind}]"


def _said(done: Finished) -> str:
    if done.notice:
        return done.notice
    return "\n".join(draft["text"] for draft in (done.state or {}).get("reply", []))


def _plain(text: str) -> str:
    return _TOKEN.sub(r"[\1]", text)

"""One customer's conversation, from the first word to the rating."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from evals.simulation.client import Answer, Client, Refused, Watched
from evals.simulation.people import Person, words

Pace = Callable[[float], Awaitable[None]]  # lets so many seconds pass, of whatever clock there is
SignIn = Callable[[str], Awaitable[str]]  # a customer's id → their token

_HELD = {"waiting_for_human", "waiting_for_approval", "with_human"}
_MOST_TURNS = 12
_PROGRESS = {"answered", "action_done"}
_PAGE = {"url": "https://simulated.example/", "kind": "simulated"}  # so that nobody takes them for people


async def no_pause(_seconds: float) -> None:
    """People who type and read in no time."""


@dataclass(frozen=True)
class World:
    """Where the people live. ``agent_key``: a colleague answers hand-offs; without one they wait."""

    client: Client
    sign_in: SignIn
    pace: Pace = no_pause
    agent_key: str | None = None


class Visit:
    def __init__(self, world: World, person: Person) -> None:
        self._world, self._person, self._rng = world, person, person.rng
        self._goal = words().goals[person.goals[0]]
        self._later = [words().goals[name] for name in person.goals[1:]]
        self._patience, self._satisfaction = person.patience, person.satisfaction
        self._id = self._token = ""
        self._asked = 0  # what we were asked, and answered
        self._again = 0  # how often the wish was said again
        self._changed_mind = False
        self.watched = Watched("", person.customer.id if person.customer else None)
        self.turns = 0

    async def run(self) -> None:
        """Raises httpx's errors where the service cannot be reached."""
        await self._open()
        say: Answer | None = {"text": self._first()}
        while say is not None and self.turns < _MOST_TURNS:
            reply = await self._say(say)
            if reply is None or self.watched.handoff_reason:
                break
            say = self._next(reply)
        if self.watched.handoff_reason:
            await self._with_a_person()
        await self._leave()

    async def _open(self) -> None:
        person = self._person
        body: dict[str, object] = {"channel": person.channel, "locale": person.locale, "consent": True, "page": _PAGE}
        if person.customer:
            body["customer_token"] = await self._world.sign_in(person.customer.id)
        elif person.region:
            body["region"] = person.region
        made = await self._world.client.call("POST", "/v1/conversations", body)
        self._id, self._token = made["id"], made["token"]
        self.watched.conversation_id = self._id

    def _first(self) -> str:
        openings, persona = words().openings, self._person.persona
        wish = self._wish(self._goal.says)
        if persona == "angry":
            return self._rng.choice(openings["angry"]) + wish
        return self._rng.choice(openings[persona]) if persona in ("vague", "attacking") else wish

    def _wish(self, some: list[str]) -> str:
        return self._rng.choice(some).format(order=self._person.order)

    async def _say(self, body: Answer) -> Answer | None:
        """The answer, or None where the conversation is not there to talk in any more."""
        await self._world.pace(self._rng.uniform(8, 50))
        try:
            reply = await self._world.client.call("POST", f"/v1/conversations/{self._id}/messages", body, self._token)
        except Refused as refused:
            if refused.code == "conversation_closed":
                return None
            raise
        self.turns += 1
        self.watched.turn(reply["turn"])
        if reply["conversation"]["status"] in _HELD:
            await self._note_handoff()
        return reply

    async def _note_handoff(self) -> None:
        shown = await self._world.client.call("GET", f"/v1/conversations/{self._id}", key=self._token)
        if shown["handoff"] and self.watched.handoff_reason is None:
            self.watched.handoff_reason = shown["handoff"]["reason"]

    def _next(self, reply: Answer) -> Answer | None:
        """What is said to a reply; None: they have had enough, or what they wanted."""
        outcome = reply["turn"]["outcome"]
        if outcome in _PROGRESS and (self._person.persona not in ("vague", "attacking") or self.turns > 1):
            self._satisfaction = min(1.0, self._satisfaction + 0.15)
            if not self._later:
                return None
            self._goal = self._later.pop()
            self._asked = self._again = 0
            return {"text": self._wish(self._goal.says)}
        if outcome == "asked_for_confirmation":
            return self._decide()
        if outcome == "asked_for_input" and self._asked < 2:
            self._asked += 1
            reason = self._goal.reason or self._wish(self._goal.again)
            return {"text": self._wish(self._goal.says) if self.turns == 1 else reason}
        if outcome not in _PROGRESS:
            self._satisfaction = max(0.0, self._satisfaction - 0.2)
            self._patience -= 1
        return self._again_or_away(outcome)

    def _decide(self) -> Answer | None:
        if self._person.persona == "changes_mind" and not self._changed_mind:
            self._changed_mind = True
            return {"text": self._rng.choice(words().changes_mind)}
        return {"action": {"name": "confirm", "arguments": {}}}

    def _again_or_away(self, outcome: str) -> Answer | None:
        if self._patience > 0:
            self._again += 1
            return {"text": self._wish(self._goal.says if self._again == 1 else self._goal.again)}
        is_stuck = outcome in ("not_understood", "no_answer_found", "action_refused", "asked_for_input")
        if is_stuck and self.turns < _MOST_TURNS and self._rng.random() < 0.45:
            self._patience = 1  # asks for a person once, and goes if none comes
            self._goal = words().goals["person"]
            return {"text": self._rng.choice(words().asks_person)}
        return None

    async def _with_a_person(self) -> None:
        """A colleague takes it, answers, and closes or decides; where nobody is there, the customer waits in the queue."""
        key, client = self._world.agent_key, self._world.client
        if key is None:
            return
        shown = await client.call("GET", f"/v1/conversations/{self._id}", key=self._token)
        handoff = shown["handoff"]
        if handoff is None or handoff["status"] != "waiting":
            return
        path = f"/v1/handoffs/{handoff['id']}"
        await self._world.pace(self._rng.lognormvariate(4.6, 0.8))
        await client.call("POST", f"{path}/claim", {}, key)
        await self._world.pace(self._rng.uniform(40, 240))
        if handoff["kind"] == "approval":
            await client.call("POST", f"{path}/resume", {"action": "approve"}, key)
            self._satisfaction = min(1.0, self._satisfaction + 0.2)
            return
        answer = words().goals[self._person.goals[0]].answer
        await client.call("POST", f"{path}/messages", {"text": answer}, key)
        await self._world.pace(self._rng.uniform(20, 200))
        await client.call("POST", f"{path}/resume", {"action": "close"}, key)
        self.watched.is_closed = True
        self._satisfaction = min(1.0, self._satisfaction + 0.25)

    async def _leave(self) -> None:
        """Thanks, a rating and the close, each as often as people give them; who failed goes and says nothing."""
        seen, rng = self.watched, self._rng
        is_served = bool(seen.seen) and seen.seen[-1][1] in _PROGRESS and not seen.handoff_reason
        if is_served and rng.random() < 0.45:
            await self._say({"text": rng.choice(words().thanks)})
            seen_handoff = seen.handoff_reason is not None
            if seen_handoff:
                return
        await self._world.pace(rng.uniform(5, 60))
        leaves_open = is_served and rng.random() < 0.2
        waits = seen.handoff_reason is not None and not seen.is_closed
        if not seen.is_closed and not leaves_open and not waits:
            await self._world.client.call("POST", f"/v1/conversations/{self._id}/close", {}, self._token)
            seen.is_closed = True
        if rng.random() < 0.4 and not waits:
            await self._rate()

    async def _rate(self) -> None:
        noisy = min(1.0, max(0.0, self._rng.gauss(self._satisfaction, 0.15)))
        score = 1 + round(4 * noisy)
        comment = self._rng.choice(words().comments["good" if score >= 4 else "bad"])
        body = {"score": score, **({"comment": comment} if comment else {})}
        await self._world.client.call("POST", f"/v1/conversations/{self._id}/csat", body, self._token)
        self.watched.csat = score

    def truth(self, came_back: bool) -> dict[str, Any]:
        """The line of the truth file."""
        person, seen = self._person, self.watched
        return {
            "conversation_id": seen.conversation_id,
            "outcome": seen.became(came_back),
            "handoff_reason": seen.handoff_reason,
            "csat": seen.csat,
            "persona": person.persona,
            "goals": list(person.goals),
            "turns": self.turns,
            "customer_id": seen.customer_id,
            "satisfaction": round(self._satisfaction, 3),
        }

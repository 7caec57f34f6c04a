"""Offers of help on pages: made by the rules of a file, once in a while to each visitor, the same on every replica."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from domain.clock import Clock
from domain.conversation import Button
from domain.errors import RateLimited
from domain.ids import new_id
from domain.messages.messages import Messages, Say
from domain.rules.policy import Policy
from domain.triggers import Offer, OfferRule, Opening, Triggers, Visit
from nodes.drafts import button, talk_to_a_person
from records.engine.session import Database, again_after_race
from records.engine.unit import Unit


@dataclass(frozen=True)
class Visitor:
    """Who is asked. ``name``: what tells them apart, such as a customer's id; ``client``: a keyed digest of their address."""

    name: str | None = None
    locale: str = "en-US"
    client: str | None = None


@dataclass(frozen=True)
class OfferMade:
    id: str
    text: str
    actions: list[Button]


@dataclass(frozen=True)
class OfferAnswer:
    """``offer``: what to show; ``held_out``: the id of one that is not shown; ``ask_again_in``: seconds, None: not on this page."""

    offer: OfferMade | None = None
    held_out: str | None = None
    ask_again_in: int | None = None


class OfferService:
    """``digest``: a keyed digest of a visitor; ``most_a_minute``: offers to one client address, 0: no limit."""

    def __init__(
        self,
        database: Database,
        triggers: Triggers | None,
        messages: Messages,
        policy: Policy,
        digest: Callable[[str], str],
        clock: Clock,
        most_a_minute: int = 0,
    ) -> None:
        self._database, self._triggers, self._messages = database, triggers, messages
        self._policy, self._digest, self._clock, self._most = policy, digest, clock, most_a_minute

    async def for_visit(self, page: Visit, visitor: Visitor) -> OfferAnswer:
        """What is offered now. Raises ``RateLimited``."""
        if self._triggers is None:
            return OfferAnswer()
        rule = self._triggers.fitting(page)
        if rule is None:
            return OfferAnswer(ask_again_in=self._triggers.seconds_until(page))
        # Where consent comes first, nobody is recognised: no digest of a visitor is made or kept.
        is_known = visitor.name is not None and self._policy.consent_mode(page.region) != "opt_in"
        subject = self._digest(f"visitor {visitor.name}") if is_known else None
        made = await again_after_race(lambda: self._made(rule, subject, visitor.client))
        if made is None:
            return OfferAnswer()
        if made.arm == "held_out":
            return OfferAnswer(held_out=made.id)
        say = self._messages.speaking(visitor.locale)
        return OfferAnswer(OfferMade(made.id, say("page-offer", offer=rule.name), _actions(say, rule)))

    async def _made(self, rule: OfferRule, subject: str | None, client: str | None) -> Offer | None:
        """A new offer, unless this visitor had one lately. The row that says so is locked: no two replicas make one each."""
        now, offer_id = self._clock(), new_id()
        async with self._database.begin() as unit:
            if subject is not None and not await self._is_due(unit, rule, subject, offer_id):
                return None
            if self._most and client:
                key = hashlib.sha256(f"offers {client}".encode()).hexdigest()
                if await unit.limits.count(key, now) > self._most:
                    raise RateLimited("too many offers were asked for from this address", retry_after=60 - now.second)
            is_held_out = self._triggers is not None and self._triggers.is_held_out(rule, subject or offer_id)
            made = Offer(
                id=offer_id,
                name=rule.name,
                arm="held_out" if is_held_out else "offered",
                created_at=now,
                dismissed_at=None,
                opened_at=None,
            )
            await unit.offers.add(made)
        return made

    async def _is_due(self, unit: Unit, rule: OfferRule, subject: str, offer_id: str) -> bool:
        own = rule.cooldown_hours
        hours = own if own is not None else self._triggers.cooldown_hours if self._triggers else 0
        key = hashlib.sha256(f"offer {rule.name if own is not None else ''} {subject}".encode()).hexdigest()
        return not hours or await unit.limits.take(key, offer_id, 1, timedelta(hours=hours), self._clock())

    async def dismiss(self, offer_id: str) -> None:
        """Also one that there is not: a page cannot mend that."""
        async with self._database.begin() as unit:
            await unit.offers.dismiss(offer_id, self._clock())

    async def opening(self, offer_id: str, locale: str) -> Opening | None:
        """What a conversation that is opened with it begins from; None where there is no such offer (any more)."""
        async with self._database.read() as unit:
            offer = await unit.offers.get(offer_id)
        if offer is None:
            return None
        rule = self._triggers.rule(offer.name) if self._triggers else None
        if rule is None or not offer.is_taken_up:
            return Opening(offer.id, offer.label)
        text = self._messages.speaking(locale)("page-offer", offer=rule.name)
        return Opening(offer.id, offer.label, text, rule.asks, rule.person)


def _actions(say: Say, rule: OfferRule) -> list[Button]:
    label = say("page-offer.button", offer=rule.name)
    return [button(label, value=rule.asks or label), *([talk_to_a_person(say)] if rule.person else [])]

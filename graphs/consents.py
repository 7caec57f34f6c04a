"""Proofs of consent: each answer is kept with the words that were shown, their version, and the time (GDPR, Article 7(1))."""

import hashlib
from collections.abc import Callable
from typing import Literal

from domain.clock import Clock
from domain.ids import new_id
from domain.messages.messages import Messages
from domain.rules.policy import Policy
from records.consents import ConsentProof
from records.conversations import HeldConversation
from records.engine.unit import Unit

GivenBy = Literal["opening", "button", "words"]


class ConsentProofs:
    """``digest``: a conversation's id → what its proofs are kept under; they outlive the conversation and name nobody."""

    def __init__(self, policy: Policy, messages: Messages, clock: Clock, digest: Callable[[str], str]) -> None:
        self._policy, self._messages, self._clock, self.subject_of = policy, messages, clock, digest

    async def keep(self, unit: Unit, row: HeldConversation, granted: bool, given_by: GivenBy) -> None:
        """In the transaction that takes the answer."""
        mode = self._policy.consent_mode(row.region)
        # With the opening, the page has asked in its own words: what is kept is what we go on to say.
        say = self._messages.speaking(row.locale)
        words = say("consent-question" if mode == "opt_in" else "data-notice", privacy=self._policy.privacy_url)
        proof = ConsentProof(
            id=new_id(),
            granted=granted,
            given_by=given_by,
            mode=mode,
            region=row.region,
            locale=row.locale,
            words=words,
            words_version=hashlib.sha256(words.encode()).hexdigest(),
            policy_version=self._policy.version,
            at=self._clock(),
        )
        await unit.consents.add(self.subject_of(row.id), proof)

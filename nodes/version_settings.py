"""What a graph version sets for its nodes: what its chat model is told, when it is asked, and rules of its own."""

from dataclasses import dataclass

from domain.policy import FailureRule, Policy
from domain.prompts import AS_SHIPPED as SHIPPED_PROMPTS
from domain.prompts import Prompts


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


AS_SHIPPED = VersionSettings()

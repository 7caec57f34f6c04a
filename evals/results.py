"""What a run came to: attempts of cases, with every difference and what it would break."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

Status = Literal["passed", "failed", "error"]
Break = Literal["must_pass", "money", "privacy", "access"]


@dataclass(frozen=True)
class Problem:
    """A difference, as a sentence. ``breaks``: what of the things that must hold it touches, whatever the case's tags."""

    where: str
    evaluator: str
    text: str
    breaks: Break | None = None

    def __str__(self) -> str:
        return f"{self.where}: {self.text}"


@dataclass
class Attempt:
    """One conversation of a case. ``status``: passed, failed (an expectation did not hold) or error (it could not be run)."""

    number: int = 1
    status: Status = "passed"
    problems: list[Problem] = field(default_factory=list)
    seconds: float = 0.0
    turn_ms: list[float] = field(default_factory=list)  # of each request that the customer made
    tokens: int = 0  # of the chat model, asked and answered
    transcript: list[str] = field(default_factory=list)
    evaluated: list[str] = field(default_factory=list)  # `place field` of every expectation that was held against an answer
    unevaluated: list[str] = field(default_factory=list)  # those for which no evaluator ran


@dataclass
class Result:
    """A case on one version: passed where every attempt did."""

    id: str
    tags: list[str]
    intent: str | None = None
    attempts: list[Attempt] = field(default_factory=list)

    @property
    def status(self) -> Status:
        if any(a.status == "error" for a in self.attempts):
            return "error"
        return "passed" if all(a.status == "passed" for a in self.attempts) else "failed"

    @property
    def share(self) -> float:
        """The share of attempts that passed."""
        return sum(a.status == "passed" for a in self.attempts) / len(self.attempts)

    @property
    def shown(self) -> Attempt:
        """The attempt to look at: the first that did not pass, else the first."""
        return next((a for a in self.attempts if a.status != "passed"), self.attempts[0])

    @property
    def seconds(self) -> float:
        return round(sum(a.seconds for a in self.attempts), 3)

    @property
    def problems(self) -> list[Problem]:
        return self.shown.problems

    @property
    def breaks(self) -> set[str]:
        """What of the things that must hold this case broke."""
        if self.status == "passed":
            return set()
        tagged = {"must_pass", "money", "privacy", "access"} & set(self.tags)
        return tagged | {p.breaks for a in self.attempts for p in a.problems if p.breaks}

    @property
    def turn_ms(self) -> float | None:
        """The mean of all turns of all attempts."""
        every = [ms for a in self.attempts for ms in a.turn_ms]
        return sum(every) / len(every) if every else None

    @property
    def tokens(self) -> float:
        """A conversation, on average."""
        return sum(a.tokens for a in self.attempts) / len(self.attempts)


def pass_hat(results: Sequence[Result], k: int) -> float:
    """pass^k: the chance that k attempts at a case all pass, averaged over the cases.

    The unbiased estimate from n attempts with c passed, C(c, k) / C(n, k), of Yao et al., "τ-bench" (2024)."""
    from math import comb

    shares = []
    for result in results:
        n, c = len(result.attempts), sum(a.status == "passed" for a in result.attempts)
        shares.append(comb(c, k) / comb(n, k))
    return sum(shares) / len(shares)

"""What a hosted model costs: tokens as its endpoint counts them, at the prices that the company pays."""

from dataclasses import dataclass


@dataclass
class TokenUse:
    """Of one turn, all calls together."""

    read: int = 0  # by the model: what it was sent
    written: int = 0

    def add(self, read: int, written: int) -> None:
        self.read += read
        self.written += written


@dataclass(frozen=True)
class Prices:
    """Of a million tokens."""

    read: float
    written: float
    currency: str

    def of(self, use: TokenUse) -> float:
        return (use.read * self.read + use.written * self.written) / 1_000_000

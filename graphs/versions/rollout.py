"""Which version a new conversation gets: drawn by share, and the same for the same customer as long as the shares stand."""

import hashlib
import math
from collections.abc import Collection, Mapping

from domain.errors import ValidationFailed

_ROUNDING = 0.001  # thirds written with three decimals are a whole


def checked_weights(weights: Mapping[str, float], known: Collection[str]) -> dict[str, float]:
    """Shares that can be put in force. Raises ``ValidationFailed`` naming each that is wrong."""
    errors = [
        {"field": f"weights.{name[:80]}", "message": f"no such graph version; there are {', '.join(known)}"}
        for name in weights
        if name not in known
    ]
    errors += [
        {"field": f"weights.{name[:80]}", "message": "is not a share between 0 and 1"}
        for name, share in weights.items()
        if not (math.isfinite(share) and 0 <= share <= 1)
    ]
    if not errors and abs(sum(weights.values()) - 1) > _ROUNDING:
        errors = [{"field": "weights", "message": f"the shares sum to {sum(weights.values()):g}, not to 1"}]
    if errors:
        raise ValidationFailed("these shares cannot be put in force", errors)
    return {name: float(share) for name, share in weights.items()}


def draw(weights: Mapping[str, float], key: str, known: Collection[str], default: str) -> str:
    """The version for ``key``. A share of a version that this release does not hold is spread over the others.

    Each version runs a race that its share speeds up (weighted rendezvous hashing): when shares change, few keys move, and none
    leaves a version whose share grew."""
    running = {name: share for name, share in weights.items() if name in known and share > 0}
    return min(running, key=lambda name: -math.log(_chance(name, key)) / running[name]) if running else default


def _chance(name: str, key: str) -> float:
    """A number in (0, 1) that is the same for the same pair on every replica."""
    digest = hashlib.sha256(f"rollout {name} {key}".encode()).digest()
    return (int.from_bytes(digest[:7], "big") + 0.5) / 2**56

"""Bodies of the health calls."""

from typing import Literal

from pydantic import BaseModel


class Live(BaseModel):
    status: Literal["ok"] = "ok"


class Health(BaseModel):
    """Each part by name: "ok", or what is wrong with it. ``degraded``: it serves, and something is weaker than usual."""

    status: Literal["ok", "degraded", "unavailable"]
    checks: dict[str, str]

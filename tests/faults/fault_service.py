"""`supportgraph serve` as the fault tests need it: forked, on either database, broken or with a hook where they say so."""

import base64
import signal
from pathlib import Path
from typing import Any, Self

import httpx

from graphs.engine.crash_points import Step
from tests.faults.on_demand import CRASH_AT
from tests.service import Process, Served, Talk
from tests.service_forks import ServiceForks

VAULT_KEY = base64.b64encode(b"fault tests' key, 32 bytes long.").decode()


class FaultService(Served):
    """``variants``: how the process is changed, of `broken_service.py`. ``settings``: without their prefix, in lower case."""

    def __init__(self, forks: ServiceForks, data: Path, *variants: str, **settings: str) -> None:
        env = {f"SUPPORTGRAPH_{name.upper()}": value for name, value in settings.items()}
        super().__init__(data, demo=False, SUPPORTGRAPH_VAULT_KEY=VAULT_KEY, **env)
        self._forks, self._variants = forks, ["dies_on_demand", "short_leases", *variants]

    def spawn(self, arguments: list[str]) -> Process:
        self.data.mkdir(exist_ok=True)
        self.crash_at(None)
        return self._forks.start(arguments, self.env, str(self.log), self._variants)

    def crash_at(self, step: Step | None) -> None:
        """Let the process kill itself when it next comes to a step."""
        asked = self.data / CRASH_AT
        if step:
            asked.write_text(step)
        else:
            asked.unlink(missing_ok=True)

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def set(self, name: str, value: str | None) -> Self:
        """A setting of the next start; None takes it back."""
        variable = f"SUPPORTGRAPH_{name.upper()}"
        self.env.pop(variable, None)
        if value is not None:
            self.env[variable] = value
        return self

    def ask_model(self, base_url: str) -> Self:
        """Have a chat model from the next start on, and much patience with it."""
        self.env |= {"OPENAI_BASE_URL": base_url, "OPENAI_API_KEY": "of-the-tests"}
        return self.set("model", "scripted").set("model_timeout", "20")

    def restart(self) -> Self:
        """After it was killed or killed itself."""
        self.end()
        self.http = httpx.Client(base_url=self.url, timeout=30)
        return self.start()

    def end(self) -> None:
        if self.is_running:
            self.kill()
        self.http.close()

    def terminate(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)

    def ended_by(self, seconds: float = 20) -> int:
        """How the process ended; waits for it."""
        assert self.process is not None
        return self.process.wait(seconds)

    def person(self, handoff_id: str, action: str, key: str) -> httpx.Response:
        """Claim a hand-off with a staff key and decide."""
        self.call("POST", f"/v1/handoffs/{handoff_id}/claim", {}, key)
        return self.call("POST", f"/v1/handoffs/{handoff_id}/resume", {"action": action}, key)

    def reach(self, talk: Talk) -> "FaultTalk":
        """A conversation that another replica opened."""
        return FaultTalk(self, talk.made)


class FaultTalk(Talk):
    def __init__(self, served: Served, made: dict[str, Any]) -> None:
        self.served, self.made, self.id, self.token = served, made, made["id"], made["token"]

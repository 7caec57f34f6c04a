"""The recording back office as its tests see it: started, told how to behave, and its ledger read."""

import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx

from tests.service import free_port


class OfficeProcess:
    """Every test takes customers of its own by ``new_customer``."""

    def __init__(self, ledger: Path) -> None:
        self.ledger, self.port = ledger, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._customers = 0

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "tests.faults.recording_backoffice", str(self.ledger), str(self.port)]
        self._process = subprocess.Popen(command)
        for _ in range(200):
            try:
                httpx.get(f"{self.url}/customers/C00000", timeout=2)
                return self
            except httpx.TransportError:
                time.sleep(0.05)
        raise AssertionError("the back office did not start")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.kill()
        self._process.wait(10)

    def new_customer(self) -> int:
        self._customers += 1
        return self._customers

    def behave(self, **manners: Any) -> None:
        """From now on; with nothing said, well."""
        assert httpx.put(f"{self.url}/manners", json=manners, timeout=5).status_code == 200

    def entries(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.ledger.read_text().splitlines()]

    def mails_to(self, customer_id: str) -> list[dict[str, Any]]:
        """Codes and password links, oldest first."""
        asked = [e["operation"] for e in self.entries()]
        return [o for o in asked if o["customer_id"] == customer_id and o["kind"] in ("send_code", "send_password_reset")]

    def code_to(self, customer_id: str, limit: float = 10) -> str:
        """The latest one-time code of a customer; waits for it, as who reads mail does."""
        until = time.monotonic() + limit
        while time.monotonic() < until:
            codes = [str(m["arguments"]["code"]) for m in self.mails_to(customer_id) if m["kind"] == "send_code"]
            if codes:
                return codes[-1]
            time.sleep(0.05)
        raise AssertionError(f"no code was sent to {customer_id}")

    def code_in(self, conversation_id: str, limit: float = 10) -> str:
        """The latest one-time code that was asked for in a conversation."""
        until = time.monotonic() + limit
        while time.monotonic() < until:
            asked = [e["operation"] for e in self.entries() if e["operation"].get("conversation_id") == conversation_id]
            if codes := [str(o["arguments"]["code"]) for o in asked if o["kind"] == "send_code"]:
                return codes[-1]
            time.sleep(0.05)
        raise AssertionError("no code was sent")

    def done(self, kind: str) -> Counter[str]:
        """How often an operation of a kind was carried out for each order."""
        return Counter(e["operation"]["order_id"] for e in self.entries() if e["operation"]["kind"] == kind)

"""Both shipped models learned again, from their own rows and accepted utterances: some minutes, so where there is time."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.insights.test_retraining import NEW, accepted
from tests.service import ENGINEER, Served
from tests.service_forks import service_forks

pytestmark = pytest.mark.skipif(os.environ.get("SUPPORTGRAPH_LONG") != "1", reason="set SUPPORTGRAPH_LONG=1")


async def test_the_shipped_models_learn_what_was_accepted_and_lose_nothing(tmp_path: Path) -> None:
    with Served(tmp_path / "data", demo=False) as service:
        await accepted(service, NEW, "request_refund")
        suites = {"SUPPORTGRAPH_RETRAIN_SUITES": os.environ.get("SUPPORTGRAPH_RETRAIN_SUITES", "acts")}
        told = service_forks().run(["retrain"], {**service.env, **suites}, 3000)
        assert told.returncode == 0, told.stdout + told.stderr
        candidate: dict[str, Any] = service.call("GET", "/v1/retraining/candidates", key=ENGINEER).json()["items"][0]
        assert {part["role"] for part in candidate["report"]["learned"]} == {"intents", "acts"}
        assert all(part["accepted"] > 0 for part in candidate["report"]["learned"])
        assert {(m["role"], m["texts"]) for m in candidate["report"]["measured"]} >= {
            ("intents", "frozen"),
            ("acts", "frozen"),
        }

"""What a hosted model costs a conversation: its endpoint's tokens, also of what it streams, at the company's prices."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from supportgraph.configuration.settings import Settings, SettingsInvalid
from tests.scripted_openai import Request, ScriptedOpenAI, words_of
from tests.service import ADMIN, ENGINEER, Served, text_of

ARTICLE = {
    "title": "Zeppelin tether warranty",
    "body": "The zeppelin tether warranty lasts 7000 days. It covers wind damage.",
}


def scripted(request: Request) -> str:
    if "[1]" in words_of(request):
        return "The tether is covered for 7000 days [1]."
    return json.dumps({"intent": "complaint", "confidence": 0.9})


def test_tokens_are_kept_with_each_turn_and_their_price_is_a_key_figure(tmp_path: Path) -> None:
    with ScriptedOpenAI(answer=scripted) as model:
        model.usage = (1000, 200)
        env = {
            "OPENAI_BASE_URL": model.base_url,
            "OPENAI_API_KEY": "sk-test",
            "SUPPORTGRAPH_MODEL": "scripted",
            "SUPPORTGRAPH_MODEL_PRICE_READ": "2",
            "SUPPORTGRAPH_MODEL_PRICE_WRITTEN": "10",
            "SUPPORTGRAPH_MODEL_CURRENCY": "EUR",
        }
        with Served(tmp_path / "data", demo=False, **env) as served:
            assert served.call("POST", "/v1/kb/articles", ARTICLE, ADMIN).status_code == 201
            talk = served.talk(consent=True)
            assert "7000 days" in text_of(talk.say("How long is the zeppelin tether warranty?"))
            asked = len(model.requests)
            assert any(request.get("stream") for request in model.requests), "what it streams is to be counted too"
            answer: dict[str, Any] = served.call("GET", "/v1/kpis", key=ENGINEER).json()
            cost = round(asked * (1000 * 2 + 200 * 10) / 1_000_000, 6)
            assert answer["currency"] == "EUR"
            assert answer["items"][0]["cost_per_conversation"] == {
                "mean": cost,
                "total": cost,
                "conversations": 1,
                "tokens": asked * 1200,
            }
            table = served.call("GET", "/v1/kpis/export", key=ENGINEER).text
            (row,) = csv.DictReader(io.StringIO(table))
            assert float(row["cost_per_conversation.mean"]) == cost
            behind = served.call("GET", "/v1/kpis/conversations?measure=cost_per_conversation", key=ENGINEER).json()
            assert [one["id"] for one in behind["items"]] == [talk.id]


def test_without_a_model_there_is_no_cost(demo: Served) -> None:
    demo.talk(consent=True).say("How long does delivery take?")
    answer = demo.call("GET", "/v1/kpis", key=ENGINEER).json()
    assert answer["currency"] is None
    assert answer["items"][0]["cost_per_conversation"] == {"mean": None, "total": None, "conversations": 0, "tokens": 0}


def test_one_price_without_the_other_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUPPORTGRAPH_MODEL_PRICE_READ", "2")
    with pytest.raises(SettingsInvalid, match="MODEL_PRICE_WRITTEN"):
        Settings.load()

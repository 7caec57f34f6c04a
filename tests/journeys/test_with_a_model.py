"""With an OpenAI-compatible endpoint: it reads the uncertain middle and writes cited answers; whatever it does, the customer is served."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scripted_openai import ScriptedOpenAI, words_of
from tests.service import ADMIN, Served, text_of

ARTICLE = {
    "title": "Zeppelin tether warranty",
    "body": "The zeppelin tether warranty lasts 7000 days. It covers wind damage.",
}


def scripted(request: dict) -> str:
    """Answers like a model: an intent as JSON where one is asked for, a cited answer otherwise."""
    if "intent" in words_of(request).lower() and "[1]" not in words_of(request):
        return json.dumps({"intent": "complaint", "confidence": 0.9})
    return "The tether is covered for 7000 days [1]. Moon dust is covered for 9 years [1]."


@pytest.fixture(scope="module")
def model() -> Iterator[ScriptedOpenAI]:
    with ScriptedOpenAI(answer=scripted) as server:
        yield server


@pytest.fixture(scope="module")
def served(model: ScriptedOpenAI, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    env = {
        "OPENAI_BASE_URL": model.base_url,
        "OPENAI_API_KEY": "sk-test",
        "SUPPORTGRAPH_MODEL": "scripted",
        "SUPPORTGRAPH_MODEL_TIMEOUT": "2",
    }
    folder: Path = tmp_path_factory.mktemp("model")
    with Served(folder / "data", demo=False, **env) as process:
        process.call("POST", "/v1/kb/articles", ARTICLE, ADMIN)
        yield process


def test_the_model_writes_from_the_documents_and_what_they_do_not_carry_is_dropped(
    served: Served, model: ScriptedOpenAI
) -> None:
    model.mode = "ok"
    answer = served.talk(consent=True).say("How long is the zeppelin tether warranty?")
    assert answer["turn"]["outcome"] == "answered"
    assert "7000 days" in text_of(answer)
    assert "Moon dust" not in text_of(answer)
    assert answer["messages"][-1]["citations"][0]["title"] == "Zeppelin tether warranty"


@pytest.mark.parametrize("mode", ["error", "rate", "garbage", "hang"])
def test_whatever_the_endpoint_does_the_embedded_answer_comes(served: Served, model: ScriptedOpenAI, mode: str) -> None:
    model.mode = mode
    answer = served.talk(consent=True).say("How long is the zeppelin tether warranty?")
    assert answer["turn"]["status"] == "completed"
    assert "7000 days" in text_of(answer)
    assert answer["messages"][-1]["citations"]
    assert "sk-test" not in served.log.read_text()

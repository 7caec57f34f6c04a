"""What an article said before, and how it is used."""

from typing import Any

import pytest

from tests.service import ADMIN, AGENT, ENGINEER, Served


def written(demo: Served, body: str, article_id: str = "") -> dict[str, Any]:
    article = {"title": "How do I wax a canvas rucksack?", "body": body, "tags": ["care"]}
    method, path = ("PUT", f"/v1/kb/articles/{article_id}") if article_id else ("POST", "/v1/kb/articles")
    response = demo.call(method, path, article, ADMIN)
    assert response.is_success, response.text
    return dict(response.json())


@pytest.fixture
def thrice(demo: Served) -> str:
    """The id of an article of three revisions."""
    article_id = str(written(demo, "Warm the wax first.")["id"])
    written(demo, "Warm the wax for 5 minutes.", article_id)
    written(demo, "Warm the wax for 9 minutes.", article_id)
    return article_id


def test_revisions_come_newest_first_and_whole(demo: Served, thrice: str) -> None:
    found = demo.call("GET", f"/v1/kb/articles/{thrice}/revisions", key=AGENT).json()
    assert [r["revision"] for r in found["items"]] == [3, 2, 1]
    assert found["items"][2]["draft"]["body"] == "Warm the wax first."
    assert found["items"][0]["draft"]["tags"] == ["care"]
    assert found["items"][0]["created_at"] >= found["items"][2]["created_at"]
    assert found["next"] is None


def test_revisions_come_in_pages(demo: Served, thrice: str) -> None:
    path = f"/v1/kb/articles/{thrice}/revisions?limit=2"
    first = demo.call("GET", path, key=AGENT).json()
    second = demo.call("GET", f"{path}&after={first['next']}", key=AGENT).json()
    assert [r["revision"] for page in (first, second) for r in page["items"]] == [3, 2, 1]
    assert second["next"] is None
    assert demo.call("GET", f"{path}&after=1", key=AGENT).json() == {"items": [], "next": None}


def test_a_deleted_article_keeps_its_revisions_and_an_unknown_one_has_none(demo: Served, thrice: str) -> None:
    assert demo.call("DELETE", f"/v1/kb/articles/{thrice}", key=ADMIN).status_code == 204
    assert len(demo.call("GET", f"/v1/kb/articles/{thrice}/revisions", key=AGENT).json()["items"]) == 3
    assert demo.call("GET", "/v1/kb/articles/unknown/revisions", key=AGENT).status_code == 404
    assert demo.call("GET", f"/v1/kb/articles/{thrice}/revisions?after=x", key=AGENT).status_code == 400
    assert demo.call("GET", f"/v1/kb/articles/{thrice}/revisions", key=ENGINEER).status_code == 403


def test_answers_and_ratings_are_counted_by_article(demo: Served) -> None:
    def use() -> dict[str, dict[str, Any]]:
        return {u["article_id"]: u for u in demo.call("GET", "/v1/kb/use", key=AGENT).json()["items"]}

    before = use()
    talk = demo.talk(consent=True, region="US")
    message = next(m for m in talk.say("How long does delivery take?")["messages"] if m["citations"])
    demo.call("POST", f"/v1/messages/{message['id']}/feedback", {"helpful": True}, talk.token)
    article_id = message["citations"][0]["article_id"]
    was = before.get(article_id, {"answers": 0, "helpful": 0, "rated": 0})
    assert use()[article_id] == {
        "article_id": article_id,
        "answers": was["answers"] + 1,
        "helpful": was["helpful"] + 1,
        "rated": was["rated"] + 1,
    }
    assert demo.call("GET", "/v1/kb/use", key=ENGINEER).status_code == 403


def test_a_search_says_what_its_scores_are_made_of(demo: Served) -> None:
    found = demo.call("GET", "/v1/kb/search?q=How long does delivery take?", key=AGENT).json()["items"]
    assert 0.4 < found[0]["cosine"] <= 1
    assert found[0]["lexical"] > 0

"""What staff and pages name things is kept as it is, so it may hold no personal data."""

import pytest

from tests.service import ADMIN, AGENT, ENGINEER, Served

CARD, MAIL = "5555 5555 5555 4444", "ottoline.greville@mailhost.example"
NAMED_SO = [
    ("/v1/graph-versions/support-v3/eval-results", {"suite": f"{MAIL} run", "passed": 1, "total": 1}, "suite"),
    (
        "/v1/experiments",
        {"name": f"for {MAIL}", "kind": "retrieval", "variants": [{"name": n, "share": 0.5} for n in ("a", "b")]},
        "name",
    ),
    (
        "/v1/experiments",
        {"name": "x", "kind": "retrieval", "variants": [{"name": n, "share": 0.5} for n in ("a", "5555555555554444")]},
        "variants.1.name",
    ),
]


@pytest.mark.parametrize(("path", "body", "field"), NAMED_SO)
def test_a_label_that_holds_personal_data_is_refused(demo: Served, path: str, body: dict, field: str) -> None:
    refused = demo.call("POST", path, body, ENGINEER)
    assert refused.status_code == 400, refused.text
    assert [error["field"] for error in refused.json()["errors"]] == [field]
    assert MAIL not in refused.text


def test_so_is_an_intent_of_an_eval_case(demo: Served) -> None:
    talk = demo.talk(consent=True, region="US")
    talk.say("hello")
    path = f"/v1/conversations/{talk.id}/eval-case"
    assert demo.call("POST", path, {"intent": f"{MAIL} {CARD}"}, AGENT).status_code == 400
    assert demo.call("POST", path, {"intent": "greeting"}, AGENT).status_code == 201


def test_so_is_the_name_of_a_file_and_no_other_field_is_read_back(demo: Served) -> None:
    key = {"Authorization": f"Bearer {ADMIN}"}
    files = {"file": (f"refund for {MAIL} {CARD}.md", b"# A\n\nAn answer.", "text/markdown")}
    refused = demo.http.post("/v1/kb/import", files=files, headers=key)
    assert (refused.status_code, MAIL in refused.text) == (400, False)
    other = {"file": ("a.md", b"# A", "text/markdown"), MAIL: ("b.md", b"# B", "text/markdown")}
    refused = demo.http.post("/v1/kb/import", files=other, headers=key)
    assert (refused.status_code, "ottoline" in refused.text, "greville" in refused.text) == (400, False, False)


@pytest.mark.parametrize(
    ("url", "part"),
    [
        ("card4111-1111-1111-1111.maya.torres7://x/y", "maya.torres7"),
        ("javascript:alert(document.cookie)//x", "document.cookie"),
        ("https://2223.0031/2200/3222", "2223.0031"),
    ],
)
def test_of_a_page_address_that_is_none_nothing_is_kept(demo: Served, url: str, part: str) -> None:
    made = demo.call("POST", "/v1/conversations", {"region": "US", "page": {"url": url}})
    assert made.status_code == 201
    assert [place for place, left in demo.stored_bytes().items() if part.encode() in left] == []

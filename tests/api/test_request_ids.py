"""Each request has an id that comes back; only the forms of ids are taken, since whatever else is written may be personal."""

import pytest

from tests.service import Served


@pytest.mark.parametrize(
    "given",
    [
        "0b6ed0d8-83a7-4f3c-9d5b-0d4b7f5a0c11",
        "0b6ed0d883a74f3c9d5b0d4b7f5a0c11",
        "0B6ED0D883A74F3C9D5B0D4B7F5A0C11",
        "01ARZ3NDEKTSV4RRFFQ69G5FAV",
    ],
)
def test_an_id_that_is_one_comes_back(demo: Served, given: str) -> None:
    assert demo.http.get("/health/live", headers={"X-Request-ID": given}).headers["x-request-id"] == given


@pytest.mark.parametrize(
    "given", ["4929 1234 5678 9012", "4929123456789012", "ana@example.com", "maria-schneider-berlin", "a" * 200, "1\t2", ""]
)
def test_anything_else_is_not_repeated(demo: Served, given: str) -> None:
    came = demo.http.get("/health/live", headers={"X-Request-ID": given}).headers["x-request-id"]
    assert came != given
    assert len(came) == 36


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/v1/kb/articles", 401), ("GET", "/nowhere", 404)])
def test_refusals_have_one_too(demo: Served, method: str, path: str, status: int) -> None:
    answer = demo.call(method, path)
    assert (answer.status_code, len(answer.headers["x-request-id"])) == (status, 36)


def test_the_shop_is_the_demos(demo: Served) -> None:
    assert "widget" in demo.http.get("/").text or "shop" in demo.http.get("/").text

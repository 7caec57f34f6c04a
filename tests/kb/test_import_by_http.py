"""The import as a call: who may, how often, how much, and what a second import does."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.routes.kb_import import UPLOAD_LIMIT
from tests.kb.importing import article, ended, imported, send, zipped
from tests.service import ADMIN, AGENT, ENGINEER, Served


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("import") / "data", demo=False) as process:
        yield process


def test_only_an_admin_imports_and_all_staff_may_look(served: Served) -> None:
    assert send(served, "a.md", b"Text", key=AGENT).status_code == 403
    assert send(served, "a.md", b"Text", key=ENGINEER).status_code == 403
    assert served.http.post("/v1/kb/import", files={"file": ("a.md", b"Text")}).status_code == 401
    job = imported(served, "roles.md", "Roles may look.")
    for key, status in ((AGENT, 200), (ENGINEER, 200), (ADMIN, 200)):
        assert served.call("GET", f"/v1/jobs/{job['id']}", key=key).status_code == status
        assert served.call("GET", "/v1/jobs?kind=import_articles", key=key).json()["items"]
    assert served.call("GET", "/v1/jobs/unknown", key=ADMIN).status_code == 404


def test_the_answer_comes_before_the_work(served: Served) -> None:
    response = send(served, "first.md", b"Text of a first article.")
    assert response.status_code == 202
    job = response.json()["job"]
    assert (job["status"], job["done"], job["total"], job["errors"]) == ("queued", 0, 0, [])
    assert ended(served, job)["status"] == "succeeded"


def test_the_same_key_is_one_import(served: Served) -> None:
    headers = {"Idempotency-Key": "import-once"}
    first = send(served, "once.md", b"Written once.", **headers)
    again = send(served, "once.md", b"Written once.", **headers)
    assert again.json() == first.json()
    assert again.headers["Idempotent-Replayed"] == "true"
    other = send(served, "once.md", b"Written twice.", **headers)
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")


def test_an_upload_over_the_limit_is_too_large_and_one_over_64_kib_is_not(served: Served) -> None:
    large = zipped({f"large-{n}.md": f"# Page {n}\n\n" + f"word{n} " * 9000 for n in range(4)}, compression=0)
    assert len(large) > 3 * 64 * 1024
    assert imported(served, "large.zip", large)["written"] == 4
    response = send(served, "huge.zip", b"\0" * (UPLOAD_LIMIT + 1))
    assert (response.status_code, response.json()["code"]) == (413, "body_too_large")


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", "multipart/form-data; boundary=x"),
        (b"", "multipart/form-data"),
        (b"{}", "application/json"),
        (b"file=x", "application/x-www-form-urlencoded"),
        (b"--x\r\nrubbish", "multipart/form-data; boundary=x"),
        (b'--x\r\nContent-Disposition: form-data; name="file"\r\n\r\ntext\r\n--x--\r\n', "multipart/form-data; boundary=x"),
        (
            b'--x\r\nContent-Disposition: form-data; name="file"\r\nContent-Type: text/plain; charset=klingon\r\n\r\nt\r\n--x--\r\n',
            "multipart/form-data; boundary=x",
        ),
        (
            b'--x\r\nContent-Disposition: form-data; name="file"\r\n\r\n\xff\xfe\r\n--x--\r\n',
            "multipart/form-data; boundary=x",
        ),
        (
            b'--x\r\nContent-Disposition: form-data; name="other"; filename="a.md"\r\n\r\nt\r\n--x--\r\n',
            "multipart/form-data; boundary=x",
        ),
        (
            b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.md"\r\n\r\nt\r\n'
            b'--x\r\nContent-Disposition: form-data; name="file"; filename="b.md"\r\n\r\nt\r\n--x--\r\n',
            "multipart/form-data; boundary=x",
        ),
    ],
)
def test_a_form_that_is_none_is_a_bad_request(served: Served, body: bytes, content_type: str) -> None:
    headers = {"Authorization": f"Bearer {ADMIN}", "Content-Type": content_type}
    response = served.http.post("/v1/kb/import", content=body, headers=headers)
    assert (response.status_code, response.json()["code"]) == (400, "validation_failed")


def test_the_same_file_again_writes_no_revision_and_a_changed_one_does(served: Served) -> None:
    imported(served, "again.md", "The mast is 9 metres high.")
    first = article(served, "again.md")
    assert imported(served, "again.md", "The mast is 9 metres high.")["unchanged"] == 1
    assert article(served, "again.md")["revision"] == first["revision"]
    assert imported(served, "again.md", "The mast is 12 metres high.")["written"] == 1
    second = article(served, "again.md")
    assert (second["id"], second["revision"]) == (first["id"], first["revision"] + 1)


def test_an_edit_made_here_outlives_the_file_until_that_changes(served: Served) -> None:
    imported(served, "edited.md", "The rope costs 40.")
    held = article(served, "edited.md")
    fixed = {"title": held["title"], "body": "The rope costs 44."}
    assert served.call("PUT", f"/v1/kb/articles/{held['id']}", fixed, ADMIN).status_code == 200
    job = imported(served, "edited.md", "The rope costs 40.")
    assert (job["written"], job["unchanged"]) == (0, 0)
    assert "edited here" in job["skipped"][0]["why"]
    assert article(served, "edited.md")["body"] == "The rope costs 44."
    assert imported(served, "edited.md", "The rope costs 45.")["written"] == 1
    assert article(served, "edited.md")["body"] == "The rope costs 45."


def test_what_was_deleted_comes_back_with_the_next_import(served: Served) -> None:
    imported(served, "gone.md", "The anchor is in the shed.")
    held = article(served, "gone.md")
    assert served.call("DELETE", f"/v1/kb/articles/{held['id']}", key=ADMIN).status_code == 204
    assert imported(served, "gone.md", "The anchor is in the shed.")["written"] == 1


def test_of_one_source_id_in_an_upload_the_last_is_kept_and_that_is_said(served: Served) -> None:
    rows = "question,answer,source_id\nHow deep?,9 fathoms.,deep\nHow deep?,10 fathoms.,deep\n"
    for _ in range(2):
        job = imported(served, "depth.csv", rows)
        assert job["skipped"] == [{"file": "depth.csv", "why": "comes again later with the same source_id"}]
        assert article(served, "deep")["revision"] == 1
    assert article(served, "deep")["body"] == "10 fathoms."


NAMES = ["x.md", "x.html", "x.pdf", "x.docx", "x.csv", "x.json", "x.txt", "x", "x.bin", "x.zip", "..", "a/b.md", "\x7f.md"]
STARTS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"<html>",
    b'{"articles": [',
    b"question,answer\n",
    b"---\n",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
]
BYTES = st.tuples(st.sampled_from(STARTS), st.binary(max_size=300)).map(b"".join)


@given(
    alone=st.tuples(st.sampled_from(NAMES), BYTES), together=st.lists(st.tuples(st.sampled_from(NAMES), BYTES), max_size=20)
)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_under_any_name_break_the_service_or_stop_the_other_files(
    served: Served, alone: tuple[str, bytes], together: list[tuple[str, bytes]]
) -> None:
    response = send(served, *alone)
    assert response.status_code == 202, response.text
    ended(served, response.json()["job"])
    good = f"The good file of run {uuid4()}."
    files = {f"bad/{number}/{name}": data for number, (name, data) in enumerate(together)}
    job = imported(served, "mixed.zip", zipped({**files, "good/file.md": good}))
    assert job["status"] == "succeeded"
    assert article(served, "good/file.md")["body"] == good

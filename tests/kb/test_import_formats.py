"""Every format, over HTTP: what goes in, under which name, and what stays out."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kb.importing import HTML, MARKDOWN, article, imported, pdf, word, zipped
from tests.service import ADMIN, Served


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("formats") / "data", demo=False) as process:
        yield process


def found(served: Served, question: str, **more: str) -> list[dict]:
    asked = served.http.get("/v1/kb/search", params={"q": question, **more}, headers={"Authorization": f"Bearer {ADMIN}"})
    return asked.json()["items"]


def test_markdown_with_front_matter(served: Served) -> None:
    job = imported(served, "gifts.md", MARKDOWN)
    assert (job["status"], job["written"], job["errors"], job["skipped"]) == ("succeeded", 1, [], [])
    held = article(served, "gifts.md")
    assert held["title"] == "Gift wrapping"
    assert held["body"] == "We wrap presents in recycled paper for 4.50."
    assert (held["regions"], held["locale"], held["tags"]) == (["US", "GB"], "en-GB", ["gifts", "paper"])
    assert (held["url"], held["valid_from"]) == ("https://shop.example/help/gifts", "2026-01-01T00:00:00Z")
    assert found(served, "do you wrap presents", region="US")[0]["source_id"] == "gifts.md"


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("heading.md", "Hello\n\n```\n# not this\n```\n\n## Opening *hours*\n\nNine to six.", "Opening hours"),
        ("underlined.md", "Opening days\n===\n\nMonday to Friday.", "Opening days"),
        ("a-name-only.txt", "The shop is in Springfield.", "a-name-only"),
        ("rule.md", "---\n\nA first line of dashes is a rule.", "rule"),
        ("bom.md", "\ufeff---\ntitle: With a mark\n---\nThe mark is not text.", "With a mark"),
    ],
)
def test_the_title_is_the_front_matters_else_the_first_headings_else_the_files(
    served: Served, name: str, text: str, title: str
) -> None:
    assert imported(served, name, text)["written"] == 1
    assert article(served, name)["title"] == title


def test_html_becomes_markdown_without_what_is_not_read(served: Served) -> None:
    assert imported(served, "rueckgabe.html", HTML)["written"] == 1
    held = article(served, "rueckgabe.html")
    assert held["title"] == "Rückgabe"
    assert (held["regions"], held["locale"], held["url"]) == (["DE", "AT"], "de-DE", "https://shop.example/r")
    assert held["review_by"] == "2027-05-01T00:00:00Z"
    body = held["body"]
    assert "**30 Tage**" in body
    assert "[Formular](https://shop.example/form)" in body
    assert "- Karton" in body
    assert "| DE | 0 € |" in body
    for left_out in ("Startseite", "Geheimwort", "Tür", "evil", "Impressum", "color", "javascript", "Der Laden"):
        assert left_out not in body
    assert "Knopf" in body


def test_pdf_has_headings_and_no_page_furniture(served: Served) -> None:
    assert imported(served, "lamps.pdf", pdf())["written"] == 1
    held = article(served, "lamps.pdf")
    assert held["title"] == "Care of brass lamps"
    lines = held["body"].splitlines()
    assert [line for line in lines if line.startswith("#")] == ["# Care of brass lamps", "## Bulbs", "## Switches"]
    assert "edition" not in held["body"]
    assert "of 3" not in held["body"]
    assert ("Rub the lamp with a dry cloth once a week. " * 9).strip() in held["body"]  # one paragraph, not lines
    assert found(served, "how often may the switch be turned")[0]["source_id"] == "lamps.pdf"


def test_docx_keeps_headings_lists_and_tables(served: Served) -> None:
    assert imported(served, "chairs.docx", word())["written"] == 1
    held = article(served, "chairs.docx")
    assert held["title"] == "Folding chairs"
    assert "## Storage" in held["body"]
    assert "- Keep it dry." in held["body"]
    assert "| Red | 49 |" in held["body"]


def test_csv_takes_good_rows_and_names_the_lines_of_bad_ones(served: Served) -> None:
    table = (
        "\ufeffQuestion;Answer;source_id;title;regions\r\n"
        'What is a tern?;"A bird,\r\nof the sea.";tern;;\r\n'
        "What is a gull?;;gull;;\r\n"
        "\r\n"
        "Who pays?;You do.;pays;Paying;US GB\r\n"
        "Too;many;a;b;c;d\r\n"
        'Is this "open"?;"never closed;x;;\r\n'
        "What is a wren?;A small bird.;;;\r\n"
        "Where?;Nowhere.;where;;Europe\r\n"
    )
    job = imported(served, "birds.csv", table)
    assert (job["status"], job["written"]) == ("succeeded", 3)
    assert [error["message"].split(":")[0] for error in job["errors"]] == ["line 4", "line 7", "line 8", "line 10"]
    assert all(error["file"] == "birds.csv" for error in job["errors"])
    assert article(served, "tern")["body"] == "A bird,\nof the sea."
    pays = article(served, "pays")
    assert (pays["title"], pays["regions"]) == ("Paying", ["US", "GB"])
    assert "Who pays?" in pays["body"]
    assert found(served, "what is a wren?")[0]["answer"] == "A small bird."
    assert imported(served, "birds.csv", table)["unchanged"] == 3


def test_the_same_question_may_be_answered_in_two_rows(served: Served) -> None:
    job = imported(
        served, "twice.csv", "question,answer\nHow long is a rope?,Ten metres.\nHow long is a rope?,It may be cut.\n"
    )
    assert (job["written"], job["errors"], job["skipped"]) == (2, [], [])


def test_a_zendesk_export(served: Served) -> None:
    export = {
        "articles": [
            {
                "id": 360001,
                "title": "Resetting a lamp",
                "body": "<h2>How</h2><p>Hold the button for <strong>7 seconds</strong>.</p>",
                "html_url": "https://help.example/360001",
                "locale": "en-us",
                "draft": False,
                "label_names": ["lamp"],
                "updated_at": "2026-02-03T04:05:06Z",
            },
            {"id": 360002, "title": "Not yet", "body": "<p>x</p>", "draft": True, "locale": "en-us"},
            {"id": 360003, "title": "Nothing", "body": None, "draft": False, "locale": "en-us"},
            "junk",
        ]
    }
    job = imported(served, "export.json", json.dumps(export))
    assert (job["written"], len(job["errors"])) == (1, 2)
    assert job["skipped"] == [{"file": "export.json, article 2", "why": "is a draft"}]
    held = article(served, "zendesk/360001/en-us")
    assert (held["title"], held["locale"], held["tags"]) == ("Resetting a lamp", "en-US", ["lamp"])
    assert held["url"] == "https://help.example/360001"
    assert "**7 seconds**" in held["body"]


def test_an_intercom_list(served: Served) -> None:
    export = {
        "type": "list",
        "data": [
            {
                "id": "81",
                "title": "Charging a torch",
                "body": "<p>It takes 3 hours.</p>",
                "state": "published",
                "url": "https://intercom.example/81",
                "default_locale": "en",
                "translated_content": {"de": {"title": "Laden", "body": "<p>3 Stunden.</p>", "state": "published"}},
            },
            {"id": "82", "title": "Later", "body": "<p>Soon.</p>", "state": "draft"},
        ],
    }
    job = imported(served, "intercom.json", json.dumps(export))
    assert (job["written"], job["errors"], [s["why"] for s in job["skipped"]]) == (2, [], ["is a draft"])
    assert article(served, "intercom/81/en")["body"] == "It takes 3 hours."
    assert article(served, "intercom/81/de")["locale"] == "de"


def test_a_zip_of_everything_takes_what_is_good(served: Served) -> None:
    job = imported(
        served,
        "all.zip",
        zipped(
            {
                "deep/er/gifts.md": MARKDOWN,
                "deep/page.html": HTML,
                "deep/lamps.pdf": pdf(),
                "deep/chairs.docx": word(),
                "table.csv": "question,answer\nWhy?,Because.\n",
                "__MACOSX/deep/._gifts.md": b"\x00\x05\x16\x07",
                "deep/.hidden.md": "Hidden",
                "logo.png": b"\x89PNG",
                "inner.zip": zipped({"a.md": "inner"}),
                "empty.md": "",
                "front-only.md": "---\ntitle: Only this\n---\n",
                "broken.md": "---\ntitle: [\n---\nText",
                "dates.md": "---\nvalid_until: soon\n---\nText",
                "junk.md": bytes(range(256)) * 20,
                "broken.pdf": b"%PDF-1.4 nothing",
                "broken.docx": b"PK\x03\x04 nothing",
                "long.md": "word " * 60_000,
                "../out.md": "Out of here",
                "/etc/passwd.md": "Absolute",
                "C:\\windows\\x.md": "Drive",
            }
        ),
    )
    assert job["status"] == "succeeded"
    assert job["written"] == 5
    assert {s["file"]: s["why"] for s in job["skipped"]} == {
        "__MACOSX/deep/._gifts.md": "is an operating system's own file",
        "deep/.hidden.md": "is hidden",
        "logo.png": "is not of a kind that is imported",
        "inner.zip": "is an archive in an archive",
    }
    errors = {e["file"]: e["message"] for e in job["errors"]}
    assert errors == {
        "empty.md": "is empty",
        "front-only.md": "is empty: it holds no text",
        "broken.md": "has front matter that is not valid YAML, line 3",
        "dates.md": "has a valid_until that is no date such as 2026-12-31",
        "junk.md": "is not a text file, or in an encoding that cannot be told",
        "broken.pdf": "is not a PDF that can be read",
        "broken.docx": "is not a Word document that can be read",
        "long.md": "is longer than 200,000 characters: part it into several articles",
        "../out.md": "has a path that leads out of the archive",
        "/etc/passwd.md": "has a path that leads out of the archive",
        "C:/windows/x.md": "has a path that leads out of the archive",
    }
    assert article(served, "deep/er/gifts.md")["title"] == "Gift wrapping"
    assert article(served, "deep/page.html")["title"] == "Rückgabe"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252"])
def test_encodings(served: Served, encoding: str) -> None:
    text = "# Größe\n\nDas Café in Zürich führt Größen für Füße bis 48. Naïve Gäste fragen nach mehr."
    name = f"groesse-{encoding}.md"
    assert imported(served, name, text.encode(encoding))["written"] == 1
    held = article(served, name)
    assert (held["title"], held["body"]) == ("Größe", text)


def test_an_encoding_far_from_latin_is_guessed(served: Served) -> None:
    text = "# Возврат товара\n\nВы можете вернуть товар в течение тридцати дней после доставки. Сохраните чек и упаковку."
    assert imported(served, "vozvrat.md", text.encode("cp1251"))["written"] == 1
    assert article(served, "vozvrat.md")["body"] == text


def test_what_nobody_can_read_fails_with_its_reason(served: Served, tmp_path: Path) -> None:
    for name, data, message in (
        ("x.exe", b"MZ", "is not of a kind"),
        ("x.zip", b"not a zip", "is not a zip archive"),
        ("x.csv", b"a,b\n1,2\n", "has no columns question and answer"),
        ("x.json", b'{"a": 1}', "is JSON of no help centre"),
        ("x.md", b"   \n", "is empty"),
    ):
        job = imported(served, name, data)
        assert job["status"] == "failed", name
        assert job["errors"][0]["message"].startswith(message), job

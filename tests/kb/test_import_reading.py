"""Files that are meant to do harm, or are broken in a way of their own."""

import io
import time
import zipfile

import fpdf
import psutil
import pytest

from domain.importing import Reading
from kb.importing import limits
from kb.importing.read_apart import ReadApart
from kb.importing.read_file import read_file
from kb.importing.read_upload import read_upload
from tests.kb.importing import pdf, zipped


def messages(reading: Reading) -> dict[str, str]:
    return {error.file: error.message for error in reading.errors}


def titles(reading: Reading) -> list[str]:
    return [document.draft.title for document in reading.documents]


async def test_a_file_that_takes_too_long_is_left_and_the_next_is_read() -> None:
    async with ReadApart(seconds=0.001) as apart:
        assert messages(await apart.read("slow.pdf", pdf())) == {"slow.pdf": "takes more than 0 seconds to read"}
        apart._seconds = 30
        assert titles(await apart.read("next.md", b"# Next\n\nText.")) == ["Next"]


async def test_a_file_that_takes_the_reader_down_is_left_and_the_next_is_read() -> None:
    async with ReadApart() as apart:
        await apart.read("first.md", b"# First\n\nText.")
        assert apart._process is not None
        apart._process.kill()
        assert "broke the program" in messages(await apart.read("crash.md", b"Text."))["crash.md"]
        assert titles(await apart.read("next.md", b"# Next\n\nText.")) == ["Next"]


async def test_the_reading_process_knows_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUPPORTGRAPH_VAULT_KEY", "sesame")
    monkeypatch.setenv("OPENAI_API_KEY", "sesame")
    async with ReadApart() as apart:
        await apart.read("first.md", b"Text.")
        assert apart._process is not None
        assert "sesame" not in psutil.Process(apart._process.pid).environ().values()


async def test_a_bomb_unpacks_to_nothing() -> None:
    bomb = zipped({"bomb.md": b"0" * (limits.LARGEST_FILE + 1), "good.md": "# Good\n\nText."})
    assert len(bomb) < 100_000
    reading = await read_upload("bomb.zip", bomb)
    assert messages(reading) == {"bomb.md": "is larger than 16 MiB"}
    assert titles(reading) == ["Good"]


async def test_many_files_unpack_to_no_more_than_an_archive_may_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.importing.read_upload.LARGEST_ARCHIVE", 250_000)
    reading = await read_upload("many.zip", zipped({f"{n}.md": f"# {n}\n\n" + "word " * 20_000 for n in range(4)}))
    assert titles(reading) == ["0", "1"]
    assert all("beyond" in message for message in messages(reading).values())


async def test_a_size_that_lies_is_a_damaged_file() -> None:
    data = bytearray(zipped({"a.md": "# A\n\n" + "x" * 5000, "b.md": "# B\n\nText."}))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        real = archive.getinfo("a.md").file_size
    at = data.rfind(real.to_bytes(4, "little"))  # in the central directory
    data[at : at + 4] = (10).to_bytes(4, "little")
    reading = await read_upload("lies.zip", bytes(data))
    assert messages(reading) == {"a.md": "is damaged, or packed in a way that is not known"}
    assert titles(reading) == ["B"]


async def test_encrypted_files_and_links_are_told() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        link = zipfile.ZipInfo("link.md")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("locked.md", "# Locked\n\nText.")
    data = bytearray(made.getvalue())
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1  # "is encrypted", in the central directory
    reading = await read_upload("x.zip", bytes(data))
    assert [(s.file, s.why) for s in reading.skipped] == [("link.md", "is a link to another file")]
    assert messages(reading) == {"locked.md": "is encrypted"}


def test_a_pdf_with_a_password_says_so() -> None:
    paper = fpdf.FPDF()
    paper.add_page()
    paper.set_font("Helvetica")
    paper.cell(text="Secret")
    paper.set_encryption(owner_password="a", user_password="b")
    assert messages(read_file("x.pdf", bytes(paper.output()))) == {"x.pdf": "is protected by a password"}


def test_a_pdf_of_pictures_says_so() -> None:
    paper = fpdf.FPDF()
    paper.add_page()
    assert messages(read_file("x.pdf", bytes(paper.output()))) == {"x.pdf": "holds no text: its pages may be pictures"}


def test_html_without_end_is_read_or_refused_but_not_fatal() -> None:
    reading = read_file("deep.html", ("<div>" * 50_000 + "Deep text").encode())
    assert len(reading.documents) + len(reading.errors) == 1


def test_markup_in_markdown_titles_is_left_out() -> None:
    assert titles(read_file("x.md", b"# **Bold** and `code` and [a link](https://x.example)\n\nText.")) == [
        "Bold and code and a link"
    ]


def test_a_table_of_open_quotes_is_read_to_its_end_in_time() -> None:
    begun = time.monotonic()
    reading = read_file("x.csv", b"question,answer\n" + b'"open,quote\n' * 3000 + b"Why?,Because.\n")
    assert time.monotonic() - begun < 15
    assert len(reading.errors) == limits.MOST_BAD_ROWS + 1
    assert "too many bad rows" in reading.errors[-1].message


def test_front_matter_that_multiplies_is_no_harm() -> None:
    bomb = "---\na: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{name}: &{name} [{','.join(['*' + before] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    begun = time.monotonic()
    assert titles(read_file("x.md", f"{bomb}tags: *i\n---\n# Still\n\nText.".encode())) == ["Still"]
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("regions: [Germany]", "has regions that are not country codes of two letters"),
        ("regions: 7", "has regions that are no list of country codes"),
        ("locale: '??'", "has a locale that is no language tag such as de or en-GB"),
        ("url: 'javascript:alert(1)'", "has a url that is no http(s) address"),
        ("valid_from: 2026-02-30", "has a valid_from that is no date such as 2026-12-31"),
        ("valid_from: '2026-02-30'", "has a valid_from that is no date such as 2026-12-31"),
        ("review_by: 7", "has a review_by that is no date such as 2026-12-31"),
        ("valid_from: 2027-01-01\nvalid_until: 2026-01-01", "ends before it begins: valid_until is not after valid_from"),
    ],
)
def test_a_bad_field_is_named_and_its_value_is_not(front: str, message: str) -> None:
    assert messages(read_file("x.md", f"---\n{front}\n---\nText.".encode())) == {"x.md": message}


def test_long_titles_are_cut_at_a_word() -> None:
    (title,) = titles(read_file("x.md", ("# " + "word " * 100 + "\n\nText.").encode()))
    assert title.endswith("word…")
    assert len(title) <= limits.LONGEST_TITLE

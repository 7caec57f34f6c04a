"""Imports keep their source's audience, follow no links, read MDX, and fail where they did nothing."""

import json
import os
import subprocess
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from kb.importing.markdown import mdx_to_markdown
from kb.importing.source_audience import source_audience
from tests.kb.importing import article, imported, zipped
from tests.service import ADMIN, AGENT, Served, text_of
from tests.service_forks import run_command


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("audience") / "data", demo=False) as process:
        yield process


def zendesk(number: int, name: str, price: str, **more: Any) -> dict[str, Any]:
    body = f"<p>The {name} costs {price} USD in our shops.</p>"
    return {"id": number, "title": f"How much is the {name}?", "body": body, "locale": "en-us", "draft": False, **more}


def test_what_a_help_centre_shows_to_some_answers_no_customer_and_is_there_for_staff(served: Served) -> None:
    export = {
        "articles": [
            zendesk(1, "plover lamp", "31.50", user_segment_id=4242),
            zendesk(2, "godwit lamp", "47.25", user_segment_id=None, user_segment_ids=[]),
            zendesk(3, "curlew lamp", "52.75", user_segment_ids=[77]),
            zendesk(4, "dunlin lamp", "61.10", section_id=9),
            zendesk(5, "avocet lamp", "70.20", draft=True),
        ],
        "sections": [{"id": 9, "name": "Back room", "user_segment_id": 5}],
    }
    job = imported(served, "zendesk.json", json.dumps(export))
    assert (job["status"], job["written"]) == ("succeeded", 4)
    assert [(n["file"], "kept for staff" in n["message"]) for n in job["notes"]] == [
        (f"zendesk.json, article {n}", True) for n in (1, 3, 4)
    ]
    assert [s["why"] for s in job["skipped"]] == ["is a draft"]
    held = {n: article(served, f"zendesk/{n}/en-us")["audience"] for n in (1, 2, 3, 4)}
    assert held == {1: "staff", 2: "public", 3: "staff", 4: "staff"}
    said = {
        name: text_of(served.talk(consent=True, region="US").say(f"How much is the {name} lamp?"))
        for name in ("plover", "godwit", "curlew", "dunlin")
    }
    assert "47.25" in said["godwit"]
    assert not [price for price in ("31.50", "52.75", "61.10") if price in "".join(said.values())]
    for key in (AGENT, ADMIN):
        found = served.call("GET", "/v1/kb/search?q=how+much+is+the+plover+lamp", key=key).json()["items"]
        assert (found[0]["source_id"], found[0]["audience"]) == ("zendesk/1/en-us", "staff")
    as_customer = served.call("GET", "/v1/kb/search?q=how+much+is+the+plover+lamp&audience=public", key=ADMIN).json()
    assert not [i for i in as_customer["items"] if i["audience"] == "staff"]


def test_a_staff_article_is_suggested_to_the_agent_and_not_shown_at_its_address(served: Served) -> None:
    text = (
        "---\ntitle: How do we handle a burnt samovar?\nurl: /help/samovar\naudience: staff\n---\nOffer 25.00 as goodwill.\n"
    )
    imported(served, "samovar.md", text)
    assert served.http.get("/help/samovar").status_code == 404
    talk = served.talk(consent=True, region="US")
    talk.say("How do we handle a burnt samovar?")
    handoff = talk.ask_for_person()
    shown = served.call("GET", f"/v1/handoffs/{handoff['id']}", key=AGENT).json()
    assert any("goodwill" in s["text"] and s["audience"] == "staff" for s in shown["suggested_replies"])
    assert "goodwill" not in json.dumps(talk.transcript())


def test_an_edit_without_a_word_on_readers_keeps_them_and_one_with_it_changes_them_at_once(served: Served) -> None:
    imported(
        served, "wages.md", "---\ninternal: true\ntitle: What do the pickers earn?\n---\nThe pickers earn 19.75 an hour.\n"
    )
    held = article(served, "wages.md")
    assert held["audience"] == "staff"
    path, body = f"/v1/kb/articles/{held['id']}", {"title": held["title"], "body": "The pickers earn 20.85 an hour."}
    assert served.call("PUT", path, body, ADMIN).json()["audience"] == "staff"
    assert "20.85" not in text_of(served.talk(consent=True).say("What do the pickers earn?"))
    assert served.call("PUT", path, {**body, "audience": "public"}, ADMIN).json()["audience"] == "public"
    assert "20.85" in text_of(served.talk(consent=True).say("What do the pickers earn?"))
    assert served.call("PUT", path, {**body, "audience": "staff"}, ADMIN).status_code == 200
    assert "20.85" not in text_of(served.talk(consent=True).say("What do the pickers earn?"))
    assert served.call("PUT", path, {**body, "audience": "friends"}, ADMIN).status_code == 400


@pytest.mark.parametrize(
    ("fields", "audience"),
    [
        ({"visibility": "internal"}, "staff"),
        ({"visibility": 3}, "staff"),
        ({"visibility": 1}, "public"),
        ({"internal": True}, "staff"),
        ({"internal": "no"}, "public"),
        ({"private": "yes"}, "staff"),
        ({"public": False}, "staff"),
        ({"user_segment_id": 12}, "staff"),
        ({"user_segment_ids": []}, "public"),
        ({"allowed-roles": ["agent"]}, "staff"),
        ({"access": "logged_in"}, "staff"),
        ({"access": "everyone"}, "public"),
        ({"status": "private"}, "staff"),
        ({"type": "internal_article"}, "staff"),
        ({"type": "guide"}, "public"),
        ({"audience": "Staff"}, "staff"),
        ({"audience": "partners of ours"}, "staff"),
        ({"audience": ["public"]}, "public"),
        ({"draft": True}, "none"),
        ({"published": False}, "none"),
        ({"published": "2024-05-01"}, "public"),
        ({"status": "Archived"}, "none"),
        ({"state": "published"}, "public"),
        ({}, "public"),
    ],
)
def test_what_sources_write_of_their_readers(fields: dict[str, object], audience: str) -> None:
    shown = source_audience(fields, asks_for_ours=True)
    assert ("none" if shown.unpublished else shown.readers) == audience
    assert bool(shown.notes("x")) == (audience == "staff")


def test_other_formats_keep_their_readers_too(served: Served) -> None:
    rows = "question,answer,audience,status\nHow long is the rope?,40 m.,,\nWhere is the safe?,Below.,staff,\nWhen?,Soon.,,draft\n"
    job = imported(served, "rows.csv", rows)
    assert (job["written"], [s["why"] for s in job["skipped"]], len(job["notes"])) == (2, ["is a draft"], 1)
    page = '<html><head><meta name="visibility" content="internal"></head><body><h1>Alarm</h1><p>Code word heron.</p></body></html>'
    imported(served, "alarm.html", page)
    assert article(served, "alarm.html")["audience"] == "staff"
    intercom = {
        "type": "list",
        "data": [{"id": "7", "type": "internal_article", "title": "Keys", "body": "<p>In the tin.</p>"}],
    }
    imported(served, "intercom.json", json.dumps(intercom))
    assert article(served, "intercom/7")["audience"] == "staff"
    freshdesk = {
        "folders": [{"id": 1, "visibility": 1}, {"id": 2, "visibility": 3}],
        "articles": [
            {"id": 70, "title": "Opening", "description": "<p>Nine.</p>", "status": 2, "folder_id": 1},
            {"id": 71, "title": "Discounts", "description": "<p>Ten.</p>", "status": 2, "folder_id": 2},
            {"id": 72, "title": "Later", "description": "<p>Not yet.</p>", "status": 1, "folder_id": 1},
        ],
    }
    job = imported(served, "freshdesk.json", json.dumps(freshdesk))
    assert (job["written"], [s["why"] for s in job["skipped"]]) == (2, ["is a draft"])
    assert [article(served, f"freshdesk/{n}")["audience"] for n in (70, 71)] == ["public", "staff"]


def test_norway_is_read_and_near_misses_are_noted_and_doubles_refused(served: Served) -> None:
    job = imported(served, "north.md", "---\nregions: [NO, SE]\n---\nThe ferry leaves at seven.\n")
    assert (job["status"], job["notes"]) == ("succeeded", [])
    assert article(served, "north.md")["regions"] == ["NO", "SE"]
    job = imported(
        served, "slip.md", "---\nregion: [SE]\nvalid_form: 2026-01-01\nlayout: page\n---\nThe ferry leaves at eight.\n"
    )
    assert [n["message"].rpartition("did you mean ")[2] for n in job["notes"]] == ["'regions'?", "'valid_from'?"]
    job = imported(served, "twice.md", "---\ntitle: A\nregions: [SE]\nregions: [NO]\n---\nThe ferry leaves at nine.\n")
    assert job["status"] == "failed"
    assert "line 4: regions stands here twice" in job["errors"][0]["message"]


def test_mdx_is_read_without_its_program(served: Served) -> None:
    page = (
        "---\ntitle: Bowls of fig\n---\nimport { Note } from './x'\nexport const a = 1\n\n# Bowls of fig\n\n"
        "<Note>Our bowls hold 640 ml of cherrybroth.</Note>\n\n{/* todo: ask Jo */}\n"
    )
    job = imported(served, "docs.zip", zipped({"guide/bowls.mdx": page}))
    assert (job["status"], job["written"], job["skipped"]) == ("succeeded", 1, [])
    body = article(served, "guide/bowls.mdx")["body"]
    assert "Our bowls hold 640 ml of cherrybroth." in body
    assert not [left for left in ("import", "export", "todo", "<", "{") if left in body]


def test_mdx_keeps_code_words_and_what_readers_see_of_a_component() -> None:
    page = (
        'import X, {\n  Y,\n} from "../z"\n\n# Ports {#ports}\n\n<Tabs>\n    <Tab title="On a phone" x={{ a: ">" }}>\n'
        "        Open **Settings**; a < b.\n\n        ```js\n        import y from 'y'\n        <Foo/>\n        ```\n"
        "    </Tab>\n</Tabs>\n\nPort `{id}` is {'open'} {price}.<br/>\nimport your contacts first.\n"
    )
    read = mdx_to_markdown(page)
    assert "**On a phone**\n\nOpen **Settings**; a < b.\n\n```js\nimport y from 'y'\n<Foo/>\n```" in read
    assert "# Ports\n" in read
    assert "Port `{id}` is open ." in read
    assert "import your contacts first." in read
    assert 'from "../z"' not in read


@pytest.mark.parametrize(
    "files", [{"a.xyz": "nothing that can be read", "b.bin": b"\0\1\2"}, {"a.md": "---\ndraft: true\n---\nLater."}]
)
def test_a_job_that_wrote_and_kept_nothing_has_failed(served: Served, files: dict[str, bytes | str]) -> None:
    job = imported(served, "nothing.zip", zipped(files))
    assert (job["status"], job["written"], len(job["skipped"])) == ("failed", 0, len(files))
    assert "nothing" in job["errors"][0]["message"]


def command(tmp_path: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if not k.startswith("SUPPORTGRAPH_")}
    return run_command("kb", "import", str(folder), env={**env, "SUPPORTGRAPH_DATA_DIR": str(tmp_path / "data")})


def test_the_command_follows_no_links_reads_what_is_there_and_names_what_it_left(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    (outside / "more").mkdir(parents=True)
    (inside / "sub").mkdir(parents=True)
    (outside / "secret.md").write_text("# Payroll\n\nThe wages are zanzibarwage each.\n")
    (outside / "more" / "deep.md").write_text("# Board\n\nThe minutes say timbuktuplan.\n")
    (inside / "good.md").write_text("# Cups\n\nOur cups are of plumstoneware.\n")
    (inside / "sub" / "page.mdx").write_text("# Bowls\n\n<Note>Our bowls are of figstoneware.</Note>\n")
    (inside / "same.md").hardlink_to(inside / "good.md")
    (inside / "absolute.md").symlink_to(outside / "secret.md")
    (inside / "folder").symlink_to(outside / "more")
    (inside / "sub" / "up.md").symlink_to("../../outside/secret.md")
    (inside / "round").symlink_to(inside)
    (inside / "nowhere.md").symlink_to(tmp_path / "nowhere")
    os.mkfifo(inside / "pipe.md")
    done = command(tmp_path, inside)
    assert done.returncode == 0, done.stderr
    links = ["absolute.md", "folder", "nowhere.md", "round", "sub/up.md"]
    assert [line.split()[1].rstrip(":") for line in done.stdout.splitlines() if "link" in line] == links
    assert "3 written" in done.stdout
    stored = b"".join(p.read_bytes() for p in (tmp_path / "data").rglob("*") if p.is_file())
    assert b"plumstoneware" in stored
    assert b"figstoneware" in stored
    assert b"zanzibarwage" not in stored
    assert b"timbuktuplan" not in stored


def test_the_command_fails_in_a_clear_line_where_nothing_was_imported(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / "a.xyz").write_text("nothing that can be read")
    done = command(tmp_path, tmp_path / "none")
    assert done.returncode == 1
    assert f"Error: nothing of {tmp_path / 'none'} could be imported" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_zip_that_climbs_or_links_is_not_followed(served: Served) -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("../../etc/climb.md", "The climbword is here.")
        archive.writestr("/etc/absolute.md", "The absoluteword is here.")
        link = zipfile.ZipInfo("link.md")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("fine.md", "The fineword is here.")
    job = imported(served, "links.zip", made.getvalue())
    assert (job["written"], len(job["errors"]), len(job["skipped"])) == (1, 2, 1)

"""Uploads, made by code, and an upload's way through the API until its job has ended."""

import io
import time
import zipfile
from typing import Any

import docx
import fpdf

from tests.service import ADMIN, Served

MARKDOWN = """---
title: Gift wrapping
url: https://shop.example/help/gifts
regions: [US, GB]
locale: en-GB
valid_from: 2026-01-01
tags: gifts, paper
layout: page
---
We wrap presents in recycled paper for 4.50.
"""
HTML = """<!doctype html><html lang="de-DE"><head><title>Rückgabe | Laden</title>
<meta name="regions" content="DE, AT"><meta name="review_by" content="2027-05-01"><link rel="canonical" href="https://shop.example/r">
<style>p {color: red}</style></head><body><header><h1>Der Laden</h1></header><nav><a href="/">Startseite</a></nav>
<main><h1>Rückgabe</h1><p>Sie haben <b>30 Tage</b>. <a href="https://shop.example/form">Formular</a>
<a href="javascript:alert(1)">Knopf</a></p><p hidden>Geheimwort Sesam</p><div style="display: none">Tür</div>
<ul><li>Karton<li>Beleg</ul><table><tr><th>Land<th>Kosten<tr><td>DE<td>0 €</table><script>evil()</script></main>
<footer>Impressum</footer></body></html>"""


def send(served: Served, name: str, data: bytes, key: str = ADMIN, **headers: str) -> Any:
    headers = {"Authorization": f"Bearer {key}", **headers}
    return served.http.post("/v1/kb/import", files={"file": (name, data)}, headers=headers)


def ended(served: Served, job: dict[str, Any], seconds: float = 60) -> dict[str, Any]:
    until = time.monotonic() + seconds
    while job["status"] not in ("succeeded", "failed"):
        assert time.monotonic() < until, job
        time.sleep(0.05)
        job = served.call("GET", f"/v1/jobs/{job['id']}", key=ADMIN).json()["job"]
    assert job["done"] == job["total"] > 0, job
    return job


def imported(served: Served, name: str, data: bytes | str) -> dict[str, Any]:
    response = send(served, name, data.encode() if isinstance(data, str) else data)
    assert response.status_code == 202, response.text
    return ended(served, response.json()["job"])


def article(served: Served, source_id: str) -> dict[str, Any] | None:
    after = ""
    while after is not None:
        page = served.call("GET", f"/v1/kb/articles?limit=200{after and '&after=' + after}", key=ADMIN).json()
        for item in page["items"]:
            if item["source_id"] == source_id:
                return dict(item)
        after = page["next"]
    return None


def zipped(files: dict[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def pdf() -> bytes:
    """Three pages with a running title, page numbers, headings and a paragraph that goes on over the page's end."""

    class Paper(fpdf.FPDF):
        def header(self) -> None:
            self.set_font("Helvetica", size=8)
            self.cell(text="Harbour handbook, edition 7", new_x="LMARGIN", new_y="NEXT")

        def footer(self) -> None:
            self.set_y(-15)
            self.set_font("Helvetica", size=8)
            self.cell(text=f"Page {self.page_no()} of 3")

    paper = Paper()
    for title, text in (
        ("Care of brass lamps", "Rub the lamp with a dry cloth once a week. " * 9),
        ("Bulbs", "The lamp takes a bulb of 40 watts at most. " * 9),
        ("Switches", "A switch may be turned 9,000 times before it wears. " * 9),
    ):
        paper.add_page()
        paper.set_font("Helvetica", style="B", size=20 if title.startswith("Care") else 15)
        paper.cell(text=title, new_x="LMARGIN", new_y="NEXT")
        paper.set_font("Helvetica", size=11)
        paper.multi_cell(w=0, text=text)
    return bytes(paper.output())


def word() -> bytes:
    document = docx.Document()
    document.add_heading("Folding chairs", level=1)
    document.add_paragraph("The chair carries 120 kg.")
    document.add_heading("Storage", level=2)
    document.add_paragraph("Keep it dry.", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip([c for row in table.rows for c in row.cells], ("Colour", "Price", "Red", "49"), strict=True):
        cell.text = text
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()

"""An article from a PDF: headings by their size, paragraphs by their distance, page furniture out."""

import re
import statistics
from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from domain.knowledge import ArticleDraft
from domain.lazy_pattern import lazy_pattern
from kb.importing.fields import to_draft
from kb.importing.limits import Refused
from kb.importing.markdown import first_heading

_HYPHENS = "\x02\ufffe\xad"  # what PDFium puts where a word was parted


@dataclass(slots=True)
class Line:
    text: str
    size: float  # of its font, in points
    top: float  # from the page's lower edge, in points
    page: int


def pdf_lines(data: bytes) -> list[list[Line]]:
    """By page, in reading order. Raises ``Refused`` where the file is damaged, or locked by a password."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise Refused("is protected by a password" if locked else "is not a PDF that can be read") from None
    try:
        return [_page_lines(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError:
        raise Refused("is a PDF with damaged pages") from None
    finally:
        document.close()


def _page_lines(document: Any, number: int) -> list[Line]:  # Any: pypdfium2 has no types
    import pypdfium2.raw as raw

    text_page = document[number].get_textpage()
    lines: list[Line] = []
    letters: list[str] = []
    sizes: list[float] = []
    tops: list[float] = []

    def end() -> None:
        text = " ".join("".join(letters).split())
        if text and sizes:
            lines.append(Line(text, round(statistics.median(sizes), 1), max(tops, default=0.0), number))
        letters.clear()
        sizes.clear()
        tops.clear()

    for index in range(text_page.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text_page, index))
        if letter in "\r\n":
            end()
            continue
        letters.append("-\x00" if letter in _HYPHENS else letter)
        if not letter.isspace():
            _, bottom, _, top = text_page.get_charbox(index, loose=True)
            sizes.append(top - bottom)
            tops.append(top)
    end()
    return lines


_EDGE = 2  # lines at the top and the bottom of a page that may be furniture
_LARGER = 1.15  # than the text: a heading
_PAGE_NUMBER = lazy_pattern(r"\W*((page|p\.|seite|s\.)\s*)?\d{1,4}(\s*(of|/|von|de|sur)\s*\d{1,4})?\W*", re.IGNORECASE)
_ITEM = lazy_pattern(r"([•▪◦‣●○■–—*·-]|\d{1,3}[.)])\s+(?=\S)")


def read_pdf(path: str, data: bytes) -> ArticleDraft:
    """Raises ``Refused``."""
    lines = [line for page in _without_furniture(pdf_lines(data)) for line in page]
    if not lines:
        raise Refused("holds no text: its pages may be pictures")
    body = _markdown(lines)
    return to_draft({}, body, path, first_heading(body) or PurePosixPath(path).stem)


def _without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """Without the lines that stand at the edge of most pages, and without page numbers."""
    if len(pages) < 2:
        return pages
    seen = Counter(shape for page in pages for shape in {_shape(page[i].text) for i in _edges(page)})
    often = max(2, round(0.6 * len(pages)))
    return [
        [
            line
            for i, line in enumerate(page)
            if i not in _edges(page) or not (seen[_shape(line.text)] >= often or _PAGE_NUMBER.fullmatch(line.text))
        ]
        for page in pages
    ]


def _edges(page: list[Line]) -> set[int]:
    return {i for i in range(len(page)) if i < _EDGE or i >= len(page) - _EDGE}


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text).casefold()


def _markdown(lines: list[Line]) -> str:
    weights: Counter[float] = Counter()
    for line in lines:
        weights[line.size] += len(line.text)
    usual = weights.most_common(1)[0][0]
    larger = sorted({line.size for line in lines if _is_heading(line, usual)}, reverse=True)
    blocks: list[str] = []
    before: Line | None = None
    for line in lines:
        if _is_heading(line, usual):
            mark = "#" * min(1 + larger.index(line.size), 4)
            goes_on = before is not None and before.size == line.size and _is_near(before, line)
            blocks[-1:] = [f"{blocks[-1]} {line.text}"] if goes_on else [*blocks[-1:], f"{mark} {line.text}"]
        elif item := _ITEM.match(line.text):
            numbered = item.group(1)[0].isdigit()
            blocks.append(f"{item.group(1) if numbered else '-'} {line.text[item.end() :]}")
        elif before is None or _is_heading(before, usual) or not _is_near(before, line):
            blocks.append(line.text)
        else:
            blocks[-1] = _joined(blocks[-1], line.text)
        before = line
    return "\n\n".join(block.replace("-\x00", "-") for block in blocks)


def _is_heading(line: Line, usual: float) -> bool:
    return line.size >= _LARGER * usual and len(line.text) <= 150 and any(letter.isalpha() for letter in line.text)


def _is_near(before: Line, line: Line) -> bool:
    """Whether a line goes on with the paragraph of the one before; across pages, where that one ends no sentence."""
    if before.page != line.page:
        return not before.text.endswith((".", "!", "?", ":"))
    return -0.5 * line.size <= before.top - line.top <= 1.7 * max(before.size, line.size)


def _joined(block: str, text: str) -> str:
    if block.endswith("-\x00"):  # PDFium knows that a word was parted here
        return block[:-2] + text
    if re.search(r"[a-zß-ÿ]-$", block) and text[:1].islower():
        return block[:-1] + text
    return f"{block} {text}"

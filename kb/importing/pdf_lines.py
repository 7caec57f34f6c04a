"""The lines of a PDF's pages, each with its size and place."""

import statistics
from dataclasses import dataclass
from typing import Any

from kb.importing.refused import Refused

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

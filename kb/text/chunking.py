"""An article, cut into bite-sized questions and answers; plain text, cut into sentences and list items."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from domain.knowledge import ArticleDraft, SegmentDraft
from domain.lazy_pattern import lazy_pattern

# A full stop after these does not end a sentence.
_ABBREVIATIONS = (
    "e.g.",
    "i.e.",
    "etc.",
    "approx.",
    "incl.",
    "no.",
    "st.",
    "mr.",
    "mrs.",
    "ms.",
    "dr.",
    "vs.",
    "min.",
    "max.",
)
ITEM = lazy_pattern(r"^\s*(-|\d+\.|•)\s")  # begins an item of a list
_BORDER = lazy_pattern(r"(?<=[.!?])[\"')\]“”»]*\s+(?=[\"'(\[„“«]?[A-Z0-9À-ÞА-Я•-])")


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph, in order; nothing is lost but the white space between them."""
    parts: list[str] = []
    start = 0
    for border in _BORDER.finditer(text):
        before = text[start : border.start()].rsplit(maxsplit=1)
        if before and before[-1].lower() in _ABBREVIATIONS:
            continue
        parts.append(text[start : border.end()].strip())
        start = border.end()
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def units(answer: str) -> list[str]:
    """The sentences of an answer of several lines, in order; list items stay whole."""
    parts: list[str] = []
    for line in answer.splitlines():
        if line.strip():
            parts.extend([line.rstrip()] if ITEM.match(line) else sentences(line))
    return parts


_SHORT = 80  # words: an article up to here is one segment, whatever its headings
_LONGEST = 150  # words of one segment
_TARGET = 110
_TAG = lazy_pattern(r"<[^>]+>")
_MARKDOWN = MarkdownIt("commonmark").enable("table")


def chunk(draft: ArticleDraft) -> list[SegmentDraft]:
    """Cut by headings, and long sections at paragraphs, list items or sentences; no segment is over 150 words.

    Answers are plain text: links keep their words, lists and table rows are lines. An article without text has none.
    """
    segments: list[SegmentDraft] = []
    for path, blocks in _sections(draft):
        for answer in _pieces(blocks):
            question = _question(draft.title, path)
            segments.append(SegmentDraft(question=question, answer=answer, heading_path=path, position=len(segments)))
    return segments


def _sections(draft: ArticleDraft) -> list[tuple[list[str], list[str]]]:
    """(heading path, blocks of text) in order, empty sections left out."""
    sections: list[tuple[list[str], list[str]]] = [([], [])]
    path: list[tuple[int, str]] = []
    for node in SyntaxTreeNode(_MARKDOWN.parse(draft.body)).children:
        if node.type == "heading":
            level, heading = int(node.tag[1]), _inline(node)
            path = [(above, text) for above, text in path if above < level]
            if heading and _plain(heading) != _plain(draft.title):
                path.append((level, heading))
            sections.append(([text for _, text in path], []))
        else:
            text = "\n".join(_lines(node)).strip()
            if text:
                sections[-1][1].append(text)
    filled = [(headings, blocks) for headings, blocks in sections if blocks]
    if sum(_words(block) for _, blocks in filled for block in blocks) > _SHORT:
        return filled
    together = [line for headings, blocks in filled for line in ([_label(headings[-1])] if headings else []) + blocks]
    return [([], together)] if together else []


def _label(heading: str) -> str:
    return heading if heading[-1] in ".?!:" else f"{heading}:"


def _question(title: str, path: list[str]) -> str:
    if not path:
        return title
    if path[-1].endswith("?"):
        return f"{path[-1]} ({title})"
    return " – ".join([title, *path])


def _pieces(blocks: list[str]) -> Iterator[str]:
    piece, size = "", 0
    for joint, unit in _units(blocks):
        n = _words(unit)
        if piece and (size + n > _LONGEST or (size + n > _TARGET and size >= _TARGET // 2 and not piece.endswith(":"))):
            yield piece
            piece, size = "", 0
        piece = f"{piece}{joint}{unit}" if piece else unit
        size += n
    if piece:
        yield piece


def _units(blocks: list[str]) -> Iterator[tuple[str, str]]:
    """What may be parted, each with what joins it to the one before: whole blocks while these are small enough."""
    if sum(_words(block) for block in blocks) <= _LONGEST:
        yield "", "\n\n".join(blocks)
        return
    for block in blocks:
        joint = "\n\n"
        if _words(block) <= _TARGET:
            yield joint, block
            continue
        for line in block.splitlines():
            for sentence in sentences(line):
                words = sentence.split()
                for start in range(0, len(words), _LONGEST):  # an endless "sentence" is parted where it must
                    yield joint, sentence if len(words) <= _LONGEST else " ".join(words[start : start + _LONGEST])
                    joint = " "
            joint = "\n"


def _lines(node: SyntaxTreeNode, indent: str = "") -> Iterator[str]:
    match node.type:
        case "bullet_list" | "ordered_list":
            first = int(node.attrs.get("start", 1))
            for number, item in enumerate(node.children, first):
                mark = "-" if node.type == "bullet_list" else f"{number}."
                body = [line for child in item.children for line in _lines(child)]
                for i, line in enumerate(body):
                    yield f"{indent}{mark} {line}" if i == 0 else f"{indent}  {line}"
        case "fence" | "code_block":
            yield from (indent + line for line in node.content.rstrip().splitlines())
        case "html_block":
            yield from (line.strip() for line in _TAG.sub(" ", node.content).splitlines() if line.strip())
        case "table":
            for row in node.walk():
                if row.type == "tr":
                    yield indent + " | ".join(_inline(cell) for cell in row.children)
        case "paragraph" | "heading":
            yield from (indent + line for line in _inline(node).splitlines())
        case _:
            for child in node.children:
                yield from _lines(child, indent)


def _inline(node: SyntaxTreeNode) -> str:
    text = ""
    for part in node.walk():
        match part.type:
            case "text" | "code_inline":
                text += part.content
            case "softbreak":
                text += " "
            case "hardbreak":
                text += "\n"
            case "html_inline":
                text += _TAG.sub("", part.content)
    return text.strip()


def _words(text: str) -> int:
    return len(text.split())


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()

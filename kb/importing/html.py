"""An article from a web page: its main part as Markdown, without scripts, navigation and hidden parts."""

import re
from pathlib import PurePosixPath

from bs4 import BeautifulSoup, Comment, Doctype, Tag
from markdownify import ATX, MarkdownConverter

from domain.importing import Document, Reading, Skipped
from domain.lazy_pattern import lazy_pattern
from kb.importing.fields import FIELDS, to_draft, web_address
from kb.importing.limits import Refused
from kb.importing.source_audience import source_audience

_NEVER = {
    *("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video"),
    *("form", "button", "input", "select", "textarea", "nav", "dialog", "head"),
}
_AROUND = ["header", "footer", "aside"]  # of the page; inside the article they are part of it
_ROLES = {"navigation", "banner", "contentinfo", "search", "complementary", "dialog"}
_CLASSES = {"nav", "navbar", "navigation", "breadcrumb", "breadcrumbs", "sidebar", "site-header", "site-footer", "footer"}
_UNSEEN = lazy_pattern(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d]*[1-9])"
)
_DEEPEST = 150  # elements in one another
_META = {**{name: name for name in FIELDS if name not in ("title", "audience")}, "region": "regions", "language": "locale"}


def read_html(path: str, text: str) -> Reading:
    """Title from the first ``<h1>``, else ``<title>``; locale from ``lang``; other fields from ``<meta>`` of their names.

    One article, or none where the page is a draft. Raises ``Refused``."""
    soup = BeautifulSoup(text, "lxml")
    fields, named, any_heading = _fields(soup), _text(soup.title), _text(soup.find("h1"))
    shown = source_audience(_metas(soup))
    if shown.unpublished:
        return Reading(skipped=[Skipped(file=path, why=shown.why_skipped)])
    root = _main_part(soup)
    title = _text(root.find("h1")) or named or any_heading or PurePosixPath(path).stem
    draft = to_draft({**fields, "audience": shown.readers}, _markdown(root), path, title)
    return Reading(documents=[Document(file=path, draft=draft)], notes=shown.notes(path))


def html_to_markdown(fragment: str) -> str:
    """Raises ``Refused`` for what nests without end."""
    return _markdown(_main_part(BeautifulSoup(fragment, "lxml")))


def _main_part(soup: BeautifulSoup) -> Tag:
    """The page's main part; what is not to be read is cut out of ``soup``."""
    _strip(soup)
    found = (soup.find_all("main"), [t for t in soup.find_all(True) if t.get("role") == "main"], soup.find_all("article"))
    mains = next((tags for tags in found if tags), [])
    return mains[0] if len(mains) == 1 and mains[0].get_text(strip=True) else soup.body or soup


def _markdown(root: Tag) -> str:
    made = _Converter(heading_style=ATX, bullets="-", strip=["img"], table_infer_header=True).convert_soup(root)
    return re.sub(r"\n{3,}", "\n\n", str(made)).strip()


class _Converter(MarkdownConverter):
    """Links that lead somewhere keep their address, the others their words."""

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if not web_address(el.get("href")):
            return text
        return str(super().convert_a(el, text, parent_tags))  # type: ignore[misc]  # made by name, which its stubs do not know


def _fields(soup: BeautifulSoup) -> dict[str, object]:
    fields: dict[str, object] = {}
    lang = soup.html.get("lang") if soup.html else None
    if isinstance(lang, str) and re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", lang.strip()):
        fields["locale"] = lang.strip()
    link = soup.find("link", rel="canonical")
    if isinstance(link, Tag) and web_address(link.get("href")):
        fields["url"] = link.get("href")
    return fields | {_META[name]: content for name, content in _metas(soup).items() if name in _META}


def _metas(soup: BeautifulSoup) -> dict[str, str]:
    named = (
        (str(m.get("name", "")).strip().lower().replace("-", "_"), str(m.get("content", "")).strip())
        for m in soup.find_all("meta")
    )
    return {name: content for name, content in named if content}


def _strip(soup: BeautifulSoup) -> None:
    waiting: list[tuple[Tag, int]] = [(soup, 0)]
    while waiting:
        tag, depth = waiting.pop()
        if depth > _DEEPEST:
            raise Refused("is nested too deeply")
        for child in list(tag.contents):
            if isinstance(child, Comment | Doctype):
                child.extract()
            elif isinstance(child, Tag):
                if _is_left_out(child):
                    child.decompose()
                else:
                    waiting.append((child, depth + 1))


def _is_left_out(tag: Tag) -> bool:
    if tag.name in _NEVER:
        return True
    if tag.name in _AROUND and tag.find_parent(["main", "article"]) is None and tag.find("main") is None:
        return True
    if tag.name in ("html", "body", "main"):
        return False
    if tag.has_attr("hidden") or str(tag.get("aria-hidden", "")).lower() == "true":
        return True
    if str(tag.get("role", "")).lower() in _ROLES or _UNSEEN.search(str(tag.get("style", "")).lower()):
        return True
    classes = tag.get("class")
    return bool(_CLASSES.intersection(classes if isinstance(classes, list) else ()))


def _text(tag: Tag | None) -> str:
    return " ".join(tag.get_text(" ").split()) if tag else ""

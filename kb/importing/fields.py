"""An article's fields from what a file says of itself: front matter, meta tags, columns."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from pydantic import ValidationError

from domain.clock import in_utc
from domain.countries import REGIONS
from domain.knowledge import LINK, ArticleDraft
from domain.lazy_pattern import lazy_pattern
from kb.importing.decode import clean
from kb.importing.limits import LONGEST_BODY, LONGEST_PATH, LONGEST_TITLE, Refused

FIELDS = ("title", "audience", "url", "regions", "locale", "valid_from", "valid_until", "review_by", "tags", "source_id")
_TIMES = ("valid_from", "valid_until", "review_by")
_EVERYWHERE = {"*", "all", "everywhere", "any"}
_LOCALE = lazy_pattern(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_SHORT_DATE = lazy_pattern(r"^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")


def to_draft(fields: Mapping[str, object], body: str, source_id: str, title: str) -> ArticleDraft:
    """The article; ``source_id`` and ``title`` stand in where ``fields`` has none. Raises ``Refused`` with the field's name."""
    body = clean(body).strip()
    if not re.search(r"\w", body):
        raise Refused("is empty: it holds no text")
    if len(body) > LONGEST_BODY:
        raise Refused(f"is longer than {LONGEST_BODY:,} characters: part it into several articles")
    given = {name: value for name, value in fields.items() if name in FIELDS and value not in (None, "", [])}
    source = _line(given.get("source_id")) or clean(source_id)
    if len(source) > LONGEST_PATH:
        raise Refused(f"has a source_id of more than {LONGEST_PATH} characters")
    times = {name: _time(name, given[name]) for name in _TIMES if name in given}
    if times.get("valid_from") and times.get("valid_until") and times["valid_from"] >= times["valid_until"]:
        raise Refused("ends before it begins: valid_until is not after valid_from")
    try:
        return ArticleDraft(
            title=shortened(_line(given.get("title")) or title) or source,
            body=body,
            url=_url(given.get("url")),
            audience="staff" if given.get("audience") == "staff" else "public",
            regions=_regions(given.get("regions")),
            locale=_locale(given.get("locale")),
            tags=[tag[:200] for tag in _words(given.get("tags"), r"[,;|]")][:50],
            source_id=source,
            **times,
        )
    except ValidationError as error:
        raise Refused(f"has a {error.errors()[0]['loc'][0]} that is not valid") from None


def shortened(title: str) -> str:
    """A title of one line and at most 300 characters."""
    title = " ".join(clean(title).split())
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"


def web_address(value: object) -> str | None:
    """The address, if it is one that may be linked to."""
    text = _line(value)
    return text if text and len(text) <= 2000 and LINK.fullmatch(text) else None


def _line(value: object) -> str:
    return " ".join(clean(str(value)).split()) if isinstance(value, str | int | float) and value is not True else ""


def _url(value: object) -> str | None:
    if value is not None and web_address(value) is None:
        raise Refused("has a url that is no http(s) address")
    return web_address(value)


def _words(value: object, separators: str) -> list[str]:
    parts = re.split(separators, value) if isinstance(value, str) else value if isinstance(value, list) else []
    return [word for part in parts if (word := _line(part))]


def _regions(value: object) -> list[str]:
    words = [word.upper() for word in _words(value, r"[\s,;|]+") if word.lower() not in _EVERYWHERE]
    if value is not None and not isinstance(value, str | list):
        raise Refused("has regions that are no list of country codes")
    if not REGIONS.issuperset(words):
        raise Refused("has regions that are not country codes of two letters")
    return sorted(set(words), key=words.index)


def _locale(value: object) -> str | None:
    text = _line(value)
    if value is not None and (not _LOCALE.fullmatch(text) or len(text) > 35):
        raise Refused("has a locale that is no language tag such as de or en-GB")
    language, _, rest = text.replace("_", "-").partition("-")
    return f"{language.lower()}-{rest.upper() if len(rest) == 2 else rest}" if rest else language.lower() or None


def _time(name: str, value: object) -> datetime:
    """A bare date is its first instant in UTC, and so is a time without a zone."""
    try:
        if isinstance(value, str):
            value = _SHORT_DATE.sub(lambda m: f"{m[1]}-{int(m[2]):02}-{int(m[3]):02}", value)  # 2026-1-5
        moment = datetime.fromisoformat(value.strip()) if isinstance(value, str) else value
    except ValueError:
        raise Refused(f"has a {name} that is no date such as 2026-12-31") from None
    if isinstance(moment, date) and not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    if not isinstance(moment, datetime):
        raise Refused(f"has a {name} that is no date such as 2026-12-31")
    try:
        return in_utc(moment)
    except ValueError as error:
        raise Refused(f"has a {name} that {error}") from None

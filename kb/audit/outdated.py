"""Articles whose time has passed, soon passes, or that customers find useless."""

import re
from datetime import datetime, timedelta

from domain.figures import figures
from domain.knowledge_care import ArticleUse
from domain.lazy_pattern import lazy_pattern
from kb.audit.reading import Reading

_SOON = timedelta(days=14)
_RATINGS, _USELESS = 5, 0.3  # ratings at least, and the share of helpful ones below which an article is looked at
_ENDS = lazy_pattern(
    r"\b(?:until|till|through|before|by|ends?|ended|expires?|expired)\W+(?:on\W+|the\W+|end\W+of\W+)*$", re.IGNORECASE
)


def outdated(reading: Reading, use: ArticleUse, now: datetime) -> list[str]:
    """Why an article should be looked at, in plain words; empty where nothing says so."""
    article = reading.article
    reasons = []
    if article.valid_until and article.valid_until <= now:
        reasons.append(f"not served since {article.valid_until:%Y-%m-%d}: its validity has ended")
    elif article.valid_until and article.valid_until <= now + _SOON:
        reasons.append(f"its validity ends on {article.valid_until:%Y-%m-%d}")
    if article.review_by and article.review_by <= now:
        reasons.append(f"its review was due on {article.review_by:%Y-%m-%d}")
    passed = _date_passed(reading.plain, now)
    if passed and not (article.valid_until and article.valid_until <= now):
        reasons.append(f"it names a date that has passed: “{passed}”")
    helpful, n = use.ratings.get(article.id, (0, 0))
    if n >= _RATINGS and helpful <= _USELESS * n:
        reasons.append(f"customers find it of no help: {helpful} of {n} ratings are good")
    return reasons


def _date_passed(text: str, now: datetime) -> str | None:
    """A full date that something lasts until, in the past. When something began may well lie in the past."""
    for figure in figures(text):
        if figure.kind == "date" and figure.unit == "year" and figure.value < f"{now:%Y-%m-%d}":
            lead = _ENDS.search(text[: figure.start])
            if lead:
                return text[lead.start() : figure.end]
    return None

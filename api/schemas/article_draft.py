"""An article as it is sent, into an article as it is stored."""

from datetime import datetime

from pydantic import ValidationError

from api.schemas.requests import ArticleBody
from domain.errors import ValidationFailed
from domain.knowledge import ArticleDraft


def article_draft(body: ArticleBody, source_id: str | None = None) -> ArticleDraft:
    """The article as it is stored; times without a zone are UTC. Raises ``ValidationFailed``."""
    times: dict[str, datetime] = {}
    errors = []
    for name in ("valid_from", "valid_until", "review_by"):
        value = getattr(body, name)
        if value is None:
            continue
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            errors.append({"field": name, "message": "is not an RFC 3339 time"})
            continue
        times[name] = moment if moment.tzinfo else datetime.fromisoformat(f"{moment.isoformat()}+00:00")
    if errors:
        raise ValidationFailed("", errors)
    try:
        return ArticleDraft.model_validate({**body.model_dump(), **times, "source_id": source_id})
    except ValidationError as error:
        raise ValidationFailed("", [{"field": str(e["loc"][0]), "message": e["msg"]} for e in error.errors()]) from None

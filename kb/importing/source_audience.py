"""Whom a source shows an article to: everybody, some, or nobody yet. In doubt it is kept for staff, and that is said."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from domain.importing import Note
from domain.knowledge import Readers

# Under these names sources write who may read: front matter, columns, meta tags, other systems' exports.
_WHO = (
    *("audience", "visibility", "visible_to", "viewable_by", "access", "access_level", "permission", "permissions"),
    "privacy",
)
_KIND = ("type", "article_type")  # of a document: only words of ours for readers count there
_STATE = ("status", "state", "publish_status", "publication_status", "workflow_state")
_FOR_SOME = (  # a list of those who may, or a yes
    *(
        "user_segment_id",
        "user_segment_ids",
        "user_segments",
        "segment_id",
        "segment_ids",
        "segments",
        "company_segment_ids",
    ),
    *("allowed_roles", "allowed_groups", "required_role", "required_roles", "roles", "groups", "user_groups", "teams"),
    *(
        "internal",
        "private",
        "staff_only",
        "agents_only",
        "members_only",
        "restricted",
        "confidential",
        "hidden",
        "unlisted",
    ),
    *("section_restricted", "category_restricted", "folder_restricted"),
    *("login_required", "requires_login", "require_login", "requires_auth", "auth_required", "protected", "password"),
)
_OPEN = {
    *(
        "public",
        "everyone",
        "everybody",
        "all",
        "all_users",
        "all users",
        "anyone",
        "anonymous",
        "external",
        "customers",
        "customer",
    ),
    *("visible", "published", "open", "world", "1", "article", "guest", "guests"),
}
_CLOSED = {
    *("staff", "internal", "agents", "agent", "employees", "employee", "team", "private", "restricted", "signed_in_users"),
    *("logged_in", "logged_in_users", "logged in", "logged-in", "members", "hidden", "unlisted", "confidential", "password"),
    *("support", "admins", "admin", "partners", "selected_companies"),
}
_CLOSED_KINDS = {"internal", "internal_article", "internal article", "private"}
_CLOSED_NUMBERS = {"2", "3", "4", "5"}  # Freshdesk's `visibility`: signed in, agents, some companies, bots
_UNPUBLISHED = {
    *(
        "draft",
        "drafts",
        "unpublished",
        "notpublished",
        "not_published",
        "archived",
        "archive",
        "trash",
        "trashed",
        "deleted",
    ),
    *("pending", "in_review", "review", "scheduled", "inactive", "disabled", "wip", "hidden"),
}
_NO = {"", "0", "false", "no", "none", "null", "off", "n"}


@dataclass(frozen=True)
class SourceAudience:
    """``unpublished`` or ``restricted``: why, in the source's own word; None where it is not so."""

    unpublished: str | None = None
    restricted: str | None = None

    @property
    def why_skipped(self) -> str:
        return "is a draft" if "draft" in (self.unpublished or "") else f"is not published ({self.unpublished})"

    @property
    def readers(self) -> Readers:
        return "staff" if self.restricted else "public"

    def notes(self, file: str) -> list[Note]:
        why = self.restricted
        return [Note(file=file, message=f"is shown to some only where it comes from ({why}): kept for staff")] if why else []


def source_audience(fields: Mapping[str, object], *, asks_for_ours: bool = False) -> SourceAudience:
    """``asks_for_ours``: the fields are meant for us, so a word for readers that is not known closes the article."""
    given = {re.sub(r"[\s-]+", "_", str(name).strip().lower()): value for name, value in fields.items()}
    for name in ("draft", "is_draft", "archived", "unpublished"):
        if _says_yes(given.get(name)):
            return SourceAudience(unpublished=name)
    for name in ("published", "publish", "is_published"):
        if name in given and given[name] is not None and not _says_yes(given[name]):
            return SourceAudience(unpublished=f"{name}: false")
    for name in _STATE:
        if _word(given.get(name)) in _UNPUBLISHED:
            return SourceAudience(unpublished=f"{name}: {_word(given[name])}")
    return SourceAudience(restricted=_restriction(given, asks_for_ours))


def _restriction(given: Mapping[str, object], asks_for_ours: bool) -> str | None:
    for name in _FOR_SOME:
        if _says_yes(given.get(name)):
            return name
    for name in ("public", "is_public"):
        if name in given and given[name] is not None and not _says_yes(given[name]):
            return f"{name}: false"
    for name in (*_WHO, *_STATE):
        value = given.get(name)
        words = [_word(v) for v in value] if isinstance(value, list) else [_word(value)]
        closed = _CLOSED | _CLOSED_NUMBERS if name == "visibility" else _CLOSED
        if closed.intersection(words):
            return f"{name}: {next(w for w in words if w in closed)}"
        if asks_for_ours and name == "audience" and value not in (None, "", []) and not _OPEN.intersection(words):
            return f"{name}, with a word that is not known"
    return next((f"{name}: {_word(given[name])}" for name in _KIND if _word(given.get(name)) in _CLOSED_KINDS), None)


def _word(value: object) -> str:
    return (
        " ".join(str(value).strip().lower().split()) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    )


def _says_yes(value: object) -> bool:
    """Whether a mark is set: true, a word that is no "no", an id, a list that holds something."""
    if isinstance(value, str):
        return value.strip().lower() not in _NO
    return bool(value)

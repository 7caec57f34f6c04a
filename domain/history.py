"""What the service is set up with, and who changed it when: policy, texts, page triggers, articles, shares and experiments."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

from domain.audit import Actor
from domain.conversation import JsonObject

ChangeKind = Literal["policy", "texts", "triggers", "article", "rollout", "experiment"]
CHANGE_KINDS: tuple[str, ...] = get_args(ChangeKind)
FileKind = Literal["policy", "texts", "triggers"]
FILE_KINDS: tuple[FileKind, ...] = get_args(FileKind)  # they change with a restart, and are put back by hand
THE_SERVICE = Actor(name="the service", role="service")


class Tested(BaseModel):
    """What was known of a change when it was made: a suite's result, a remedy's trial, an experiment's verdict."""

    what: str
    passed: int | None = None
    total: int | None = None
    words: str | None = None


@dataclass
class Authored:
    """Whose hand a unit of work is, for what it changes; and why, where it is more than an edit."""

    by: Actor = field(default_factory=lambda: THE_SERVICE)
    reverts: str | None = None
    tests: list[Tested] = field(default_factory=list)


class ChangeSet(BaseModel):
    """``content`` is what it was changed to: files by name, an article's revision, shares, an experiment; ``previous`` the
    change of the same thing before this one; ``reverts`` the one that was taken back by it."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    at: datetime
    author: str
    role: str
    kind: ChangeKind
    subject: str | None  # the id of the article or experiment
    name: str
    fingerprint: str  # SHA-256: equal contents, equal fingerprints
    content: JsonObject
    tests: list[Tested]
    previous: str | None
    reverts: str | None


class Configuration(BaseModel):
    """What a process was started with: the change sets that brought its files. Turns name it by ``id``."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    release: str
    policy: str
    texts: str
    triggers: str
    first_at: datetime

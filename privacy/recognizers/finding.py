"""What a recognizer reports."""

from typing import NamedTuple

from domain.personal_data import PersonalDataKind


class Finding(NamedTuple):
    """``start`` and ``end`` are offsets of the folded text; ``is_sure`` is False for a guess that any rule outweighs."""

    kind: PersonalDataKind
    start: int
    end: int
    is_sure: bool = True

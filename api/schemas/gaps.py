"""Bodies of the gaps' call."""

from api.schemas.listing import Listing
from domain.knowledge_care import Gap, GapDraft


class GapShown(Gap):
    draft: GapDraft | None  # out of what a person answered there


class GapListing(Listing[GapShown]):
    """``unread``: questions, the oldest, that there was no time to read yet; whoever asks again gets further."""

    unread: int

"""Bodies of the scores' calls."""

from typing import Annotated

from pydantic import Field

from api.schemas.fields import Body, Comment
from domain.scores import Dimension, Value


class ReviewBody(Body):
    """A person's own reading: ``value`` 1 (as it should be), 0 (not so) or null (does not apply)."""

    dimension: Dimension
    value: Annotated[Value, Field()]
    note: Comment | None = None

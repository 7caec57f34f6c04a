"""Requests whose JSON is UTF-8, as RFC 8259 has it."""

from typing import Any

from litestar import Request
from litestar.exceptions import ValidationException


class JsonRequest(Request[Any, Any, Any]):
    """Litestar's own, which passes on what its parser says of bytes that are no text as an error of ours."""

    async def json(self) -> Any:  # Any: what JSON may hold
        """Raises ``ValidationException`` where the body is not UTF-8, and what Litestar raises."""
        try:
            return await super().json()
        except UnicodeDecodeError:
            raise ValidationException(extra=[{"key": "", "message": "the body is not UTF-8 text"}]) from None

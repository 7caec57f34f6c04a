"""A file, or a part of one, that is no article."""


class Refused(Exception):
    """``message`` completes "this file …" and is shown: it quotes nothing of the content."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

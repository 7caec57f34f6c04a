"""Long messages in pieces: what must never be missed is looked for in each, also where other rules stop reading."""

LONGEST = 2000  # characters that one rule reads at once
_SHARED = 200  # characters of a piece that the next one begins with, so that no sentence of danger is cut in two


def in_pieces(text: str) -> list[str]:
    """The text in pieces of ``LONGEST`` characters at most, cut between words where there is a space; a short one is its only piece."""
    pieces, at = [], 0
    while len(text) - at > LONGEST:
        space = text.rfind(" ", at + LONGEST - _SHARED, at + LONGEST)
        end = space if space > 0 else at + LONGEST
        pieces.append(text[at:end])
        at = end - _SHARED
    return [*pieces, text[at:]]

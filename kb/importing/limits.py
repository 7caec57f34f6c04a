"""How much an import takes (`docs/knowledge.md` states it), and the refusal of what is no article."""

LONGEST_BODY = 200_000  # characters of an article, as in the editor
LONGEST_TITLE = 300  # characters; a longer one is cut
LONGEST_PATH = 500  # characters of a source_id
LARGEST_FILE = 16 << 20  # bytes of one file, unpacked
LARGEST_ARCHIVE = 256 << 20  # bytes of all files of an archive, unpacked
MOST_FILES = 20_000  # in one archive
MOST_BAD_ROWS = 1000  # of one table; then the rest is not read
READ_SECONDS = 30.0  # for one file
READ_MEMORY = 2 << 30  # bytes of address space of the process that reads files


class Refused(Exception):
    """``message`` completes "this file …" and is shown: it quotes nothing of the content."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

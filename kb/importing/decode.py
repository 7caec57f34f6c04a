"""Text from bytes of an encoding that nobody named."""

from domain.lazy_pattern import lazy_pattern
from kb.importing.limits import Refused

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_FEW = 0.15  # of the bytes: a Western text has about so many letters with accents at most
_JUNK = lazy_pattern(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]")  # without tab, line ends, form feed, NEL
_UNWANTED = lazy_pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufeff]")


def decode(data: bytes) -> str:
    """The text, with ``\\n`` line ends and nothing in it that a database refuses. Raises ``Refused`` for what is no text."""
    text = _decoded(data)
    if len(_JUNK.findall(text[:100_000])) > max(1, len(text[:100_000]) // 100):
        raise Refused("is not a text file")
    return clean(text)


def clean(text: str) -> str:
    """One kind of line end, no control characters, no halves of surrogate pairs."""
    return _UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _decoded(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                raise Refused(f"is not {encoding.removesuffix('-sig').upper()} text, though it says so") from None
    wide = _utf_16(data)
    if wide is None and b"\x00" not in data[:4096]:
        for encoding in ("utf-8", *_single_byte(data)):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    return wide or _guessed(data)


def _utf_16(data: bytes) -> str | None:
    """Without a mark: of mostly Latin text every other byte is zero."""
    head = data[:4096]
    for zeros, encoding in ((head[1::2], "utf-16-le"), (head[0::2], "utf-16-be")):
        if len(zeros) >= 4 and zeros.count(0) > 0.4 * len(zeros) and head.count(0) < 0.6 * len(head):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    return None


def _single_byte(data: bytes) -> tuple[str, ...]:
    """A guesser needs many letters to tell encodings apart; few accents in a text are Western European most of the time."""
    high = sum(byte >= 0x80 for byte in data[:100_000])
    return ("cp1252", "latin-1") if high <= _FEW * len(data[:100_000]) else ()


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    if best is None:
        raise Refused("is not a text file, or in an encoding that cannot be told")
    return data.decode(best.encoding, "replace")

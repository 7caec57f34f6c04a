"""The pages' scripts and styles: read, compressed and hashed once, at the start."""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from litestar import HttpMethod, Request, Response, route
from litestar.params import FromPath

from domain.errors import NotFound

# A new release is seen within minutes, and a page never waits for it: an old script calls a newer service well.
_CACHE = "public, max-age=300, stale-while-revalidate=86400"


@dataclass(frozen=True)
class StaticFile:
    media_type: str
    plain: bytes
    packed: bytes
    tag: str

    @classmethod
    def read(cls, path: Path) -> "StaticFile":
        plain = path.read_bytes()
        media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        # mtime=0: the same file is the same bytes in every process
        return cls(media_type, plain, gzip.compress(plain, 9, mtime=0), hashlib.sha256(plain).hexdigest()[:20])


class StaticFiles:
    """The files of a folder, without its subfolders."""

    def __init__(self, folder: Path) -> None:
        self._files = (
            {path.name: StaticFile.read(path) for path in folder.iterdir() if path.is_file()} if folder.is_dir() else {}
        )

    def answer(self, name: str, request: Request[Any, Any, Any]) -> Response[bytes]:
        """Raises ``NotFound``. Compressed where the client takes it, and nothing where it has this very file already."""
        file = self._files.get(name)
        if file is None:
            raise NotFound
        is_packed = _takes_gzip(request.headers.get("accept-encoding", ""))
        tag = f'"{file.tag}{"-gz" if is_packed else ""}"'
        headers = {"Cache-Control": _CACHE, "ETag": tag, "Vary": "Accept-Encoding"}
        if tag in (part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")):
            return Response(b"", status_code=304, headers=headers, media_type=file.media_type)
        if is_packed:
            headers["Content-Encoding"] = "gzip"
        return Response(file.packed if is_packed else file.plain, headers=headers, media_type=file.media_type)


def _takes_gzip(accepted: str) -> bool:
    """Whether ``Accept-Encoding`` names gzip, or everything, with a weight that is not 0 (RFC 9110, 12.5.3)."""
    for part in accepted.lower().split(","):
        name, _, weight = part.strip().partition(";")
        if name.strip() in ("gzip", "*"):
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


_STATIC = Path(__file__).parents[1] / "web" / "static"
_FILES = StaticFiles(_STATIC)


@route(
    "/static/{name:str}",
    http_method=[HttpMethod.GET, HttpMethod.HEAD],
    summary="A script, style or picture of the pages",
    include_in_schema=False,
    sync_to_thread=False,
)
def static_file(request: Request[Any, Any, Any], name: FromPath[str]) -> Response[bytes]:
    return _FILES.answer(name, request)

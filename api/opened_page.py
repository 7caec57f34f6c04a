"""The page on which a chat was opened, as it may be stored: where it is, and not what its address carries."""

from urllib.parse import SplitResult, quote, unquote, urlsplit

from api.schemas.conversations import PageBody
from domain.conversation import Page
from graphs.turns.masking import Masking


async def masked_page(masking: Masking, page: PageBody) -> Page:
    return Page(url=await _place(masking, page.url), kind=page.kind, title=await masking.alone(page.title))


async def _place(masking: Masking, url: str) -> str:
    """Scheme, host and path, the path masked. Queries, fragments and credentials hold tokens, searches and addresses."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or masking.masker.completes_split_number([host], parts.path.replace("/", " ")):
        return ""
    # A line each: in one line "orders/ana@example.org" is one address.
    path = (await masking.alone(unquote(parts.path).replace("/", "\n")) or "").replace("\n", "/")
    host = await masking.alone(host) or ""
    return SplitResult(parts.scheme, f"{host}{port}", quote(path, safe="/[]"), "", "").geturl()

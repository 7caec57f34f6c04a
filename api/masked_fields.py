"""Fields that are kept and shown as they are: names that staff give to things hold nothing that the mask would hide, and the page on
which a chat was opened says where it is, and not what its address carries.
"""

from collections.abc import Mapping
from urllib.parse import SplitResult, quote, unquote, urlsplit

from api.schemas.conversations import PageBody
from api.service import Service
from domain.conversation import Page
from domain.errors import ValidationFailed
from graphs.turns.masking import Masking

_MAY_BE_SAID = "name"  # a suite or a file may be called after somebody


async def refuse_personal_data(service: Service, labels: Mapping[str, str | None]) -> None:
    """``labels``: by the field that they stand in. Raises ``ValidationFailed`` for each that holds personal data but a name."""
    masking, wrong = service.masking, []
    for field, text in labels.items():
        found = await masking.in_lane(len(text), masking.masker.find, text) if text else []
        if any(one.kind != _MAY_BE_SAID for one in found):
            wrong.append({"field": field, "message": "holds personal data, and would be kept and shown as it is"})
    if wrong:
        raise ValidationFailed("", wrong)


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

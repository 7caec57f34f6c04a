"""Names that staff give to things are kept and shown as they are: none may hold what the mask would hide."""

from collections.abc import Mapping

from api.service import Service
from domain.errors import ValidationFailed

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

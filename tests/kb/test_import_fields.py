"""Fields of a file that no article can have are an error of that file."""

import pytest

from kb.importing.fields import to_draft
from kb.importing.limits import Refused


@pytest.mark.parametrize(
    "fields",
    [
        {"valid_until": "9999-12-31T23:59:59-14:00"},
        {"valid_from": "0001-01-01T00:00:00+14:00"},
        {"valid_from": "2026-05-01", "valid_until": "2026-04-01"},
        {"url": "javascript:alert(1)"},
        {"url": "//elsewhere.example/"},
        {"regions": "ZZ"},
    ],
)
def test_a_field_that_cannot_be_is_refused(fields: dict[str, str]) -> None:
    with pytest.raises(Refused):
        to_draft(fields, "Rub it with oil.", "trays.md", "Trays")

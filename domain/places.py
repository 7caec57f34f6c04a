"""Countries that make up a place of several."""

EU_MEMBERS = frozenset(
    {
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    }
)  # https://european-union.europa.eu/principles-countries-history/eu-countries_en


def is_within(place: str | None, allowed: str) -> bool:
    """Whether a country lies in a place: itself, or the European Union."""
    return place == allowed or (allowed == "EU" and place in EU_MEMBERS)

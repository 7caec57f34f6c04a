"""The regions that a text names; and a regional text without the name of its own region: to a customer who is there, the name is no
part of the matter.

Measured with MiniLM: "How long does delivery take?" is at cosine .89 to a text with the same title, and at .57 to one that
adds "in Germany". Without the names, the text for the customer's own region would lose to the general one.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from domain.lazy_pattern import lazy_pattern

# English and own names. A region that is not listed keeps its name in the text, and only ranks a little lower.
_NAMES = {
    "AT": "Austria|Österreich",
    "AU": "Australia",
    "BE": "Belgium|Belgique|België",
    "BR": "Brazil|Brasil",
    "CA": "Canada",
    "CH": "Switzerland|Schweiz|Suisse",
    "CZ": "the Czech Republic|Czechia",
    "DE": "Germany|Deutschland",
    "DK": "Denmark|Danmark",
    "ES": "Spain|España",
    "EU": "the European Union|the EU|Europe",
    "FI": "Finland|Suomi",
    "FR": "mainland France|France|Frankreich",
    "GB": "the United Kingdom|the UK|UK|Great Britain|Britain|England",
    "GR": "Greece",
    "HU": "Hungary",
    "IE": "Ireland",
    "IN": "India",
    "IT": "Italy|Italia",
    "JP": "Japan",
    "LU": "Luxembourg",
    "MX": "Mexico|México",
    "NL": "the Netherlands|Nederland",
    "NO": "Norway|Norge",
    "NZ": "New Zealand",
    "PL": "Poland|Polska",
    "PT": "Portugal",
    "SE": "Sweden|Sverige",
    "SG": "Singapore",
    "UK": "the United Kingdom|the UK|UK",
    "US": "the United States of America|the United States|United States|the USA|USA|the US|US",
}


def without_region_names(text: str, regions: Iterable[str]) -> str:
    """``text`` less "in Germany", "(DE)" and the like for each of ``regions``."""
    for region in regions:
        text = _pattern(region.upper()).sub("", text)
    return text


_ANOTHER_PLACE = r"(?<!Northern )(?<!New )"  # of Ireland and England: neither names the country
_SAME = {"UK": "GB"}
_NO_REGION = frozenset({"EU"})  # several at once


def regions_named(text: str) -> frozenset[str]:
    """The regions, in capitals, whose names stand in ``text``; in small letters too, but for short ones: "us" is a word."""
    return frozenset(
        _SAME.get(region, region) for region in _NAMES if region not in _NO_REGION and _names(region).search(text)
    )


@lru_cache(maxsize=256)
def _names(region: str) -> re.Pattern[str]:
    names = "|".join(name if len(name.split()[-1]) < 3 else f"(?i:{name})" for name in _NAMES[region].split("|"))
    return lazy_pattern(rf"{_ANOTHER_PLACE}\b(?:{names})\b")


@lru_cache(maxsize=256)
def _pattern(region: str) -> re.Pattern[str]:
    names = f"{_NAMES[region]}|{region}" if region in _NAMES else re.escape(region)
    # Case counts: "us" is a word.
    return lazy_pattern(rf"(\s+(in|within|inside|for|from|to|of|and|or|–|-))?\s*[\[(]?\b({names})\b[\])]?(?!\w)")

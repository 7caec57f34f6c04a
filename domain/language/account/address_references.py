"""Addresses that a text speaks of without writing them: the default one, or one by its city."""

import re

from domain.lazy_pattern import lazy_pattern

_DEFAULT = lazy_pattern(
    r"\b(?:default|home|account|profile|usual|registered|own) address\b|\bmy address instead\b|\baddress on (?:file|my account)\b",
    re.IGNORECASE,
)
_WORD = lazy_pattern(r"[a-z]+")


_THIS = lazy_pattern(r"\b(?:this|that|the same)(?: (?:new|updated|same))? address\b", re.IGNORECASE)
_AS_ELSEWHERE = lazy_pattern(
    r"\b(?:same|identical|match\w*)\b.{0,50}\border|\baddress (?:of|from|on|in|used (?:for|in|on))\b.{0,15}\border"
    r"|\bas (?:in|on|for)\b.{0,10}\border",
    re.IGNORECASE,
)


_IN_ANOTHER_ORDER = lazy_pattern(
    r"\b(?:in|on|from|of|with|for) (?:(?:an)?other (?:one )?(?:of my )?|one of (?:my|the) (?:other |recent |previous |last |current )?|"
    r"my (?:other|last|previous|recent|earlier) |a (?:previous|recent|past|different) )orders?\b"
    r"|\b(?:in|auf|von|bei|aus) (?:einer|meiner) (?:anderen|letzten|fruheren|früheren|vorigen|weiteren) bestellung\b",
    re.IGNORECASE,
)
_CHANGES_THE_DEFAULT = lazy_pattern(
    r"\b(?:chang\w*|updat\w*|edit\w*|correct\w*) (?:my|the) (?:\w+ )?(?:default|profile|account|user)(?:['’]s)?(?: \w+)? address\b"
    r"|\b(?:make|set|use|save)\b.{0,30}\b(?:my|the|as|a) (?:new )?default\b",
    re.IGNORECASE,
)


def changes_the_default(text: str) -> bool:
    """Whether the account's own address is to be changed, and not where an order goes."""
    return bool(_CHANGES_THE_DEFAULT.search(text))


def means_this_address(text: str) -> bool:
    """ "This new address": the one that was just spoken of."""
    return bool(_THIS.search(text))


def is_as_in_an_order(text: str) -> bool:
    """ "The same address as order HP1": the order is where the address stands, not what is to be changed."""
    return bool(_AS_ELSEWHERE.search(text))


def is_in_another_order(text: str) -> bool:
    """ "It's in another one of my orders": an address that one of these holds already."""
    return bool(_IN_ANOTHER_ORDER.search(text))


def means_the_default(text: str) -> bool:
    return bool(_DEFAULT.search(text))


def names_the_city(text: str, city: str) -> bool:
    said = f" {' '.join(_WORD.findall(text.casefold()))} "
    return f" {' '.join(_WORD.findall(city.casefold()))} " in said


_OF_AN_ACCOUNT = lazy_pattern(r"\b(?:account|profile|default|konto|profil|kundenkonto)\b", re.IGNORECASE)


def speaks_of_an_account(text: str) -> bool:
    """Whether an address is said to be that of the account, and not of an order."""
    return bool(_OF_AN_ACCOUNT.search(text))

"""Whose requests these are, as far as the network tells: what limits by client address count."""

import ipaddress
from typing import Any

from litestar import Request

from api.service import Service

_IPV6_HOME = 64  # bits of an address that one customer's line gets; the rest they choose freely


def client_of(request: Request[Any, Any, Any], service: Service) -> str:
    """A keyed digest of the client's address: the peer's, or what a trusted proxy says (`SUPPORTGRAPH_TRUSTED_PROXIES`)."""
    return service.client_key(network_of(request.client.host if request.client else ""))


def network_of(host: str) -> str:
    """The address, of IPv6 its network of 64 bits; anything else as it is."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((int(address), _IPV6_HOME), strict=False))
